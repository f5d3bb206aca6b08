using System.Collections.Concurrent;
using System.Globalization;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>The distributions of <c>simulation.csv</c> that hold in one year; a row of a scope counts before the rows of the empty scope.</summary>
internal sealed class SimulationRules
{
    private readonly RuleFolder folder;
    private readonly Dictionary<(string Table, string Scope), List<RuleRow>> rows = [];
    private readonly ConcurrentDictionary<(string Table, string Scope), Weighted<string>> weights = [];
    private readonly ConcurrentDictionary<(string Table, string Scope), Quantiles> quantiles = [];
    private readonly ConcurrentDictionary<(string Table, string Scope, string Key), int> numbers = [];

    /// <summary>The rows valid at the end of the year.</summary>
    public SimulationRules(RuleFolder folder, int year)
    {
        this.folder = folder;
        LastDay = new DateOnly(year, 12, 31);
        foreach (var row in folder.Read("simulation").Where(row => row.IsValidOn(LastDay)))
        {
            var key = (row.Text("table"), row.Text("scope"));
            (rows.TryGetValue(key, out var list) ? list : rows[key] = []).Add(row);
        }
    }

    /// <summary>31 December of the year.</summary>
    public DateOnly LastDay { get; }

    /// <summary>Another dated table.</summary>
    public IReadOnlyList<RuleRow> Read(string table) => folder.Read(table);

    /// <summary>The rows of a distribution, in the order of the file.</summary>
    /// <exception cref="RuleException">There are none.</exception>
    public IReadOnlyList<RuleRow> Rows(string table, string scope = "") =>
        rows.TryGetValue((table, scope), out var own) ? own
        : rows.TryGetValue((table, ""), out var others) ? others
        : throw new RuleException(string.Create(CultureInfo.InvariantCulture, $"simulation.csv has no row '{table}' for '{scope}' in {LastDay.Year}."));

    /// <summary>One key, by weight.</summary>
    public string Draw(string table, string scope, RandomStream random) => weights.GetOrAdd((table, scope), ReadWeights).Draw(random);

    /// <summary>One value of a distribution that is given by its quantiles.</summary>
    public int Value(string table, string scope, RandomStream random) => quantiles.GetOrAdd((table, scope), ReadQuantiles).Draw(random);

    /// <summary>The number of one key.</summary>
    /// <exception cref="RuleException">There is no such row.</exception>
    public int Number(string table, string scope, string key) => numbers.GetOrAdd((table, scope, key), ReadNumber);

    private Weighted<string> ReadWeights((string Table, string Scope) name)
    {
        var found = Rows(name.Table, name.Scope);
        return found.Any(row => Whole(row) > 0)
            ? new Weighted<string>([.. found.Select(row => (row.Text("key"), Whole(row)))])
            : throw found[0].Fault($"every weight of '{name.Table}' '{name.Scope}' is 0");
    }

    private int ReadNumber((string Table, string Scope, string Key) name) =>
        Rows(name.Table, name.Scope).FirstOrDefault(row => row.Text("key") == name.Key) is { } row ? Whole(row)
        : throw new RuleException($"simulation.csv has no row '{name.Table}' '{name.Scope}' '{name.Key}'.");

    private Quantiles ReadQuantiles((string Table, string Scope) name)
    {
        var points = Rows(name.Table, name.Scope);
        try
        {
            return new Quantiles([.. points.Select(row => (int.Parse(row.Text("key"), CultureInfo.InvariantCulture), Whole(row)))]);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            throw points[0].Fault($"the points of '{name.Table}' '{name.Scope}' do not rise from 0 to 1000 per mille");
        }
    }

    private static int Whole(RuleRow row) =>
        row.Number("value") is { } number && number >= 0 && number <= int.MaxValue && decimal.Truncate(number) == number ? (int)number
        : throw row.Fault("the value is no whole number");
}
