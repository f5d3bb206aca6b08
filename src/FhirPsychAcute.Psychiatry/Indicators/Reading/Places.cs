using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Reading;

/// <summary>
/// Organisations, and what belongs to them (offers, roles, places): in which region and municipality something happened. The region is the one that was responsible on the
/// day. Any number of threads may ask.
/// </summary>
internal sealed class Places
{
    // Deeper than any organisation chart; a chain that goes in a circle ends here.
    private const int MaxDepth = 16;

    private static readonly string Succeeds = Guide.Structure("succeeds");
    private const string OrganizationPeriod = "http://hl7.org/fhir/StructureDefinition/organization-period";

    private static readonly string[] Types = ["Organization", "HealthcareService", "PractitionerRole", "Location"];

    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> successors = new(StringComparer.Ordinal);
    private readonly Regions regions;

    private Places(Regions regions) => this.regions = regions;

    /// <summary>Reads them all: they are few.</summary>
    public static async Task<Places> ReadAsync(IIndicatorSource source, Regions regions, CancellationToken cancellationToken)
    {
        var all = new Places(regions);
        foreach (var type in Types)
        {
            await source.ScanAsync(
                new Gathering(type), static () => new List<(string, Place)>(),
                static (part, resource) =>
                {
                    if (resource.Address() is { } address)
                    {
                        part.Add((address, Read(resource)));
                    }
                },
                all.Add,
                cancellationToken);
        }

        return all;
    }

    /// <summary>Code of the region that was responsible on that day for what happened there; its name where it has no code; null where none is known.</summary>
    /// <param name="reference">Organization, HealthcareService, PractitionerRole or Location.</param>
    /// <param name="day">The day in Denmark.</param>
    public string? Region(string? reference, DateOnly day)
    {
        foreach (var (address, place) in Chain(reference))
        {
            foreach (var (code, from, to) in place.Regions)
            {
                if ((from is not { } first || day >= first) && (to is not { } last || day <= last))
                {
                    return regions.On(code, day) ?? code;
                }
            }

            if (place.IsRegion)
            {
                return RegionOn(address, place, day);
            }
        }

        return null;
    }

    /// <summary>Kommunekode of the municipality to which something belongs; null where there is none.</summary>
    public string? Municipality(string? reference)
    {
        foreach (var (_, place) in Chain(reference))
        {
            if (place.Municipality is { } code)
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>Whether something is an organisation, or belongs to it at whatever depth, or the organisation has taken it over.</summary>
    /// <param name="reference">What is asked about.</param>
    /// <param name="organization"><c>Organization/id</c>.</param>
    public bool IsWithin(string? reference, string organization)
    {
        foreach (var (address, _) in Chain(reference))
        {
            if (address == organization || successors.GetValueOrDefault(address) == organization)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether there is something at the address.</summary>
    public bool Knows(string address) => places.ContainsKey(address);

    /// <summary>What it is called; null where it has no name.</summary>
    public string? Name(string address) => places.GetValueOrDefault(address)?.Name;

    /// <summary>The code, or name, of a region's organisation; null where it is no region.</summary>
    public string? RegionItself(string address) => places.GetValueOrDefault(address) is { IsRegion: true } place ? KeyOf(place) : null;

    private string? RegionOn(string address, Place place, DateOnly day)
    {
        var key = KeyOf(place);
        if (key is not null && regions.Knows(key))
        {
            return regions.On(key, day);
        }

        for (var steps = 0; steps < MaxDepth; steps++)
        {
            if (place.To is { } last && day > last && successors.TryGetValue(address, out var next) && places.TryGetValue(next, out var successor))
            {
                (address, place) = (next, successor);
            }
            else if (place.From is { } first && day < first)
            {
                // What lies in a region now lay in the one before it; where it took over several, nothing here says in which.
                if (place.Predecessors is not [var before] || !places.TryGetValue(before, out var predecessor))
                {
                    return null;
                }

                (address, place) = (before, predecessor);
            }
            else
            {
                break;
            }
        }

        return KeyOf(place);
    }

    private static string? KeyOf(Place place) => place.Regions.Count > 0 ? place.Regions[^1].Code : place.Name;

    private IEnumerable<(string Address, Place Place)> Chain(string? reference)
    {
        for (var depth = 0; depth < MaxDepth && reference is not null && places.TryGetValue(reference, out var place); depth++)
        {
            yield return (reference, place);
            reference = place.Parent;
        }
    }

    private void Add(List<(string Address, Place Place)> part)
    {
        foreach (var (address, place) in part)
        {
            places[address] = place;
            foreach (var predecessor in place.Predecessors)
            {
                successors[predecessor] = address;
            }
        }
    }

    private static Place Read(ResourceDocument resource)
    {
        var root = resource.Root;
        var parent = root.ReferenceIn(resource.Type.Name switch { "HealthcareService" => "providedBy", "PractitionerRole" => "organization", "Location" => "managingOrganization", _ => "partOf" });
        if (resource.Type.Name != "Organization")
        {
            return new Place(parent, root.ChildValue("name"), false, [], null, null, null, []);
        }

        var codes = new List<(string, DateOnly?, DateOnly?)>();
        string? municipality = null;
        foreach (var identifier in root.ChildrenNamed("identifier"))
        {
            switch (identifier.ChildValue("system"))
            {
                case Codes.Region when identifier.ChildValue("value") is { } code:
                    codes.Add((code, Day(identifier, "period", "start"), Day(identifier, "period", "end")));
                    break;
                case Codes.Municipality:
                    municipality = identifier.ChildValue("value");
                    break;
            }
        }

        var isRegion = root.HasCode("type", Codes.Sct, Codes.RegionType);
        var predecessors = new List<string>();
        foreach (var extension in root.ChildrenNamed("extension"))
        {
            if (extension.ChildValue("url") == Succeeds && extension.Child("value") is { Exists: true } value && value.ChildValue("reference") is { } predecessor)
            {
                predecessors.Add(predecessor);
            }
        }

        var period = root.ExtensionValue(OrganizationPeriod);
        return new Place(parent, root.ChildValue("name"), isRegion, codes, municipality, DayIn(period, "start"), DayIn(period, "end"), predecessors);
    }

    private static DateOnly? Day(Element identifier, string name, string part) =>
        identifier.Child(name) is { Exists: true } period ? DayIn(period, part) : null;

    private static DateOnly? DayIn(Element period, string part) => period.Exists && period.RangeIn(part) is { } range ? DanishTime.Day(range.From) : null;

    private sealed record Place(
        string? Parent, string? Name, bool IsRegion, IReadOnlyList<(string Code, DateOnly? From, DateOnly? To)> Regions, string? Municipality, DateOnly? From, DateOnly? To,
        IReadOnlyList<string> Predecessors);
}
