using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>
/// Regions and municipalities: those of <c>regions.csv</c> and <c>municipalities.csv</c>, and those that are registered as Organization (partOf, psychacute-succeeds, organization-period).
/// Where both know a code, the tables count. Immutable once made.
/// </summary>
internal sealed class AreaTable
{
    /// <summary>System of kommunekoder.</summary>
    public const string MunicipalitySystem = "http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes";

    /// <summary>System of regionskoder.</summary>
    public const string RegionSystem = "urn:iso:std:iso:3166:-2";

    private const int MostSteps = 10;
    private const string PeriodExtension = "http://hl7.org/fhir/StructureDefinition/organization-period";
    private const string Sct = "http://snomed.info/sct";
    private const string RegionType = "550881000005103";

    private readonly Dictionary<string, Region> regions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Region> regionOrganizations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Municipality> municipalities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> municipalityOrganizations = new(StringComparer.Ordinal);
    private readonly ResourceSet resources;

    /// <summary>Reads the tables and the organisations.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="resources">Organizations and Locations.</param>
    public AreaTable(OfferTables tables, ResourceSet resources)
    {
        this.resources = resources;
        ReadRegions(tables.Regions);
        ReadRegionOrganizations();
        foreach (var row in tables.Municipalities)
        {
            municipalities.TryAdd(row.Text("code"), new Municipality(row.Text("code"), row.Text("name"), regions.GetValueOrDefault(row.Text("region"))));
        }

        ReadMunicipalityOrganizations();
        ReadMunicipalityLocations();
    }

    /// <summary>The municipality of a kommunekode; null where nothing knows it.</summary>
    public Municipality? MunicipalityOf(string code) => municipalities.GetValueOrDefault(code);

    /// <summary>The region of a regionskode or a name; null where nothing knows it.</summary>
    public Region? RegionOf(string codeOrName) => regions.GetValueOrDefault(codeOrName);

    /// <summary>What regions are called that exist on a day: regionskode, or name where none is known.</summary>
    public IEnumerable<string> RegionCodes(DateOnly day) =>
        regions.Values.Distinct().Where(region => region.ExistsOn(day)).Select(static region => region.Code ?? region.Name).Order(StringComparer.Ordinal);

    /// <summary>The area of a Location: by its codes, those of the place that it is part of, or those of the organisation that manages it.</summary>
    public bool AddLocation(string? reference, CoverageBuilder to)
    {
        for (var steps = 0; steps < MostSteps && resources.Find(reference) is { } location; steps++)
        {
            if (AddCodes(location, to) || AddOrganization(location.Root.ReferenceIn("managingOrganization"), to))
            {
                return true;
            }

            reference = location.Root.ReferenceIn("partOf");
        }

        return false;
    }

    /// <summary>The area of an organisation: the municipality or region that it is, or is part of.</summary>
    public bool AddOrganization(string? reference, CoverageBuilder to)
    {
        for (var steps = 0; steps < MostSteps && reference is not null && resources.Find(reference) is { } organization; steps++)
        {
            if (municipalityOrganizations.TryGetValue(reference, out var municipality))
            {
                to.Municipalities.Add(municipality);
                return true;
            }

            if (regionOrganizations.TryGetValue(reference, out var region))
            {
                to.Regions.Add(region);
                return true;
            }

            reference = organization.Root.ReferenceIn("partOf");
        }

        return false;
    }

    private bool AddCodes(ResourceDocument resource, CoverageBuilder to)
    {
        var any = false;
        foreach (var code in Identifiers(resource, MunicipalitySystem))
        {
            any = true;
            to.Municipalities.Add(code);
        }

        foreach (var code in Identifiers(resource, RegionSystem))
        {
            if (regions.TryGetValue(code, out var region))
            {
                any = true;
                to.Regions.Add(region);
            }
        }

        return any;
    }

    private void ReadRegions(IReadOnlyList<RuleRow> rows)
    {
        foreach (var row in rows)
        {
            var region = new Region(row.Text("code") is { Length: > 0 } code ? code : null, row.Text("name"), row.ValidFrom, row.ValidTo);
            regions.TryAdd(region.Name, region);
            if (region.Code is { } known)
            {
                regions.TryAdd(known, region);
            }
        }

        foreach (var row in rows.Where(static row => row.Text("succeeded_by").Length > 0))
        {
            regions[row.Text("name")].Successor = regions.GetValueOrDefault(row.Text("succeeded_by"));
        }
    }

    private void ReadRegionOrganizations()
    {
        foreach (var organization in resources.OfType("Organization"))
        {
            var code = Identifiers(organization, RegionSystem).FirstOrDefault();
            if (code is null && !organization.Root.HasCode("type", Sct, RegionType))
            {
                continue;
            }

            var name = organization.Root.ChildValue("name") ?? code ?? resources.AddressOf(organization);
            if (!regions.TryGetValue(code ?? name, out var region))
            {
                region = new Region(code, name, null, null);
                regions.Add(code ?? name, region);
                regions.TryAdd(name, region);
            }

            var (start, end) = organization.Root.ExtensionOf(PeriodExtension).PeriodIn("value");
            region.ValidFrom ??= start is { } first ? DanishTime.Day(first) : null;
            region.ValidTo ??= end is { } last ? DanishTime.Day(last) : null;
            regionOrganizations.TryAdd(resources.AddressOf(organization), region);
        }

        foreach (var organization in resources.OfType("Organization"))
        {
            foreach (var extension in organization.Root.ChildrenNamed("extension"))
            {
                if (extension.ChildValue("url") == Guide.Structure("succeeds") && extension.ReferenceIn("value") is { } older &&
                    regionOrganizations.TryGetValue(older, out var region) && regionOrganizations.TryGetValue(resources.AddressOf(organization), out var successor) && region != successor)
                {
                    region.Successor ??= successor;
                }
            }
        }
    }

    private void ReadMunicipalityOrganizations()
    {
        foreach (var organization in resources.OfType("Organization"))
        {
            foreach (var code in Identifiers(organization, MunicipalitySystem))
            {
                Know(code, organization.Root.ChildValue("name"), RegionAbove(organization));
                municipalityOrganizations.TryAdd(resources.AddressOf(organization), code);
            }
        }
    }

    private void ReadMunicipalityLocations()
    {
        foreach (var location in resources.OfType("Location"))
        {
            foreach (var code in Identifiers(location, MunicipalitySystem))
            {
                var above = new CoverageBuilder();
                AddLocation(location.Root.ReferenceIn("partOf"), above);
                var owner = resources.Find(location.Root.ReferenceIn("managingOrganization"));
                Know(code, owner?.Root.ChildValue("name"), above.Regions.FirstOrDefault() ?? (owner is null ? null : RegionAbove(owner)));
            }
        }
    }

    private void Know(string code, string? name, Region? region)
    {
        var known = municipalities.GetValueOrDefault(code);
        municipalities[code] = new Municipality(code, known?.Region is null ? name ?? known?.Name ?? code : known.Name, known?.Region ?? region);
    }

    private Region? RegionAbove(ResourceDocument organization)
    {
        var reference = organization.Root.ReferenceIn("partOf");
        for (var steps = 0; steps < MostSteps && reference is not null; steps++)
        {
            if (regionOrganizations.TryGetValue(reference, out var region))
            {
                return region;
            }

            reference = resources.Find(reference)?.Root.ReferenceIn("partOf");
        }

        return null;
    }

    private static IEnumerable<string> Identifiers(ResourceDocument resource, string system)
    {
        foreach (var identifier in resource.Root.ChildrenNamed("identifier").ToList())
        {
            if (identifier.ChildValue("system") == system && identifier.ChildValue("value") is { Length: > 0 } value)
            {
                yield return value;
            }
        }
    }
}
