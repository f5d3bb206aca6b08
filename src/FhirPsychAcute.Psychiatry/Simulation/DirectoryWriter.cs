using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>Regions, municipalities, lines, wards, roles, areas and offers, as they stand when the year is over.</summary>
internal sealed class DirectoryWriter(SimulationScribe scribe, SimulationRules rules, SimulatedDirectory directory)
{
    private const string RegionType = "550881000005103";
    private const string MunicipalityType = "547211000005108";
    private static readonly string[] Roles = ["visitator", "visitator-psychiatry", "amk-physician", "apk", "patientraadgiver"];
    private static readonly string[] WardRoles = ["overlaege", "physician", "external-physician", "ward-staff"];
    private int numbers;

    /// <summary>Wards of each region: for adults, and the last for children and young people.</summary>
    public static readonly string[] Wards = ["afsnit-1", "afsnit-2", "afsnit-3", "afsnit-b"];

    /// <summary>Writes all of it.</summary>
    public void Write()
    {
        foreach (var region in directory.All)
        {
            Region(region);
        }

        Organization($"{scribe.Prefix}linje", "Eksempellinjen, civilsamfundets linje (fiktiv)", partOf: null);
        foreach (var region in directory.Regions)
        {
            Parts(region);
            foreach (var municipality in region.Municipalities)
            {
                Municipality(region, municipality);
            }
        }
    }

    private void Region(SimulatedRegion region)
    {
        var (from, to) = (region.Row.ValidFrom, region.Row.ValidTo);
        var composer = scribe.Begin("Organization", region.Id, Guide.Structure("region")).OpenList("extension")
            .OpenExtension("http://hl7.org/fhir/StructureDefinition/organization-period");
        Days(composer.Open("valuePeriod"), from, to).Close().Close();
        foreach (var old in directory.All.Where(old => old.Row.Text("succeeded_by") == region.Row.Text("name")))
        {
            composer.OpenExtension(Guide.Structure("succeeds")).Reference("valueReference", $"Organization/{old.Id}").Close();
        }

        Identifier(composer.CloseList().OpenList("identifier"));
        if (region.Row.Text("code") is { Length: > 0 } code)
        {
            Days(composer.OpenItem().Text("system", Terms.Region).Text("value", code).Open("period"), from, to).Close().Close();
        }

        // Active is what is true when the year is over: a region that ends with the year has ended.
        composer.CloseList().Flag("active", to is null || to > rules.LastDay)
            .OpenList("type").ConceptItem(Terms.Snomed, RegionType).CloseList().Text("name", $"{region.Row.Text("name")} (simuleret)");
        scribe.Finish();
    }

    private void Parts(SimulatedRegion region)
    {
        var name = region.Row.Text("name");
        foreach (var (part, title) in new[] { ("amk", "AMK-vagtcentralen"), ("laegevagt", "Lægevagten"), ("1813", "Akuttelefonen 1813"), ("pam", "Psykiatrisk akutmodtagelse"), ("pkn", "Det Psykiatriske Patientklagenævn") })
        {
            var runs = part is "amk" or "pam" or "pkn" || rules.Rows("line", region.Scope).Any(line => line.Text("key") == part);
            if (runs)
            {
                Organization(region.Part(part), $"{title}, {name} (simuleret)", region.Id);
            }
        }

        foreach (var role in Roles)
        {
            Role(region.Part(role), role, region.Part("amk"));
        }

        foreach (var ward in Wards)
        {
            Organization(region.Part(ward), $"Psykiatrisk {ward.Replace('-', ' ')}, {name} (simuleret)", region.Id);
            foreach (var role in WardRoles)
            {
                Role(region.Part($"{ward}-{role}"), role, region.Part(ward));
            }

            Place(region.Part($"{ward}-sted"), "wa", $"{ward.Replace('-', ' ')} (simuleret)", region.Part(ward), null, null);
        }

        Place(region.Part("omraade"), "jdn", $"{name}, hele regionen (simuleret)", region.Id, Terms.Region, region.Codes[0]);
        Offer(region.Part("tilbud-pam"), "pam", "region", $"Psykiatrisk akutmodtagelse, {name} (simuleret)", region.Part("pam"), region.Part("omraade"), hours: null);
        Offer(region.Part("tilbud-akutteam"), "akutteam", "region", $"Akutteamet, {name} (simuleret)", region.Part("pam"), region.Part("omraade"), ("08:00:00", "22:00:00"));
    }

    private void Municipality(SimulatedRegion region, SimulatedMunicipality municipality)
    {
        var composer = scribe.Begin("Organization", region.Municipal(municipality), Guide.Structure("municipality")).OpenList("identifier");
        Identifier(composer);
        composer.IdentifierItem(Terms.Municipality, municipality.Code).CloseList().Flag("active", true)
            .OpenList("type").ConceptItem(Terms.Snomed, MunicipalityType).CloseList().Text("name", municipality.Name).Reference("partOf", $"Organization/{region.Id}");
        scribe.Finish();
        Role(region.Municipal(municipality, "medarbejder"), "akuttilbud-staff", region.Municipal(municipality));
        Place(region.Municipal(municipality, "omraade"), "jdn", $"{municipality.Name}, hele kommunen", region.Municipal(municipality), Terms.Municipality, municipality.Code);
        Offer(
            region.Municipal(municipality, "akuttilbud"), "akuttilbud", "municipality", $"Akuttilbuddet, {municipality.Name}", region.Municipal(municipality),
            region.Municipal(municipality, "omraade"), hours: null);
    }

    private void Offer(string id, string type, string category, string name, string provider, string area, (string From, string To)? hours)
    {
        var composer = scribe.Begin("HealthcareService", id, Guide.Structure("offer")).OpenList("extension");
        if (type == "akuttilbud")
        {
            composer.OpenExtension(Guide.Structure("capacity")).OpenList("extension")
                .OpenExtension("places").Number("valueUnsignedInt", 6).Close().OpenExtension("free").Number("valueUnsignedInt", 2).Close()
                .OpenExtension("asOf").Time("valueDateTime", scribe.Clock.End.AddHours(-6)).Close().CloseList().Close();
        }

        composer.OpenExtension(Guide.Structure("confirmed")).OpenList("extension").OpenExtension("time").Time("valueDateTime", scribe.Clock.End.AddHours(-16)).Close().CloseList().Close().CloseList();
        Identifier(composer.OpenList("identifier"));
        composer.CloseList().Flag("active", true).Reference("providedBy", $"Organization/{provider}")
            .OpenList("category").ConceptItem(Guide.Codes("offer-category"), category).CloseList()
            .OpenList("type").ConceptItem(Guide.Codes("offer-type"), type).CloseList().Text("name", name)
            .OpenList("telecom").OpenItem().Text("system", "phone").Text("value", SimulationScribe.Telephone).Close().CloseList()
            .OpenList("coverageArea").ReferenceItem($"Location/{area}").CloseList();
        if (type == "akuttilbud")
        {
            composer.OpenList("eligibility").OpenItem().Concept("code", Guide.Codes("age-group"), "adult").Close().CloseList().OpenList("characteristic");
            foreach (var characteristic in (ReadOnlySpan<string>)["overnight", "self-referral", "anonymous", "staffed-24h"])
            {
                composer.ConceptItem(Guide.Codes("offer-characteristic"), characteristic);
            }

            composer.CloseList();
        }

        composer.Flag("appointmentRequired", false).OpenList("availableTime").OpenItem();
        if (hours is { } open)
        {
            composer.Text("availableStartTime", open.From).Text("availableEndTime", open.To);
        }
        else
        {
            composer.Flag("allDay", true);
        }

        composer.Close().CloseList();
        scribe.Finish();
    }

    private void Organization(string id, string name, string? partOf)
    {
        var composer = scribe.Begin("Organization", id, Guide.Structure("organization"));
        Identifier(composer.OpenList("identifier"));
        composer.CloseList().Flag("active", true).Text("name", name).Reference("partOf", partOf is null ? null : $"Organization/{partOf}");
        scribe.Finish();
    }

    private void Role(string id, string code, string organization)
    {
        scribe.Begin("PractitionerRole", id, Guide.Structure("practitioner-role")).Flag("active", true).Reference("organization", $"Organization/{organization}")
            .OpenList("code").ConceptItem(Guide.Codes("role"), code).CloseList();
        scribe.Finish();
    }

    private void Place(string id, string type, string name, string organization, string? system, string? code)
    {
        var composer = scribe.Begin("Location", id, Guide.Structure("location"));
        if (system is not null && code is not null)
        {
            composer.OpenList("identifier").IdentifierItem(system, code).CloseList();
        }

        composer.Text("status", "active").Text("name", name).Text("mode", "instance").Concept("physicalType", Terms.PhysicalType, type).Reference("managingOrganization", $"Organization/{organization}");
        scribe.Finish();
    }

    // SOR numbers that no organisation has: they lack the namespace that every real one carries (examples/README.md).
    private void Identifier(ResourceComposer composer) => composer.OpenItem().Text("use", "official").Text("system", Terms.Sor)
        .Text("value", (99901000001L + numbers++).ToString(CultureInfo.InvariantCulture)).Close();

    private static ResourceComposer Days(ResourceComposer composer, DateOnly? from, DateOnly? to) =>
        composer.Text("start", from?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Text("end", to?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
