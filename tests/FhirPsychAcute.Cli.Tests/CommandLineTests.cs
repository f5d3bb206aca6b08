using System.Text.RegularExpressions;

namespace FhirPsychAcute.Cli.Tests;

public sealed partial class CommandLineTests
{
    [Fact]
    public async Task The_help_page_names_every_command_with_an_example()
    {
        var run = await CliRun.Of("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("psychacute load examples/ --server http://127.0.0.1:5080/fhir", run.Output, StringComparison.Ordinal);
        Assert.Contains("psychacute validate patient.json", run.Output, StringComparison.Ordinal);
        Assert.Contains("psychacute fhirpath \"Patient.name.family\" patient.json", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("load", "--server", "--batch", "--parallel", "--refused", "--lang", "--help")]
    [InlineData("validate", "--profile", "--package", "--severity", "--format", "--output", "--tx", "--jobs", "--best-practice", "--lang", "--help")]
    [InlineData("convert", "--to", "--compact", "--lang", "--help")]
    [InlineData("fhirpath", "--lang", "--help")]
    [InlineData("package", "--output", "--lang", "--help")]
    [InlineData("simulate", "--year", "--calls", "--civil", "--coercion", "--seed", "--out", "--force", "--server", "--rules", "--jobs", "--batch", "--parallel", "--lang", "--help")]
    public async Task The_help_page_of_a_command_names_each_of_its_options_in_both_languages(string command, params string[] options)
    {
        var english = await CliRun.Of(command, "--help");
        var danish = await CliRun.Of(command, "--help", "--lang", "da");

        Assert.Equal(0, english.ExitCode);
        Assert.Equal(0, danish.ExitCode);
        Assert.All(options, option => Assert.Contains(option, english.Output, StringComparison.Ordinal));
        Assert.All(options, option => Assert.Contains(option, danish.Output, StringComparison.Ordinal));
        Assert.Contains("Exit codes:", english.Output, StringComparison.Ordinal);
        Assert.Contains("Slutkoder:", danish.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_that_of_the_product()
    {
        var run = await CliRun.Of("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^psychacute \d+\.\d+\.\d+\s*$", run.Output);
    }

    [Theory]
    [InlineData("psychacute: Name a command: validate, convert, load, fhirpath, package or simulate; psychacute --help explains them.")]
    [InlineData("psychacute: 'frobnicate' is not known here; --help shows what is.", "frobnicate")]
    [InlineData("psychacute: '--bogus' is not known here; --help shows what is.", "load", "--bogus")]
    [InlineData("psychacute: Name at least one PATH: a file, a folder or a pattern.", "load")]
    [InlineData("psychacute: Name at least one PATH: a file, a folder or a pattern.", "validate")]
    [InlineData("psychacute: --batch needs one value.", "load", "x.json", "--batch")]
    [InlineData("psychacute: --batch needs a whole number from 1 to 10000.", "load", "x.json", "--batch", "0")]
    [InlineData("psychacute: --parallel needs a whole number from 1 to 64.", "load", "x.json", "--parallel", "many")]
    [InlineData("psychacute: 'ftp://x' is no http address of a server.", "load", "x.json", "--server", "ftp://x")]
    [InlineData("psychacute: --format is text, json, sarif or html.", "validate", "x.json", "--format", "xml")]
    [InlineData("psychacute: --severity is error, warning or information.", "validate", "x.json", "--severity", "fatal")]
    [InlineData("psychacute: --jobs needs a whole number from 1 to 256.", "validate", "x.json", "--jobs", "0")]
    [InlineData("psychacute: 'nowhere' is no http address of a server.", "validate", "x.json", "--tx", "nowhere")]
    [InlineData("psychacute: --profile needs one value.", "validate", "x.json", "--profile")]
    [InlineData("psychacute: Say where to: either --out DIR or --server URL.", "simulate")]
    [InlineData("psychacute: Say where to: either --out DIR or --server URL.", "simulate", "--out", "x", "--server", "http://127.0.0.1:1/fhir")]
    [InlineData("psychacute: --year needs a whole number from 2023 to 2099.", "simulate", "--out", "x", "--year", "2022")]
    [InlineData("psychacute: --calls needs a whole number from 0 to 10000000.", "simulate", "--out", "x", "--calls", "2.5")]
    [InlineData("psychacute: --civil needs a whole number from 0 to 100.", "simulate", "--out", "x", "--calls", "100", "--civil", "101")]
    [InlineData("psychacute: --coercion needs a whole number from 0 to 100000.", "simulate", "--out", "x", "--coercion", "many")]
    [InlineData("psychacute: --seed needs a whole number from 0 to 999999999.", "simulate", "--out", "x", "--seed", "x")]
    [InlineData("psychacute: --jobs needs a whole number from 1 to 256.", "simulate", "--out", "x", "--jobs", "0")]
    [InlineData("psychacute: Name what to convert, and where to: psychacute convert IN OUT.", "convert")]
    [InlineData("psychacute: --to is json, xml or ndjson.", "convert", "x.json", "--to", "turtle")]
    [InlineData("psychacute: --lang is en or da.", "validate", "x.json", "--lang", "fr")]
    [InlineData("psychacute: Name an expression and a file: psychacute fhirpath EXPR FILE.", "fhirpath", "Patient.name")]
    public async Task A_command_line_that_cannot_be_understood_is_one_line_on_stderr_and_exit_code_2(string expected, params string[] args)
    {
        var run = await CliRun.Of(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(expected + Environment.NewLine, run.Error);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("load")]
    [InlineData("validate")]
    public async Task A_path_that_does_not_exist_is_exit_code_3(string command)
    {
        var run = await CliRun.Of(command, "no-such-folder/no-such-file.json");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("psychacute: There is no file or folder 'no-such-folder/no-such-file.json'." + Environment.NewLine, run.Error);
    }

    [Fact]
    public async Task A_CPR_number_in_an_error_is_masked()
    {
        var run = await CliRun.Of("validate", "010170-9999.json");

        Assert.Equal("psychacute: There is no file or folder '**********.json'." + Environment.NewLine, run.Error);
    }

    [Theory]
    [InlineData("en", "LANG", "C")]
    [InlineData("en", "LANG", "en_DK.UTF-8")]
    [InlineData("da", "LANG", "da_DK.UTF-8")]
    [InlineData("da", "LC_ALL", "da_DK")]
    public void The_environment_decides_the_language(string expected, string variable, string value) =>
        Assert.Equal(expected, Texts.For([], name => string.Equals(name, variable, StringComparison.Ordinal) ? value : null).Culture.Name);

    [Theory]
    [InlineData("da", "--lang", "da")]
    [InlineData("da", "--lang=da")]
    [InlineData("en", "--lang", "en")]
    public void The_option_comes_before_the_environment(string expected, params string[] args) =>
        Assert.Equal(expected, Texts.For(args, _ => "da_DK.UTF-8").Culture.Name);

    [Fact]
    public void Every_English_text_has_a_Danish_one_with_the_same_places()
    {
        var english = TextsOf("Texts.resx");
        var danish = TextsOf("Texts.da.resx");

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), danish.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(danish[text.Key])));
    }

    private static Dictionary<string, string> TextsOf(string file) =>
        System.Xml.Linq.XDocument.Load(Checkout.Locate($"src/FhirPsychAcute.Cli/Texts/{file}")).Root!.Elements("data")
            .ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!, StringComparer.Ordinal);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[0-9](:[A-Z0-9]+)?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
