using FhirPsychAcute.Conformance;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Benchmarks;

/// <summary>Checks each resource, read before, against R4: cardinality, types, invariants, bindings, codes, references.</summary>
internal sealed class Validation
{
    private readonly byte[][] inputs;
    private readonly ResourceDocument[] documents;
    private readonly SchemaCatalog schema;
    private readonly Validator validator;
    private readonly ValidationRequest request;

    public Validation(byte[][] inputs, SchemaCatalog schema, DefinitionLibrary library, bool claimedProfiles)
    {
        this.inputs = inputs;
        this.schema = schema;
        documents = [.. inputs.Select(input => ResourceDocument.Parse(input, schema).Document!)];
        validator = new Validator(library);
        request = new ValidationRequest { ClaimedProfiles = claimedProfiles };
    }

    /// <summary>How many findings a run gives, so that the row says what kind of resources these are.</summary>
    public int Findings => documents.Sum(document => validator.Validate(document, request).Issues.Count);

    public void Run()
    {
        foreach (var document in documents)
        {
            validator.Validate(document, request);
        }
    }

    public void RunWithParse()
    {
        foreach (var input in inputs)
        {
            validator.Validate(ResourceDocument.Parse(input, schema), request);
        }
    }
}
