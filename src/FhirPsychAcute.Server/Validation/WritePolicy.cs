using System.Text;

namespace FhirPsychAcute.Server;

/// <summary>
/// Which profiles' rules hold for writes: beginnings of canonicals, each with a level, <c>https://fhirpsychacute.dk/ig/=enforce *=off</c>. The longest beginning
/// that fits decides. Immutable.
/// </summary>
internal sealed class WritePolicy
{
    private readonly (byte[] Prefix, ValidationLevel Level)[] rules;

    private WritePolicy((byte[] Prefix, ValidationLevel Level)[] rules) => this.rules = rules;

    /// <summary>Whether any profile is looked at.</summary>
    public bool IsActive => Array.Exists(rules, rule => rule.Level != ValidationLevel.Off);

    /// <summary>Reads a policy.</summary>
    /// <param name="text">
    /// Words with spaces between: <c>PREFIX=LEVEL</c>, or <c>*=LEVEL</c> or a level alone for all other profiles; levels are off, warn and enforce. Other profiles
    /// are off when nothing is said of them.
    /// </param>
    /// <exception cref="FormatException">A word is none of these; the message is one line for the operator.</exception>
    public static WritePolicy Parse(string text)
    {
        var read = new List<(byte[] Prefix, ValidationLevel Level)>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = word.LastIndexOf('=');
            var prefix = equals < 0 ? "*" : word[..equals];
            var level = word[(equals + 1)..] switch
            {
                "off" => ValidationLevel.Off,
                "warn" => ValidationLevel.Warn,
                "enforce" => ValidationLevel.Enforce,
                _ => throw new FormatException($"Validation:OnWrite takes words like https://fhirpsychacute.dk/ig/=enforce or *=off, not '{word}'"),
            };
            read.Add((Encoding.UTF8.GetBytes(prefix.TrimEnd('*')), level));
        }

        // The longest fits first.
        return new WritePolicy([.. read.OrderByDescending(rule => rule.Prefix.Length)]);
    }

    /// <summary>The level of a profile.</summary>
    /// <param name="canonical">Its canonical in UTF-8, with or without version.</param>
    public ValidationLevel LevelOf(ReadOnlySpan<byte> canonical)
    {
        foreach (var (prefix, level) in rules)
        {
            if (canonical.StartsWith(prefix))
            {
                return level;
            }
        }

        return ValidationLevel.Off;
    }
}
