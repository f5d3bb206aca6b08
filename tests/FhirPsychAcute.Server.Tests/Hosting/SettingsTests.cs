using Microsoft.Extensions.Configuration;

namespace FhirPsychAcute.Server.Tests;

public sealed class SettingsTests
{
    private static ServerOptions Read(params string[] arguments)
    {
        var commandLine = CommandLine.Parse(arguments);
        Assert.Null(commandLine.Error);
        return Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(commandLine.Settings).Build());
    }

    [Fact]
    public void Without_options_the_defaults_hold()
    {
        var options = Read();

        Assert.Equal("http://127.0.0.1:5080", options.Urls);
        Assert.False(options.Demo);
        Assert.EndsWith("fhir.db", options.DataFile, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_come_with_a_space_or_an_equals_sign()
    {
        var options = Read("--urls", "http://127.0.0.1:9000", "--data=/somewhere/x.db", "--demo");

        Assert.Equal("http://127.0.0.1:9000", options.Urls);
        Assert.Equal("/somewhere/x.db", options.DataFile);
        Assert.True(options.Demo);
    }

    [Fact]
    public void The_demo_has_a_store_of_its_own()
    {
        Assert.EndsWith("demo.db", Read("--demo").DataFile, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("demo")]
    [InlineData("-x")]
    public void Unknown_options_are_named(string argument)
    {
        Assert.Equal($"unknown option '{argument}'; --help lists the options", CommandLine.Parse([argument]).Error);
    }

    [Theory]
    [InlineData("--max-body", "many", "MaxBodyBytes must be a number from 1 to 2147483591")]
    [InlineData("--max-body", "0", "MaxBodyBytes must be a number from 1 to 2147483591")]
    [InlineData("--demo=perhaps", "--demo=perhaps", "Demo must be true or false")]
    public void Values_that_cannot_be_are_explained(string option, string value, string message)
    {
        var commandLine = CommandLine.Parse(option == value ? [option] : [option, value]);

        var fault = Assert.Throws<FormatException>(() => Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(commandLine.Settings).Build()));
        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public void Help_lists_every_option_and_exit_code()
    {
        Assert.Contains("--urls URLS", CommandLine.Help, StringComparison.Ordinal);
        Assert.Contains("69 address not available", CommandLine.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_sent_anywhere_and_time_is_watched_unless_set_otherwise()
    {
        Assert.Equal("", Read().SubscriptionsAllow);
        Assert.True(Read().Watch);
    }

    [Theory]
    [InlineData("Subscriptions:Allow", "http://elsewhere.example/", "http is for this machine only")]
    [InlineData("Subscriptions:Allow", "elsewhere.example", "must hold http or https addresses")]
    [InlineData("Subscriptions:GiveUpHours", "0", "must be a number from 1 to 8760")]
    [InlineData("Watch", "yes", "must be on or off")]
    public void A_setting_of_what_follows_writes_that_cannot_be_is_told(string name, string value, string reason)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(name, value)]).Build();

        Assert.Contains(reason, Assert.Throws<FormatException>(() => Settings.Read(configuration)).Message, StringComparison.Ordinal);
    }
}
