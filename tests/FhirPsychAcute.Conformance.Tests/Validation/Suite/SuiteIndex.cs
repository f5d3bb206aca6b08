using System.Text.Json;

namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>HL7's validator test cases for R4 with the reference validator's findings.</summary>
internal static class SuiteIndex
{
    public const string Folder = "conformance/validator";

    private static readonly Lazy<IReadOnlyList<SuiteCase>> Cases = new(() => [.. Read()]);

    /// <summary>Every run of every case, in the order of the index.</summary>
    public static IReadOnlyList<SuiteCase> All => Cases.Value;

    /// <summary>Full path of a file of the suite.</summary>
    public static string Locate(string file) => ConformanceData.Locate($"{Folder}/files/{file}");

    private static IEnumerable<SuiteCase> Read()
    {
        using var index = JsonDocument.Parse(File.ReadAllBytes(ConformanceData.Locate($"{Folder}/index.json")));
        foreach (var entry in index.RootElement.EnumerateArray())
        {
            var id = entry.GetProperty("id").GetString()!;
            id = id.StartsWith("R4.", StringComparison.Ordinal) ? id[3..] : id;
            var module = entry.GetProperty("module").GetString()!;
            var tier = entry.GetProperty("tier").GetString()![0];
            var file = entry.GetProperty("file").GetString()!;
            string[] loaded = [.. Strings(entry, "supporting"), .. Strings(entry, "profiles")];
            var options = entry.GetProperty("options");
            yield return new SuiteCase(
                id + " base", module, tier, file, loaded, Profile: null, SuiteOptions.Read(options, assumeValidRestReferences: false, isProfileRun: false), Issues(entry, "expectBase"), IsTrue(entry, "consensusBase"));

            if (entry.TryGetProperty("profile", out var profile))
            {
                var source = profile.GetProperty("source").GetString()!;
                yield return new SuiteCase(
                    id + " profile", module, tier, file, [.. loaded.Union(Strings(profile, "supporting"), StringComparer.Ordinal).Append(source)], source,
                    SuiteOptions.Read(options, IsTrue(profile, "assumeValidRestReferences"), isProfileRun: true), Issues(entry, "expectProfile"), IsTrue(entry, "consensusProfile"));
            }
        }
    }

    private static SuiteIssue[] Issues(JsonElement entry, string name) =>
    [
        .. entry.GetProperty(name).GetProperty("issues").EnumerateArray().Select(issue => new SuiteIssue(
            issue.GetProperty("severity").GetString()!,
            issue.GetProperty("code").GetString()!,
            issue.GetProperty("text").GetString() ?? "",
            issue.GetProperty("expression").GetString() ?? "",
            issue.GetProperty("txServer").ValueKind == JsonValueKind.True)),
    ];

    private static IEnumerable<string> Strings(JsonElement entry, string name) => entry.GetProperty(name).EnumerateArray().Select(value => value.GetString()!);

    private static bool IsTrue(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
