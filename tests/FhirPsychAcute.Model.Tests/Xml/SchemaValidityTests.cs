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

        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas() };
        var invalid = new List<string>();
        foreach (var file in OfficialExamples.Instances)
        {
            var faults = new List<string>();
            settings.ValidationEventHandler += Collect;
            using (var reader = XmlReader.Create(new MemoryStream(R4Xml.Bytes(R4.Read(file.Read()).Document!.Root)), settings))
            {
                while (reader.Read())
                {
                }
            }

            settings.ValidationEventHandler -= Collect;
            if (faults.Count > 0)
            {
                invalid.Add(file.Name);
                output.WriteLine($"{file.Name}: {string.Join("; ", faults)}");
            }

            void Collect(object? sender, ValidationEventArgs fault) => faults.Add(fault.Message);
        }

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

    private static XmlSchemaSet Schemas()
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add("http://hl7.org/fhir", ConformanceData.Locate("conformance/xsd/fhir-single.xsd"));
        schemas.Compile();
        return schemas;
    }
}
