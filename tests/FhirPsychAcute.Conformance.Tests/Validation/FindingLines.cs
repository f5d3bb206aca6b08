using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Validation;

/// <summary>What the validator finds in a resource given as text, one line a finding: severity, message id, expression.</summary>
internal static class FindingLines
{
    /// <summary>The findings whose message ids begin with one of the families.</summary>
    public static IReadOnlyList<string> Of(string json, ValidationRequest? request, ValidatorOptions? options, params string[] families)
    {
        var validator = new Validator(DefinitionLibrary.R4, options);
        var result = validator.Validate(ResourceDocument.Parse(System.Text.Encoding.UTF8.GetBytes(json), DefinitionLibrary.R4.Schema), request);
        foreach (var issue in result.Issues)
        {
            // Every text must be there in both languages, with as many arguments as it wants.
            Assert.NotEqual("", issue.Text(Language.English));
            Assert.NotEqual("", issue.Text(Language.Danish));
        }

        return [.. result.Issues.Where(issue => families.Any(family => issue.MessageId.StartsWith(family + ".", StringComparison.Ordinal)))
            .Select(issue => $"{issue.Severity.ToString().ToLowerInvariant()} {issue.MessageId} {issue.Expression}")];
    }

    /// <summary>The findings whose message ids begin with one of the families, with the default switches.</summary>
    public static IReadOnlyList<string> Of(string json, params string[] families) => Of(json, null, null, families);
}
