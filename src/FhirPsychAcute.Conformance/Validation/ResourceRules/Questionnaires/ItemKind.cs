namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>Questionnaire.item.type (http://hl7.org/fhir/R4/valueset-item-type.html).</summary>
internal enum ItemKind : byte
{
    /// <summary>No type, or one that R4 does not know.</summary>
    Unknown,
    /// <summary>group, and the abstract question, of which no item has an answer of its own.</summary>
    Group,
    /// <summary>display</summary>
    Display,
    /// <summary>boolean</summary>
    Boolean,
    /// <summary>decimal</summary>
    Decimal,
    /// <summary>integer</summary>
    Integer,
    /// <summary>date</summary>
    Date,
    /// <summary>dateTime</summary>
    DateTime,
    /// <summary>time</summary>
    Time,
    /// <summary>string</summary>
    String,
    /// <summary>text</summary>
    Text,
    /// <summary>url</summary>
    Url,
    /// <summary>choice</summary>
    Choice,
    /// <summary>open-choice</summary>
    OpenChoice,
    /// <summary>attachment</summary>
    Attachment,
    /// <summary>reference</summary>
    Reference,
    /// <summary>quantity</summary>
    Quantity,
}
