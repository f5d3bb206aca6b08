using System.Globalization;

namespace FhirPsychAcute.Server;

/// <summary>What the command line asks for.</summary>
/// <param name="Settings">Settings by name, as configuration takes them.</param>
/// <param name="ShowsHelp">Whether help was asked for.</param>
/// <param name="Error">What is wrong, in one line; null when nothing is.</param>
internal sealed record CommandLine(IReadOnlyDictionary<string, string?> Settings, bool ShowsHelp, string? Error)
{
    /// <summary>The options, with a value or (null) without.</summary>
    private static readonly (string Option, string Setting, string? Value, string Text)[] Options =
    [
        ("--urls", nameof(ServerOptions.Urls), "URLS", "addresses to listen on, separated by ; (default http://127.0.0.1:5080)"),
        ("--data", nameof(ServerOptions.Data), "FILE", "the SQLite file, made when it does not exist (default in the user's application data)"),
        ("--demo", nameof(ServerOptions.Demo), null, "load the demo scenarios; without --data into a store of their own"),
        ("--package", nameof(ServerOptions.Packages), "PATH", "a FHIR package to load: a .tgz, a folder or one definition; can be repeated"),
        ("--validate", Server.Settings.OnWriteSetting, "RULES", "profiles that writes must keep, such as 'https://fhirpsychacute.dk/ig/=enforce *=warn'"),
        ("--public-base", nameof(ServerOptions.PublicBase), "URL", "FHIR base in links, when behind a proxy"),
        ("--max-body", nameof(ServerOptions.MaxBodyBytes), "BYTES", "largest request body (default 67108864)"),
        ("--log-requests", nameof(ServerOptions.LogRequests), null, "one log line per request"),
    ];

    /// <summary>The help text.</summary>
    public static string Help
    {
        get
        {
            var lines = Options.Select(option =>
                string.Create(CultureInfo.InvariantCulture, $"  {option.Option + (option.Value is null ? "" : " " + option.Value),-22}{option.Text}"));
            return $"""
                FhirPsychAcute: FHIR R4 server for Danish acute psychiatry

                {string.Join('\n', lines)}
                  {"--help",-22}this text

                Every setting can also stand in appsettings.json or in the environment (FHIRPSYCHACUTE_URLS, FHIRPSYCHACUTE_DATA ...).
                Exit codes: 0 ended as asked, 64 wrong option or setting, 69 address not available, 74 data file not usable, 70 anything else.
                """;
        }
    }

    /// <summary>Reads <c>--name value</c>, <c>--name=value</c> and flags.</summary>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument is "--help" or "-h" or "-?")
            {
                return new CommandLine(settings, ShowsHelp: true, null);
            }

            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? argument : argument[..equals];
            var option = Array.Find(Options, candidate => candidate.Option == name);
            if (option.Option is null)
            {
                return Wrong($"unknown option '{name}'; --help lists the options");
            }

            if (option.Value is null)
            {
                settings[option.Setting] = equals < 0 ? "true" : argument[(equals + 1)..];
            }
            else if (equals >= 0)
            {
                Set(option.Setting, argument[(equals + 1)..]);
            }
            else if (i + 1 < arguments.Count)
            {
                Set(option.Setting, arguments[++i]);
            }
            else
            {
                return Wrong($"{name} needs a value: {name} {option.Value}");
            }
        }

        return new CommandLine(settings, ShowsHelp: false, null);

        // Packages add up, of anything else the last counts.
        void Set(string setting, string value) => settings[setting] =
            setting == nameof(ServerOptions.Packages) && settings.TryGetValue(setting, out var before) ? $"{before};{value}" : value;

        CommandLine Wrong(string error) => new(settings, ShowsHelp: false, error);
    }
}
