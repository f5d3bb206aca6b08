using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.EndToEnd;

/// <summary>What HL7 and the Danish organisations publish goes in and comes back as it was.</summary>
public sealed class PublishedExampleTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly HashSet<string> KnownInvalid =
    [
        .. File.ReadLines(Checkout.Locate("tests/FhirPsychAcute.EndToEnd/known-invalid-examples.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')[0]),
    ];

    [OfficialExamplesFact]
    public async Task Every_official_example_and_definition_is_stored_and_read_back_equal_or_is_known_to_be_invalid()
    {
        var faults = await StoreAllAsync(OfficialExamples.All.Select(file => (file.Name, file.Read())));

        Assert.Equal(KnownInvalid.Order(StringComparer.Ordinal), faults.Keys.Order(StringComparer.Ordinal));
        Assert.All(faults.Values, fault => Assert.StartsWith("4", fault, StringComparison.Ordinal));
    }

    [ConformanceFact("packages")]
    public async Task Every_example_of_the_Danish_packages_is_stored_and_read_back_equal()
    {
        var faults = await StoreAllAsync(PackageExamples.All.Select(file => (file.ToString(), file.Bytes)));

        Assert.Empty(faults);
    }

    // Puts each under its id (or posts it), reads the version that came of it, and compares. Gives what went wrong by name.
    private async Task<ConcurrentDictionary<string, string>> StoreAllAsync(IEnumerable<(string Name, byte[] Bytes)> resources)
    {
        var faults = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(resources, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (resource, _) =>
        {
            var json = JsonNode.Parse(resource.Bytes)!;
            var type = json["resourceType"]!.GetValue<string>();
            var id = json["id"]?.GetValue<string>();
            var isId = id is { Length: > 0 and <= 64 };
            var stored = await server.SendBytesAsync(isId ? HttpMethod.Put : HttpMethod.Post, isId ? $"{type}/{id}" : type, resource.Bytes, ("Prefer", "return=minimal"));
            if (stored.Status is not (200 or 201))
            {
                faults[resource.Name] = $"{stored.Status} {stored.Body}";
                return;
            }

            var read = await server.GetAsync(stored.Header("Location")!);
            if (JsonEquality.Difference(resource.Bytes, Encoding.UTF8.GetBytes(read.Body), JsonEquality.ServerFields) is { } difference)
            {
                faults[resource.Name] = $"differs at {difference}";
            }
        });
        return faults;
    }
}
