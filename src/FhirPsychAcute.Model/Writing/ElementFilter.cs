namespace FhirPsychAcute.Model;

/// <summary>Values of <c>_summary</c> (R4 search 3.1.1.5.9).</summary>
public enum SummaryMode
{
    /// <summary><c>false</c>: everything.</summary>
    False,
    /// <summary><c>true</c>: elements marked as summary in the definitions, at every level, and mandatory ones.</summary>
    True,
    /// <summary><c>text</c>: text, id, meta and the resource's mandatory elements.</summary>
    Text,
    /// <summary><c>data</c>: everything but text.</summary>
    Data,
    /// <summary><c>count</c>: of a search the number of matches only; of a resource nothing but id and meta.</summary>
    Count,
}

/// <summary>
/// Which elements of a resource are written: all, a summary, or those that <c>_elements</c> names (R4 search 3.1.1.5.8, 3.1.1.5.9). A resource that is
/// written without some of its elements is marked by the tag SUBSETTED. Immutable.
/// </summary>
public sealed class ElementFilter
{
    private readonly SummaryMode mode;
    private readonly HashSet<string>? names;
    private readonly bool hasTypedNames;

    private ElementFilter(SummaryMode mode, HashSet<string>? names)
    {
        this.mode = mode;
        this.names = names;
        hasTypedNames = names is not null && names.Any(name => name.Contains('.', StringComparison.Ordinal));
    }

    /// <summary>Lets every element through.</summary>
    public static ElementFilter All { get; } = new(SummaryMode.False, null);

    /// <summary>Whether every element is let through.</summary>
    public bool IsAll => mode == SummaryMode.False && names is null;

    /// <summary>The filter of <c>_summary</c>.</summary>
    public static ElementFilter Summary(SummaryMode mode) => mode == SummaryMode.False ? All : new ElementFilter(mode, null);

    /// <summary>
    /// The filter of <c>_elements</c>: the resource's elements of these names (choices without type suffix), with id, meta, and mandatory and modifier elements.
    /// A name may have a resource type before it (<c>Patient.name</c>) and then counts for that type only.
    /// </summary>
    public static ElementFilter Elements(IEnumerable<string> names) => new(SummaryMode.False, names.ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether elements inside the resource's own elements are looked at too.</summary>
    internal bool IsDeep => mode == SummaryMode.True;

    /// <summary>Whether an element is written.</summary>
    /// <param name="element">The element.</param>
    /// <param name="resourceType">Type of the resource whose direct child it is; null for elements further in.</param>
    internal bool Keeps(ElementSchema element, TypeSchema? resourceType)
    {
        if (resourceType is not null && element.Name is "id" or "meta")
        {
            return true;
        }

        if (names is not null)
        {
            return element.Min > 0 || element.IsModifier || names.Contains(element.Name)
                || (hasTypedNames && names.Contains($"{resourceType?.Name}.{element.Name}"));
        }

        return mode switch
        {
            SummaryMode.True => element.IsSummary || element.IsModifier || element.Min > 0,
            SummaryMode.Text => element.Min > 0 || string.Equals(element.Name, "text", StringComparison.Ordinal),
            SummaryMode.Data => !string.Equals(element.Name, "text", StringComparison.Ordinal),
            SummaryMode.Count => false,
            _ => true,
        };
    }
}
