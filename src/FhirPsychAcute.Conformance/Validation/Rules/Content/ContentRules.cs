using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules.Content;

/// <summary>
/// What the specification says in words about the content of data types (http://hl7.org/fhir/R4/datatypes.html), beyond the lexical forms that reading has checked
/// and the invariants. Checked for every element of a type, wherever it stands.
/// </summary>
internal static class ContentRules
{
    /// <summary>The rules for a type; none for most.</summary>
    public static ElementRule[] For(TypeSchema type, SchemaCatalog schema) => type.Primitive switch
    {
        PrimitiveKind.Uri or PrimitiveKind.Url or PrimitiveKind.Canonical => [new UriRule(type.Primitive)],
        PrimitiveKind.String => [new TextRule(isMarkdown: false)],
        PrimitiveKind.Markdown => [new TextRule(isMarkdown: true)],
        PrimitiveKind.Date or PrimitiveKind.DateTime or PrimitiveKind.Instant => [new YearRule()],
        PrimitiveKind.Base64Binary => [new Base64Rule()],
        PrimitiveKind.Xhtml => [new NarrativeLinkRule(), new NarrativeLanguagesRule()],
        _ => OfName(type, schema),
    };

    private static ElementRule[] OfName(TypeSchema type, SchemaCatalog schema)
    {
        for (var at = type; at is not null; at = at.Base)
        {
            switch (at.Name)
            {
                case "Coding":
                    return [new CodingRule(schema, isQuantity: false)];
                case "Quantity":
                    return [new CodingRule(schema, isQuantity: true)];
                case "Identifier":
                    return [new IdentifierRule(schema)];
                case "Attachment":
                    return [new AttachmentRule(schema)];
            }
        }

        return [];
    }
}
