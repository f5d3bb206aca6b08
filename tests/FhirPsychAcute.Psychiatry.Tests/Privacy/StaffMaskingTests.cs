using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Privacy;
using FhirPsychAcute.Psychiatry.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Psychiatry.Tests.Privacy;

/// <summary>No name, number or telephone of a member of staff survives masking; the profession and a stable pseudonym do.</summary>
public sealed class StaffMaskingTests
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("a secret of the test, 32 bytes..");

    private const string Practitioner = """
        {"resourceType":"Practitioner","id":"hansen-birgitte","meta":{"profile":["https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-practitioner"]},
         "text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">Birgitte Bach Hansen</div>"},
         "identifier":[{"system":"https://example.dk/medarbejder","value":"M-4711"}],
         "name":[{"family":"Hansen","given":["Birgitte","Bach"]}],"telecom":[{"system":"phone","value":"+45 00 00 00 77"}],
         "qualification":[{"identifier":[{"system":"https://autregweb.sst.dk","value":"BCD12"}],
           "code":{"coding":[{"system":"http://hl7.dk/fhir/core/CodeSystem/DkCoreProfessionGroupCodes","code":"7170","display":"Læge"}]}}]}
        """;

    private const string Role = """
        {"resourceType":"PractitionerRole","id":"r1","identifier":[{"system":"https://example.dk/rolle","value":"R-0815"}],"practitioner":{"reference":"Practitioner/hansen-birgitte","display":"Birgitte Hansen"},
         "organization":{"reference":"Organization/o1"},"telecom":[{"system":"email","value":"bbh@eksempel.invalid"}],
         "code":[{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-role","code":"overlaege","display":"Overlæge"}]}]}
        """;

    private const string Procedure = """
        {"resourceType":"Procedure","id":"p1","status":"completed","subject":{"reference":"Patient/1","display":"Kirsten Eksempelsen"},
         "contained":[{"resourceType":"Practitioner","id":"vagt","name":[{"family":"Olesen","given":["Mads"]}]}],
         "performer":[{"actor":{"reference":"PractitionerRole/r1","display":"Overlæge Birgitte Hansen"}},{"actor":{"reference":"#vagt","display":"Mads Olesen"}},
           {"actor":{"reference":"Practitioner/ukendt","display":"Vera Vindmark"}},{"actor":{"type":"Practitioner","identifier":{"system":"https://autregweb.sst.dk","value":"BCD12"},"display":"B. Hansen"}}],
         "note":[{"authorString":"Birgitte Hansen","text":"Aftalt med birgitte bach hansen (BCD12) og HANSENS vagt; Hansens telefon +45 00 00 00 77. Vera Vindmark ringer. Olesen så til."},
                 {"authorReference":{"reference":"Practitioner/hansen-birgitte/_history/2"},"text":"Bækken hansenske er et andet ord"}]}
        """;

    [Fact]
    public void A_procedure_with_staff_in_every_corner_names_nobody_and_still_says_what_they_are()
    {
        var masked = Masked(Procedure, Practitioner, Role);

        foreach (var secret in (string[])["Birgitte", "Hansens", "HANSEN", "Hansen\"", "hansen-birgitte", "BCD12", "00 00 77", "Olesen", "Mads", "Vindmark", "ukendt", "PractitionerRole/r1"])
        {
            Assert.DoesNotContain(secret, masked, StringComparison.Ordinal);
        }

        Assert.Contains("\"display\":\"Overlæge\"", masked, StringComparison.Ordinal);
        Assert.Contains("\"display\":\"Læge\"", masked, StringComparison.Ordinal);
        Assert.Contains("Kirsten Eksempelsen", masked, StringComparison.Ordinal);
        Assert.Contains("Bækken hansenske er et andet ord", masked, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"MASKED\"", masked, StringComparison.Ordinal);
        Assert.Contains("Aftalt med [medarbejder] ([medarbejder]) og [medarbejder]S vagt; [medarbejder]s telefon [medarbejder]. [medarbejder] ringer. [medarbejder] så til.", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_practitioner_becomes_the_masked_form_of_the_guide()
    {
        var masked = Masked(Practitioner);

        Assert.Empty(GuideValidator.ErrorsWithDanishCore(masked));
        Assert.Equal(
            """{"resourceType":"Practitioner","meta":{"profile":["https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-masked-practitioner"],"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"MASKED"}]},"identifier":[{"system":"https://fhirpsychacute.dk/sid/pseudonym","value":"PSEUDONYM"}],"qualification":[{"code":{"coding":[{"system":"http://hl7.dk/fhir/core/CodeSystem/DkCoreProfessionGroupCodes","code":"7170","display":"Læge"}]}}]}"""
                .Replace("PSEUDONYM", new Pseudonym(Secret).Of("Practitioner/hansen-birgitte"), StringComparison.Ordinal),
            masked);
    }

    [Fact]
    public void A_role_of_a_person_keeps_the_role_and_the_place_under_a_pseudonym()
    {
        var masked = Masked(Role, Practitioner);

        foreach (var secret in (string[])["Birgitte", "Hansen", "r1", "R-0815", "bbh@"])
        {
            Assert.DoesNotContain(secret, masked, StringComparison.Ordinal);
        }

        Assert.Contains("Organization/o1", masked, StringComparison.Ordinal);
        Assert.Contains("overlaege", masked, StringComparison.Ordinal);
        Assert.Contains(new Pseudonym(Secret).Of("PractitionerRole/r1"), masked, StringComparison.Ordinal);
        Assert.Contains(new Pseudonym(Secret).Of("Practitioner/hansen-birgitte"), masked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pseudonym_is_the_same_for_the_same_person_and_another_under_another_secret()
    {
        var other = Encoding.UTF8.GetBytes("another secret of the test 32 b.");

        Assert.Equal(new Pseudonym(Secret).Of("Practitioner/1"), new Pseudonym(Secret).Of("Practitioner/1"));
        Assert.NotEqual(new Pseudonym(Secret).Of("Practitioner/1"), new Pseudonym(Secret).Of("Practitioner/2"));
        Assert.NotEqual(new Pseudonym(Secret).Of("Practitioner/1"), new Pseudonym(other).Of("Practitioner/1"));
    }

    [Fact]
    public void A_function_without_a_person_and_a_resource_without_staff_stay_as_they_are()
    {
        const string function = """{"resourceType":"PractitionerRole","id":"f1","organization":{"reference":"Organization/o1"},"code":[{"text":"Visitator"}]}""";
        const string observation = """{"resourceType":"Observation","id":"1","status":"final","code":{"text":"Hastegrad"},"performer":[{"reference":"PractitionerRole/f1"}]}""";

        Assert.Equal(function, Masked(function, observation));
        Assert.Equal(observation, Masked(observation, function));
    }

    [Fact]
    public void An_access_log_keeps_who_as_a_pseudonym()
    {
        var masked = Masked(
            """
            {"resourceType":"AuditEvent","id":"a","type":{"code":"rest"},"recorded":"2026-01-01T00:00:00Z",
             "agent":[{"who":{"reference":"Practitioner/hansen-birgitte"},"altId":"bbh","name":"Birgitte Hansen","requestor":true},{"who":{"reference":"Patient/1"},"name":"Kirsten","requestor":false}],
             "source":{"observer":{"display":"EPJ"}}}
            """,
            Practitioner);

        Assert.DoesNotContain("Birgitte", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("bbh", masked, StringComparison.Ordinal);
        Assert.Contains(new Pseudonym(Secret).Of("Practitioner/hansen-birgitte"), masked, StringComparison.Ordinal);
        Assert.Contains("Kirsten", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attached_file_is_left_out_and_says_so()
    {
        var masked = Masked("""{"resourceType":"Communication","id":"c","status":"completed","payload":[{"contentAttachment":{"contentType":"application/pdf","data":"QmlyZ2l0dGU="}}]}""");

        Assert.Contains("""{"contentType":"application/pdf","title":"Filen er udeladt: den kan nævne medarbejdere"}""", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void The_masked_scenario_with_named_staff_is_still_valid()
    {
        var masked = Masked(Role, Practitioner, """{"resourceType":"Organization","id":"o1"}""");

        Assert.Empty(GuideValidator.Errors(masked.Replace("\"resourceType\":\"PractitionerRole\"", "\"resourceType\":\"PractitionerRole\",\"active\":true", StringComparison.Ordinal)));
    }

    [Fact]
    public void Whatever_staff_are_called_and_wherever_they_stand_nothing_of_it_survives()
    {
        var letters = Gen.Elements("bcdfghjklmnprstvæøåaeiouy".ToCharArray());
        var word = from first in Gen.Elements("BCDFGHJKLMNPRSTVÆØÅ".ToCharArray())
                   from rest in Gen.ArrayOf(letters, 5)
                   select first + new string(rest);
        var number = Gen.ArrayOf(Gen.Elements("BCDFGHJKLMNPQRSTVWXZ0123456789".ToCharArray()), 5).Select(static characters => new string(characters));
        var places = from given in word
                     from family in word
                     from authorisation in number
                     from place in Gen.Choose(0, Places.Length - 1)
                     where given != family
                     select (given, family, authorisation, place);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(places.ToArbitrary(), static drawn =>
        {
            var (given, family, authorisation, place) = drawn;
            string Fill(string template) => template.Replace("GIVEN", given, StringComparison.Ordinal).Replace("FAMILY", family, StringComparison.Ordinal).Replace("NUMBER", authorisation, StringComparison.Ordinal);
            var masked = Masked(Fill(Places[place]), Fill(
                """{"resourceType":"Practitioner","id":"p","name":[{"family":"FAMILY","given":["GIVEN"]}],"qualification":[{"identifier":[{"system":"https://autregweb.sst.dk","value":"NUMBER"}],"code":{"text":"Læge"}}]}"""));
            return !masked.Contains(given, StringComparison.Ordinal) && !masked.Contains(family, StringComparison.Ordinal) && !masked.Contains($"\"{authorisation}\"", StringComparison.Ordinal)
                && !masked.Contains($"{authorisation} ", StringComparison.Ordinal) && !masked.Contains("Practitioner/p\"", StringComparison.Ordinal);
        }));
    }

    private static readonly string[] Places =
    [
        """{"resourceType":"Observation","id":"1","status":"final","code":{"text":"x"},"performer":[{"reference":"Practitioner/p","display":"GIVEN FAMILY"}]}""",
        """{"resourceType":"Observation","id":"1","status":"final","code":{"text":"GIVEN FAMILY"},"valueString":"NUMBER skrev, GIVENs vagt","note":[{"text":"*FAMILY*, GIVEN: 'FAMILY'"}]}""",
        """{"resourceType":"CarePlan","id":"1","status":"active","intent":"plan","subject":{"reference":"Patient/1"},"description":"Lagt af FAMILY, GIVEN","activity":[{"detail":{"status":"scheduled","description":"Ring til GIVEN FAMILYs kollega"}}]}""",
        """{"resourceType":"Communication","id":"1","status":"completed","payload":[{"contentString":"Hilsen GIVEN FAMILY (NUMBER )"}],"sender":{"identifier":{"system":"https://autregweb.sst.dk","value":"NUMBER"},"display":"FAMILY"}}""",
        """{"resourceType":"Provenance","id":"1","target":[{"reference":"CarePlan/1"}],"recorded":"2026-01-01T00:00:00Z","agent":[{"who":{"reference":"https://epj.invalid/fhir/Practitioner/p"},"onBehalfOf":{"reference":"Practitioner/p"}}]}""",
        """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"https://epj.invalid/fhir/Practitioner/p","resource":{"resourceType":"Practitioner","id":"p","name":[{"text":"GIVEN FAMILY"}]}},{"resource":{"resourceType":"Basic","id":"b","code":{"text":"FAMILY"},"author":{"reference":"Practitioner/p"}}}]}""",
        """{"resourceType":"Basic","id":"1","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">GIVEN</div>"},"code":{"text":"x"},"extension":[{"url":"https://example.dk/navn","valueString":"\u0047 GIVEN"},{"url":"https://example.dk/person","valueReference":{"reference":"Practitioner/p"}},{"url":"https://example.dk/uri","valueUri":"urn:GIVEN:FAMILY"}]}""",
    ];

    private static string Masked(string resource, params string[] others)
    {
        var document = ProfileRules.Parse(resource);
        var view = new StaffMasking(new ResourceSet([document, .. others.Select(ProfileRules.Parse)]), new Pseudonym(Secret), Language.Danish);
        return Encoding.UTF8.GetString(view.Of(document).Bytes.Span);
    }
}
