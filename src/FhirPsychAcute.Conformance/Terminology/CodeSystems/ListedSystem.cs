using FhirPsychAcute.Conformance.Terminology.ValueSets;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.CodeSystems;

/// <summary>
/// A code system that R4 gives no CodeSystem for, but a value set that lists its codes: countries (ISO 3166, those of
/// two letters), currencies (ISO 4217).
/// </summary>
internal sealed class ListedSystem : CodeSource
{
    private const string Countries = "urn:iso:std:iso:3166";

    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        [Countries] = "http://hl7.org/fhir/ValueSet/iso3166-1-2",
        ["urn:iso:std:iso:4217"] = "http://hl7.org/fhir/ValueSet/currencies",
    };

    private readonly List<Element> concepts;
    private readonly CodeTable codes;

    private ListedSystem(string url, List<Element> concepts)
        : base(url)
    {
        this.concepts = concepts;
        codes = new CodeTable(concepts.Count);
        for (var i = 0; i < concepts.Count; i++)
        {
            codes.Add(Utf8Text.Of(concepts[i].Child("code")), i);
        }
    }

    /// <summary>The system's list; null when there is none.</summary>
    /// <param name="system">Url of the code system.</param>
    /// <param name="resolve">Finds a value set: its definition and the expansion published beside it.</param>
    public static ListedSystem? Of(string system, Func<string, (Element ValueSet, GivenExpansion? Expansion)?> resolve)
    {
        if (!Lists.TryGetValue(system, out var canonical) || resolve(canonical) is not { } found)
        {
            return null;
        }

        var listed = new List<Element>();
        foreach (var include in found.ValueSet.Child("compose") is { Exists: true } compose ? compose.ChildrenNamed("include").ToList() : [])
        {
            if (include.ChildValue("system") == system)
            {
                listed.AddRange(include.ChildrenNamed("concept").ToList());
            }
        }

        if (listed.Count == 0)
        {
            listed.AddRange(found.Expansion?.Entries.Where(entry => entry.ChildValue("system") == system) ?? []);
        }

        return listed.Count == 0 ? null : new ListedSystem(system, listed);
    }

    /// <inheritdoc/>
    public override int Count => concepts.Count;

    /// <inheritdoc/>
    public override bool IsComplete => Url != Countries;

    /// <inheritdoc/>
    public override Presence Find(ReadOnlySpan<byte> code, out int concept)
    {
        concept = codes.Find(code);
        return concept >= 0 ? Presence.Present : !IsComplete && IsOtherCountryCode(code) ? Presence.Unknown : Presence.Absent;
    }

    /// <inheritdoc/>
    public override Element Concept(int number) => concepts[number];

    // Countries have codes of three letters and of three digits too, which are listed nowhere.
    private static bool IsOtherCountryCode(ReadOnlySpan<byte> code) =>
        code.Length == 3 && (code.IndexOfAnyExceptInRange((byte)'A', (byte)'Z') < 0 || code.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);
}
