using System.Globalization;
using System.Resources;
using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Cli;

/// <summary>What the command says to people, in English or Danish (Texts.resx, Texts.da.resx).</summary>
internal sealed class Texts(CultureInfo culture)
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    /// <summary>English.</summary>
    public static Texts English { get; } = new(CultureInfo.GetCultureInfo("en"));

    /// <summary>Danish.</summary>
    public static Texts Danish { get; } = new(CultureInfo.GetCultureInfo("da"));

    /// <summary>Numbers and dates are written as this language does.</summary>
    public CultureInfo Culture { get; } = culture;

    /// <summary>The same language for the texts of findings.</summary>
    public Language Language => ReferenceEquals(Culture, Danish.Culture) ? Language.Danish : Language.English;

    /// <summary>The text of that name.</summary>
    /// <exception cref="MissingManifestResourceException">There is no text of that name.</exception>
    public string this[string name] =>
        Resources.GetString(name, Culture) ?? throw new MissingManifestResourceException($"There is no text named '{name}'.");

    /// <summary>The text of that name with its places filled in; numbers as the language writes them.</summary>
    public string Format(string name, params ReadOnlySpan<object?> arguments) => string.Format(Culture, this[name], arguments);

    /// <summary>The language asked for: <c>--lang</c> on the command line, otherwise LC_ALL, LC_MESSAGES or LANG of the environment, otherwise English.</summary>
    public static Texts For(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        for (var i = 0; i < args.Count; i++)
        {
            const string option = "--lang";
            if (args[i].StartsWith(option + "=", StringComparison.Ordinal))
            {
                return Named(args[i][(option.Length + 1)..]);
            }

            if (string.Equals(args[i], option, StringComparison.Ordinal) && i + 1 < args.Count)
            {
                return Named(args[i + 1]);
            }
        }

        foreach (var variable in (ReadOnlySpan<string>)["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (environment(variable) is { Length: > 0 } locale)
            {
                return Named(locale);
            }
        }

        return English;
    }

    private static Texts Named(string locale) =>
        locale is "da" || locale.StartsWith("da_", StringComparison.Ordinal) || locale.StartsWith("da-", StringComparison.Ordinal) ? Danish : English;
}
