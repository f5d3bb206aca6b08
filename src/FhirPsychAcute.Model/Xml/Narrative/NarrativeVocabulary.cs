namespace FhirPsychAcute.Model;

/// <summary>The XHTML that a narrative may hold: the lists of invariant txt-1 (R4 narrative 2.4.0), with the elements of the HTML chapters it names that its lists leave out.</summary>
internal static class NarrativeVocabulary
{
    private static readonly NameTable<string> ElementNames = Table(
        "a abbr acronym b big blockquote br caption cite code col colgroup dd dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img li ol p pre q samp small span strong sub sup "
        + "table tbody td tfoot th thead tr tt ul var "
        // HTML 4.0 chapters 7.5.6, 8.2.4 and 9.2.1.
        + "address bdo kbd");

    private static readonly NameTable<string> AttributeNames = Table(
        "abbr accesskey align alt axis bgcolor border cellhalign cellpadding cellspacing cellvalign char charoff charset cite class colspan compact coords dir frame "
        + "headers height href hreflang hspace id lang longdesc name nowrap rel rev rowspan rules scope shape span src start style summary tabindex title type valign "
        + "value vspace width "
        // HTML 4.0 chapter 8.1 in the form that XHTML gives it, and what XML itself allows anywhere.
        + "xml:lang xml:space xml:id");

    /// <summary>The element's name as text when a narrative may hold it; null otherwise.</summary>
    public static string? Element(ReadOnlySpan<byte> name) => ElementNames.Find(name);

    /// <summary>The attribute's name as text when an element of a narrative may have it; null otherwise.</summary>
    public static string? Attribute(ReadOnlySpan<byte> name) => AttributeNames.Find(name);

    private static NameTable<string> Table(string names)
    {
        var all = names.Split(' ');
        var table = new NameTable<string>(all.Length);
        foreach (var name in all)
        {
            table.Add(System.Text.Encoding.UTF8.GetBytes(name), name);
        }

        return table;
    }
}
