using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>When reviews are due by the current rows of coercion.csv, so that simulated wards do what the dated rules ask.</summary>
internal sealed class CoercionClocks
{
    private readonly List<RuleRow> current;

    /// <summary>The rows valid at the end of the year.</summary>
    public CoercionClocks(SimulationRules rules) =>
        current = [.. rules.Read("coercion").Where(row => row.Text("use") == "current" && row.Text("kind") is "review" or "external-review" && row.IsValidOn(rules.LastDay))];

    /// <summary>When reviews of a kind are due, after the start, in order and before the end.</summary>
    public IReadOnlyList<TimeSpan> Due(string kind, string measure, TimeSpan length)
    {
        var due = new SortedSet<TimeSpan>();
        foreach (var row in current.Where(row => row.Text("kind") == kind && row.List("measures").Contains(measure, StringComparer.Ordinal) && row.Number("at") is not null))
        {
            var (at, every) = (Span(row.Number("at") ?? 0, row.Text("unit")), Every(row));

            // A row that counts from the last review repeats after the first; one with a start of its own begins there.
            var time = row.Text("starts") == "last-review" ? due.LastOrDefault() + at : row.Text("condition").StartsWith("after day", StringComparison.Ordinal) ? at + every : at;
            for (; time < length && time > TimeSpan.Zero; time += every)
            {
                due.Add(time);
                if (every == TimeSpan.Zero)
                {
                    break;
                }
            }
        }

        return [.. due];
    }

    private static TimeSpan Every(RuleRow row) =>
        row.Text("repeat").Split(' ') is [var number, var unit] && decimal.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var count) ? Span(count, unit) : TimeSpan.Zero;

    private static TimeSpan Span(decimal count, string unit) => TimeSpan.FromHours((double)count * unit switch { "h" => 1, "d" => 24, "wk" => 168, _ => 24 * 30 });
}
