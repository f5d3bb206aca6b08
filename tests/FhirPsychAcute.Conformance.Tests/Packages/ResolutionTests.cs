using FhirPsychAcute.Conformance.Packages;

namespace FhirPsychAcute.Conformance.Tests.Packages;

public sealed class ResolutionTests : IDisposable
{
    private const string Url = "http://example.org/ValueSet/v";

    private readonly PackageBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_package_sees_the_version_that_it_depends_on()
    {
        var library = DefinitionLibrary.Load(
            bench.Package("base#1.0.0", [], PackageBench.ValueSet(Url, "1.0.0")),
            bench.Package("base#2.0.0", [], PackageBench.ValueSet(Url, "2.0.0")),
            bench.Package("old#1.0.0", ["base#1.0.0"]),
            bench.Package("new#1.0.0", ["base#2.0.0"]));
        Assert.Equal("1.0.0", Version(Scope(library, "old#1.0.0"), Url));
        Assert.Equal("2.0.0", Version(Scope(library, "new#1.0.0"), Url));
        Assert.Equal("2.0.0", Version(library.Root, Url));
        Assert.Empty(library.Findings);
    }

    [Fact]
    public void Its_own_definition_comes_before_those_of_its_dependencies()
    {
        var library = DefinitionLibrary.Load(
            bench.Package("base#1.0.0", [], PackageBench.ValueSet(Url, "9.0.0")), bench.Package("own#1.0.0", ["base#1.0.0"], PackageBench.ValueSet(Url, "1.0.0")));
        var scope = Scope(library, "own#1.0.0");
        Assert.True(scope.TryResolve(Url, out var definition, out var from));
        Assert.Equal(("1.0.0", ResolvedFrom.Own), (definition.Version, from));
        Assert.Same(scope, definition.Scope);
    }

    [Fact]
    public void The_nearest_of_two_versions_in_the_closure_counts()
    {
        var library = DefinitionLibrary.Load(
            bench.Package("base#1.0.0", [], PackageBench.ValueSet(Url, "1.0.0")),
            bench.Package("base#2.0.0", [], PackageBench.ValueSet(Url, "2.0.0")),
            bench.Package("middle#1.0.0", ["base#2.0.0"]),
            bench.Package("top#1.0.0", ["middle#1.0.0", "base#1.0.0"]),
            bench.Package("far#1.0.0", ["middle#1.0.0"]));
        Assert.Equal("1.0.0", Version(Scope(library, "top#1.0.0"), Url));
        Assert.Equal("2.0.0", Version(Scope(library, "far#1.0.0"), Url));
    }

    [Fact]
    public void A_definition_is_followed_from_its_own_package()
    {
        var library = DefinitionLibrary.Load(
            bench.Package("base#1.0.0", [], PackageBench.ValueSet(Url, "1.0.0")),
            bench.Package("base#2.0.0", [], PackageBench.ValueSet(Url, "2.0.0")),
            bench.Package("middle#1.0.0", ["base#2.0.0"], PackageBench.ValueSet("http://example.org/ValueSet/m", "1")),
            bench.Package("top#1.0.0", ["middle#1.0.0", "base#1.0.0"]));
        Assert.True(Scope(library, "top#1.0.0").TryResolve("http://example.org/ValueSet/m", out var middle));
        Assert.Equal("2.0.0", Version(middle.Scope, Url));
    }

    [Fact]
    public void Packages_that_depend_on_each_other_are_followed_once()
    {
        var library = DefinitionLibrary.Load(
            bench.Package("a#1.0.0", ["b#1.0.0"], PackageBench.ValueSet("http://example.org/a", "1")),
            bench.Package("b#1.0.0", ["a#1.0.0"], PackageBench.ValueSet("http://example.org/b", "1")));
        Assert.Equal("1", Version(Scope(library, "b#1.0.0"), "http://example.org/a"));
        Assert.Equal("1", Version(Scope(library, "a#1.0.0"), "http://example.org/b"));
    }

    [Theory]
    [InlineData("2.0.x", "2.0.3")]
    [InlineData("2.x", "2.1.0")]
    [InlineData("latest", "3.0.0")]
    [InlineData("current", "3.0.0")]
    [InlineData("2.0.3", "2.0.3")]
    public void A_dependency_may_leave_its_version_open(string asked, string version)
    {
        var library = DefinitionLibrary.Load(
            bench.Package("base#2.0.3", [], PackageBench.ValueSet(Url, "2.0.3")),
            bench.Package("base#2.0.10-ballot", [], PackageBench.ValueSet(Url, "2.0.10-ballot")),
            bench.Package("base#2.1.0", [], PackageBench.ValueSet(Url, "2.1.0")),
            bench.Package("base#3.0.0", [], PackageBench.ValueSet(Url, "3.0.0")),
            bench.Package("base#4.0.0-ballot", [], PackageBench.ValueSet(Url, "4.0.0-ballot")),
            bench.Package("top#1.0.0", ["base#" + asked]));
        Assert.Equal(version, Version(Scope(library, "top#1.0.0"), Url));
        Assert.Empty(library.Missing);
    }

    [Theory]
    [InlineData(Url + "|2.0.0", "2.0.0")]
    [InlineData(Url + "|2.0", "2.0.10")]
    [InlineData(Url + "|2", "2.1.0")]
    [InlineData(Url + "|2.0.x", "2.0.10")]
    [InlineData(Url + "|2.1.0-ballot", "2.1.0-ballot")]
    [InlineData(Url + "|2#fragment", "2.1.0")]
    [InlineData(Url + "#fragment", "2.1.0")]
    [InlineData(Url + "|3", null)]
    [InlineData(Url + "|20", null)]
    [InlineData(Url + "|", null)]
    [InlineData("#fragment", null)]
    [InlineData("", null)]
    [InlineData("|", null)]
    public void A_version_behind_the_canonical_is_that_one_or_the_highest_that_it_covers(string canonical, string? version)
    {
        var library = DefinitionLibrary.Load(bench.Package(
            "a#1.0.0",
            [],
            PackageBench.ValueSet(Url, "2.0.0"),
            PackageBench.ValueSet(Url, "2.0.2"),
            PackageBench.ValueSet(Url, "2.0.10"),
            PackageBench.ValueSet(Url, "2.1.0-ballot"),
            PackageBench.ValueSet(Url, "2.1.0"),
            PackageBench.ValueSet(Url, null)));
        Assert.Equal(version, library.Root.TryResolve(canonical, out var definition) ? definition.Version : null);
        Assert.Equal("2.1.0", Assert.Single(library.Root.OfType("ValueSet"), valueSet => valueSet.Url == Url).Version);
    }

    [Fact]
    public void A_profile_outside_the_dependencies_is_found_and_flagged()
    {
        const string profile = """{"resourceType":"StructureDefinition","url":"http://example.org/p","version":"1","name":"P","status":"draft"}""";
        var library = DefinitionLibrary.Load(bench.Package("other#1.0.0", [], ("StructureDefinition-p.json", profile)), bench.Package("top#1.0.0", []));
        Assert.True(Scope(library, "top#1.0.0").TryResolve("http://example.org/p", out _, out var from));
        Assert.Equal(ResolvedFrom.OutsideDependencies, from);
        Assert.False(Scope(library, "top#1.0.0").TryResolve("http://example.org/p|2", out _));
    }

    [Fact]
    public void Codes_outside_the_dependencies_are_found_only_when_their_version_is_named()
    {
        var library = DefinitionLibrary.Load(bench.Package("other#1.0.0", [], PackageBench.ValueSet(Url, "1")), bench.Package("top#1.0.0", []));
        Assert.False(Scope(library, "top#1.0.0").TryResolve(Url, out _));
        Assert.True(Scope(library, "top#1.0.0").TryResolve(Url + "|1", out _));
        Assert.True(library.Root.TryResolve(Url, out _));
    }

    [Fact]
    public void Codes_in_a_file_loaded_by_itself_are_seen_by_all()
    {
        var library = DefinitionLibrary.Load(bench.Write("v.json", PackageBench.ValueSet(Url, "1").Text), bench.Package("top#1.0.0", []));
        Assert.True(Scope(library, "top#1.0.0").TryResolve(Url, out _, out var from));
        Assert.Equal(ResolvedFrom.OutsideDependencies, from);
    }

    [Fact]
    public void A_missing_dependency_is_named_with_those_who_ask()
    {
        var library = DefinitionLibrary.Load(bench.Package("a#1.0.0", ["gone#3.2.1"]), bench.Package("b#1.0.0", ["gone#3.2.1"]));
        var missing = Assert.Single(library.Missing);
        Assert.Equal("gone#3.2.1", missing.Package.ToString());
        Assert.Equal(["a#1.0.0", "b#1.0.0"], missing.AskedBy.Select(package => package.ToString()));
        Assert.Equal("The package gone#3.2.1 is not loaded. It is asked for by a#1.0.0, b#1.0.0.", Assert.Single(library.Findings).Text(Outcomes.Language.English));
    }

    [Theory]
    [InlineData("2.0.1", "2.0.0", "2.0.1")]
    [InlineData("2.0.1", "2.3.0", "not found")]
    public void Another_version_of_the_same_major_number_stands_in_for_a_missing_one_but_an_older_one_not_with_its_codes(string loaded, string asked, string codes)
    {
        const string profile = """{"resourceType":"StructureDefinition","url":"http://example.org/p","version":"1","name":"P","status":"draft"}""";
        var library = DefinitionLibrary.Load(
            bench.Package("base#" + loaded, [], PackageBench.ValueSet(Url, loaded), ("StructureDefinition-p.json", profile)),
            bench.Package("base#4.0.0", [], PackageBench.ValueSet(Url, "4.0.0")),
            bench.Package("top#1.0.0", ["base#" + asked]));
        Assert.Equal("1", Version(Scope(library, "top#1.0.0"), "http://example.org/p"));
        Assert.Equal(codes, Version(Scope(library, "top#1.0.0"), Url));
        Assert.Equal(loaded, Version(Scope(library, "base#" + loaded), Url));
        Assert.Equal("base#" + loaded, Assert.Single(library.Missing).StandIn.ToString());
    }

    [Fact]
    public void The_shipped_terminology_stands_in_for_its_other_versions()
    {
        var library = DefinitionLibrary.Load(bench.Package("a#1.0.0", ["hl7.fhir.r4.core#4.0.1", "hl7.terminology.r4#5.3.0"]));
        var scope = Scope(library, "a#1.0.0");
        const string system = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
        Assert.True(scope.TryResolve(system, out var shipped, out var from));
        Assert.Equal(ResolvedFrom.Shipped, from);
        Assert.True(scope.TryResolve(system + "|8.0.0-older", out var standIn, out from));
        Assert.Equal(ResolvedFrom.StandIn, from);
        Assert.Same(shipped, standIn);
        Assert.False(scope.TryResolve("http://hl7.org/fhir/ValueSet/administrative-gender|3.0.0", out _));
        Assert.Empty(library.Missing);
        Assert.Equal(
            "The package hl7.terminology.r4#5.3.0 is not loaded, hl7.terminology.r4#7.0.1 is used in its place. It is asked for by a#1.0.0.",
            Assert.Single(library.Findings).Text(Outcomes.Language.English));
        Assert.Equal([DependencyState.Shipped, DependencyState.StandIn], library.Packages[0].Dependencies.Select(dependency => dependency.State));
    }

    [Fact]
    public void A_loaded_terminology_package_is_used_by_those_who_depend_on_it()
    {
        const string system = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
        var library = DefinitionLibrary.Load(
            bench.Package("hl7.terminology.r4#5.3.0", [], PackageBench.ValueSet(system, "older")), bench.Package("a#1.0.0", ["hl7.terminology.r4#5.3.0"]));
        Assert.Equal("older", Version(Scope(library, "a#1.0.0"), system));
        Assert.Equal("9.0.0", Version(library.Root, system));
        Assert.Equal("older", Version(library.Root, system + "|older"));
    }

    [Fact]
    public void From_outside_the_package_named_last_counts()
    {
        var library = DefinitionLibrary.Load(bench.Package("b#1.0.0", [], PackageBench.ValueSet(Url, "2")), bench.Package("a#1.0.0", [], PackageBench.ValueSet(Url, "1")));
        Assert.Equal("1", Version(library.Root, Url));
        Assert.Equal("2", Version(library.Root, Url + "|2"));
    }

    [Fact]
    public void Of_one_package_the_highest_version_counts_whatever_was_named_last()
    {
        var library = DefinitionLibrary.Load(
            bench.Package("a#1.10.0", [], PackageBench.ValueSet(Url, "1.10.0")), bench.Package("a#1.9.0", [], PackageBench.ValueSet(Url, "1.9.0")));
        Assert.Equal("1.10.0", Version(library.Root, Url));
    }

    [Fact]
    public void An_operators_definition_comes_before_the_shipped_one()
    {
        const string gender = "http://hl7.org/fhir/ValueSet/administrative-gender";
        var library = DefinitionLibrary.Load(bench.Package("a#1.0.0", [], PackageBench.ValueSet(gender, "9")));
        Assert.Equal("9", Version(library.Root, gender));
        Assert.Equal("4.0.1", Version(library.Root, gender + "|4.0.1"));
        Assert.Equal("4.0.1", Version(DefinitionLibrary.R4.Root, gender));
    }

    [Fact]
    public void One_definition_is_one_object()
    {
        var library = DefinitionLibrary.Load(bench.Package("a#1.0.0", [], PackageBench.ValueSet(Url, "1")));
        Assert.True(library.Root.TryResolve(Url, out var one));
        Assert.True(library.Packages[0].Scope.TryResolve(Url + "|1", out var two));
        Assert.Same(one, two);
        Assert.True(library.Root.TryResolve("http://hl7.org/fhir/StructureDefinition/Patient", out var patient));
        Assert.True(DefinitionLibrary.R4.Root.TryResolve("http://hl7.org/fhir/StructureDefinition/Patient|4.0.1", out var same));
        Assert.Same(patient, same);
        Assert.Equal("hl7.fhir.r4.core#4.0.1", same.Package.ToString());
    }

    [Fact]
    public void A_naming_system_is_found_by_each_of_its_ids()
    {
        const string json = """
            {"resourceType":"NamingSystem","id":"cpr","name":"CPR","status":"active","kind":"identifier","date":"2020","uniqueId":[
            {"type":"oid","value":"1.2.208.176.1.2","preferred":true},{"type":"uri","value":"http://example.org/cpr"}]}
            """;
        var library = DefinitionLibrary.Load(bench.Package("a#1.0.0", [], ("NamingSystem-cpr.json", json)));
        Assert.True(library.Root.TryFindNamingSystem("urn:oid:1.2.208.176.1.2", out var found));
        Assert.True(library.Root.TryFindNamingSystem("http://example.org/cpr", out var same));
        Assert.Same(found, same);
        Assert.Equal(("identifier", "http://example.org/cpr"), (found.Kind, found.PreferredUri));
        Assert.Equal("http://example.org/a/NamingSystem/cpr", found.Definition.Url);
    }

    [Fact]
    public void HL7s_naming_systems_ship()
    {
        Assert.True(DefinitionLibrary.R4.Root.TryFindNamingSystem("2.16.840.1.113883.6.96", out var snomed));
        Assert.Equal(("codesystem", "http://snomed.info/sct"), (snomed.Kind, snomed.PreferredUri));
        Assert.False(DefinitionLibrary.R4.Root.TryFindNamingSystem("urn:oid:9.9.9", out _));
    }

    [Fact]
    public void The_core_specifications_examples_define_nothing()
    {
        Assert.False(DefinitionLibrary.R4.Root.TryResolve("http://hl7.org/fhir/Questionnaire/bb", out _));
        Assert.Empty(DefinitionLibrary.R4.Root.OfType("Questionnaire"));
        Assert.Equal(2, DefinitionLibrary.R4.ShippedPackages.Count(package => package.Id.Version == "4.0.1"));
    }

    private static string? Version(DefinitionScope scope, string canonical) => scope.TryResolve(canonical, out var definition) ? definition.Version : "not found";

    private static DefinitionScope Scope(DefinitionLibrary library, string id) =>
        library.TryGetPackage(new PackageId(id.Split('#')[0], id.Split('#')[1]), out var package) ? package.Scope : throw new InvalidOperationException(id);
}
