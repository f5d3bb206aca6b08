using FhirPsychAcute.FhirPath.Nodes;
using FhirPsychAcute.FhirPath.Syntax;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Compilation;

/// <summary>Type specifiers (N1 section 10, R4 2.1.9.1.3).</summary>
internal sealed partial class Compiler
{
    private TypeTest ResolveType(TypeSpecifierSyntax specifier)
    {
        var system = specifier.Namespace is null or "System" ? SystemKind(specifier.Name) : FhirPathKind.None;
        TypeSchema? fhir = null;
        if (specifier.Namespace is null or "FHIR")
        {
            schema.TryGetType(specifier.Name, out fhir);
        }

        var known = fhir is not null || system != FhirPathKind.None;
        if (!known && specifier.Namespace != "System")
        {
            throw Error($"there is no type named '{specifier}'", specifier);
        }

        return new TypeTest(fhir, system, IsForDefinitions && fhir is null ? Covered(system) : []);
    }

    private static FhirPathKind SystemKind(string name) => name switch
    {
        "Boolean" => FhirPathKind.Boolean,
        "String" => FhirPathKind.String,
        "Integer" => FhirPathKind.Integer,
        "Long" => FhirPathKind.Long,
        "Decimal" => FhirPathKind.Decimal,
        "Date" => FhirPathKind.Date,
        "DateTime" => FhirPathKind.DateTime,
        "Time" => FhirPathKind.Time,
        "Quantity" => FhirPathKind.Quantity,
        _ => FhirPathKind.None,
    };

    /// <summary>FHIR primitives that become the System type.</summary>
    private static PrimitiveKind[] Covered(FhirPathKind system) => system switch
    {
        FhirPathKind.Boolean => [PrimitiveKind.Boolean],
        FhirPathKind.Integer => [PrimitiveKind.Integer, PrimitiveKind.PositiveInt, PrimitiveKind.UnsignedInt],
        FhirPathKind.Decimal => [PrimitiveKind.Decimal],
        FhirPathKind.Date => [PrimitiveKind.Date],
        FhirPathKind.DateTime => [PrimitiveKind.DateTime, PrimitiveKind.Instant],
        FhirPathKind.Time => [PrimitiveKind.Time],
        FhirPathKind.String =>
        [
            PrimitiveKind.String, PrimitiveKind.Markdown, PrimitiveKind.Code, PrimitiveKind.Id, PrimitiveKind.Uri, PrimitiveKind.Url, PrimitiveKind.Canonical,
            PrimitiveKind.Oid, PrimitiveKind.Uuid, PrimitiveKind.Base64Binary,
        ],
        _ => [],
    };
}
