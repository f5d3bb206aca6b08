using Microsoft.Playwright;

namespace FhirPsychAcute.EndToEnd.Browser;

/// <summary>A Chromium without a window, one per test class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The browser on this machine; null where there is none.</summary>
    public static string? Path { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .SelectMany(folder => (string[])[System.IO.Path.Combine(folder, "chromium"), System.IO.Path.Combine(folder, "chromium-browser"), System.IO.Path.Combine(folder, "google-chrome")])
            .FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Path is null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A page in a context of its own.</summary>
    /// <param name="locale">Language of the reader.</param>
    public async Task<IPage> OpenAsync(string address, string locale = "en-GB")
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions { Locale = locale, Permissions = ["clipboard-read", "clipboard-write"] });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        await page.GotoAsync(address);
        return page;
    }
}
