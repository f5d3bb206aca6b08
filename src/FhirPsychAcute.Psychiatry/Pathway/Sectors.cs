using System.Collections.Concurrent;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Pathway;

/// <summary>Who did something: an organisation and the sector that it belongs to.</summary>
/// <param name="Organization"><c>Organization/id</c>; null where it is not known.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sector">Code of <c>psychacute-sector</c>.</param>
public sealed record Actor(string? Organization, string? Name, string Sector)
{
    /// <summary>Nobody known.</summary>
    public static Actor Unknown { get; } = new(null, null, Sectors.Unknown);
}

/// <summary>
/// Which sector an organisation belongs to: region, hospital, municipality, civil society, general practice, another authority. Read from its type by the table
/// <c>sectors.csv</c>, else from a kommunekode or regionskode that it has, else from the organisation that it is part of.
/// </summary>
public sealed class Sectors
{
    internal const string Unknown = "unknown";
    private const string MunicipalityCodes = "http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes";
    private const string RegionCodes = "urn:iso:std:iso:3166:-2";

    // No organisation stands deeper than this under the one that says its sector.
    private const int MaxDepth = 8;

    private readonly Dictionary<(string System, string Code), string> byCode = [];
    private readonly Dictionary<string, string> byText = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Actor> known = new(StringComparer.Ordinal);
    private readonly ResourceSet resources;

    /// <summary>Sectors of the organisations in a set.</summary>
    /// <param name="rules">Holds <c>sectors.csv</c>.</param>
    /// <param name="resources">The organisations, roles and offers.</param>
    public Sectors(RuleFolder rules, ResourceSet resources)
    {
        ArgumentNullException.ThrowIfNull(rules);
        this.resources = resources;
        foreach (var row in rules.Read("sectors"))
        {
            if (row.Text("code") is { Length: > 0 } code)
            {
                byCode[(row.Text("system"), code)] = row.Text("sector");
            }

            if (row.Text("text") is { Length: > 0 } text)
            {
                byText[text] = row.Text("sector");
            }
        }
    }

    /// <summary>The organisation behind a reference to one, to a role in it or to an offer of it.</summary>
    /// <param name="reference"><c>Type/id</c>; null for none.</param>
    public Actor Of(string? reference) => reference is null ? Actor.Unknown : known.GetOrAdd(reference, Find);

    private Actor Find(string reference)
    {
        var resource = resources.Find(reference);
        for (var step = 0; resource is not null && step < MaxDepth; step++)
        {
            switch (resource.Type.Name)
            {
                case "Organization":
                    return new Actor(resources.AddressOf(resource), resource.Root.ChildValue("name"), SectorOf(resource));
                case "PractitionerRole":
                    resource = resources.Find(resource.Root.ReferenceIn("organization"));
                    break;
                case "HealthcareService":
                    resource = resources.Find(resource.Root.ReferenceIn("providedBy"));
                    break;
                case "Location":
                    resource = resources.Find(resource.Root.ReferenceIn("managingOrganization"));
                    break;
                default:
                    return Actor.Unknown;
            }
        }

        return Actor.Unknown;
    }

    private string SectorOf(ResourceDocument organization)
    {
        for (var step = 0; step < MaxDepth; step++)
        {
            var root = organization.Root;
            foreach (var type in root.ChildrenNamed("type"))
            {
                if (OfType(type) is { } sector)
                {
                    return sector;
                }
            }

            foreach (var identifier in root.ChildrenNamed("identifier"))
            {
                switch (identifier.ChildValue("system"))
                {
                    case MunicipalityCodes:
                        return "municipality";
                    case RegionCodes:
                        return "region";
                }
            }

            if (resources.Find(root.ReferenceIn("partOf")) is not { } above)
            {
                break;
            }

            organization = above;
        }

        return Unknown;
    }

    private string? OfType(Element type)
    {
        foreach (var coding in type.ChildrenNamed("coding"))
        {
            if (byCode.TryGetValue((coding.ChildValue("system") ?? "", coding.ChildValue("code") ?? ""), out var sector))
            {
                return sector;
            }
        }

        return type.ChildValue("text") is { } text ? byText.GetValueOrDefault(text) : null;
    }
}
