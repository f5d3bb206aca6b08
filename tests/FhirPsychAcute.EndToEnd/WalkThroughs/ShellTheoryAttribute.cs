namespace FhirPsychAcute.EndToEnd.WalkThroughs;

/// <summary>A theory that needs bash, curl and jq; skipped with the reason where one is missing, except in CI, where it then fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellTheoryAttribute : TheoryAttribute
{
    private static readonly string[] Tools = ["bash", "curl", "jq"];

    public ShellTheoryAttribute()
    {
        var missing = Tools.Where(static tool => !Folders.Any(folder => File.Exists(Path.Combine(folder, tool)))).ToList();
        if (missing.Count > 0 && Environment.GetEnvironmentVariable("CI") is null)
        {
            Skip = $"not installed: {string.Join(", ", missing)}; tests/run installs them";
        }
    }

    private static string[] Folders => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
}
