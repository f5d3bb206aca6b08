using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FhirPsychAcute.Definitions;

/// <summary>The FHIR packages that profiles/package.json depends on, as npm installed them.</summary>
internal sealed class NodeModules(string profiles)
{
    /// <summary>The packages in the order of package.json, which is their order of precedence.</summary>
    /// <exception cref="InvalidDataException">npm could not install them, or one is not a FHIR package.</exception>
    public IReadOnlyList<PinnedPackage> Packages()
    {
        var names = Dependencies();
        if (!names.All(IsCurrent))
        {
            Install();
        }

        return [.. names.Select(name => IsCurrent(name)
            ? PinnedPackage.Read(Folder(name))
            : throw new InvalidDataException($"npm ci did not install {name} {Locked(name)} in {profiles}."))];
    }

    private List<string> Dependencies() =>
        Manifest.Read(Path.Combine(profiles, "package.json"))["dependencies"] is JsonObject { Count: > 0 } dependencies
            ? [.. dependencies.Select(dependency => dependency.Key)]
            : throw new InvalidDataException($"{profiles}/package.json names no dependencies.");

    private string Folder(string name) => Path.Combine(profiles, "node_modules", name);

    private string? Locked(string name) =>
        Manifest.Read(Path.Combine(profiles, "package-lock.json"))["packages"]?[$"node_modules/{name}"] is JsonObject entry ? Manifest.Text(entry, "version") : null;

    private bool IsCurrent(string name)
    {
        var manifest = Path.Combine(Folder(name), "package.json");
        return File.Exists(manifest) && Manifest.Text(Manifest.Read(manifest), "version") == Locked(name);
    }

    private void Install()
    {
        string[] command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"];

        // On Windows npm is a batch file, which only the command interpreter finds.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", ["/c", .. command]) : new ProcessStartInfo(command[0], command[1..]);
        start.WorkingDirectory = profiles;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            using var npm = Process.Start(start)!;
            var output = npm.StandardOutput.ReadToEndAsync();
            var errors = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0)
            {
                throw new InvalidDataException($"npm ci failed in {profiles} with exit code {npm.ExitCode}: {errors.Trim()} {output.Result.Trim()}".TrimEnd());
            }
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new InvalidDataException($"npm could not be started; the FHIR definitions are installed with it. {exception.Message}", exception);
        }
    }
}
