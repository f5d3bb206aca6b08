using System.Globalization;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>
/// How versions are ordered and asked for: of packages (https://confluence.hl7.org/display/FHIR/NPM+Package+Specification: semantic versions, <c>4.0.x</c>,
/// <c>latest</c>, <c>current</c>) and of definitions (any text, most often a semantic version).
/// </summary>
internal static class PackageVersion
{
    /// <summary>
    /// Order by the numbers, a release after its pre-releases, pre-releases by their parts as semantic versioning orders them; build labels do not count. What is
    /// no number is ordered as text. No version comes before any.
    /// </summary>
    public static int Compare(string? left, string? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        }

        var (leftCore, leftLabel) = Split(left);
        var (rightCore, rightLabel) = Split(right);
        var order = CompareParts(leftCore, rightCore, missing: "0");
        if (order != 0)
        {
            return order;
        }

        return leftLabel.IsEmpty || rightLabel.IsEmpty
            ? (leftLabel.IsEmpty ? 1 : 0) - (rightLabel.IsEmpty ? 1 : 0)
            : CompareParts(leftLabel, rightLabel, missing: "");
    }

    /// <summary>Whether a version is a release: not a pre-release such as <c>5.3.0-ballot</c>.</summary>
    public static bool IsRelease(string version) => Split(version).Label.IsEmpty;

    /// <summary>Whether the version asked for leaves parts open: <c>2</c>, <c>2.0</c>, <c>2.0.x</c>.</summary>
    public static bool IsCoveredBy(string version, string asked)
    {
        var prefix = asked.AsSpan();
        while (prefix.EndsWith(".x", StringComparison.OrdinalIgnoreCase) || prefix.EndsWith(".*", StringComparison.Ordinal))
        {
            prefix = prefix[..^2];
        }

        return prefix is "x" or "*" || (!prefix.IsEmpty && version.Length > prefix.Length && version.AsSpan().StartsWith(prefix, StringComparison.Ordinal)
            && version[prefix.Length] is '.' or '-');
    }

    /// <summary>Whether a dependency asks for the newest there is, by one of the labels that stand for it.</summary>
    public static bool IsLabel(string asked) =>
        asked is "latest" or "current" or "dev" || asked.StartsWith("current$", StringComparison.Ordinal);

    /// <summary>The number before the first dot; null where there is none.</summary>
    public static int? Major(string version) =>
        int.TryParse(version.AsSpan(0, version.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? dot : version.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major
            : null;

    private static Parts Split(string version)
    {
        var text = version.AsSpan();
        if (text.IndexOf('+') is var build and >= 0)
        {
            text = text[..build];
        }

        // A date (2018-08-12) is no number with a label.
        var hyphen = text.IndexOf('-');
        return hyphen < 0 || text.IndexOf('.') is var dot && (dot < 0 || dot > hyphen) ? new Parts(text, default) : new Parts(text[..hyphen], text[(hyphen + 1)..]);
    }

    private static int CompareParts(ReadOnlySpan<char> left, ReadOnlySpan<char> right, string missing)
    {
        while (!left.IsEmpty || !right.IsEmpty)
        {
            var order = ComparePart(Next(ref left, missing), Next(ref right, missing));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int ComparePart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var leftIsNumber = ulong.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var leftNumber);
        var rightIsNumber = ulong.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var rightNumber);
        return leftIsNumber && rightIsNumber ? leftNumber.CompareTo(rightNumber)
            : leftIsNumber != rightIsNumber && !left.IsEmpty && !right.IsEmpty ? (leftIsNumber ? -1 : 1)
            : left.SequenceCompareTo(right);
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> text, string missing)
    {
        if (text.IsEmpty)
        {
            return missing;
        }

        var dot = text.IndexOf('.');
        var part = dot < 0 ? text : text[..dot];
        text = dot < 0 ? default : text[(dot + 1)..];
        return part;
    }

    private readonly ref struct Parts(ReadOnlySpan<char> core, ReadOnlySpan<char> label)
    {
        public ReadOnlySpan<char> Core { get; } = core;

        public ReadOnlySpan<char> Label { get; } = label;

        public void Deconstruct(out ReadOnlySpan<char> core, out ReadOnlySpan<char> label)
        {
            core = Core;
            label = Label;
        }
    }
}
