using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation;

namespace FhirPsychAcute.Conformance.Packages.Reading;

/// <summary>Why a package or a file of it cannot be used; ids and arguments are those of <c>Validation/Messages/package.en.json</c>.</summary>
internal sealed class PackageFault(string messageId, params object[] arguments) : Exception(ValidationMessages.Get(Language.English, messageId, arguments))
{
    /// <summary>The finding, ready to print.</summary>
    /// <param name="severity">How bad it is.</param>
    /// <param name="path">The file or folder that it is about.</param>
    public ValidationIssue ToIssue(IssueSeverity severity, string path) => Issue(severity, IssueCode.Invalid, path, messageId, arguments);

    /// <summary>A finding about a package; it has no place in a resource, its source is the package or path.</summary>
    public static ValidationIssue Issue(IssueSeverity severity, string code, string source, string messageId, params object[] arguments) =>
        new(severity, code, messageId, arguments, "", default, source);
}
