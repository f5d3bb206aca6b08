namespace FhirPsychAcute.EndToEnd.Browser;

/// <summary>The implementation guide as a vendor reads it.</summary>
public sealed class IgPageTests(RunningServer server, Chromium chromium) : IClassFixture<RunningServer>, IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task A_profile_is_found_from_the_front_page_and_shows_its_elements()
    {
        var page = await chromium.OpenAsync($"{server.Site}/");

        await page.ClickAsync("header nav a[href='/ig']");
        await page.ClickAsync("a[href='/ig/StructureDefinition/psychacute-referral-task']");

        var rows = await page.Locator("table.elements tbody tr").CountAsync();
        Assert.True(rows > 5, $"only {rows} elements");
        var businessStatus = await page.InnerTextAsync("tr[id='Task.businessStatus']");
        Assert.Contains("1..1", businessStatus, StringComparison.Ordinal);
        Assert.Contains("psychacute-task-state (required)", businessStatus, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_whole_snapshot_is_one_click_away()
    {
        var page = await chromium.OpenAsync($"{server.Site}/ig/StructureDefinition/psychacute-referral-task");
        var added = await page.Locator("table.elements tbody tr").CountAsync();

        await page.ClickAsync(".views a:not([aria-current])");

        Assert.True(await page.Locator("table.elements tbody tr").CountAsync() > added);
        Assert.Equal(1, await page.Locator("tr[id='Task.executionPeriod']").CountAsync());
    }

    [BrowserFact]
    public async Task No_page_of_the_guide_runs_a_script_or_breaks_its_own_content_policy()
    {
        var page = await chromium.OpenAsync($"{server.Site}/ig");
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, fault) => complaints.Add(fault);

        await page.GotoAsync($"{server.Site}/ig/CodeSystem/psychacute-coercion-measure");
        await page.GotoAsync($"{server.Site}/ig/ValueSet/psychacute-coercion-measure");
        await page.GotoAsync($"{server.Site}/ig/ConceptMap/psychacute-coercion-sks");
        await page.GotoAsync($"{server.Site}/validate");

        Assert.Empty(complaints);
    }
}
