namespace FhirPsychAcute.Conformance;

/// <summary>
/// Which of several packages that define the same canonical counts when nobody says whose it should be: the package that is home to the url (its own
/// canonical base is the longest that the url begins with), then packages in their order; expansions last.
/// HL7 terminology moved from the core specification to its own package; this takes it from its home.
/// </summary>
internal sealed class CanonicalHomes(IReadOnlyList<PackageLabel> packages)
{
    /// <summary>Order among the definitions of one url: lower counts first.</summary>
    public int Rank(PackedDefinition definition)
    {
        if (packages[definition.Package].IsExpansions)
        {
            return int.MaxValue;
        }

        return definition.Package == Home(definition.Url) ? -1 : definition.Package;
    }

    private int Home(string url)
    {
        var home = -1;
        var length = 0;
        for (var i = 0; i < packages.Count; i++)
        {
            if (!packages[i].IsExpansions && packages[i].Canonical is { } canonical && canonical.Length > length
                && url.StartsWith(canonical + "/", StringComparison.Ordinal))
            {
                home = i;
                length = canonical.Length;
            }
        }

        return home;
    }
}
