namespace FhirPsychAcute.Storage.Tests.Indexing;

public sealed class ResourceIndexerTests
{
    [Fact]
    public void A_patient_is_indexed_by_identifier_names_birth_date_gender_and_contact_points()
    {
        var rows = IndexingFixture.Index("""
            {"resourceType":"Patient","id":"p","active":true,
             "identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"NNDNK"}],"text":"CPR"},"system":"urn:oid:1.2.208.176.1.2","value":"T000000001"}],
             "name":[{"family":"Ågård","given":["Mette","Marie"],"prefix":["Dr."]},{"text":"Mette Hansen","family":"Hansen"}],
             "gender":"female","birthDate":"1990-05","telecom":[{"system":"phone","value":"+45 12 34 56 78"},{"system":"email","value":"Mette@example.dk"}],
             "address":[{"line":["Testvej 1"],"city":"Aarhus","postalCode":"8000"}]}
            """);

        Assert.Equal([("urn:oid:1.2.208.176.1.2", "T000000001")], rows.Tokens("Patient.identifier"));
        Assert.Equal(["Ågård", "Mette", "Marie", "Dr.", "Mette Marie Ågård", "Mette Hansen", "Hansen"], rows.Strings("Patient.name"));
        Assert.Equal(["Ågård", "Hansen"], rows.Strings("Patient.family"));
        Assert.Equal([("http://hl7.org/fhir/administrative-gender", "female")], rows.Tokens("Patient.gender"));
        Assert.Equal([("", "true")], rows.Tokens("Patient.active"));
        Assert.Equal([("1990-04-30T22:00:00Z", "1990-05-31T22:00:00Z")], rows.Dates("Patient.birthdate"));
        Assert.Equal([("phone", "+45 12 34 56 78"), ("phone", "+4512345678")], rows.Tokens("Patient.phone"));
        Assert.Equal([("email", "Mette@example.dk"), ("email", "mette@example.dk")], rows.Tokens("Patient.email"));
        Assert.Equal(["Testvej 1", "Aarhus", "8000"], rows.Strings("Patient.address"));
        Assert.Equal(["Aarhus"], rows.Strings("Patient.address-city"));
        Assert.Equal([("", "false")], rows.Tokens("Patient.deceased"));
        var identifier = IndexingFixture.Parameter("Patient", "identifier");
        Assert.Contains(new TokenRow(identifier.OfTypeNumber, "http://terminology.hl7.org/CodeSystem/v2-0203", "NNDNK|T000000001"), rows.Tokens);
        Assert.Contains(new StringRow(identifier.TextNumber, "cpr", "CPR"), rows.Strings);
    }

    [Theory]
    [InlineData("\"deceasedBoolean\":true", "true")]
    [InlineData("\"deceasedBoolean\":false", "false")]
    [InlineData("\"deceasedDateTime\":\"2026-01-01\"", "true")]
    public void Deceased_follows_its_FHIRPath_expression(string deceased, string expected) =>
        Assert.Equal([("", expected)], IndexingFixture.Index($$"""{"resourceType":"Patient",{{deceased}}}""").Tokens("Patient.deceased"));

    [Fact]
    public void References_are_local_elsewhere_logical_or_contained()
    {
        var rows = IndexingFixture.Index("""
            {"resourceType":"Observation","status":"final","code":{"text":"x"},"contained":[{"resourceType":"Patient","id":"c","name":[{"family":"Contained"}]}],
             "subject":{"reference":"#c"},
             "performer":[{"reference":"Practitioner/1"},{"reference":"https://psych.example.dk/fhir/Practitioner/2/_history/3"},{"reference":"https://elsewhere.example/fhir/Practitioner/3"},
                          {"reference":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0"},{"type":"Organization","identifier":{"system":"urn:oid:1.2.208.176.1.1","value":"123456"}}]}
            """);

        var performer = IndexingFixture.Parameter("Observation", "performer");
        Assert.Equal(
            [
                new(performer.Number, "Practitioner", "1", "", ""),
                new(performer.Number, "Practitioner", "2", "", "3"),
                new(performer.Number, "", "", "https://elsewhere.example/fhir/Practitioner/3", ""),
                new(performer.Number, "", "", "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0", ""),
            ],
            rows.References.Where(row => row.Parameter == performer.Number));
        Assert.Contains(new TokenRow(performer.IdentifierNumber, "urn:oid:1.2.208.176.1.1", "123456"), rows.Tokens);
        Assert.DoesNotContain(rows.References, row => row.Parameter == IndexingFixture.Number("Observation.subject"));
        Assert.DoesNotContain(rows.Strings, row => row.Exact == "Contained");
    }

    [Theory]
    [InlineData("""{"reference":"Patient/1"}""", true)]
    [InlineData("""{"reference":"https://elsewhere.example/fhir/Patient/1"}""", true)]
    [InlineData("""{"reference":"Group/1"}""", false)]
    [InlineData("""{"reference":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0","type":"Patient"}""", true)]
    [InlineData("""{"reference":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0"}""", false)]
    public void A_parameter_of_one_target_type_takes_references_to_that_type_only(string subject, bool taken)
    {
        var rows = IndexingFixture.Index($$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{{subject}}}""");
        Assert.Equal(taken, rows.References.Exists(row => row.Parameter == IndexingFixture.Number("Observation.patient")));
        Assert.True(rows.References.Exists(row => row.Parameter == IndexingFixture.Number("Observation.subject")));
    }

    [Fact]
    public void Canonicals_are_indexed_without_their_version_which_stands_beside_them()
    {
        var rows = IndexingFixture.Index("""{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"http://example.org/Questionnaire/q|1.2"}""");
        Assert.Contains(new ReferenceRow(IndexingFixture.Number("QuestionnaireResponse.questionnaire"), "", "", "http://example.org/Questionnaire/q", "1.2"), rows.References);
    }

    [Fact]
    public void A_profile_is_found_with_and_without_its_version()
    {
        var rows = IndexingFixture.Index("""{"resourceType":"Patient","meta":{"profile":["http://example.org/p|2"],"source":"http://s","tag":[{"system":"http://t","code":"a"}],"security":[{"code":"R"}]}}""");
        Assert.Equal(["http://example.org/p|2", "http://example.org/p"], rows.Uris.Where(row => row.Parameter == IndexingFixture.Number("Patient._profile")).Select(row => row.Value));
        Assert.Equal([("http://t", "a")], rows.Tokens("Patient._tag"));
        Assert.Equal([("", "R")], rows.Tokens("Patient._security"));
        Assert.Contains(new UriRow(IndexingFixture.Number("Patient._source"), "http://s"), rows.Uris);
    }

    [Theory]
    [InlineData("""{"value":5.4,"unit":"milligram","system":"http://unitsofmeasure.org","code":"mg"}""", 5.4, 5.4)]
    [InlineData("""{"value":5,"comparator":"<=","unit":"milligram","system":"http://unitsofmeasure.org","code":"mg"}""", double.NegativeInfinity, 5)]
    [InlineData("""{"value":5,"comparator":">=","unit":"milligram","system":"http://unitsofmeasure.org","code":"mg"}""", 5, double.PositiveInfinity)]
    public void A_quantity_has_a_row_by_code_and_one_by_human_unit(string quantity, double low, double high)
    {
        var rows = IndexingFixture.Index($$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{{quantity}}}""");
        var number = IndexingFixture.Number("Observation.value-quantity");
        Assert.Equal(
            [new(number, "http://unitsofmeasure.org", "mg", low, high), new(number, "", "milligram", low, high)],
            rows.Quantities.Where(row => row.Parameter == number));
    }

    [Fact]
    public void Less_than_ends_below_its_value()
    {
        var rows = IndexingFixture.Index("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":5,"comparator":"<"}}""");
        var row = Assert.Single(rows.Quantities, row => row.Parameter == IndexingFixture.Number("Observation.value-quantity"));
        Assert.True(row.High < 5);
        Assert.Equal(double.NegativeInfinity, row.Low);
    }

    [Fact]
    public void Sampled_data_cover_their_least_and_greatest_sample()
    {
        var rows = IndexingFixture.Index("""
            {"resourceType":"Observation","status":"final","code":{"text":"x"},
             "valueSampledData":{"origin":{"value":10,"code":"mV","system":"http://unitsofmeasure.org"},"period":1,"factor":2,"dimensions":1,"data":"-1 E 3 U 0.5"}}
            """);
        Assert.Contains(new QuantityRow(IndexingFixture.Number("Observation.value-quantity"), "http://unitsofmeasure.org", "mV", 8, 16), rows.Quantities);
    }

    [Fact]
    public void Money_ranges_and_ages_are_quantities()
    {
        var invoice = IndexingFixture.Index("""{"resourceType":"Invoice","status":"draft","totalGross":{"value":12.5,"currency":"DKK"}}""");
        Assert.Contains(new QuantityRow(IndexingFixture.Number("Invoice.totalgross"), "urn:iso:std:iso:4217", "DKK", 12.5, 12.5), invoice.Quantities);

        var condition = IndexingFixture.Index("""
            {"resourceType":"Condition","subject":{"reference":"Patient/1"},"onsetAge":{"value":52,"code":"a","system":"http://unitsofmeasure.org"},"abatementRange":{"low":{"value":53},"high":{"value":54}}}
            """);
        Assert.Contains(new QuantityRow(IndexingFixture.Number("Condition.onset-age"), "http://unitsofmeasure.org", "a", 52, 52), condition.Quantities);
        Assert.Contains(new QuantityRow(IndexingFixture.Number("Condition.abatement-age"), "", "", 53, 54), condition.Quantities);
    }

    [Theory]
    [InlineData("""{"start":"2026-01-01T10:00:00Z","end":"2026-01-02T10:00:00Z"}""", "2026-01-01T10:00:00Z", "2026-01-02T10:00:01Z")]
    [InlineData("""{"start":"2026-01-01T10:00:00Z"}""", "2026-01-01T10:00:00Z", "-")]
    [InlineData("""{"end":"2026-01-02"}""", "-", "2026-01-02T23:00:00Z")]
    public void A_period_runs_from_the_start_of_its_start_to_the_end_of_its_end(string period, string start, string end)
    {
        var rows = IndexingFixture.Index($$"""{"resourceType":"Encounter","status":"finished","class":{"code":"AMB"},"period":{{period}}}""");
        Assert.Equal([(start, end)], rows.Dates("Encounter.date"));
    }

    [Fact]
    public void Of_a_timing_the_outer_limits_count()
    {
        var rows = IndexingFixture.Index("""
            {"resourceType":"ServiceRequest","status":"active","intent":"order","subject":{"reference":"Patient/1"},
             "occurrenceTiming":{"event":["2026-02-01T10:00:00Z","2026-01-15T10:00:00Z"],"repeat":{"boundsPeriod":{"start":"2026-01-20T00:00:00Z","end":"2026-03-01T00:00:00Z"}}}}
            """);
        Assert.Equal([("2026-01-15T10:00:00Z", "2026-03-01T00:00:01Z")], rows.Dates("ServiceRequest.occurrence"));
    }

    [Fact]
    public void Components_of_a_composite_share_the_group_of_their_focus()
    {
        var rows = IndexingFixture.Index("""
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},
             "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":{"value":120}},
                          {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"valueQuantity":{"value":80}},
                          {"code":{"coding":[{"system":"http://loinc.org","code":"0000-0"}]},"valueString":"none"}]}
            """);
        var parameter = IndexingFixture.Parameter("Observation", "component-code-value-quantity");
        var codes = rows.Tokens.Where(row => row.Parameter == parameter.Components[0].Number).ToDictionary(row => row.Code, row => row.Group);
        var values = rows.Quantities.Where(row => row.Parameter == parameter.Components[1].Number).ToDictionary(row => row.Low, row => row.Group);
        Assert.Equal(["8480-6", "8462-4"], codes.Keys);
        Assert.Equal(codes["8480-6"], values[120]);
        Assert.Equal(codes["8462-4"], values[80]);
        Assert.NotEqual(values[120], values[80]);
    }

    [Fact]
    public void Equal_rows_are_written_once()
    {
        var rows = IndexingFixture.Index("""
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://a","code":"1","display":"One"},{"system":"http://a","code":"1","display":"One"}],"text":"One"}}
            """);
        Assert.Equal([("http://a", "1")], rows.Tokens("Observation.code"));
        Assert.Single(rows.Strings, row => row.Parameter == IndexingFixture.Parameter("Observation", "code").TextNumber);
    }

    [Fact]
    public void Escapes_in_the_source_are_read_as_what_they_mean()
    {
        var rows = IndexingFixture.Index("""{"resourceType":"Patient","name":[{"family":"\u00C5g\u00e5rd"}],"birthDate":"19\u00390-01-01"}""");
        Assert.Equal(["Ågård"], rows.Strings("Patient.family"));
        Assert.Equal([("1989-12-31T23:00:00Z", "1990-01-01T23:00:00Z")], rows.Dates("Patient.birthdate"));
    }

    [Fact]
    public void Rows_can_be_reused_after_clearing()
    {
        var rows = new IndexRows();
        IndexingFixture.Indexer.Index(IndexingFixture.Parse("""{"resourceType":"Patient","gender":"male"}"""), rows);
        rows.Clear();
        IndexingFixture.Indexer.Index(IndexingFixture.Parse("""{"resourceType":"Patient","gender":"female"}"""), rows);
        Assert.Equal([("http://hl7.org/fhir/administrative-gender", "female")], rows.Tokens("Patient.gender"));
    }
}
