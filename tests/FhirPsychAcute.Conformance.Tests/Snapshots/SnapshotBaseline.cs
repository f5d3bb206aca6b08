using System.Globalization;
using System.Text;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>Cases that are known to differ, each with its reason: <c>case, tab, reason</c>, a line each.</summary>
internal sealed class SnapshotBaseline
{
    private readonly Dictionary<string, string> reasons = new(StringComparer.Ordinal);
    private readonly StringBuilder problems = new();
    private readonly StreamWriter? report;
    private readonly string name;

    public SnapshotBaseline(string name)
    {
        this.name = name;
        foreach (var line in File.ReadAllLines(Checkout.Locate($"tests/FhirPsychAcute.Conformance.Tests/Baselines/{name}.txt")))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split('\t', 2);
                reasons.Add(parts[0], parts[1]);
            }
        }

        report = Environment.GetEnvironmentVariable("SUITE_REPORT") is { Length: > 0 } folder ? new StreamWriter(Path.Combine(folder, name + ".txt")) : null;
    }

    /// <summary>Notes what a case gave; nothing when it passed.</summary>
    public void Note(string id, IReadOnlyCollection<string> differences)
    {
        foreach (var difference in differences.DefaultIfEmpty("(passes)"))
        {
            report?.WriteLine($"{id}\t{difference}");
        }

        if (differences.Count > 0 && !reasons.ContainsKey(id))
        {
            problems.AppendLine(CultureInfo.InvariantCulture, $"{id}:");
            foreach (var difference in differences.Take(8))
            {
                problems.AppendLine(CultureInfo.InvariantCulture, $"    {difference}");
            }
        }
        else if (differences.Count == 0 && reasons.ContainsKey(id))
        {
            problems.AppendLine(CultureInfo.InvariantCulture, $"{id} passes now: take it out of {name}.txt");
        }

        reasons[id + "\t"] = "";
    }

    /// <summary>Fails when the cases and the baseline disagree.</summary>
    public void Verify()
    {
        foreach (var id in reasons.Keys.Where(id => !id.EndsWith('\t') && !reasons.ContainsKey(id + "\t")))
        {
            problems.AppendLine(CultureInfo.InvariantCulture, $"{id} is in {name}.txt, but there is no such case");
        }

        report?.Dispose();
        Assert.True(problems.Length == 0, problems.ToString());
    }
}
