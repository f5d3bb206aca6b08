namespace FhirPsychAcute.EndToEnd;

public sealed class SearchTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Form = "application/x-www-form-urlencoded";

    private static string Observation(string patient, string code, int day) =>
        $$"""{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"{{code}}"}]},"subject":{"reference":"Patient/{{patient}}"},"effectiveDateTime":"2026-01-{{day:00}}"}""";

    [Fact]
    public async Task Search_by_token_and_reference_gives_a_searchset_with_fullUrl_and_mode()
    {
        var patient = await server.CreatePatientAsync("Search");
        var observation = await server.PostAsync("Observation", Observation(patient, "8867-4", 1));
        await server.PostAsync("Observation", Observation(patient, "8310-5", 1));

        var reply = await server.GetAsync($"Observation?code=http://loinc.org|8867-4&subject=Patient/{patient}&_count=20");

        Assert.Equal("searchset", reply.Json["type"]!.GetValue<string>());
        var entry = Assert.Single(reply.Entries)!;
        Assert.Equal($"{server.Base}/Observation/{observation.Id}", entry["fullUrl"]!.GetValue<string>());
        Assert.Equal("match", entry["search"]!["mode"]!.GetValue<string>());
        Assert.Equal(observation.Id, entry["resource"]!["id"]!.GetValue<string>());
        Assert.Equal(
            $"{server.Base}/Observation?code=http://loinc.org%7C8867-4&subject=Patient/{patient}&_count=20", reply.Json["link"]![0]!["url"]!.GetValue<string>());
    }

    [Fact]
    public async Task Search_by_POST_reads_the_form_and_the_url()
    {
        var patient = await server.CreatePatientAsync("Posted");
        await server.PostAsync("Observation", Observation(patient, "8867-4", 1));

        var reply = await server.PostAsync("Observation/_search?_count=5", $"subject=Patient%2F{patient}&code=8867-4", ("Content-Type", Form));

        Assert.Equal(200, reply.Status);
        Assert.Single(reply.Entries);
    }

    [Fact]
    public async Task Search_by_POST_of_json_is_415()
    {
        Assert.Equal(415, (await server.PostAsync("Patient/_search", "{}")).Status);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_stay_stable_while_others_write()
    {
        var patient = await server.CreatePatientAsync("Pages");
        for (var day = 1; day <= 5; day++)
        {
            await server.PostAsync("Observation", Observation(patient, "8867-4", day));
        }

        var days = new List<string>();
        var url = $"{server.Base}/Observation?subject=Patient/{patient}&_sort=date&_count=2";
        while (url is not null)
        {
            var page = await server.GetAsync(url);
            Assert.Equal(200, page.Status);
            days.AddRange(page.Entries.Select(entry => entry!["resource"]!["effectiveDateTime"]!.GetValue<string>()));
            await server.PostAsync("Observation", Observation(await server.CreatePatientAsync("Other"), "8867-4", 1));
            url = page.Json["link"]!.AsArray().SingleOrDefault(link => link!["relation"]!.GetValue<string>() == "next")?["url"]!.GetValue<string>();
        }

        Assert.Equal(["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"], days);
    }

    [Fact]
    public async Task An_unknown_parameter_is_left_out_and_reported()
    {
        var reply = await server.GetAsync("Patient?shoesize=44");

        Assert.Equal(200, reply.Status);
        var outcome = reply.Entries.Single(entry => entry!["search"]!["mode"]!.GetValue<string>() == "outcome")!;
        Assert.Equal("OperationOutcome", outcome["resource"]!["resourceType"]!.GetValue<string>());
        Assert.DoesNotContain("shoesize", reply.Json["link"]![0]!["url"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_parameter_is_400_with_strict_handling()
    {
        var reply = await server.GetAsync("Patient?shoesize=44", ("Prefer", "handling=strict"));

        Assert.Equal(400, reply.Status);
        Assert.Equal("shoesize", reply.Expression);
    }

    [Fact]
    public async Task Included_resources_come_with_the_matches()
    {
        var patient = await server.CreatePatientAsync("Included");
        await server.PostAsync("Observation", Observation(patient, "8867-4", 1));

        var reply = await server.GetAsync($"Observation?subject=Patient/{patient}&_include=Observation:subject");

        Assert.Equal(["match", "include"], reply.Entries.Select(entry => entry!["search"]!["mode"]!.GetValue<string>()));
        Assert.Equal(patient, reply.Entries[1]!["resource"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_compartment_holds_what_points_at_its_patient()
    {
        var patient = await server.CreatePatientAsync("Compartment");
        await server.PostAsync("Observation", Observation(patient, "8867-4", 1));
        await server.PostAsync("Observation", Observation(await server.CreatePatientAsync("Elsewhere"), "8867-4", 1));

        var observations = await server.GetAsync($"Patient/{patient}/Observation");
        var all = await server.GetAsync($"Patient/{patient}/*");

        Assert.Single(observations.Entries);
        Assert.Equal(["Observation", "Patient"], all.Entries.Select(entry => entry!["resource"]!["resourceType"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_search_over_several_types_finds_both()
    {
        var patient = await server.CreatePatientAsync("Several");
        var observation = (await server.PostAsync("Observation", Observation(patient, "8867-4", 1))).Id;

        var reply = await server.GetAsync($"?_type=Patient,Observation&_id={patient},{observation}");

        Assert.Equal(2, reply.Entries.Count);
    }

    [Fact]
    public async Task Summary_count_gives_the_number_alone()
    {
        var patient = await server.CreatePatientAsync("Counted");
        await server.PostAsync("Observation", Observation(patient, "8867-4", 1));

        var reply = await server.GetAsync($"Observation?subject=Patient/{patient}&_summary=count");

        Assert.Equal(1, reply.Json["total"]!.GetValue<int>());
        Assert.Empty(reply.Entries);
    }

    [Fact]
    public async Task Elements_of_a_search_apply_to_every_resource()
    {
        var patient = await server.CreatePatientAsync("Elements");

        var reply = await server.GetAsync($"Patient?_id={patient}&_elements=active");

        Assert.Null(reply.Entries[0]!["resource"]!["name"]);
        Assert.Equal("SUBSETTED", reply.Entries[0]!["resource"]!["meta"]!["tag"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_deleted_resource_is_not_found_by_searching()
    {
        var patient = await server.CreatePatientAsync("Removed");
        await server.DeleteAsync($"Patient/{patient}");

        Assert.Empty((await server.GetAsync($"Patient?_id={patient}")).Entries);
    }

    [Fact]
    public async Task A_made_up_cursor_is_400()
    {
        var reply = await server.GetAsync("Patient?_cursor=made-up");

        Assert.Equal(400, reply.Status);
    }
}
