namespace FhirPsychAcute.EndToEnd;

/// <summary>A test that needs Node.js; skipped with the reason where it is missing, except in CI, where it then fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") is null && !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "node"))))
        {
            Skip = "Node.js is not installed";
        }
    }
}
