using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Server.Tests;

public sealed class FhirRouteTests
{
    [Theory]
    [InlineData("", "Base", null, null, null, null)]
    [InlineData("/", "Base", null, null, null, null)]
    [InlineData("/metadata", "Metadata", null, null, null, null)]
    [InlineData("/_search", "SystemSearch", null, null, null, null)]
    [InlineData("/_history", "SystemHistory", null, null, null, null)]
    [InlineData("/Patient", "Type", "Patient", null, null, null)]
    [InlineData("/Patient/", "Type", "Patient", null, null, null)]
    [InlineData("/Patient/_search", "TypeSearch", "Patient", null, null, null)]
    [InlineData("/Patient/_history", "TypeHistory", "Patient", null, null, null)]
    [InlineData("/Patient/a-1.B", "Instance", "Patient", "a-1.B", null, null)]
    [InlineData("/Patient/1/_history", "InstanceHistory", "Patient", "1", null, null)]
    [InlineData("/Patient/1/_history/2", "Version", "Patient", "1", "2", null)]
    [InlineData("/Patient/1/Observation", "Compartment", "Patient", "1", null, "Observation")]
    [InlineData("/Patient/1/*", "Compartment", "Patient", "1", null, "*")]
    [InlineData("/Patient/1/Observation/_search", "CompartmentSearch", "Patient", "1", null, "Observation")]
    public void Paths_are_taken_apart(string path, string kind, string? type, string? id, string? version, string? target)
    {
        var route = FhirRoute.Parse(path, R4.Schema).Value;

        Assert.Equal(new FhirRoute(Enum.Parse<RouteKind>(kind), type, id, version, target), route);
    }

    [Theory]
    [InlineData("/patient", 404)]
    [InlineData("/Resource", 404)]
    [InlineData("/HumanName", 404)]
    [InlineData("/metadata/x", 404)]
    [InlineData("/$meta", 404)]
    [InlineData("/Patient/$everything", 404)]
    [InlineData("/Patient/1/$everything", 404)]
    [InlineData("/Patient/1/other", 404)]
    [InlineData("/Patient/1/Observation/2", 404)]
    [InlineData("/Patient//1", 400)]
    [InlineData("/Patient/a_b", 400)]
    [InlineData("/Patient/æ", 400)]
    [InlineData("/Patient/1/_history/å", 400)]
    public void Other_paths_are_refused(string path, int status)
    {
        Assert.Equal(status, FhirRoute.Parse(path, R4.Schema).Error!.Status);
    }

    [Fact]
    public void Any_text_gives_a_route_or_a_refusal()
    {
        Prop.ForAll<NonNull<string>>(path =>
        {
            var route = FhirRoute.Parse(path.Get, R4.Schema);
            return route.IsSuccess || route.Error.Status is 400 or 404;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", true)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", false)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("é", false)]
    public void Ids_are_told_from_what_is_none(string text, bool isId)
    {
        Assert.Equal(isId, FhirRoute.IsId(text));
    }
}
