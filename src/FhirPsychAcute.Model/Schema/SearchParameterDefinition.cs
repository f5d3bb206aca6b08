namespace FhirPsychAcute.Model;

/// <summary>SearchParameter.type (http://hl7.org/fhir/search-param-type).</summary>
public enum SearchParameterType : byte
{
    /// <summary>number.</summary>
    Number,
    /// <summary>date.</summary>
    Date,
    /// <summary>string.</summary>
    String,
    /// <summary>token.</summary>
    Token,
    /// <summary>reference.</summary>
    Reference,
    /// <summary>composite.</summary>
    Composite,
    /// <summary>quantity.</summary>
    Quantity,
    /// <summary>uri.</summary>
    Uri,
    /// <summary>special.</summary>
    Special,
}

/// <summary>One component of a composite search parameter.</summary>
/// <param name="Definition">Canonical url of the component's search parameter.</param>
/// <param name="Expression">FHIRPath relative to the composite's own expression.</param>
public sealed record SearchParameterComponent(string Definition, string Expression);

/// <summary>What searching needs of a SearchParameter resource.</summary>
/// <param name="Url">Canonical url.</param>
/// <param name="Code">Name in the URL: <c>birthdate</c>.</param>
/// <param name="Type">Parameter type.</param>
/// <param name="Base">Resource types it applies to; <c>Resource</c> and <c>DomainResource</c> mean all.</param>
/// <param name="Expression">FHIRPath, null for parameters that have none (special ones).</param>
/// <param name="Targets">For references: resource types that may be pointed at.</param>
/// <param name="Components">For composites: their parts.</param>
/// <param name="Description">English description of the definition.</param>
public sealed record SearchParameterDefinition(
    string Url,
    string Code,
    SearchParameterType Type,
    IReadOnlyList<string> Base,
    string? Expression,
    IReadOnlyList<string> Targets,
    IReadOnlyList<SearchParameterComponent> Components,
    string? Description);
