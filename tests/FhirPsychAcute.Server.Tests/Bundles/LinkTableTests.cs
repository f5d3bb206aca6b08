namespace FhirPsychAcute.Server.Tests;

public sealed class LinkTableTests
{
    private readonly LinkTable table = new();

    public LinkTableTests()
    {
        table.TryAdd("urn:uuid:1", "Patient/p");
        table.TryAdd("https://example.org/fhir/Patient/17", "Patient/q");
        table.AddCondition("Patient?identifier=x", "Patient/r");
    }

    [Theory]
    [InlineData("urn:uuid:1", null, true, "Patient/p")]
    [InlineData("urn:uuid:1", null, false, "Patient/p")]
    [InlineData("urn:uuid:1#part", null, false, "Patient/p#part")]
    [InlineData("https://example.org/fhir/Patient/17", null, true, "Patient/q")]
    [InlineData("Patient/17", "https://example.org/fhir/Encounter/1", true, "Patient/q")]
    [InlineData("Patient?identifier=x", null, true, "Patient/r")]
    public void Links_to_entries_are_found(string link, string? fullUrl, bool isReference, string target)
    {
        Assert.Equal(target, table.Target(link, fullUrl, isReference));
    }

    [Theory]
    [InlineData("urn:uuid:2", null, true)]
    [InlineData("Patient/17", "https://elsewhere.example/fhir/Encounter/1", true)]
    [InlineData("Patient/17", "urn:uuid:9", true)]
    [InlineData("Patient/17", "https://example.org/fhir/Encounter/1", false)]
    [InlineData("Patient?identifier=x", null, false)]
    [InlineData("#contained", null, true)]
    public void Other_links_stay(string link, string? fullUrl, bool isReference)
    {
        Assert.Null(table.Target(link, fullUrl, isReference));
    }

    [Theory]
    [InlineData("Patient?identifier=x", true)]
    [InlineData("Patient/17", false)]
    [InlineData("?identifier=x", false)]
    [InlineData("https://example.org/Patient?identifier=x", false)]
    [InlineData("Doctor?identifier=x", false)]
    public void Conditional_references_are_told_from_others(string reference, bool isCondition)
    {
        Assert.Equal(isCondition, LinkTable.IsCondition(reference, R4.Schema, out _, out _));
    }
}
