namespace FhirPsychAcute.Storage;

/// <summary>FHIR issue codes that a search can give (http://hl7.org/fhir/issue-type).</summary>
public enum SearchIssueCode
{
    /// <summary>invalid: the value or name is malformed.</summary>
    Invalid,
    /// <summary>value: the value is not of the parameter's type.</summary>
    Value,
    /// <summary>not-supported: a parameter or modifier that this server does not know or do.</summary>
    NotSupported,
    /// <summary>too-costly: a limit of <see cref="SearchOptions"/> is exceeded.</summary>
    TooCostly,
}

/// <summary>Something wrong with a search, or something in it that was left out.</summary>
/// <param name="Code">FHIR issue code.</param>
/// <param name="Parameter">Name of the parameter as written, with its modifier; what looks like a CPR number is masked.</param>
/// <param name="Message">English sentence naming the parameter, the place and the reason; it never holds a value of the search.</param>
public sealed record SearchIssue(SearchIssueCode Code, string Parameter, string Message);

/// <summary>How to treat parameters that are unknown or not supported (http header Prefer: handling).</summary>
public enum SearchHandling
{
    /// <summary>Leave them out and say so.</summary>
    Lenient,
    /// <summary>Refuse the search.</summary>
    Strict,
}

/// <summary>The outcome of parsing a search.</summary>
/// <param name="Request">The search; null when there are errors.</param>
/// <param name="Errors">Why the search is refused.</param>
/// <param name="Warnings">What was left out of the search.</param>
public sealed record SearchParseResult(SearchRequest? Request, IReadOnlyList<SearchIssue> Errors, IReadOnlyList<SearchIssue> Warnings);
