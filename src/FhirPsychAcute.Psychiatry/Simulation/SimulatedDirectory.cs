using System.Globalization;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>The regions that exist in the simulated year, each with fictitious municipalities, and the ids of the organisations in them.</summary>
internal sealed class SimulatedDirectory
{
    private SimulatedDirectory(IReadOnlyList<SimulatedRegion> all, DateOnly day)
    {
        All = all;
        Regions = [.. all.Where(region => region.Row.IsValidOn(day))];
        ByCitizens = new Weighted<int>([.. Regions.Select((region, index) => (index, region.Citizens))]);
    }

    /// <summary>Every region that has begun by the end of the year, also those that have ended.</summary>
    public IReadOnlyList<SimulatedRegion> All { get; }

    /// <summary>The regions that calls come from.</summary>
    public IReadOnlyList<SimulatedRegion> Regions { get; }

    /// <summary>Numbers in <see cref="Regions"/> by how many live there.</summary>
    public Weighted<int> ByCitizens { get; }

    /// <summary>The directory of a year.</summary>
    /// <exception cref="RuleException">A table lacks a region's citizens or municipalities.</exception>
    public static SimulatedDirectory Of(SimulationSettings settings, SimulationRules rules)
    {
        var rows = rules.Read("regions");
        var populations = rules.Read("population").Where(row => row.Text("age_group") == "all").ToList();
        var years = populations.Select(row => row.Text("year")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var newest = years.LastOrDefault(year => int.Parse(year, CultureInfo.InvariantCulture) <= settings.Year) ?? years[0];
        var all = rows.Where(row => row.ValidFrom is not { } from || from <= rules.LastDay).Select((row, index) =>
        {
            // A new region has the citizens and municipalities of those it takes over from, until the tables say otherwise.
            var codes = row.Text("code") is { Length: > 0 } code ? [code] : rows.Where(old => old.Text("succeeded_by") == row.Text("name")).Select(old => old.Text("code")).ToList();
            var citizens = populations.Where(figure => figure.Text("year") == newest && codes.Contains(figure.Text("region"), StringComparer.Ordinal)).Sum(figure => figure.Number("citizens") ?? 0);
            var municipalities = codes.SelectMany(old => rules.Rows("municipality", old)).Select(found => new SimulatedMunicipality(found.Text("key"), found.Text("value"))).ToList();
            return citizens > 0 ? new SimulatedRegion(settings.Prefix, index, row, codes, (int)citizens, municipalities) : throw row.Fault($"population.csv has no citizens of '{row.Text("name")}' in {newest}");
        }).ToList();
        return new SimulatedDirectory(all, rules.LastDay);
    }
}

/// <summary>A municipality that does not exist.</summary>
/// <param name="Code">A kommunekode that no municipality has.</param>
/// <param name="Name">Its name, which says that it is fictitious.</param>
internal sealed record SimulatedMunicipality(string Code, string Name);

/// <summary>A region, its citizens, and the ids of what it runs.</summary>
internal sealed class SimulatedRegion(string prefix, int index, RuleRow row, IReadOnlyList<string> codes, int citizens, IReadOnlyList<SimulatedMunicipality> municipalities)
{
    private readonly string stem = string.Create(CultureInfo.InvariantCulture, $"{prefix}r{index}");

    /// <summary>Its row in regions.csv.</summary>
    public RuleRow Row { get; } = row;

    /// <summary>Number among all regions.</summary>
    public int Index { get; } = index;

    /// <summary>Its regionskode, or those of the regions it takes over from.</summary>
    public IReadOnlyList<string> Codes { get; } = codes;

    /// <summary>People who live there.</summary>
    public int Citizens { get; } = citizens;

    /// <summary>Fictitious municipalities.</summary>
    public IReadOnlyList<SimulatedMunicipality> Municipalities { get; } = municipalities;

    /// <summary>Scope of its rows in simulation.csv: its code, or its name where it has none.</summary>
    public string Scope => Row.Text("code") is { Length: > 0 } code ? code : Row.Text("name");

    /// <summary>Id of the region's Organization.</summary>
    public string Id => stem;

    /// <summary>Id of an Organization, role, place or offer of the region.</summary>
    public string Part(string name) => $"{stem}-{name}";

    /// <summary>Id of what belongs to a municipality.</summary>
    public string Municipal(SimulatedMunicipality municipality, string name = "") => name.Length == 0 ? $"{stem}-k{municipality.Code}" : $"{stem}-k{municipality.Code}-{name}";

    /// <summary>The line that stands for a doctor out of hours.</summary>
    public string DoctorLine(SimulationRules rules) => rules.Rows("line", Scope).Any(line => line.Text("key") == "1813") ? "1813" : "laegevagt";
}
