using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FhirPsychAcute.EndToEnd;

/// <summary>Input that is wrong: the right status, an outcome that names place and reason, nothing half-stored, and the server goes on.</summary>
public sealed class BadInputTests(SmallBodyServer server) : IClassFixture<SmallBodyServer>
{
    [Theory]
    [InlineData("""{"resourceType":"Patient","active":tru}""")]
    [InlineData("""{"resourceType":"Patient" """)]
    [InlineData("""{"resourceType":"Patient"} and more""")]
    [InlineData("not json at all")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Malformed_json_is_400_with_line_and_column(string body)
    {
        var reply = await server.PostAsync("Patient", body);

        Assert.Equal(400, reply.Status);
        Assert.Equal("operationoutcome-issue-line", reply.Issue["extension"]![0]!["url"]!.GetValue<string>().Split('/')[^1]);
        await GoesOnAsync();
    }

    [Fact]
    public async Task An_empty_body_is_400()
    {
        var reply = await server.PostAsync("Patient", "");

        Assert.Equal(400, reply.Status);
        Assert.Equal("required", reply.IssueCode);
    }

    [Fact]
    public async Task A_wrong_content_type_is_415()
    {
        var reply = await server.PostAsync("Patient", "<Patient/>", ("Content-Type", "text/turtle"));

        Assert.Equal(415, reply.Status);
        await GoesOnAsync();
    }

    [Fact]
    public async Task An_unknown_resource_type_in_the_body_is_400()
    {
        var reply = await server.PostAsync("Patient", """{"resourceType":"Doctor"}""");

        Assert.Equal(400, reply.Status);
        Assert.Equal("not-supported", reply.IssueCode);
    }

    [Fact]
    public async Task An_unknown_resource_type_in_the_url_is_404()
    {
        var reply = await server.PostAsync("Doctor", """{"resourceType":"Doctor"}""");

        Assert.Equal(404, reply.Status);
        Assert.Contains("Doctor", reply.IssueText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_element_is_400_and_named_with_line_and_column()
    {
        var reply = await server.PostAsync("Patient", "{\"resourceType\":\"Patient\",\n  \"gendr\":\"female\"}");

        Assert.Equal(400, reply.Status);
        Assert.Equal("structure", reply.IssueCode);
        Assert.Contains("gendr", reply.IssueText, StringComparison.Ordinal);
        Assert.Contains("line 2, column 3", reply.Issue["diagnostics"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duplicate_key_is_400()
    {
        var reply = await server.PostAsync("Patient", """{"resourceType":"Patient","active":true,"active":false}""");

        Assert.Equal(400, reply.Status);
        Assert.Equal("structure", reply.IssueCode);
        Assert.Contains("active", reply.IssueText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Patient", "{\"resourceType\":\"Patient\",\"extension\":[{\"extension\":[", "]}]}", "{\"extension\":[", "]}")]
    [InlineData("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"extension\":[", "]}}]}", "{\"extension\":[", "]}")]
    [InlineData("Patient", "", "", "[", "]")]
    public async Task Nesting_of_10000_levels_is_400(string path, string start, string end, string open, string close)
    {
        var body = new StringBuilder(start);
        body.Insert(body.Length, open, 10_000).Insert(body.Length, close, 10_000).Append(end);

        var reply = await server.PostAsync(path, body.ToString());

        Assert.Equal(400, reply.Status);
        Assert.Equal("OperationOutcome", reply.Json["resourceType"]!.GetValue<string>());
        await GoesOnAsync();
    }

    [Fact]
    public async Task A_body_of_200_megabytes_is_413_without_being_kept()
    {
        var folder = Directory.CreateTempSubdirectory("fhirpsychacute-test-").FullName;
        var address = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        await using (var process = await ServerProcess.StartAsync("--urls", address, "--data", Path.Combine(folder, "fhir.db")))
        {
            for (var i = 0; i < 3; i++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/fhir/Binary") { Content = new ZeroContent(200 * 1024 * 1024) };
                request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/fhir+json");
                using var response = await server.Client.SendAsync(request);
                var reply = new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);

                Assert.Equal(413, reply.Status);
                Assert.Equal("too-long", reply.IssueCode);
            }

            Assert.True(process.MostMemory < 250 * 1024 * 1024);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_body_of_unknown_length_beyond_the_limit_is_413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.Base}/Binary") { Content = new ZeroContent(20 * 1024 * 1024, isLengthKnown: false) };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/fhir+json");
        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await GoesOnAsync();
    }

    [Fact]
    public async Task A_small_body_that_inflates_beyond_the_limit_is_413()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[20 * 1024 * 1024]);
        }

        var reply = await server.SendBytesAsync(HttpMethod.Post, "Binary", packed.ToArray(), ("Content-Encoding", "gzip"));

        Assert.Equal(413, reply.Status);
    }

    [Fact]
    public async Task A_body_that_is_not_what_its_encoding_says_is_400()
    {
        var reply = await server.PostAsync("Patient", """{"resourceType":"Patient"}""", ("Content-Encoding", "gzip"));

        Assert.Equal(400, reply.Status);
        Assert.Equal("Content-Encoding", reply.Expression);
    }

    [Fact]
    public async Task An_unknown_encoding_is_415()
    {
        Assert.Equal(415, (await server.PostAsync("Patient", "x", ("Content-Encoding", "zstd"))).Status);
    }

    [Fact]
    public async Task Invalid_utf8_is_400_and_located()
    {
        byte[] body = [.. """{"resourceType":"Patient","name":[{"family":"S"""u8, 0xC3, 0x28, .. "\"}]}"u8];

        var reply = await server.SendBytesAsync(HttpMethod.Post, "Patient", body);

        Assert.Equal(400, reply.Status);
        Assert.NotNull(reply.Issue["extension"]);
        await GoesOnAsync();
    }

    [Theory]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"a\\u0000b\"}]}")]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"a\0b\"}]}")]
    public async Task A_NUL_character_in_a_body_is_400(string body)
    {
        var reply = await server.PostAsync("Patient", body);

        Assert.Equal(400, reply.Status);
        await GoesOnAsync();
    }

    [Theory]
    [InlineData("Patient?name=a%00b")]
    [InlineData("Patient?na%00me=ab")]
    [InlineData("Patient?name=%C3%28")]
    [InlineData("Patient?name=%zz")]
    public async Task A_query_that_is_badly_encoded_is_400(string path)
    {
        // Written to the socket as it is: HttpClient would correct it.
        var answer = await RawAsync($"GET /fhir/{path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("OperationOutcome", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_whose_57th_entry_fails_stores_nothing_and_names_the_entry()
    {
        var entries = Enumerable.Range(0, 100).Select(i =>
            $$$"""{"resource":{"resourceType":"Patient","id":"fifty-seven-{{{i}}}" {{{(i == 56 ? ",\"birthDate\":\"yesterday\"" : "")}}} },"request":{"method":"PUT","url":"Patient/fifty-seven-{{{i}}}"}}""");

        var reply = await server.PostAsync("", $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', entries)}}]}""");

        Assert.Equal(400, reply.Status);
        Assert.Single(reply.Json["issue"]!.AsArray());
        Assert.Equal("Bundle.entry[56].resource.birthDate", reply.Expression);
        Assert.Equal(404, (await server.GetAsync("Patient/fifty-seven-0")).Status);
        Assert.Equal(404, (await server.GetAsync("Patient/fifty-seven-99")).Status);
    }

    [Fact]
    public async Task A_transaction_whose_57th_entry_is_stale_stores_nothing()
    {
        await server.PutAsync("Patient/stale-56", """{"resourceType":"Patient","id":"stale-56"}""");
        var entries = Enumerable.Range(0, 100).Select(i =>
            $$$"""{"resource":{"resourceType":"Patient","id":"stale-{{{i}}}"},"request":{"method":"PUT","url":"Patient/stale-{{{i}}}" {{{(i == 56 ? ",\"ifMatch\":\"W/\\\"9\\\"\"" : "")}}} }}""");

        var reply = await server.PostAsync("", $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', entries)}}]}""");

        Assert.Equal(412, reply.Status);
        Assert.Equal("Bundle.entry[56].request.ifMatch", reply.Expression);
        Assert.Equal(404, (await server.GetAsync("Patient/stale-0")).Status);
        Assert.Equal("1", (await server.GetAsync("Patient/stale-56")).Json["meta"]!["versionId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_stale_If_Match_is_412_and_tells_the_current_version()
    {
        var id = await server.CreatePatientAsync("Stale");
        await server.PutAsync($"Patient/{id}", $$"""{"resourceType":"Patient","id":"{{id}}"}""");

        var reply = await server.PutAsync($"Patient/{id}", $$"""{"resourceType":"Patient","id":"{{id}}"}""", ("If-Match", "W/\"1\""));

        Assert.Equal(412, reply.Status);
        Assert.Equal("conflict", reply.IssueCode);
        Assert.Equal("W/\"2\"", reply.Header("ETag"));
        Assert.Equal("2", (await server.GetAsync($"Patient/{id}")).Json["meta"]!["versionId"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_If_Match_that_names_no_version_is_400()
    {
        var id = await server.CreatePatientAsync("Malformed");

        var reply = await server.DeleteAsync($"Patient/{id}", ("If-Match", "latest"));

        Assert.Equal(400, reply.Status);
        Assert.Equal("If-Match", reply.Expression);
    }

    [Theory]
    [InlineData("a_b")]
    [InlineData("a%20b")]
    [InlineData("%C3%A5")]
    [InlineData("a'b")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task An_id_with_illegal_characters_or_length_is_400_and_named(string id)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
        {
            var reply = await server.SendAsync(method, $"Patient/{id}", method == HttpMethod.Put ? """{"resourceType":"Patient"}""" : null);

            Assert.Equal(400, reply.Status);
            Assert.Equal("Patient.id", reply.Expression);
        }
    }

    [Theory]
    [InlineData("Patient?birthdate=2020-13-01", "birthdate")]
    [InlineData("Patient?birthdate=yesterday", "birthdate")]
    [InlineData("Patient?birthdate=ge", "birthdate")]
    [InlineData("Patient?_lastUpdated=2020-02-30", "_lastUpdated")]
    public async Task A_search_with_a_bad_date_is_400_and_names_the_parameter(string path, string parameter)
    {
        var reply = await server.GetAsync(path);

        Assert.Equal(400, reply.Status);
        Assert.Equal(parameter, reply.Expression);
    }

    [Fact]
    public async Task A_caller_who_goes_away_in_the_middle_of_a_body_leaves_no_trace()
    {
        using (var socket = await ConnectAsync())
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                "PUT /fhir/Patient/gone HTTP/1.1\r\nHost: x\r\nContent-Type: application/fhir+json\r\nContent-Length: 1000\r\n\r\n{\"resourceType\":\"Patient\","));
            socket.Close(0);
        }

        await GoesOnAsync();
        Assert.Equal(404, (await server.GetAsync("Patient/gone")).Status);
    }

    [Fact]
    public async Task Callers_who_send_slowly_do_not_hold_others_up()
    {
        var slow = new List<Socket>();
        for (var i = 0; i < 50; i++)
        {
            var socket = await ConnectAsync();
            await socket.SendAsync("POST /fhir/Patient HTTP/1.1\r\nHost: x\r\nContent-Type: application/fhir+json\r\nContent-Length: 100000\r\n\r\n{"u8.ToArray());
            slow.Add(socket);
        }

        await GoesOnAsync();
        slow.ForEach(socket => socket.Dispose());
    }

    [Theory]
    [InlineData("GET /fhir/Patient\r\n\r\n")]
    [InlineData("NONSENSE\r\n\r\n")]
    [InlineData("GET /fhir/metadata HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("GET /fhir/Patient/a%00b HTTP/1.1\r\nHost: x\r\n\r\n")]
    public async Task What_is_not_http_is_400(string request)
    {
        Assert.StartsWith("HTTP/1.1 400 ", await RawAsync(request), StringComparison.Ordinal);
        await GoesOnAsync();
    }

    private async Task GoesOnAsync()
    {
        var id = await server.CreatePatientAsync("StillHere");
        Assert.Equal(200, (await server.GetAsync($"Patient/{id}")).Status);
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(server.Base).Port);
        return socket;
    }

    private async Task<string> RawAsync(string request)
    {
        using var socket = await ConnectAsync();
        await socket.SendAsync(Encoding.Latin1.GetBytes(request));
        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    /// <summary>A body of spaces, made as it is sent.</summary>
    private sealed class ZeroContent(long length, bool isLengthKnown = true) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 * 1024];
            Array.Fill(block, (byte)' ');
            for (var left = length; left > 0; left -= block.Length)
            {
                await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(block.Length, left)));
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return isLengthKnown;
        }
    }
}
