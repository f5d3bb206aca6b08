using System.Reflection;

namespace FhirPsychAcute.FhirPath.Ucum;

/// <summary>An atom of UCUM as its table defines it.</summary>
/// <param name="Code">Case sensitive code.</param>
/// <param name="IsBase">One of the seven base units.</param>
/// <param name="IsMetric">Whether a prefix may stand before it.</param>
/// <param name="IsArbitrary">Comparable to nothing but itself (UCUM § 24).</param>
/// <param name="Function">Name of the function of a special unit, or null.</param>
/// <param name="Value">Factor before <paramref name="Definition"/>, as written.</param>
/// <param name="Definition">Unit in terms of which it is defined.</param>
/// <param name="Name">English name.</param>
internal sealed record UcumAtom(
    string Code, bool IsBase, bool IsMetric, bool IsArbitrary, string? Function, string Value, string Definition, string Name);

/// <summary>A metric or binary prefix.</summary>
internal sealed record UcumPrefix(string Code, Rational Factor, string Name);

/// <summary>The table of atoms and prefixes, read once from <c>units.tsv</c>.</summary>
internal sealed class UcumTable
{
    private static readonly Lazy<UcumTable> Shared = new(Read);

    private UcumTable(Dictionary<string, UcumAtom> atoms, Dictionary<string, UcumPrefix> prefixes)
    {
        Atoms = atoms;
        Prefixes = prefixes;
    }

    public static UcumTable Instance => Shared.Value;

    public IReadOnlyDictionary<string, UcumAtom> Atoms { get; }

    public IReadOnlyDictionary<string, UcumPrefix> Prefixes { get; }

    private static UcumTable Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("FhirPsychAcute.FhirPath.Ucum.units.tsv")!;
        using var reader = new StreamReader(stream);
        var atoms = new Dictionary<string, UcumAtom>(StringComparer.Ordinal);
        var prefixes = new Dictionary<string, UcumPrefix>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var cells = line.Split('\t');
            var kind = cells[1].Split(' ');
            if (kind[0] == "prefix")
            {
                prefixes.Add(cells[0], new UcumPrefix(cells[0], Rational.Parse(cells[2]), cells[4]));
                continue;
            }

            var arbitrary = kind.Contains("arbitrary", StringComparer.Ordinal);
            var function = kind.Length > 1 && !arbitrary ? kind[1] : null;
            atoms.Add(cells[0], new UcumAtom(cells[0], kind[0] == "base", kind[0] is "base" or "metric", arbitrary, function, cells[2], cells[3], cells[4]));
        }

        return new UcumTable(atoms, prefixes);
    }
}
