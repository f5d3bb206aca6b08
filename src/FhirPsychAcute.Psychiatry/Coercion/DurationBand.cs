using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>A band of lengths of an indicator, a row of <c>bands.csv</c>; each bound says itself whether it belongs to the band.</summary>
public sealed class DurationBand
{
    private readonly TimeSpan from;
    private readonly bool fromIncluded;
    private readonly TimeSpan? to;
    private readonly bool toIncluded;

    internal DurationBand(RuleRow row, Func<decimal, TimeSpan> unit)
    {
        Indicator = row.Text("indicator");
        Measure = row.Text("measure");
        Code = row.Text("band");
        Name = row.Sentence;
        Source = row.Source;
        IsPublished = row.Text("set") == "published";
        from = unit(row.Number("from") ?? 0);
        fromIncluded = row.Text("from_included") == "yes";
        to = row.Number("to") is { } end ? unit(end) : null;
        toIncluded = row.Text("to_included") == "yes";
    }

    /// <summary>The indicator to which it belongs: <c>belt-duration</c>.</summary>
    public string Indicator { get; }

    /// <summary>Code of the measure in psychacute-coercion-measure.</summary>
    public string Measure { get; }

    /// <summary>Code of the band within its indicator: <c>1-4</c>.</summary>
    public string Code { get; }

    /// <summary>What people call it.</summary>
    public TranslatedText Name { get; }

    /// <summary>Document and lines.</summary>
    public string Source { get; }

    /// <summary>Whether a source publishes the band; false where this guide suggests it.</summary>
    public bool IsPublished { get; }

    /// <summary>Whether a length belongs to the band.</summary>
    public bool Holds(TimeSpan length) =>
        (length > from || (fromIncluded && length == from)) && (to is not { } end || length < end || (toIncluded && length == end));
}
