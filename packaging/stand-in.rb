# frozen_string_literal: true

# Runs the formula beside this file without Homebrew: what it installs has to be there, and its own test has to pass with a program
# that is built already. Usage: ruby stand-in.rb PROGRAM, in a HOME that may be written to.

require "pathname"

# The little of Homebrew's language that the formula speaks.
class Formula
  PROGRAM = Pathname(ARGV.fetch(0)).realpath

  # What is installed has to exist; where to does not matter here.
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
  def shell_output(command) = `#{command}`
  def assert_match(text, output) = output.include?(text) || raise("#{output.inspect} holds no #{text.inspect}")

  # Cargo is not run again: the program is given.
  def system(*command) = command.first == "cargo" || Kernel.system(*command.map(&:to_s)) || raise("failed: #{command.join(" ")}")
end

require_relative "reconnect"
Dir.chdir(File.expand_path("..", __dir__))
Reconnect.new.install
Reconnect.new.instance_eval(&Reconnect.trial)
puts "the formula installs what is there, and its test passes"
