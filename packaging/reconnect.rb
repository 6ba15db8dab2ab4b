# A Homebrew formula. Nothing is published yet: whoever does it adds `url` and `sha256` (README.md beside this file).
class Reconnect < Formula
  desc "Private no-contact timer and timing advisor for the time after a breakup"
  license any_of: ["MIT", "Apache-2.0"]
  head do
    url "file://#{File.expand_path("..", __dir__)}", using: :git
  end

  depends_on "rust" => :build

  def install
    system "cargo", "install", *std_cargo_args
    man1.install Dir["man/*.1"]
    bash_completion.install "completions/reconnect.bash" => "reconnect"
    zsh_completion.install "completions/_reconnect"
    fish_completion.install "completions/reconnect.fish"
  end

  test do
    system bin/"reconnect", "start-no-contact", "yesterday", "--breakup", "2026-10-24"
    system bin/"reconnect", "check", "--active", "--days-at-least", "1"
  end
end
