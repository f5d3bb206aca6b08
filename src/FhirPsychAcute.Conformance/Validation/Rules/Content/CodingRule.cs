using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation.ResourceRules.ValueSets;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules.Content;

/// <summary>
/// A Coding names a code system by its absolute URI, a code that the system has, and a display of that code, whatever it is bound to
/// (http://hl7.org/fhir/R4/datatypes.html#Coding); a Quantity's unit likewise.
/// </summary>
internal sealed class CodingRule : ElementRule
{
    private const string Coding = "http://hl7.org/fhir/R4/datatypes.html#Coding";
    private const string Quantity = "http://hl7.org/fhir/R4/datatypes.html#Quantity";

    private const int TemplateEnd = 3;

    private readonly bool isQuantity;
    private readonly string source;
    private readonly int systemName;
    private readonly int codeName;
    private readonly int displayName;

    public CodingRule(SchemaCatalog schema, bool isQuantity)
    {
        this.isQuantity = isQuantity;
        source = isQuantity ? Quantity : Coding;
        systemName = schema.NameId("system");
        codeName = schema.NameId("code");
        displayName = schema.NameId("display");
    }

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        var system = element.Child(systemName);
        if (system.HasValue && !IsAbsolute(system.Utf8Value))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, system, "coding.system-relative", source, system.Value!);
            return;
        }

        var facts = run.Terminology.Facts(run.Scope, element);
        if (facts != CodeFacts.None)
        {
            Report(element, system, facts, run);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => isQuantity ? "unit" : "coding";

    private void Report(Element element, Element system, CodeFacts facts, ValidationRun run)
    {
        var code = element.Child(codeName);
        if ((facts & CodeFacts.Supplement) != 0)
        {
            run.Report(IssueSeverity.Error, IssueCode.NotFound, system, "coding.system-is-supplement", source, system.Value!);
        }
        else if ((facts & CodeFacts.UnknownCode) != 0 && IsOfTemplate(element, system, code, run))
        {
            return;
        }
        else if ((facts & CodeFacts.UnknownCode) != 0 || ((facts & CodeFacts.NotCheckable) != 0 && code.HasValue && !IsPlausible(system, code)))
        {
            run.Report(IssueSeverity.Error, IssueCode.CodeInvalid, code, "coding.code-unknown", source, code.Value!, system.Value!);
        }
        else if ((facts & CodeFacts.UnknownSystem) != 0)
        {
            ReportSystem(system, run);
        }
        else if ((facts & CodeFacts.UnknownVersion) != 0)
        {
            run.Report(IssueSeverity.Warning, IssueCode.NotFound, element, "coding.version-unknown", source, system.Value!, element.ChildValue("version") ?? "");
        }
        else if ((facts & CodeFacts.NotCheckable) != 0)
        {
            if (run.IsFirstOf(system))
            {
                run.Report(IssueSeverity.Warning, IssueCode.NotSupported, code, "coding.not-checkable", source, system.Value!);
            }
        }
        else if ((facts & CodeFacts.NoSystem) != 0 && code.HasValue && !isQuantity)
        {
            run.Report(IssueSeverity.Warning, IssueCode.Invalid, element, "coding.no-system", source);
        }

        if ((facts & CodeFacts.WrongDisplay) != 0 && !run.IsDisplayOfValueSet(element))
        {
            var display = element.Child(displayName);
            var allowed = run.Terminology.Check(run.Scope, valueSet: null, system.Value, element.ChildValue("version"), code.Value!).Displays;
            run.Report(IssueSeverity.Error, IssueCode.Invalid, display, "coding.display", source, display.Value!, code.Value!, system.Value!, string.Join("', '", allowed));
        }

        if ((facts & CodeFacts.Inactive) != 0)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, code, "coding.inactive", source, code.Value!, system.Value!);
        }
    }

    private void ReportSystem(Element system, ValidationRun run)
    {
        var url = system.Value!;
        if (run.Scope.TryResolve(url, out var definition) && definition.ResourceType == "ValueSet")
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, system, "coding.system-is-value-set", source, url);
        }
        else if (run.IsFirstOf(system))
        {
            run.Report(IssueSeverity.Warning, IssueCode.NotFound, system, "coding.system-unknown", source, url);
        }
    }

    // A code that ends in xxx stands for one with a country's three letters there (v2-0203: "NNxxx, where the xxx is the ISO table 3166 3-character code").
    private static bool IsOfTemplate(Element element, Element system, Element code, ValidationRun run) =>
        code.Value is { Length: > TemplateEnd } text && !text.AsSpan(text.Length - TemplateEnd).ContainsAnyExceptInRange('A', 'Z')
        && run.Terminology.Check(run.Scope, valueSet: null, system.Value, element.ChildValue("version"), text[..^TemplateEnd] + "xxx").Verdict == CodeVerdict.Valid;

    private static bool IsPlausible(Element system, Element code) =>
        (!system.ValueEquals("http://snomed.info/sct"u8) && !system.ValueEquals("http://loinc.org"u8)) || CodeForms.IsPlausible(system.Value!, code.Value!);

    private static bool IsAbsolute(ReadOnlySpan<byte> uri)
    {
        var colon = uri.IndexOf((byte)':');
        return colon > 0 && char.IsAsciiLetter((char)uri[0]) && uri[..colon].IndexOfAny((byte)'/', (byte)'#', (byte)' ') < 0;
    }
}
