using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>OperationOutcome.issue.severity (http://hl7.org/fhir/R4/valueset-issue-severity.html).</summary>
internal enum IssueSeverity : byte
{
    Fatal,
    Error,
    Warning,
    Information,
}

/// <summary>The issue codes that this server gives (http://hl7.org/fhir/R4/valueset-issue-type.html).</summary>
internal static class IssueCode
{
    public const string Invalid = "invalid";
    public const string Structure = "structure";
    public const string Required = "required";
    public const string Value = "value";
    public const string NotSupported = "not-supported";
    public const string Duplicate = "duplicate";
    public const string MultipleMatches = "multiple-matches";
    public const string NotFound = "not-found";
    public const string Deleted = "deleted";
    public const string TooLong = "too-long";
    public const string BusinessRule = "business-rule";
    public const string TooCostly = "too-costly";
    public const string Conflict = "conflict";
    public const string Exception = "exception";
    public const string NoStore = "no-store";
    public const string Transient = "transient";
    public const string Informational = "informational";
}

/// <summary>
/// One issue of an OperationOutcome before it is put into words: the text is named by its id in the message tables, so that the edge can write it
/// in the caller's language.
/// </summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">A code of <see cref="IssueCode"/>.</param>
/// <param name="Text">Id of the text in the message tables.</param>
/// <param name="Arguments">What the text's placeholders stand for; CPR numbers are masked when the text is written.</param>
internal sealed record FhirIssue(IssueSeverity Severity, string Code, string Text, params object[] Arguments)
{
    /// <summary>FHIRPath of the element at fault (<c>Bundle.entry[56].resource.status</c>), or the name of a parameter or header; null when none applies.</summary>
    public string? Expression { get; init; }

    /// <summary>Further detail, in English: what exactly was found.</summary>
    public string? Diagnostics { get; init; }

    /// <summary>Where the fault stands in the request's body; null when it is not about the body.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>An error of that code and text.</summary>
    public static FhirIssue Error(string code, string text, params object[] arguments) => new(IssueSeverity.Error, code, text, arguments);
}
