namespace FhirPsychAcute.Model.Tests;

/// <summary>Comparing documents node by node.</summary>
internal static class Documents
{
    /// <summary>A document whose nodes were made by shifting must equal the one that reading its bytes gives, element by element.</summary>
    public static void AssertSameAsReadAnew(ResourceDocument document)
    {
        var again = ResourceDocument.Parse(document.Bytes, document.Schema);
        Assert.Empty(again.Issues);
        Assert.Equal(Describe(again.Document!), Describe(document));
    }

    // Sorted by path: new elements may stand elsewhere among their siblings of other names.
    private static string[] Describe(ResourceDocument document) =>
    [
        .. Enumerable.Range(0, document.ElementCount)
            .Select(index => new Element(document, index))
            .Select(element => $"{element.Path} {element.Type} {element.Schema} {element.NameId} {element.Position} {element.IsEscaped} {element.IsResource} {element.Value} {element.RawJson.Length} {element.Children.Count()} {element.Parent}")
            .Order(StringComparer.Ordinal),
    ];
}
