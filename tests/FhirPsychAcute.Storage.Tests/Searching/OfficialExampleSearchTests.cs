using System.Globalization;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage.Tests.Indexing;
using Xunit.Abstractions;

namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class OfficialExampleSearchTests(ITestOutputHelper output)
{
    [OfficialExamplesFact]
    public async Task Every_parameter_that_indexes_an_example_finds_it_again()
    {
        await using var bed = new SearchBed();
        var found = await Load(bed);
        var failures = new List<string>();
        foreach (var ((type, code), (id, query)) in found)
        {
            // Alone, the criterion leads the search; beside _id it is a test of one resource.
            foreach (var url in (string[])[$"{type}?{query}&_count=1000&_elements=id", $"{type}?{query}&_id={id}"])
            {
                var parsed = bed.Parse(url);
                if (parsed.Request is null)
                {
                    failures.Add($"{url}: {string.Join(' ', parsed.Errors)}");
                    continue;
                }

                var page = await bed.Store.SearchAsync(parsed.Request, default);
                if (!page.Entries.Any(entry => entry.Version.Id == id))
                {
                    failures.Add($"{type}.{code} did not find {id}: {url}");
                }
            }
        }

        output.WriteLine($"{found.Count} parameters of {found.Keys.Select(key => key.Item1).Distinct().Count()} resource types index an example.");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(found.Count > 900, $"Only {found.Count} parameters index anything.");
    }

    private static async Task<Dictionary<(string, string), (string Id, string Query)>> Load(SearchBed bed)
    {
        var found = new Dictionary<(string, string), (string, string)>();
        var documents = new Dictionary<(string, string), ResourceDocument>();
        foreach (var file in OfficialExamples.Instances)
        {
            if (ResourceDocument.Parse(file.Read(), IndexingFixture.Schema) is { IsValid: true, Document: { Id: not null } document })
            {
                documents[(document.Type.Name, document.Id)] = document;
            }
        }

        foreach (var document in documents.Values)
        {
            var operation = bed.Operation(document);
            foreach (var parameter in bed.Registry.ForType(document.Type.Name))
            {
                if (!found.ContainsKey((document.Type.Name, parameter.Code)) && parameter.Parts.Select(part => Query(parameter.Code, part, operation.Rows)).FirstOrDefault(query => query is not null) is { } query)
                {
                    found[(document.Type.Name, parameter.Code)] = (document.Id!, query);
                }
            }

            Assert.Equal(WriteOutcome.Committed, await bed.Store.WriteAsync(new WriteUnit([operation], []), default));
        }

        return found;
    }

    private static string? Query(string code, ResourceSearchParameter parameter, IndexRows rows)
    {
        if (parameter.Type != SearchParameterType.Composite)
        {
            return Values(parameter.Type, parameter.Number, 0, rows) is [var first, ..] values
                ? string.Join('&', values.Select(value => $"{code}={value}"))
                : null;
        }

        if (parameter.Components.Count == 0 || Groups(parameter.Components[0], rows) is not [var group, ..])
        {
            return null;
        }

        return $"{code}={string.Join('$', parameter.Components.Select(component => Values(component.Type, component.Number, group, rows)[0]))}";
    }

    private static List<int> Groups(SearchComponent component, IndexRows rows) =>
    [
        .. rows.Tokens.Where(row => row.Parameter == component.Number).Select(row => row.Group),
        .. rows.Strings.Where(row => row.Parameter == component.Number).Select(row => row.Group),
        .. rows.Numbers.Where(row => row.Parameter == component.Number).Select(row => row.Group),
    ];

    private static List<string> Values(SearchParameterType type, int number, int group, IndexRows rows)
    {
        switch (type)
        {
            case SearchParameterType.Token:
                return [.. rows.Tokens.Where(row => row.Parameter == number && row.Group == group).Take(1).Select(row => $"{Escape(row.System)}|{Escape(row.Code)}")];
            case SearchParameterType.String:
                return [.. rows.Strings.Where(row => row.Parameter == number && row.Group == group).Take(1).Select(row => Escape(row.Exact))];
            case SearchParameterType.Date:
                foreach (var row in rows.Dates.Where(row => row.Parameter == number && row.Group == group))
                {
                    List<string> limits = [];
                    if (row.Start != long.MinValue)
                    {
                        limits.Add("ge" + Time(row.Start));
                    }

                    if (row.End != long.MaxValue)
                    {
                        limits.Add("le" + Time(row.End));
                    }

                    return limits;
                }

                return [];
            case SearchParameterType.Number:
                return [.. rows.Numbers.Where(row => row.Parameter == number && row.Group == group).Take(1).Select(row => Limit(row.Low, row.High))];
            case SearchParameterType.Quantity:
                return [.. rows.Quantities.Where(row => row.Parameter == number && row.Group == group).Take(1).Select(row => $"{Limit(row.Low, row.High)}|{Escape(row.System)}|{Escape(row.Code)}")];
            case SearchParameterType.Uri:
                return [.. rows.Uris.Where(row => row.Parameter == number).Take(1).Select(row => Escape(row.Value))];
            case SearchParameterType.Reference:
                // One example writes a canonical as a bare word, which as a search value is the id of a resource here.
                return [.. rows.References.Where(row => row.Parameter == number && row.Group == group && (row.TargetId.Length > 0 || row.Url.Contains(':', StringComparison.Ordinal))).Take(1).Select(row => row.TargetId.Length > 0 ? $"{row.TargetType}/{row.TargetId}" : Escape(row.Url) + (row.Version.Length > 0 ? "|" + Escape(row.Version) : ""))];
            default:
                return [];
        }
    }

    private static string Limit(double low, double high) => double.IsFinite(low)
        ? "ge" + low.ToString("R", CultureInfo.InvariantCulture)
        : "le" + high.ToString("R", CultureInfo.InvariantCulture);

    private static string Time(long microseconds) => DateTime.UnixEpoch.AddTicks(microseconds * 10).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal).Replace("&", "%26", StringComparison.Ordinal);
}
