using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology;

/// <summary>Names of the elements that terminology reads, as the numbers by which children are found.</summary>
internal sealed class TerminologyNames
{
    public TerminologyNames(SchemaCatalog schema)
    {
        Schema = schema;
        Code = schema.NameId("code");
        Coding = schema.NameId("coding");
        Concept = schema.NameId("concept");
        Contains = schema.NameId("contains");
        Definition = schema.NameId("definition");
        Designation = schema.NameId("designation");
        Display = schema.NameId("display");
        Language = schema.NameId("language");
        Property = schema.NameId("property");
        System = schema.NameId("system");
        Value = schema.NameId("value");
        Version = schema.NameId("version");
        CodingType = schema.Type("Coding");
        CodeableConceptType = schema.Type("CodeableConcept");
        QuantityType = schema.Type("Quantity");
    }

    public SchemaCatalog Schema { get; }

    public int Code { get; }

    public int Coding { get; }

    public int Concept { get; }

    public int Contains { get; }

    public int Definition { get; }

    public int Designation { get; }

    public int Display { get; }

    public int Language { get; }

    public int Property { get; }

    public int System { get; }

    public int Value { get; }

    public int Version { get; }

    public TypeSchema CodingType { get; }

    public TypeSchema CodeableConceptType { get; }

    public TypeSchema QuantityType { get; }
}
