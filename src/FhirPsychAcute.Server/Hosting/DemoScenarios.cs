using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// Loads the scenarios of <c>examples/</c>: each folder's transaction Bundles, in the order of their names. Their entries are conditional creates, so loading
/// them again changes nothing.
/// </summary>
internal static class DemoScenarios
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "examples");

    /// <summary>Loads every scenario; what cannot be loaded is logged and left out.</summary>
    /// <returns>Names of the scenarios that were loaded.</returns>
    public static async Task<IReadOnlyList<string>> LoadAsync(FhirService service, string root, ILogger logger, CancellationToken cancellationToken)
    {
        var loaded = new List<string>();
        if (!Directory.Exists(Folder))
        {
            return loaded;
        }

        foreach (var file in Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(Folder, file);
            var body = await File.ReadAllBytesAsync(file, cancellationToken);
            var bundle = BundleReader.Read(body, service.Schema, ParseLimits.Default);
            if (!bundle.IsSuccess || !bundle.Value.IsTransaction)
            {
                continue;
            }

            var request = new FhirRequest { Verb = HttpVerb.Post, Route = new FhirRoute(RouteKind.Base), Base = root, Body = body };
            using var answer = await Transaction.RunAsync(service, request, bundle.Value, cancellationToken);
            if (answer.IsSuccess)
            {
                loaded.Add(name);
                ServerLog.DemoLoaded(logger, name, bundle.Value.Entries.Count);
            }
            else
            {
                var issue = answer.Issues![0];
                ServerLog.DemoFailed(logger, name, CprMask.Apply($"{issue.Expression}: {issue.Text(Language.English)} {issue.Diagnostics}"));
            }
        }

        return loaded;
    }
}
