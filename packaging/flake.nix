{
  description = "A private no-contact timer and timing advisor for the time after a breakup";

  inputs.nixpkgs.url = "nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    let
      systems = [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];
      each = f: nixpkgs.lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});
    in
    {
      packages = each (pkgs: rec {
        default = reconnect;
        reconnect = pkgs.rustPlatform.buildRustPackage {
          pname = "reconnect";
          version = (nixpkgs.lib.importTOML ../Cargo.toml).package.version;
          src = nixpkgs.lib.cleanSource ../.;
          cargoLock.lockFile = ../Cargo.lock;
          # The repository's own settings link statically against glibc, which nixpkgs keeps in another output.
          postPatch = "rm -r .cargo";
          nativeBuildInputs = [ pkgs.installShellFiles ];
          # The whole-program tests want real shells, time zones and a terminal; CI has them, a build sandbox has not.
          cargoTestFlags = [ "--lib" ];
          postInstall = ''
            installManPage man/*.1
            installShellCompletion --bash --name reconnect completions/reconnect.bash
            installShellCompletion --zsh completions/_reconnect
            installShellCompletion --fish completions/reconnect.fish
          '';
          meta = {
            description = "Private no-contact timer and timing advisor for the time after a breakup";
            license = with nixpkgs.lib.licenses; [ mit asl20 ];
            mainProgram = "reconnect";
          };
        };
      });
    };
}
