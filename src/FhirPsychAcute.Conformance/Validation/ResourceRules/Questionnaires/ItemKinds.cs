namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>The types of items and of the answers that they take (http://hl7.org/fhir/R4/valueset-item-type.html).</summary>
internal static class ItemKinds
{
    private static readonly string[] Choice = ["Coding", "date", "time", "integer", "string", "Reference"];

    /// <summary>The type of that code.</summary>
    public static ItemKind Of(string? code) => code switch
    {
        "group" or "question" => ItemKind.Group,
        "display" => ItemKind.Display,
        "boolean" => ItemKind.Boolean,
        "decimal" => ItemKind.Decimal,
        "integer" => ItemKind.Integer,
        "date" => ItemKind.Date,
        "dateTime" => ItemKind.DateTime,
        "time" => ItemKind.Time,
        "string" => ItemKind.String,
        "text" => ItemKind.Text,
        "url" => ItemKind.Url,
        "choice" => ItemKind.Choice,
        "open-choice" => ItemKind.OpenChoice,
        "attachment" => ItemKind.Attachment,
        "reference" => ItemKind.Reference,
        "quantity" => ItemKind.Quantity,
        _ => ItemKind.Unknown,
    };

    /// <summary>The datatypes that an answer may have; none for items without answers and those of unknown type.</summary>
    public static IReadOnlyList<string> AnswerTypes(ItemKind kind) => kind switch
    {
        ItemKind.Boolean => ["boolean"],
        ItemKind.Decimal => ["decimal"],
        ItemKind.Integer => ["integer"],
        ItemKind.Date => ["date"],
        ItemKind.DateTime => ["dateTime"],
        ItemKind.Time => ["time"],
        ItemKind.String or ItemKind.Text => ["string"],
        ItemKind.Url => ["uri"],
        ItemKind.Choice or ItemKind.OpenChoice => Choice,
        ItemKind.Attachment => ["Attachment"],
        ItemKind.Reference => ["Reference"],
        ItemKind.Quantity => ["Quantity"],
        _ => [],
    };

    /// <summary>Whether answers can be greater and less than each other.</summary>
    public static bool HasOrder(ItemKind kind) =>
        kind is ItemKind.Decimal or ItemKind.Integer or ItemKind.Date or ItemKind.DateTime or ItemKind.Time or ItemKind.Quantity or ItemKind.String or ItemKind.Text
            or ItemKind.Choice or ItemKind.OpenChoice or ItemKind.Unknown;
}
