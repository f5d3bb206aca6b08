using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>What all runs of one indexer share.</summary>
/// <param name="Schema">The types.</param>
/// <param name="Options">How values are read.</param>
internal sealed record IndexEnvironment(SchemaCatalog Schema, SearchOptions Options)
{
    private readonly byte[][] ownBaseUrls = [.. Options.OwnBaseUrls.Select(url => System.Text.Encoding.UTF8.GetBytes(url.TrimEnd('/')))];

    /// <summary>Name numbers of the catalog.</summary>
    public ElementNames Names { get; } = ElementNames.Of(Schema);

    /// <summary>Texts that come again.</summary>
    public TextCache Texts { get; } = new();

    /// <summary>Folded texts that come again.</summary>
    public FoldedCache Folded { get; } = new();

    /// <summary>How FHIRPath runs for the index: a reference resolves to its target's type only (R4 search 3.1.1.4.12).</summary>
    public EvaluationContext FhirPathContext { get; } = new() { ResolveToTypeOnly = true };

    /// <summary>Whether a base url is this server's own.</summary>
    public bool IsOwn(ReadOnlySpan<byte> baseUrl)
    {
        foreach (var own in ownBaseUrls)
        {
            if (baseUrl.SequenceEqual(own))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Gathers the rows of one resource. Equal rows are written once.</summary>
internal sealed class IndexRun(IndexEnvironment environment)
{
    private RowSet<TokenRow> tokens;
    private RowSet<StringRow> strings;
    private RowSet<DateRow> dates;
    private RowSet<NumberRow> numbers;
    private RowSet<QuantityRow> quantities;
    private RowSet<UriRow> uris;
    private RowSet<ReferenceRow> references;

    /// <summary>What all runs share.</summary>
    public IndexEnvironment Environment { get; } = environment;

    /// <summary>Name numbers.</summary>
    public ElementNames Names { get; } = environment.Names;

    /// <summary>Group that rows are written with: the focus element of a composite, else 0.</summary>
    public int Group { get; set; }

    /// <summary>The resource that is indexed.</summary>
    public Element Resource { get; private set; }

    /// <summary>Results of FHIRPath, reused.</summary>
    public List<FhirPathValue> Results { get; } = [];

    /// <summary>Begins a resource.</summary>
    public void Begin(Element resource, IndexRows target)
    {
        Resource = resource;
        Group = 0;
        tokens.Begin(target.Tokens);
        strings.Begin(target.Strings);
        dates.Begin(target.Dates);
        numbers.Begin(target.Numbers);
        quantities.Begin(target.Quantities);
        uris.Begin(target.Uris);
        references.Begin(target.References);
    }

    /// <summary>Lets go of the resource.</summary>
    public void End()
    {
        Begin(default, IndexRows.Empty);
        Results.Clear();
    }

    public void Token(int parameter, string system, string code) => tokens.Add(new(parameter, system, code, Group));

    public void String(int parameter, string text)
    {
        var folded = Environment.Folded.Get(text);
        if (folded.Length > 0)
        {
            strings.Add(new(parameter, folded, text, Group));
        }
    }

    public void Date(int parameter, long start, long end) => dates.Add(new(parameter, start, end, Group));

    public void Number(int parameter, double low, double high) => numbers.Add(new(parameter, low, high, Group));

    public void Quantity(int parameter, string system, string code, double low, double high) => quantities.Add(new(parameter, system, code, low, high, Group));

    public void Uri(int parameter, string value) => uris.Add(new(parameter, value, Group));

    public void Reference(ReferenceRow row) => references.Add(row with { Group = Group });

    /// <summary>Runs an expression that is no plain path and indexes what it yields.</summary>
    public void Evaluate(CompiledExpression expression, Element focus, IndexAction action)
    {
        Results.Clear();
        try
        {
            expression.Evaluate(focus, Results, Environment.FhirPathContext);
        }
        catch (FhirPathException)
        {
            // R4 says nothing of expressions that fail on a resource (several items where one is needed): such a resource is not found by this parameter.
            Results.Clear();
        }

        foreach (var value in Results)
        {
            if (value.IsElement)
            {
                action.Run(value.Element, this);
            }
            else
            {
                action.Run(value, this);
            }
        }
    }

    /// <summary>Text of a primitive; null when it has no value.</summary>
    public string? Text(Element primitive) =>
        !primitive.HasValue ? null : primitive.IsEscaped ? primitive.Value : Environment.Texts.Get(primitive.RawValue);

    /// <summary>Where the rows end now, so that <see cref="Rewind"/> can take back what comes.</summary>
    public Mark Position() => new(tokens.Count, strings.Count, dates.Count, numbers.Count, quantities.Count, uris.Count, references.Count);

    /// <summary>Takes rows back.</summary>
    public void Rewind(Mark mark)
    {
        tokens.Cut(mark.Tokens);
        strings.Cut(mark.Strings);
        dates.Cut(mark.Dates);
        numbers.Cut(mark.Numbers);
        quantities.Cut(mark.Quantities);
        uris.Cut(mark.Uris);
        references.Cut(mark.References);
    }

    /// <summary>A place in the rows.</summary>
    internal readonly record struct Mark(int Tokens, int Strings, int Dates, int Numbers, int Quantities, int Uris, int References);
}

/// <summary>A list of rows without repetitions: a few are compared one by one, many through a set.</summary>
internal struct RowSet<T>
    where T : struct, IEquatable<T>
{
    private const int ComparedOneByOne = 40;
    private List<T> rows;
    private HashSet<T>? seen;
    private int first;

    public readonly int Count => rows.Count;

    public void Begin(List<T> target)
    {
        rows = target;
        first = target.Count;
        seen = null;
    }

    public void Add(T row)
    {
        if (seen is not null)
        {
            if (seen.Add(row))
            {
                rows.Add(row);
            }

            return;
        }

        for (var i = rows.Count - 1; i >= first; i--)
        {
            if (rows[i].Equals(row))
            {
                return;
            }
        }

        rows.Add(row);
        if (rows.Count - first > ComparedOneByOne)
        {
            seen = [];
            for (var i = first; i < rows.Count; i++)
            {
                seen.Add(rows[i]);
            }
        }
    }

    public void Cut(int count)
    {
        for (var i = count; i < rows.Count && seen is not null; i++)
        {
            seen.Remove(rows[i]);
        }

        rows.RemoveRange(count, rows.Count - count);
    }
}
