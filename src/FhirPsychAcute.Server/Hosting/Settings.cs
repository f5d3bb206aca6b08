using System.Globalization;

namespace FhirPsychAcute.Server;

/// <summary>Gathers the settings: defaults, then <c>appsettings.json</c> beside the program and in the working folder, then environment, then command line.</summary>
internal static class Settings
{
    /// <summary>Name part of our own environment variables.</summary>
    public const string EnvironmentPrefix = "FHIRPSYCHACUTE_";

    /// <summary>Name of <see cref="ServerOptions.ValidationOnWrite"/> in configuration.</summary>
    public const string OnWriteSetting = "Validation:OnWrite";

    /// <summary>Name of <see cref="ServerOptions.TerminologyServer"/> in configuration.</summary>
    public const string TerminologyServerSetting = "Terminology:Server";

    /// <summary>Name of <see cref="ServerOptions.ReferralActor"/> in configuration.</summary>
    public const string ReferralActorSetting = "Referral:Actor";

    /// <summary>Name of <see cref="ServerOptions.CoercionAlternatives"/> in configuration.</summary>
    public const string CoercionAlternativesSetting = "Coercion:Alternatives";

    /// <summary>Name of <see cref="ServerOptions.ShowSmallCells"/> in configuration.</summary>
    public const string ShowSmallCellsSetting = "Indicators:ShowSmallCells";

    /// <summary>Name of <see cref="ServerOptions.SubscriptionsAllow"/> in configuration.</summary>
    public const string SubscriptionsAllowSetting = "Subscriptions:Allow";

    /// <summary>Name of <see cref="ServerOptions.SubscriptionsGiveUpHours"/> in configuration.</summary>
    public const string SubscriptionsGiveUpSetting = "Subscriptions:GiveUpHours";

    /// <summary>The configuration sources in rising order of weight.</summary>
    public static IConfigurationRoot Load(CommandLine commandLine) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
        .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables("ASPNETCORE_")
        .AddEnvironmentVariables(EnvironmentPrefix)
        .AddInMemoryCollection(commandLine.Settings)
        .Build();

    /// <summary>Reads the options.</summary>
    /// <exception cref="FormatException">A setting has a value that it cannot have; the message is one line for the operator.</exception>
    public static ServerOptions Read(IConfiguration configuration)
    {
        var defaults = new ServerOptions();
        return new ServerOptions
        {
            Urls = Text(nameof(ServerOptions.Urls)) ?? defaults.Urls,
            Data = Text(nameof(ServerOptions.Data)),
            Demo = Flag(nameof(ServerOptions.Demo)),
            PublicBase = Text(nameof(ServerOptions.PublicBase))?.TrimEnd('/'),
            MaxBodyBytes = Number(nameof(ServerOptions.MaxBodyBytes), defaults.MaxBodyBytes, 1, Array.MaxLength),
            DefaultPageSize = (int)Number(nameof(ServerOptions.DefaultPageSize), defaults.DefaultPageSize, 1, 10_000),
            MaxPageSize = (int)Number(nameof(ServerOptions.MaxPageSize), defaults.MaxPageSize, 1, 10_000),
            CorsOrigins = configuration[nameof(ServerOptions.CorsOrigins)] ?? defaults.CorsOrigins,
            LogRequests = Flag(nameof(ServerOptions.LogRequests)),
            ShowSmallCells = Flag(ShowSmallCellsSetting),
            Rules = Text(nameof(ServerOptions.Rules)),
            MessageReceivers = Text(nameof(ServerOptions.MessageReceivers))?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
            CoercionAlternatives = Text(CoercionAlternativesSetting) ?? defaults.CoercionAlternatives,
            Packages = Text(nameof(ServerOptions.Packages)) ?? defaults.Packages,
            ValidationOnWrite = OnWrite() ?? defaults.ValidationOnWrite,
            TerminologyServer = Address(TerminologyServerSetting),
            ReferralActor = Text(ReferralActorSetting) switch
            {
                null or "accept" => ReferralActorPolicy.Accept,
                "require" => ReferralActorPolicy.Require,
                _ => throw new FormatException($"{ReferralActorSetting} must be accept or require"),
            },
            SubscriptionsAllow = Allowed() ?? defaults.SubscriptionsAllow,
            SubscriptionsGiveUpHours = (int)Number(SubscriptionsGiveUpSetting, defaults.SubscriptionsGiveUpHours, 1, 8760),
            Watch = Text(nameof(ServerOptions.Watch)) switch
            {
                null or "on" => true,
                "off" => false,
                _ => throw new FormatException($"{nameof(ServerOptions.Watch)} must be on or off"),
            },
            CompressFromBytes = (int)Number(nameof(ServerOptions.CompressFromBytes), defaults.CompressFromBytes, 0, int.MaxValue),
        };

        string? OnWrite()
        {
            var text = Text(OnWriteSetting);
            if (text is not null)
            {
                WritePolicy.Parse(text);
            }

            return text;
        }

        string? Allowed()
        {
            var text = Text(SubscriptionsAllowSetting);
            if (text is not null)
            {
                EndpointPolicy.Parse(text);
            }

            return text;
        }

        string? Text(string name) => configuration[name] is { Length: > 0 } text ? text : null;

        Uri? Address(string name) => Text(name) switch
        {
            null => null,
            var text when Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") => address,
            _ => throw new FormatException($"{name} must be an http or https address"),
        };

        bool Flag(string name) => Text(name) switch
        {
            null => false,
            var text when bool.TryParse(text, out var flag) => flag,
            _ => throw new FormatException($"{name} must be true or false"),
        };

        long Number(string name, long standard, long least, long most) => Text(name) switch
        {
            null => standard,
            var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
            _ => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{name} must be a number from {least} to {most}")),
        };
    }
}
