using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.CodeSystems;

/// <summary>
/// A code system declares each property once, and the properties that FHIR defines as FHIR defines them (http://hl7.org/fhir/R4/codesystem.html#properties).
/// </summary>
internal sealed class CodeSystemPropertyRule : ResourceRule
{
    private const string Source = "http://hl7.org/fhir/R4/codesystem.html#properties";

    public override string ResourceType => "CodeSystem";

    public override void Check(Element resource, ValidationRun run)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var uris = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in resource.ChildrenNamed("property"))
        {
            var code = property.ChildValue("code");
            var uri = property.ChildValue("uri");
            if (code is not null && !codes.Add(code))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, property, "codesystem.property-code-twice", Source, code);
            }

            if (uri is not null && !uris.Add(uri))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, property, "codesystem.property-uri-twice", Source, uri);
            }

            CheckMeaning(property, code, uri, run);
        }
    }

    private static void CheckMeaning(Element property, string? code, string? uri, ValidationRun run)
    {
        var type = property.ChildValue("type");
        if (uri is not null && KnownProperties.CodeOf(uri) is { } usual)
        {
            if (code is not null && code != usual)
            {
                // A code that FHIR gives to another property misleads every filter; a code of one's own is only unusual.
                var severity = KnownProperties.TypeOf(code) is null ? IssueSeverity.Warning : IssueSeverity.Error;
                run.Report(severity, IssueCode.BusinessRule, property, "codesystem.property-unusual-code", Source, uri, usual, code);
            }

            var right = KnownProperties.TypeOf(usual)!;
            if (type is not null && type != right)
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, property, "codesystem.property-type-of-uri", Source, type, uri, right);
            }
        }
        else if (uri is null && code is not null && KnownProperties.TypeOf(code) is { } expected)
        {
            if (type is not null && type != expected)
            {
                run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, property, "codesystem.property-type-of-code", Source, type, code, expected);
            }
            else
            {
                run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, property, "codesystem.property-without-uri", Source, code, KnownProperties.UriOf(code));
            }
        }
    }
}
