using System.Net;

namespace FhirPsychAcute.EndToEnd;

public sealed class ReadAndWriteTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Patient = """{"resourceType":"Patient","active":true}""";

    [Fact]
    public async Task Create_answers_201_with_location_etag_and_the_resource_as_stored()
    {
        var reply = await server.PostAsync("Patient", Patient);

        Assert.Equal(201, reply.Status);
        Assert.Equal("W/\"1\"", reply.Header("ETag"));
        Assert.Equal($"{server.Base}/Patient/{reply.Id}/_history/1", reply.Header("Location"));
        Assert.Equal("1", reply.Json["meta"]!["versionId"]!.GetValue<string>());
        Assert.NotNull(reply.Header("Last-Modified"));
        Assert.Equal("application/fhir+json; charset=utf-8", reply.Header("Content-Type"));
        Assert.True(reply.Json["active"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Create_ignores_the_id_of_the_body()
    {
        var reply = await server.PostAsync("Patient", """{"resourceType":"Patient","id":"mine"}""");

        Assert.Equal(201, reply.Status);
        Assert.NotEqual("mine", reply.Id);
    }

    [Fact]
    public async Task Read_gives_the_resource_byte_for_byte_as_the_create_answered_it()
    {
        var created = await server.PostAsync("Patient", Patient);

        var read = await server.GetAsync($"Patient/{created.Id}");

        Assert.Equal(200, read.Status);
        Assert.Equal(created.Body, read.Body);
        Assert.Equal("W/\"1\"", read.Header("ETag"));
    }

    [Fact]
    public async Task A_body_that_was_laid_out_for_people_is_stored_without_its_layout()
    {
        var created = await server.PostAsync("Patient", "{\r\n  \"resourceType\": \"Patient\",\n\t\"name\": [ {\n  \"family\": \"Å  b\\n\" } ]\n}\n");

        var read = await server.GetAsync($"Patient/{created.Id}");

        Assert.EndsWith("\"name\":[{\"family\":\"Å  b\\n\"}]}", read.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", read.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decimals_keep_their_trailing_zeros()
    {
        var created = await server.PostAsync(
            "Observation", """{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":1.50}}""");

        var read = await server.GetAsync($"Observation/{created.Id}");

        Assert.Contains("\"value\":1.50", read.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_gives_the_headers_of_a_read_without_its_body()
    {
        var created = await server.PostAsync("Patient", Patient);

        var head = await server.SendAsync(HttpMethod.Head, $"Patient/{created.Id}", null);

        Assert.Equal(200, head.Status);
        Assert.Equal("W/\"1\"", head.Header("ETag"));
        Assert.Equal(created.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), head.Header("Content-Length"));
        Assert.Empty(head.Body);
    }

    [Fact]
    public async Task Read_of_an_unknown_id_is_404()
    {
        var reply = await server.GetAsync("Patient/nobody");

        Assert.Equal(404, reply.Status);
        Assert.Equal("not-found", reply.IssueCode);
    }

    [Fact]
    public async Task Read_with_the_current_etag_is_304_without_body()
    {
        var created = await server.PostAsync("Patient", Patient);

        var reply = await server.GetAsync($"Patient/{created.Id}", ("If-None-Match", "W/\"1\""));

        Assert.Equal(304, reply.Status);
        Assert.Empty(reply.Body);
        Assert.Equal("W/\"1\"", reply.Header("ETag"));
    }

    [Fact]
    public async Task Read_with_an_older_etag_gives_the_resource()
    {
        var created = await server.PostAsync("Patient", Patient);

        var reply = await server.GetAsync($"Patient/{created.Id}", ("If-None-Match", "W/\"7\""));

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task Read_with_If_Modified_Since_its_own_time_is_304()
    {
        var created = await server.PostAsync("Patient", Patient);

        var reply = await server.GetAsync($"Patient/{created.Id}", ("If-Modified-Since", created.Header("Last-Modified")!));

        Assert.Equal(304, reply.Status);
    }

    [Fact]
    public async Task Read_with_If_Modified_Since_an_earlier_time_gives_the_resource()
    {
        var created = await server.PostAsync("Patient", Patient);

        var reply = await server.GetAsync($"Patient/{created.Id}", ("If-Modified-Since", "Wed, 21 Oct 2015 07:28:00 GMT"));

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task Update_makes_the_next_version_and_vread_still_gives_the_first()
    {
        var id = (await server.PostAsync("Patient", Patient)).Id;

        var updated = await server.PutAsync($"Patient/{id}", $$"""{"resourceType":"Patient","id":"{{id}}","active":false}""");
        var first = await server.GetAsync($"Patient/{id}/_history/1");
        var second = await server.GetAsync($"Patient/{id}/_history/2");

        Assert.Equal(200, updated.Status);
        Assert.Equal("W/\"2\"", updated.Header("ETag"));
        Assert.True(first.Json["active"]!.GetValue<bool>());
        Assert.False(second.Json["active"]!.GetValue<bool>());
        Assert.Equal("W/\"1\"", first.Header("ETag"));
    }

    [Fact]
    public async Task Vread_of_a_version_that_does_not_exist_is_404()
    {
        var id = (await server.PostAsync("Patient", Patient)).Id;

        var reply = await server.GetAsync($"Patient/{id}/_history/9");

        Assert.Equal(404, reply.Status);
    }

    [Fact]
    public async Task Update_under_an_id_of_the_clients_creates()
    {
        var reply = await server.PutAsync("Patient/client-chosen", """{"resourceType":"Patient","id":"client-chosen"}""");

        Assert.Equal(201, reply.Status);
        Assert.Equal($"{server.Base}/Patient/client-chosen/_history/1", reply.Header("Location"));
    }

    [Fact]
    public async Task Update_without_an_id_in_the_body_is_400()
    {
        var reply = await server.PutAsync("Patient/no-id", Patient);

        Assert.Equal(400, reply.Status);
        Assert.Equal("Patient.id", reply.Expression);
    }

    [Fact]
    public async Task Update_with_another_id_in_the_body_is_400()
    {
        var reply = await server.PutAsync("Patient/this", """{"resourceType":"Patient","id":"that"}""");

        Assert.Equal(400, reply.Status);
        Assert.Equal("Patient.id", reply.Expression);
    }

    [Fact]
    public async Task Update_with_another_type_in_the_body_is_400()
    {
        var reply = await server.PutAsync("Patient/typed", """{"resourceType":"Basic","id":"typed","code":{"text":"x"}}""");

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task Update_with_If_Match_of_the_current_version_succeeds()
    {
        var id = (await server.PostAsync("Patient", Patient)).Id;

        var reply = await server.PutAsync($"Patient/{id}", $$"""{"resourceType":"Patient","id":"{{id}}"}""", ("If-Match", "W/\"1\""));

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task Update_with_If_None_Match_star_refuses_to_overwrite()
    {
        var id = (await server.PostAsync("Patient", Patient)).Id;

        var reply = await server.PutAsync($"Patient/{id}", $$"""{"resourceType":"Patient","id":"{{id}}"}""", ("If-None-Match", "*"));

        Assert.Equal(412, reply.Status);
    }

    [Fact]
    public async Task Delete_is_204_then_read_is_410_with_the_etag_of_the_deletion()
    {
        var id = (await server.PostAsync("Patient", Patient)).Id;

        var deleted = await server.DeleteAsync($"Patient/{id}");
        var read = await server.GetAsync($"Patient/{id}");

        Assert.Equal(204, deleted.Status);
        Assert.Equal("W/\"2\"", deleted.Header("ETag"));
        Assert.Equal(410, read.Status);
        Assert.Equal("deleted", read.IssueCode);
        Assert.Equal("W/\"2\"", read.Header("ETag"));
    }

    [Fact]
    public async Task Delete_twice_is_204_and_makes_no_further_version()
    {
        var id = (await server.PostAsync("Patient", Patient)).Id;
        await server.DeleteAsync($"Patient/{id}");

        var again = await server.DeleteAsync($"Patient/{id}");

        Assert.Equal(204, again.Status);
        Assert.Equal("W/\"2\"", again.Header("ETag"));
    }

    [Fact]
    public async Task Delete_of_what_never_was_is_204()
    {
        var reply = await server.DeleteAsync("Patient/never-was");

        Assert.Equal(204, reply.Status);
    }

    [Fact]
    public async Task Vread_of_the_deletion_is_410_and_of_the_version_before_it_200()
    {
        var id = (await server.PostAsync("Patient", Patient)).Id;
        await server.DeleteAsync($"Patient/{id}");

        Assert.Equal(410, (await server.GetAsync($"Patient/{id}/_history/2")).Status);
        Assert.Equal(200, (await server.GetAsync($"Patient/{id}/_history/1")).Status);
    }

    [Fact]
    public async Task Update_of_a_deleted_resource_brings_it_back_with_201()
    {
        var id = (await server.PostAsync("Patient", Patient)).Id;
        await server.DeleteAsync($"Patient/{id}");

        var reply = await server.PutAsync($"Patient/{id}", $$"""{"resourceType":"Patient","id":"{{id}}"}""");

        Assert.Equal(201, reply.Status);
        Assert.Equal("W/\"3\"", reply.Header("ETag"));
    }

    [Fact]
    public async Task Prefer_minimal_leaves_the_body_out()
    {
        var reply = await server.PostAsync("Patient", Patient, ("Prefer", "return=minimal"));

        Assert.Equal(201, reply.Status);
        Assert.Empty(reply.Body);
        Assert.NotNull(reply.Header("Location"));
    }

    [Fact]
    public async Task Prefer_OperationOutcome_tells_what_was_done()
    {
        var reply = await server.PostAsync("Patient", Patient, ("Prefer", "return=OperationOutcome"));

        Assert.Equal(201, reply.Status);
        Assert.Equal("informational", reply.IssueCode);
        Assert.Equal("information", reply.Issue["severity"]!.GetValue<string>());
    }

    [Fact]
    public async Task Pretty_lays_the_json_out_without_changing_it()
    {
        var id = (await server.PostAsync("Patient", Patient)).Id;

        var pretty = await server.GetAsync($"Patient/{id}?_pretty=true");
        var plain = await server.GetAsync($"Patient/{id}");

        Assert.StartsWith("{\n  \"resourceType\": \"Patient\",\n", pretty.Body, StringComparison.Ordinal);
        Assert.Equal(plain.Json.ToJsonString(), pretty.Json.ToJsonString());
    }

    [Fact]
    public async Task Elements_gives_those_elements_and_marks_the_resource_as_subsetted()
    {
        var created = await server.PostAsync("Patient", """{"resourceType":"Patient","active":true,"gender":"female","birthDate":"2002-02"}""");

        var reply = await server.GetAsync($"Patient/{created.Id}?_elements=gender");

        Assert.Equal("female", reply.Json["gender"]!.GetValue<string>());
        Assert.Null(reply.Json["birthDate"]);
        Assert.Equal("SUBSETTED", reply.Json["meta"]!["tag"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Summary_text_gives_the_narrative_and_what_is_mandatory()
    {
        var created = await server.PostAsync(
            "Observation",
            """{"resourceType":"Observation","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>"},"status":"final","code":{"text":"c"},"valueString":"v"}""");

        var reply = await server.GetAsync($"Observation/{created.Id}?_summary=text");

        Assert.NotNull(reply.Json["text"]);
        Assert.Equal("final", reply.Json["status"]!.GetValue<string>());
        Assert.Null(reply.Json["valueString"]);
    }

    [Fact]
    public async Task Concurrent_updates_of_one_resource_all_succeed_and_make_a_version_each()
    {
        var id = (await server.PostAsync("Patient", Patient)).Id;

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.PutAsync($"Patient/{id}", $$"""{"resourceType":"Patient","id":"{{id}}"}""")));

        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(
            ["W/\"2\"", "W/\"3\"", "W/\"4\"", "W/\"5\"", "W/\"6\"", "W/\"7\"", "W/\"8\"", "W/\"9\""],
            replies.Select(reply => reply.Header("ETag")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_compressed_body_is_read_and_a_compressed_answer_given()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(System.Text.Encoding.UTF8.GetBytes(
                $$"""{"resourceType":"Patient","name":[{"family":"{{new string('x', 5000)}}"}]}"""));
        }

        var created = await server.SendBytesAsync(HttpMethod.Post, "Patient", packed.ToArray(), ("Content-Encoding", "gzip"), ("Prefer", "return=minimal"));
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, created.Header("Location"));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        using var response = await client.SendAsync(request);
        await using var unpacked = new System.IO.Compression.BrotliStream(await response.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);

        Assert.Equal(201, created.Status);
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
        Assert.Contains("xxxxx", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }
}
