namespace FhirPsychAcute.EndToEnd.Browser;

/// <summary>A fact that looks at pages in Chromium; skipped with the reason where there is none, except in CI, where it then fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && Environment.GetEnvironmentVariable("CI") is null)
        {
            Skip = "Chromium is not installed; tests/run installs it";
        }
    }
}
