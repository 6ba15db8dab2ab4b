# Evaluates the flake beside this file without nixpkgs: what it names has to be there.
# Usage: nix-instantiate --eval --strict stand-in.nix
let
  lib = {
    genAttrs = names: f: builtins.listToAttrs (map (name: { inherit name; value = f name; }) names);
    importTOML = file: fromTOML (builtins.readFile file);
    cleanSource = path: path;
    licenses = { mit = "MIT"; asl20 = "Apache-2.0"; };
  };
  pkgs = { rustPlatform.buildRustPackage = package: package; installShellFiles = "installShellFiles"; };
  nixpkgs = { inherit lib; legacyPackages = lib.genAttrs [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ] (_: pkgs); };
  packages = ((import ./flake.nix).outputs { self = { }; inherit nixpkgs; }).packages;
  there = package: builtins.all builtins.pathExists [ package.cargoLock.lockFile "${toString package.src}/src/lib.rs" "${toString package.src}/.cargo" ];
in
assert builtins.all (system: there packages.${system}.default) (builtins.attrNames packages);
"the flake builds ${packages.x86_64-linux.default.pname} ${packages.x86_64-linux.default.version} for ${toString (builtins.length (builtins.attrNames packages))} systems"
