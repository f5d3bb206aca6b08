using FhirPsychAcute.Storage.Tests.Indexing;
using FhirPsychAcute.Storage.Tests.Searching;

namespace FhirPsychAcute.Storage.Tests.Changes;

public sealed class ChangeMatcherTests : IAsyncLifetime, IDisposable
{
    private const string Sent = """{"resourceType":"Task","id":"one","status":"requested","intent":"order","authoredOn":"2026-03-01T22:00:00+01:00","owner":{"reference":"Organization/aarhus"}}""";
    private const string Accepted = """{"resourceType":"Task","id":"one","status":"accepted","intent":"order","authoredOn":"2026-03-01T22:00:00+01:00","owner":{"reference":"Organization/aarhus"}}""";
    private const string Other = """{"resourceType":"Task","id":"two","status":"requested","intent":"order","owner":{"identifier":{"system":"urn:oid:1.2.208.176.1.1","value":"440301000016003"}}}""";

    private readonly SearchBed bed = new();
    private readonly ChangeMatcher matcher = new();

    public Task InitializeAsync() => bed.Put("""{"resourceType":"Organization","id":"aarhus","name":"Aarhus"}""");

    public async Task DisposeAsync() => await bed.DisposeAsync();

    public void Dispose() => matcher.Dispose();

    [Theory]
    [InlineData("Task?owner=Organization/aarhus", "Task/one")]
    [InlineData("Task?owner=aarhus", "Task/one")]
    [InlineData("Task?owner=Organization/odense", "")]
    [InlineData("Task?owner:identifier=urn:oid:1.2.208.176.1.1|440301000016003", "Task/two")]
    [InlineData("Task?status=requested", "Task/one Task/two")]
    [InlineData("Task?status=requested,accepted&owner:missing=true", "")]
    [InlineData("Task?status:not=accepted", "Task/one Task/two")]
    [InlineData("Task?authored-on=ge2026-03-01", "Task/one")]
    [InlineData("Task?_id=two", "Task/two")]
    [InlineData("Task", "Task/one Task/two")]
    [InlineData("Procedure", "")]
    public void A_version_matches_as_a_search_would_find_it(string criteria, string found) => Assert.Equal(found, Match(criteria, Sent, Other));

    [Fact]
    public void Every_version_is_tested_as_it_was()
    {
        Assert.Equal("Task/one", Match("Task?status=requested", Sent));
        Assert.Equal("", Match("Task?status=requested", Accepted));
        Assert.Equal("Task/one", Match("Task?status=requested", Sent));
    }

    [Theory]
    [InlineData("Task?owner=Organization/aarhus", false)]
    [InlineData("Task?owner:Organization.name=Aarhus", true)]
    [InlineData("Task?_has:Provenance:target:recorded=gt2026", true)]
    public void Searches_that_look_at_other_resources_say_so(string criteria, bool looksElsewhere) =>
        Assert.Equal(looksElsewhere, bed.Parse(criteria).Request!.LooksElsewhere);

    [Theory]
    [InlineData("Task?status=requested", false)]
    [InlineData("Task?_sort=authored-on", true)]
    [InlineData("Task?_include=Task:owner", true)]
    [InlineData("Task?_elements=status", true)]
    public void Searches_that_shape_their_result_say_so(string criteria, bool shapes) => Assert.Equal(shapes, bed.Parse(criteria).Request!.ShapesResults);

    private string Match(string criteria, params string[] resources)
    {
        var versions = resources.Select(json =>
        {
            var operation = bed.Operation(IndexingFixture.Parse(json));
            return (new StoredVersion(operation.Type, operation.Id, operation.NewVersion, operation.LastUpdated, operation.Method, operation.Content), operation.Rows);
        }).ToList();
        var parsed = bed.Parse(criteria);
        Assert.True(parsed.Request is not null, string.Join('\n', parsed.Errors));
        matcher.Load(versions);
        return string.Join(' ', matcher.Find(parsed.Request).Select(id => $"Task/{id}").Order(StringComparer.Ordinal));
    }
}
