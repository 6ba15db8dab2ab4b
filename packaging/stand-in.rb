# frozen_string_literal: true

# Tries the formula without Homebrew: the files that it installs must exist, and its test must pass with a program that is built
# already. Usage: ruby stand-in.rb PROGRAM, with a HOME that it may write to.

require "pathname"

# The part of Homebrew's language that the formula uses.
class Formula
  PROGRAM = Pathname(ARGV.fetch(0)).realpath

  # The files must exist; where they go doesn't matter here.
  Place = Struct.new(:name) do
    def install(*files)
      files.flatten.map { |file| file.is_a?(Hash) ? file.keys.first : file }.then do |paths|
        raise "nothing is installed as #{name}" if paths.empty?

        paths.each { |path| raise "#{path} is not there" unless File.exist?(path) }
      end
    end
  end

  class << self
    attr_reader :trial

    def desc(text) = text.length > 80 && raise("a description is at most 80 characters")
    def test(&block) = @trial = block
    def head = yield
    def url(*) = nil
    def license(*) = nil
    def depends_on(*) = nil
  end

  %w[man1 bash_completion zsh_completion fish_completion].each do |name|
    define_method(name) { Place.new(name) }
  end

  def std_cargo_args = ["--locked"]
  def bin = PROGRAM.dirname

  # Cargo is not run again: the program is given.
  def system(*command) = command.first == "cargo" || Kernel.system(*command.map(&:to_s)) || raise("failed: #{command.join(" ")}")
end

require_relative "reconnect"
Dir.chdir(File.expand_path("..", __dir__))
Reconnect.new.install
Reconnect.new.instance_eval(&Reconnect.trial)
puts "the formula finds its files, and its test passes"
