namespace FhirPsychAcute.Conformance.Outcomes;

/// <summary>Codes of OperationOutcome.issue.code (http://hl7.org/fhir/R4/valueset-issue-type.html) that this program gives.</summary>
public static class IssueCode
{
    /// <summary>The content is invalid against the specification or a profile.</summary>
    public const string Invalid = "invalid";

    /// <summary>A structural issue: an element that must not be there, too many or too few, of the wrong type.</summary>
    public const string Structure = "structure";

    /// <summary>A required element is missing.</summary>
    public const string Required = "required";

    /// <summary>An element's value is invalid: form, fixed value, pattern, range.</summary>
    public const string Value = "value";

    /// <summary>An invariant failed.</summary>
    public const string Invariant = "invariant";

    /// <summary>A code is unknown or not in the value set bound.</summary>
    public const string CodeInvalid = "code-invalid";

    /// <summary>A business rule of the specification that no ElementDefinition says.</summary>
    public const string BusinessRule = "business-rule";

    /// <summary>A profile, code system, value set or reference target could not be found.</summary>
    public const string NotFound = "not-found";

    /// <summary>Something cannot be checked here.</summary>
    public const string NotSupported = "not-supported";

    /// <summary>An id, fullUrl or linkId stands twice.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>A reference that has several possible targets, or a thing that is prohibited where it stands.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>A limit on size, depth or number was exceeded.</summary>
    public const string TooLong = "too-long";

    /// <summary>Checking took more time or steps than allowed.</summary>
    public const string TooCostly = "too-costly";

    /// <summary>More was found than is told.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>The definition at work is itself faulty.</summary>
    public const string Exception = "exception";

    /// <summary>Several resources match where one was meant.</summary>
    public const string MultipleMatches = "multiple-matches";

    /// <summary>What is asked for has been deleted.</summary>
    public const string Deleted = "deleted";

    /// <summary>Others changed what the work depends on.</summary>
    public const string Conflict = "conflict";

    /// <summary>There is no room to store.</summary>
    public const string NoStore = "no-store";

    /// <summary>It may succeed when repeated.</summary>
    public const string Transient = "transient";

    /// <summary>Nothing is wrong: said for information.</summary>
    public const string Informational = "informational";
}
