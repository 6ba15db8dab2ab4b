# frozen_string_literal: true

# Tries a formula without Homebrew: installs into a folder, from the archive for x86-64 Linux, and runs the formula's test with what
# it has installed. Usage: ruby stand-in.rb FORMULA UNPACKED-ARCHIVE SUM FOLDER, with a HOME that it may write to.

require "fileutils"
require "pathname"

FORMULA, ARCHIVE, SUM, PREFIX = ARGV.fetch(0), *ARGV[1..]

# The part of Homebrew's language that the formula uses.
class Formula
  # A folder to install into, by names or by `from => to`.
  class Place < Pathname
    def install(*files)
      raise "nothing is installed in #{self}" if files.flatten.empty?

      mkpath
      files.flatten.flat_map { |file| file.is_a?(Hash) ? file.to_a : [[file, File.basename(file)]] }
           .each { |from, to| FileUtils.cp(from, join(to)) }
    end
  end

  PLACES = { bin: "bin", man1: "share/man/man1", bash_completion: "etc/bash_completion.d",
             zsh_completion: "share/zsh/site-functions", fish_completion: "share/fish/vendor_completions.d",
             pkgshare: "share/reconnect" }.freeze
  PLACES.each { |name, path| define_method(name) { Place.new(File.join(PREFIX, path)) } }

  class << self
    attr_reader :trial

    def desc(text) = text.length > 80 && raise("a description is at most 80 characters")
    def test(&block) = @trial = block
    def version(*) = nil
    def license(*) = nil
    def url(address) = @url = address
    def sha256(sum) = sum == SUM || raise("the sum of #{@url} is another")
    def on_linux = yield
    def on_intel = yield
    def on_macos = nil
    def on_arm = nil
  end

  def system(*command) = Kernel.system(*command.map(&:to_s)) || raise("failed: #{command.join(" ")}")
end

require_relative File.expand_path(FORMULA)
Dir.chdir(ARCHIVE)
Reconnect.new.install
Reconnect.new.instance_eval(&Reconnect.trial)
puts Dir.glob("#{PREFIX}/**/*").select { |path| File.file?(path) }.sort
