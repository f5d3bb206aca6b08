using Microsoft.Playwright;

namespace FhirPsychAcute.EndToEnd.Browser;

/// <summary>The page /validate as a test manager uses it: paste, check, walk through the findings, copy the report.</summary>
public sealed class ValidatePageTests(RunningServer server, Chromium chromium) : IClassFixture<RunningServer>, IClassFixture<Chromium>
{
    private const string TwoFaults = """
        {
          "resourceType": "Patient",
          "gender": "kvinde",
          "birthDate": "1990-02-30"
        }
        """;

    [BrowserFact]
    public async Task Findings_stand_at_their_lines()
    {
        var page = await chromium.OpenAsync($"{server.Site}/validate");

        await page.FillAsync("#source", TwoFaults);
        await page.ClickAsync("#run");
        await page.WaitForSelectorAsync("#result:not([hidden])");

        Assert.Contains("error", await page.GetAttributeAsync("#summary", "class"), StringComparison.Ordinal);
        Assert.Equal("error", await page.GetAttributeAsync("#line-3", "class"));
        Assert.Equal("error", await page.GetAttributeAsync("#line-4", "class"));
        Assert.Equal("", await page.GetAttributeAsync("#line-2", "class"));
        Assert.Contains("Patient.gender", await page.InnerTextAsync("#issues"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_page_is_worked_by_keyboard_alone()
    {
        var page = await chromium.OpenAsync($"{server.Site}/validate");

        await page.FocusAsync("#source");
        await page.Keyboard.InsertTextAsync(TwoFaults);
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForSelectorAsync("#result:not([hidden])");
        Assert.Equal("summary", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");

        Assert.Equal(1, await page.EvaluateAsync<int>("[...document.querySelectorAll('.issue')].indexOf(document.activeElement)"));
        await page.Keyboard.PressAsync("k");
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('.issue')].indexOf(document.activeElement)"));
    }

    [BrowserFact]
    public async Task The_report_can_be_copied()
    {
        var page = await chromium.OpenAsync($"{server.Site}/validate");

        await page.FillAsync("#source", TwoFaults);
        await page.ClickAsync("#run");
        await page.WaitForSelectorAsync("#result:not([hidden])");
        await page.ClickAsync("#copy");
        await page.WaitForSelectorAsync("#copied:not(:empty)");
        var report = await page.EvaluateAsync<string>("navigator.clipboard.readText()");

        Assert.Contains("Patient.birthDate", report, StringComparison.Ordinal);
        Assert.Contains("line 4", report, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_Danish_reader_gets_Danish_findings()
    {
        var page = await chromium.OpenAsync($"{server.Site}/validate", "da-DK");

        await page.ClickAsync("#example");
        await page.WaitForSelectorAsync("#result:not([hidden])");

        Assert.Equal("da", await page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.Contains("fejl", await page.InnerTextAsync("#summary"), StringComparison.Ordinal);
        Assert.Contains("Regel:", await page.InnerTextAsync("#issues"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_dropped_XML_file_is_checked_against_the_profile_chosen()
    {
        var page = await chromium.OpenAsync($"{server.Site}/validate?profile=https%3A%2F%2Ffhirpsychacute.dk%2Fig%2FStructureDefinition%2Fpsychacute-patient");

        await page.SetInputFilesAsync("#file", new FilePayload
        {
            Name = "patient.xml",
            MimeType = "application/fhir+xml",
            Buffer = "<Patient xmlns=\"http://hl7.org/fhir\">\n  <gender value=\"female\"/>\n</Patient>"u8.ToArray(),
        });
        await page.WaitForSelectorAsync("#result:not([hidden])");

        Assert.Equal("patient.xml", await page.InnerTextAsync("#name"));
        Assert.Contains("psychacute-patient", await page.InnerTextAsync("#issues"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Markup_in_the_resource_is_shown_not_run()
    {
        var page = await chromium.OpenAsync($"{server.Site}/validate");

        await page.FillAsync("#source", """{"resourceType":"Patient","gender":"<img src=x onerror=\"document.title='run'\">"}""");
        await page.ClickAsync("#run");
        await page.WaitForSelectorAsync("#result:not([hidden])");

        Assert.Equal(0, await page.Locator("#result img").CountAsync());
    }
}
