namespace FhirPsychAcute.Conformance.Packages;

/// <summary>A canonical as it is written (R4 references 2.3.0.4): url, perhaps <c>|version</c>, perhaps <c>#fragment</c>.</summary>
/// <param name="Url">Without version and fragment.</param>
/// <param name="Version">The version asked for; null for none.</param>
internal readonly record struct CanonicalReference(string Url, string? Version)
{
    public static CanonicalReference Parse(string canonical)
    {
        var text = canonical.AsSpan();

        // The fragment comes last, behind the version; a url that has no version may end in one too.
        var bar = text.IndexOf('|');
        if (text.IndexOf('#') is var hash and >= 0)
        {
            text = text[..hash];
            bar = bar > hash ? -1 : bar;
        }

        return bar < 0
            ? new CanonicalReference(text.Length == canonical.Length ? canonical : text.ToString(), null)
            : new CanonicalReference(text[..bar].ToString(), text[(bar + 1)..].ToString());
    }
}
