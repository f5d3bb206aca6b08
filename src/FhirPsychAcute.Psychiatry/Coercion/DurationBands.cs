using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>The bands of lengths in which episodes are counted (<c>bands.csv</c>). Immutable.</summary>
public sealed class DurationBands
{
    private readonly DurationBand[] bands;

    /// <summary>By the rows of <c>bands.csv</c>; rows that count something else than time are left out.</summary>
    /// <exception cref="RuleException">A bound is no number.</exception>
    public DurationBands(IEnumerable<RuleRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        bands = [.. rows.Select(static row => Unit(row.Text("unit")) is { } unit ? new DurationBand(row, unit) : null).OfType<DurationBand>()];
    }

    /// <summary>All bands, in the table's order.</summary>
    public IReadOnlyList<DurationBand> All => bands;

    /// <summary>The bands to which an episode of a measure belongs, one of each indicator; none for a measure without bands.</summary>
    /// <param name="measure">Code in psychacute-coercion-measure.</param>
    /// <param name="length">Elapsed time.</param>
    public IEnumerable<DurationBand> Of(string measure, TimeSpan length) => bands.Where(band => band.Measure == measure && band.Holds(length));

    /// <summary>The band of one indicator; null when the length is in none.</summary>
    public DurationBand? Of(string indicator, string measure, TimeSpan length) =>
        Array.Find(bands, band => band.Indicator == indicator && band.Measure == measure && band.Holds(length));

    private static Func<decimal, TimeSpan>? Unit(string unit) => unit switch
    {
        "min" => static count => TimeSpan.FromTicks((long)(count * TimeSpan.TicksPerMinute)),
        "h" => static count => TimeSpan.FromTicks((long)(count * TimeSpan.TicksPerHour)),
        _ => null,
    };
}
