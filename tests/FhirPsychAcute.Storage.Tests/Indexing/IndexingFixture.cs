using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage.Tests.Indexing;

/// <summary>The R4 definitions with an indexer over them, made once for all tests.</summary>
internal static class IndexingFixture
{
    public static SchemaCatalog Schema { get; } = DefinitionStore.R4.Schema;

    public static SearchOptions Options { get; } = new() { OwnBaseUrls = ["https://psych.example.dk/fhir"] };

    public static SearchParameterRegistry Registry { get; } = new(DefinitionStore.R4.SearchParameters, Schema);

    public static ResourceIndexer Indexer { get; } = new(Registry, Options);

    public static ResourceDocument Parse(string json)
    {
        var result = ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), Schema);
        Assert.True(result.IsValid, string.Join('\n', result.Issues));
        return result.Document;
    }

    public static IndexRows Index(string json)
    {
        var rows = new IndexRows();
        Indexer.Index(Parse(json), rows);
        return rows;
    }

    public static int Number(string parameter)
    {
        var parts = parameter.Split('.');
        Assert.True(Registry.TryGet(parts[0], parts[1], out var found), parameter);
        return found.Number;
    }

    public static ResourceSearchParameter Parameter(string type, string code)
    {
        Assert.True(Registry.TryGet(type, code, out var found), $"{type}.{code}");
        return found;
    }

    public static IEnumerable<(string System, string Code)> Tokens(this IndexRows rows, string parameter) =>
        rows.Tokens.Where(row => row.Parameter == Number(parameter)).Select(row => (row.System, row.Code));

    public static IEnumerable<string> Strings(this IndexRows rows, string parameter) =>
        rows.Strings.Where(row => row.Parameter == Number(parameter)).Select(row => row.Exact);

    public static IEnumerable<(string Start, string End)> Dates(this IndexRows rows, string parameter) =>
        rows.Dates.Where(row => row.Parameter == Number(parameter)).Select(row => (Utc(row.Start), Utc(row.End)));

    public static string Utc(long microseconds) => microseconds switch
    {
        long.MinValue => "-",
        long.MaxValue => "-",
        _ => DateTime.UnixEpoch.AddTicks(microseconds * 10).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture),
    };
}
