using System.Globalization;

namespace FhirPsychAcute.Benchmarks;

/// <summary>One number that was measured on a server, and what it has to reach.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit: <c>/s</c>, <c>ms</c>, <c>MiB</c>.</param>
/// <param name="Target">What has to be reached; null for a number that only informs.</param>
/// <param name="Note">Latency, errors, the load's own share of the processors.</param>
internal sealed record HttpMeasurement(string Name, double Value, string Unit, double? Target = null, string Note = "")
{
    /// <summary>Whether more is better.</summary>
    private bool IsRate => Unit.EndsWith("/s", StringComparison.Ordinal);

    /// <summary>Prints measurements as a table.</summary>
    public static void Print(IEnumerable<HttpMeasurement> measurements)
    {
        var table = new MarkdownTable("over HTTP", "measured", "target", "reached", "note");
        foreach (var measurement in measurements)
        {
            table.Add(measurement.Name, measurement.Text(measurement.Value), measurement.TargetText, measurement.Reached, measurement.Note);
        }

        table.Print();
    }

    private string TargetText => Target is not { } target ? "" : IsRate ? ">= " + Text(target) : "<= " + Text(target);

    private string Reached => Target is not { } target ? "" : (IsRate ? Value >= target : Value <= target) ? "yes" : "no";

    private string Text(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:N0}{(IsRate ? "" : " ")}{Unit}");
}
