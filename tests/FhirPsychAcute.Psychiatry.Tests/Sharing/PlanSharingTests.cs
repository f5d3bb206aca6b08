using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Privacy;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Rules;
using FhirPsychAcute.Psychiatry.Sharing;
using FhirPsychAcute.Psychiatry.Tests.Pathway;

namespace FhirPsychAcute.Psychiatry.Tests.Sharing;

/// <summary>Who is handed a plan, on what ground, and who is not and why.</summary>
public sealed class PlanSharingTests
{
    private const string Agreement = """
        {"resourceType":"CarePlan","id":"plan-1","meta":{"versionId":"3","profile":["https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-discharge-agreement"]},
         "extension":[{"url":"https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-patient-agreed","valueBoolean":true},
           {"url":"https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-legal-basis","extension":[
             {"url":"basis","valueCodeableConcept":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-legal-basis","code":"samtykke"}]}},{"url":"source","valueString":"Journal"}]}],
         "status":"active","intent":"plan","category":[{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-plan-category","code":"udskrivningsaftale"}]}],
         "subject":{"reference":"Patient/1"},"period":{"start":"2026-03-01"},"created":"2026-02-28T10:00:00+01:00","author":{"reference":"Practitioner/overlaege","display":"Birgitte Hansen"},
         "careTeam":[{"reference":"CareTeam/1"}],"activity":[{"detail":{"status":"scheduled","description":"Birgitte Hansen ringer om en uge"}}]}
        """;

    private static readonly string[] Others =
    [
        """{"resourceType":"Patient","id":"1","identifier":[{"system":"https://fhirpsychacute.dk/sid/pseudonym","value":"x"}]}""",
        """{"resourceType":"Practitioner","id":"overlaege","name":[{"given":["Birgitte"],"family":"Hansen"}]}""",
        """
        {"resourceType":"CareTeam","id":"1","status":"active","subject":{"reference":"Patient/1"},"participant":[
          {"role":[{"text":"Kommune"}],"member":{"reference":"Organization/kommune"}},{"role":[{"text":"Egen læge"}],"member":{"reference":"Organization/praksis"}},
          {"role":[{"text":"Søster"}],"member":{"reference":"RelatedPerson/soester"}},{"role":[{"text":"Bror"}],"member":{"reference":"RelatedPerson/bror"}},
          {"role":[{"text":"Botilbud"}],"member":{"display":"Et botilbud"}},{"role":[{"text":"Tidligere støtteperson"}],"member":{"reference":"Organization/hjaelp"},"period":{"end":"2026-02-01"}}]}
        """,
        """{"resourceType":"Organization","id":"kommune","identifier":[{"system":"http://www.gs1.org/gln","value":"1"}],"type":[{"text":"Kommune"}],"name":"Kommunen"}""",
        """{"resourceType":"Organization","id":"praksis","identifier":[{"system":"http://www.gs1.org/gln","value":"2"}],"type":[{"text":"Almen praksis"}],"name":"Lægerne"}""",
        """{"resourceType":"Organization","id":"hjaelp","identifier":[{"system":"http://www.gs1.org/gln","value":"3"}],"type":[{"text":"Civilsamfund"}],"name":"Hjælpen"}""",
        """{"resourceType":"RelatedPerson","id":"soester","patient":{"reference":"Patient/1"},"telecom":[{"value":"1"}]}""",
        """{"resourceType":"RelatedPerson","id":"bror","patient":{"reference":"Patient/1"},"telecom":[{"value":"2"}]}""",
    ];

    private static readonly Pseudonym Pseudonym = new("a secret of this test, long enough"u8);

    [Fact]
    public void By_consent_each_party_needs_one_that_names_it_and_covers_plans_and_the_day()
    {
        var decisions = Decide(Agreement, null, null, "2026-03-02T12:00:00+01:00",
            Consent("permit", "Organization/kommune", """,{"role":{"text":"x"},"reference":{"reference":"RelatedPerson/soester"}}"""), Consent("deny", "RelatedPerson/bror"));

        Assert.Equal(
            """
            Kommunen (Kommune): samtykke
            Lægerne (Egen læge): no-consent
            Søster: samtykke
            Bror: refused-by-patient
            Botilbud: no-address
            Hjælpen (Tidligere støtteperson): party-ended
            """, decisions);
    }

    [Fact]
    public void Under_section_13_c_authorities_have_it_and_relatives_only_by_consent()
    {
        var decisions = Decide(Agreement, "psykiatriloven-13c", "Kommunen skal følge op på boligen", "2026-03-02T12:00:00+01:00", Consent("permit", "RelatedPerson/soester"));

        Assert.Equal(
            """
            Kommunen (Kommune): psykiatriloven-13c
            Lægerne (Egen læge): not-an-authority
            Søster: samtykke
            Bror: relative-without-consent
            Botilbud: no-address
            Hjælpen (Tidligere støtteperson): party-ended
            """, decisions);
    }

    [Theory]
    [InlineData("\"status\":\"active\",\"scope\"", "\"status\":\"inactive\",\"scope\"")]
    [InlineData("\"type\":\"permit\"", "\"type\":\"permit\",\"period\":{\"end\":\"2026-03-01\"}")]
    [InlineData("\"type\":\"permit\"", "\"type\":\"permit\",\"period\":{\"start\":\"2026-03-03\"}")]
    [InlineData("\"type\":\"permit\"", "\"type\":\"permit\",\"code\":[{\"coding\":[{\"system\":\"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-consent-scope\",\"code\":\"bolig\"}]}]")]
    [InlineData("\"type\":\"permit\"", "\"type\":\"permit\",\"purpose\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActReason\",\"code\":\"HRESCH\"}]")]
    [InlineData("\"type\":\"permit\"", "\"type\":\"permit\",\"provision\":[{\"type\":\"deny\",\"code\":[{\"coding\":[{\"system\":\"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-consent-scope\",\"code\":\"planer\"}]}]}]")]
    [InlineData("2026-02-28T09:00:00+01:00", "2026-03-05T09:00:00+01:00")]
    [InlineData("Patient/1", "Patient/2")]
    public void A_consent_that_is_not_in_force_or_is_about_something_else_opens_nothing(string right, string wrong)
    {
        var decisions = Decide(Agreement, null, null, "2026-03-02T12:00:00+01:00", Consent("permit", "Organization/kommune").Replace(right, wrong, StringComparison.Ordinal));

        Assert.DoesNotContain("Kommunen (Kommune): samtykke", decisions, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_refusal_counts_before_an_earlier_permission()
    {
        var decisions = Decide(Agreement, null, null, "2026-03-02T12:00:00+01:00",
            Consent("permit", "Organization/kommune"), Consent("deny", "Organization/kommune").Replace("02-28T09", "03-01T09", StringComparison.Ordinal));

        Assert.StartsWith("Kommunen (Kommune): refused-by-patient", decisions, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"udskrivningsaftale\"", "\"kriseplan\"", null, null, null, "Kun en udskrivningsaftale eller en koordinationsplan gives til parter (psykiatriloven §§ 13 a og 13 b).")]
    [InlineData("\"status\":\"active\"", "\"status\":\"draft\"", null, null, null, "Planen gælder ikke: dens status er 'draft'.")]
    [InlineData("\"udskrivningsaftale\"", "\"koordinationsplan\"", "samtykke", null, null, "En koordinationsplan laves, fordi patienten ikke er enig; den deles ikke på patientens samtykke, men efter psykiatriloven § 13 c (legal-basis psykiatriloven-13c).")]
    [InlineData("", "", "akut-fare", null, null, "En plan deles med samtykke (samtykke) eller efter psykiatriloven § 13 c (psykiatriloven-13c), ikke på grundlaget 'akut-fare'.")]
    [InlineData(",{\"url\":\"source\",\"valueString\":\"Journal\"}", "", "psykiatriloven-13c", null, null, "Angiv, hvorfor delingen er nødvendig for planen (necessity): psykiatriloven § 13 c tillader kun det.")]
    [InlineData("\"careTeam\":[{\"reference\":\"CareTeam/1\"}],", "", null, null, null, "Planen nævner ingen parter: careTeam mangler eller er tomt.")]
    [InlineData("\"author\":{\"reference\":\"Practitioner/overlaege\",", "\"author\":{", null, null, null, "Angiv, hvem der deler planen (actor): planen nævner ingen forfatter med en henvisning.")]
    [InlineData("\"subject\":{\"reference\":\"Patient/1\"},", "", null, null, null, "Planen siger ikke med en henvisning, hvem den handler om: subject mangler.")]
    [InlineData("", "", null, null, "Organization/fremmed", "'Organization/fremmed' er ikke part i planen.")]
    public void What_cannot_be_shared_at_all_is_refused_whole(string right, string wrong, string? basis, string? necessity, string? recipient, string text)
    {
        var resources = Resources(right.Length == 0 ? Agreement : Agreement.Replace(right, wrong, StringComparison.Ordinal));
        var request = new PlanShareRequest(resources.All[0], Scenario.Time("2026-03-02T12:00:00+01:00"), Language.Danish) { Basis = basis, Necessity = necessity, Recipients = recipient is null ? [] : [recipient] };

        var (sharing, refusal) = PlanSharing.Decide(request, resources, new RuleFolder());

        Assert.Null(sharing);
        Assert.Equal(text, refusal!.Text(Language.Danish));
    }

    [Fact]
    public void The_message_to_the_municipality_holds_the_plan_without_the_name_of_who_wrote_it_and_is_valid()
    {
        var resources = Resources(Agreement, Consent("permit", "Organization/kommune"));
        var request = new PlanShareRequest(resources.All[0], Scenario.Time("2026-03-02T12:00:00+01:00"), Language.Danish);
        var sharing = PlanSharing.Decide(request, resources, new RuleFolder()).Sharing!;

        var message = PlanHandover.Message(sharing, sharing.Decisions[0], "Organization/afsnit", new StaffMasking(resources, Pseudonym, Language.Danish));

        var json = System.Text.Encoding.UTF8.GetString(message.Bytes.Span);
        Assert.DoesNotContain("Hansen", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Practitioner/overlaege", json, StringComparison.Ordinal);
        Assert.Contains("[medarbejder] ringer om en uge", json, StringComparison.Ordinal);
        Assert.Contains("\"contentReference\":{\"reference\":\"#plan\"}", json, StringComparison.Ordinal);
        Assert.Contains("plan-1-3-Organization-kommune", json, StringComparison.Ordinal);
        Assert.Empty(GuideValidator.Errors(json));
        Assert.Empty(GuideValidator.Errors(System.Text.Encoding.UTF8.GetString(PlanHandover.Provenance(sharing, [(sharing.Decisions[0], "Communication/1/_history/1")], null, request.At).Bytes.Span)));
        Assert.Empty(GuideValidator.Errors(System.Text.Encoding.UTF8.GetString(AccessRecord.Compose("pathway", "Patient/1", "CarePlan/1", 200, null, request.At, message.Schema).Bytes.Span)));
    }

    private static string Decide(string plan, string? basis, string? necessity, string at, params string[] consents)
    {
        var resources = Resources(plan, consents);
        var (sharing, refusal) = PlanSharing.Decide(new PlanShareRequest(resources.All[0], Scenario.Time(at), Language.Danish) { Basis = basis, Necessity = necessity }, resources, new RuleFolder());
        Assert.Null(refusal);
        return string.Join('\n', sharing!.Decisions.Select(static decision => $"{decision.Party.Name}: {decision.Refusal ?? decision.Basis}"));
    }

    private static ResourceSet Resources(string plan, params string[] consents) => new([ProfileRules.Parse(plan), .. Others.Select(ProfileRules.Parse), .. consents.Select(ProfileRules.Parse)]);

    private static string Consent(string type, string party, string more = "") =>
        $$"""
        {"resourceType":"Consent","id":"{{type}}-{{party.Replace('/', '-')}}","status":"active","scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"patient-privacy"}]},
         "category":[{"text":"Samtykke"}],"patient":{"reference":"Patient/1"},"dateTime":"2026-02-28T09:00:00+01:00","policyRule":{"text":"x"},
         "provision":{"type":"{{type}}","actor":[{"role":{"text":"x"},"reference":{"reference":"{{party}}"} }{{more}}] } }
        """;
}
