using System.Collections.Concurrent;
using FhirPsychAcute.FhirPath.Ucum;

namespace FhirPsychAcute.Storage.Database;

/// <summary>
/// The UCUM codes that stand in the quantity index. A search for one unit asks for the others of its dimension too, each with the number converted, so that values are
/// found in whatever unit they were written, and nothing is stored twice. Read from the index when first needed, extended by writers; safe for any number of threads.
/// </summary>
internal sealed class UnitCodes
{
    // Real records have some hundred; what is beyond is found as it is written only.
    private const int MaxCodes = 5_000;
    private const int MaxComparable = 200;

    private readonly ConcurrentDictionary<string, bool> codes = new(StringComparer.Ordinal);
    private volatile bool isRead;

    /// <summary>A code that is being written.</summary>
    public void Add(string code)
    {
        if (!codes.ContainsKey(code) && codes.Count < MaxCodes)
        {
            codes.TryAdd(code, true);
        }
    }

    /// <summary>The codes of the same dimension that stand in the index, without the code itself; none for what is no unit.</summary>
    /// <param name="connection">A connection for reading.</param>
    /// <param name="systemId">Number of UCUM's url.</param>
    /// <param name="code">UCUM code.</param>
    public IReadOnlyList<string> Comparable(StoreConnection connection, long systemId, string code)
    {
        if (!UcumService.TryParse(code, out var unit, out _))
        {
            return [];
        }

        if (!isRead)
        {
            using var rows = connection.Prepare("SELECT DISTINCT code FROM index_quantity WHERE system_id = ?");
            rows.Bind(1, systemId);
            while (rows.Read())
            {
                Add(rows.GetString(0));
            }

            isRead = true;
        }

        var comparable = new List<string>();
        foreach (var (other, _) in codes)
        {
            if (other != code && comparable.Count < MaxComparable && UcumService.TryParse(other, out var candidate, out _) && candidate.IsComparableTo(unit))
            {
                comparable.Add(other);
            }
        }

        // In one order, so that equal searches have equal texts.
        comparable.Sort(StringComparer.Ordinal);
        return comparable;
    }
}
