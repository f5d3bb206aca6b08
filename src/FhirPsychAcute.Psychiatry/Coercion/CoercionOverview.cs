using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>All episodes of a ward, a region or the country that are open at a time or need somebody to act, most urgent first.</summary>
public sealed class CoercionOverview
{
    private const string RegionSystem = "urn:iso:std:iso:3166:-2";

    // Wards lie in hospitals, hospitals in regions; further up nobody goes.
    private const int MostLevels = 8;

    private readonly ResourceSet set;

    private CoercionOverview(ResourceSet set, DateTimeOffset at, IReadOnlyList<WardEpisode> episodes)
    {
        this.set = set;
        At = at;
        Episodes = episodes;
    }

    /// <summary>The time.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The episodes.</summary>
    public IReadOnlyList<WardEpisode> Episodes { get; }

    /// <summary>Makes it.</summary>
    /// <param name="set">What <see cref="CoercionGathering.OfWard"/> asked for.</param>
    /// <param name="at">The time.</param>
    /// <param name="ward">Address or identifier of a ward; null for all.</param>
    /// <param name="region">A regionskode, or the name of a region without one; null for all.</param>
    /// <param name="rules">The rules.</param>
    public static CoercionOverview Of(ResourceSet set, DateTimeOffset at, string? ward, string? region, CoercionRules rules)
    {
        ArgumentNullException.ThrowIfNull(set);
        var places = new Dictionary<string, string?>(StringComparer.Ordinal);
        var episodes = new List<WardEpisode>();
        foreach (var episode in new CaseReader(set, at).All())
        {
            // Straps and gloves follow their belt.
            if (episode.Start > at || !episode.IsReal || IsPart(set, episode) || (ward is not null && !IsWard(set, episode.Ward, ward)))
            {
                continue;
            }

            var place = RegionOf(set, episode.Ward, DanishTime.Day(at), places);
            if (region is not null && place != region)
            {
                continue;
            }

            var found = new WardEpisode(CoercionStatus.Of(episode, rules), episode.Ward, place);
            if (episode.IsOpen || found.ToDo.Count > 0)
            {
                episodes.Add(found);
            }
        }

        episodes.Sort(static (one, other) => one.Urgency.CompareTo(other.Urgency) is var order and not 0 ? order : string.CompareOrdinal(one.Status.Case.Address, other.Status.Case.Address));
        return new CoercionOverview(set, at, episodes);
    }

    /// <summary>What a ward is called; null where nothing says so.</summary>
    public string? NameOf(string? ward) => set.Find(ward)?.Root.ChildValue("name");

    private static bool IsPart(ResourceSet set, CoercionCase episode) =>
        episode.Procedure.Root.ReferencesIn("partOf").Any(whole => set.Find(whole) is { Type.Name: "Procedure" } procedure && CaseReader.IsMeasure(procedure));

    private static bool IsWard(ResourceSet set, string? address, string wanted)
    {
        if (address == wanted || !wanted.Contains('|', StringComparison.Ordinal))
        {
            return address == wanted;
        }

        return set.Find(address)?.Root.ChildrenNamed("identifier").ToList().Exists(identifier => $"{identifier.ChildValue("system")}|{identifier.ChildValue("value")}" == wanted) ?? false;
    }

    // A region that was succeeded has its code until the day before: of several codes the one of the day counts. One whose code nobody knows yet goes by its name.
    private static string? RegionOf(ResourceSet set, string? ward, DateOnly day, Dictionary<string, string?> known)
    {
        if (ward is null)
        {
            return null;
        }

        if (known.TryGetValue(ward, out var found))
        {
            return found;
        }

        var place = set.Find(set.Find(ward)?.Root.ReferenceIn("managingOrganization"));
        for (var level = 0; place is not null && found is null && level < MostLevels; level++)
        {
            found = place.Root.ChildrenNamed("identifier").ToList()
                .Where(identifier => identifier.ChildValue("system") == RegionSystem && IsOn(identifier, day))
                .Select(static identifier => identifier.ChildValue("value"))
                .FirstOrDefault() ?? (place.Claims(Guide.Structure("region")) ? place.Root.ChildValue("name") : null);
            place = set.Find(place.Root.ReferenceIn("partOf"));
        }

        return known[ward] = found;
    }

    private static bool IsOn(Element identifier, DateOnly day) =>
        identifier.Child("period") is not { Exists: true } period
        || ((period.RangeIn("start") is not { } start || DanishTime.Day(start.From) <= day) && (period.RangeIn("end") is not { } end || DanishTime.Day(end.To.AddTicks(-1)) >= day));
}
