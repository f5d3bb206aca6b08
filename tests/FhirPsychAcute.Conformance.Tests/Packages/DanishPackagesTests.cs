using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.TestData;

namespace FhirPsychAcute.Conformance.Tests.Packages;

/// <summary>The published Danish packages, several versions of each loaded together.</summary>
public sealed class DanishPackagesTests
{
    private const string Gln = "http://hl7.dk/fhir/core/StructureDefinition/dk-core-gln-identifier";

    private static readonly Lazy<DefinitionLibrary> All = new(() => DefinitionLibrary.Load(ConformanceData.Locate("packages")));

    [ConformanceFact("packages")]
    public void All_are_loaded_without_a_fault()
    {
        Assert.Equal(19, All.Value.Packages.Count);
        Assert.DoesNotContain(All.Value.Findings, finding => finding.MessageId is not ("package.dependency-missing" or "package.dependency-stand-in"));
        Assert.All(All.Value.Packages.SelectMany(package => package.Definitions), definition => Assert.Equal(definition.Url, Url(definition)));
    }

    [ConformanceFact("packages")]
    public void MedCom_messaging_sees_the_GLN_rule_of_the_dk_core_that_it_depends_on()
    {
        Assert.Equal("https://www.gs1.org/gln", System(Scope("medcom.fhir.dk.messaging", "4.0.2")));
        Assert.Equal("https://www.gs1.org/gln", System(Scope("medcom.fhir.dk.carecommunication", "5.0.2")));
        Assert.Equal("http://www.gs1.org/gln", System(Scope("hl7.fhir.dk.core", "3.7.0")));
        Assert.Equal("http://www.gs1.org/gln", System(All.Value.Root));
    }

    [ConformanceFact("packages")]
    public void What_is_missing_is_said_by_name_version_and_asker()
    {
        var missing = All.Value.Missing.ToDictionary(entry => entry.Package.ToString(), StringComparer.Ordinal);
        Assert.Equal(
            [
                "hl7.fhir.uv.ipa#1.0.0", "hl7.fhir.uv.ipa#1.1.0", "hl7.fhir.uv.phd#1.0.0", "hl7.fhir.uv.phd#1.1.0", "hl7.fhir.uv.phd#2.0.0",
                "hl7.fhir.uv.xver-r5.r4#0.1.0", "ihe.iti.mhd#4.2.3", "medcom.fhir.dk.core#2.3.0", "medcom.fhir.dk.core#2.4.0", "medcom.fhir.dk.terminology#1.8.1",
            ],
            missing.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["hl7.fhir.dk.core#3.5.0", "hl7.fhir.dk.core#3.7.0"], missing["ihe.iti.mhd#4.2.3"].AskedBy.Select(package => package.ToString()));
        Assert.Equal("medcom.fhir.dk.core#2.0.1", missing["medcom.fhir.dk.core#2.3.0"].StandIn.ToString());
        Assert.Null(missing["hl7.fhir.uv.ipa#1.1.0"].StandIn);
    }

    [ConformanceFact("packages")]
    public void Supplements_are_found_by_the_code_system_that_they_add_to() =>
        Assert.Equal(
            ["http://hl7.dk/fhir/core/CodeSystem/address-type-dk-supplement"],
            Scope("hl7.fhir.dk.core", "3.7.0").Supplements("http://hl7.org/fhir/address-type").Select(supplement => supplement.Url));

    [ConformanceFact("packages")]
    public void Profiles_of_a_package_and_its_closure_are_listed_once_each()
    {
        var profiles = Scope("medcom.fhir.dk.messaging", "4.0.2").OfType("StructureDefinition").Where(definition => !definition.Package.Name.StartsWith("hl7.fhir.r4", StringComparison.Ordinal)).ToList();
        Assert.Equal(profiles.Select(profile => profile.Url).Distinct(StringComparer.Ordinal), profiles.Select(profile => profile.Url));
        Assert.Equal(
            ["hl7.fhir.dk.core#3.4.0", "hl7.fhir.uv.extensions.r4#5.3.0-ballot-tc1", "hl7.terminology.r4#7.0.1", "medcom.fhir.dk.core#3.0.1", "medcom.fhir.dk.messaging#4.0.2"],
            profiles.Select(profile => profile.Package.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static string? Url(Definition definition) => definition.ResourceType == "NamingSystem" ? definition.Url : definition.Document.Root.ChildValue("url");

    private static DefinitionScope Scope(string name, string version) =>
        All.Value.TryGetPackage(new PackageId(name, version), out var package) ? package.Scope : throw new InvalidOperationException(name);

    private static string? System(DefinitionScope scope)
    {
        Assert.True(scope.TryResolve(Gln, out var definition));
        foreach (var element in definition.Document.Root.Child("snapshot").ChildrenNamed("element"))
        {
            if (element.ChildValue("path") == "Identifier.system")
            {
                return element.ChildValue("fixed") ?? element.ChildValue("pattern");
            }
        }

        return null;
    }
}
