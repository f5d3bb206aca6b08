using System.Xml;
using System.Xml.Schema;
using Xunit.Abstractions;

namespace FhirPsychAcute.Model.Tests.Xml;

/// <summary>What is written is valid by HL7's XML schemas, and reading it gives the same resource again.</summary>
public sealed class SchemaValidityTests(ITestOutputHelper output)
{
    [OfficialExamplesFact]
    public void Every_official_example_is_valid_XML_by_the_schemas_of_R4()
    {
        if (ConformanceData.WhySkipped("conformance/xsd/fhir-single.xsd") is { } reason)
        {
            output.WriteLine(reason);
            return;
        }

        var schemas = Schemas();
        var invalid = OfficialExamples.Instances.Where(file => !IsValid(file.Name, file.Read(), schemas)).Select(file => file.Name);

        Assert.Equal(
            [
                // Codes with no-break spaces, and empty ones.
                "Bundle-v2-valuesets",
                // A uri of dots.
                "Bundle-valuesets",
                // ImplementationGuide.name is missing.
                "ImplementationGuide-fhir",
                // A uri with four slashes.
                "MessageHeader-1cbdfb97-5859-48a4-8301-d54eab818d68",
                // Items without linkId.
                "Questionnaire-qs1",
                // ImplementationGuide.name is missing.
                "ig-r4",
            ],
            invalid);
    }

    [ConformanceFact("conformance/xsd/fhir-single.xsd")]
    public void Every_example_of_this_project_is_valid_XML_by_the_schemas_of_R4()
    {
        var schemas = Schemas();
        var files = new[] { "examples", "profiles/compiled/examples" }.SelectMany(folder => Directory.EnumerateFiles(Checkout.Locate(folder), "*.json", SearchOption.AllDirectories)).ToList();

        Assert.NotEmpty(files);
        Assert.Equal([], files.Where(path => !IsValid(Path.GetFileName(path), File.ReadAllBytes(path), schemas)));
    }

    [OfficialExamplesFact]
    public void Every_official_example_is_the_same_JSON_after_it_was_written_as_XML_and_read()
    {
        var differing = new List<string>();
        foreach (var file in OfficialExamples.Instances)
        {
            var json = file.Read();
            var read = ResourceDocument.ParseXml(R4Xml.Bytes(R4.Read(json).Document!.Root), R4.Schema);
            if (!read.IsValid || !string.Equals(CanonicalXml.OfJson(json), CanonicalXml.OfJson(read.Document.Bytes), StringComparison.Ordinal))
            {
                differing.Add(file.Name);
                output.WriteLine($"{file.Name}: {string.Join("; ", R4Xml.Lines(read))}");
            }
        }

        Assert.Equal([], differing);
    }

    [ConformanceFact("packages")]
    public void Every_example_of_the_Danish_packages_is_the_same_JSON_after_it_was_written_as_XML_and_read()
    {
        var differing = new List<string>();
        foreach (var file in PackageExamples.All)
        {
            var original = R4.Read(file.Bytes);
            var read = ResourceDocument.ParseXml(R4Xml.Bytes(original.Document!.Root), R4.Schema);
            if (!read.IsValid || !string.Equals(CanonicalXml.OfJson(file.Bytes), CanonicalXml.OfJson(read.Document.Bytes), StringComparison.Ordinal))
            {
                differing.Add(file.ToString());
                output.WriteLine($"{file}: {string.Join("; ", R4Xml.Lines(read))}");
            }
        }

        Assert.Equal([], differing);
    }

    private bool IsValid(string name, byte[] json, XmlSchemaSet schemas)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new MemoryStream(R4Xml.Bytes(R4.Read(json).Document!.Root)), settings);
        while (reader.Read())
        {
            // Faults are collected on the way.
        }

        if (faults.Count > 0)
        {
            output.WriteLine($"{name}: {string.Join("; ", faults)}");
        }

        return faults.Count == 0;
    }

    private static XmlSchemaSet Schemas()
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add("http://hl7.org/fhir", ConformanceData.Locate("conformance/xsd/fhir-single.xsd"));
        schemas.Compile();
        return schemas;
    }
}
