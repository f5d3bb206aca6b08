namespace FhirPsychAcute.EndToEnd;

/// <summary>The operation $validate over HTTP.</summary>
public sealed class ValidateOperationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Right = """{"resourceType":"Basic","code":{"text":"x"}}""";

    [Fact]
    public async Task A_right_resource_gets_200_and_no_error()
    {
        var reply = await server.PostAsync("Basic/$validate", Right);

        Assert.Equal(200, reply.Status);
        Assert.DoesNotContain(reply.Json["issue"]!.AsArray(), issue => issue!["severity"]!.GetValue<string>() is "error" or "fatal");
    }

    [Fact]
    public async Task Structural_faults_are_findings_with_place_and_message_id()
    {
        var reply = await server.PostAsync("Patient/$validate", "{\"resourceType\":\"Patient\",\n  \"gendr\":\"female\"}");

        Assert.Equal(200, reply.Status);
        Assert.Equal("structure", reply.IssueCode);
        Assert.Equal(2, reply.Issue["extension"]![0]!["valueInteger"]!.GetValue<int>());
        Assert.Equal("https://fhirpsychacute.dk/ig/CodeSystem/psychacute-validation-message", reply.Issue["details"]!["coding"]![0]!["system"]!.GetValue<string>());
        Assert.Contains("gendr", reply.IssueText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_json_at_all_is_a_finding_too()
    {
        var reply = await server.PostAsync("Patient/$validate", "{\"resourceType\":\"Patient\",");

        Assert.Equal(200, reply.Status);
        Assert.Equal("error", reply.Issue["severity"]!.GetValue<string>());
        Assert.Equal("invalid", reply.IssueCode);
    }

    [Fact]
    public async Task A_resource_in_Parameters_has_paths_of_its_own_and_lines_of_the_body()
    {
        var reply = await server.PostAsync("Patient/$validate", """
            {"resourceType":"Parameters","parameter":[
              {"name":"mode","valueCode":"create"},
              {"name":"resource","resource":{"resourceType":"Patient",
                "birthDate":"yesterday"}}]}
            """);

        Assert.Equal(200, reply.Status);
        Assert.Equal("Patient.birthDate", reply.Expression);
        Assert.Equal(4, reply.Issue["extension"]![0]!["valueInteger"]!.GetValue<int>());
    }

    [Fact]
    public async Task At_the_base_any_type_can_be_checked()
    {
        Assert.Equal(200, (await server.PostAsync("$validate", Right)).Status);
    }

    [Fact]
    public async Task Another_type_than_that_of_the_address_is_an_error()
    {
        var reply = await server.PostAsync("Patient/$validate", Right);

        Assert.Equal(200, reply.Status);
        Assert.Equal("error", reply.Issue["severity"]!.GetValue<string>());
        Assert.Equal("Basic", reply.Expression);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_stored_resource_can_be_checked(string method)
    {
        var id = await server.CreatePatientAsync("Kontrolleret");

        var reply = await server.SendAsync(new HttpMethod(method), $"Patient/{id}/$validate", null);

        Assert.Equal(200, reply.Status);
        Assert.Equal("OperationOutcome", reply.Json["resourceType"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_resource_that_is_not_stored_is_404()
    {
        Assert.Equal(404, (await server.GetAsync("Patient/findes-ikke/$validate")).Status);
    }

    [Fact]
    public async Task Mode_update_finds_an_id_that_is_not_that_of_the_address()
    {
        var reply = await server.PostAsync("Patient/a/$validate?mode=update", """{"resourceType":"Patient","id":"b","text":{"status":"empty","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>"}}""");

        Assert.Equal(200, reply.Status);
        Assert.Contains(reply.Json["issue"]!.AsArray(), issue => issue!["expression"]?[0]!.GetValue<string>() == "Patient.id" && issue["severity"]!.GetValue<string>() == "error");
    }

    [Fact]
    public async Task Mode_delete_needs_no_resource()
    {
        var id = await server.CreatePatientAsync("Slettes");

        var reply = await server.GetAsync($"Patient/{id}/$validate?mode=delete");

        Assert.Equal(200, reply.Status);
        Assert.Equal("information", reply.Issue["severity"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Patient/$validate?mode=remove")]
    [InlineData("Patient/$validate?mode=delete")]
    [InlineData("Patient/$validate?mode=profile")]
    [InlineData("Patient/$validate")]
    public async Task A_request_that_asks_for_nothing_that_can_be_checked_is_400(string path)
    {
        Assert.Equal(400, (await server.PostAsync(path, "")).Status);
    }

    [Fact]
    public async Task The_operation_stands_in_the_capabilities()
    {
        var reply = await server.GetAsync("metadata");

        Assert.Equal("validate", reply.Json["rest"]![0]!["operation"]![0]!["name"]!.GetValue<string>());
        Assert.Equal("http://hl7.org/fhir/OperationDefinition/Resource-validate", reply.Json["rest"]![0]!["resource"]![0]!["operation"]![0]!["definition"]!.GetValue<string>());
    }

    [Fact]
    public async Task Without_findings_a_Danish_reader_is_told_so_in_Danish()
    {
        var reply = await server.PostAsync("Parameters/$validate", """{"resourceType":"Parameters"}""", ("Accept-Language", "da"));

        Assert.Equal("Der blev ikke fundet fejl.", reply.IssueText);
    }
}
