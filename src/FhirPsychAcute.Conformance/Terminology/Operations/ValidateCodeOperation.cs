using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Conformance.Terminology.External;
using FhirPsychAcute.Conformance.Terminology.ValueSets;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.Operations;

/// <summary>
/// <c>$validate-code</c> of code systems and value sets (http://hl7.org/fhir/R4/valueset-operation-validate-code.html,
/// http://hl7.org/fhir/R4/codesystem-operation-validate-code.html): is the code one of them, and is its display right? Where that cannot be told here, there is
/// no result but an error that says so.
/// </summary>
internal static class ValidateCodeOperation
{
    /// <summary>Asks a code system.</summary>
    public static OperationAnswer OfCodeSystem(ScopeView view, OperationInput input, Language language, RemoteTerminology? remote)
    {
        CodeSource? source = null;
        if ((input.Instance?.Root ?? input.Resource("codeSystem")) is { Exists: true } given)
        {
            if (given.Type.Name != "CodeSystem")
            {
                return OperationAnswer.Unusable("codeSystem", given.Type.Name);
            }

            source = CompiledCodeSystem.Compile(ResourceDocument.Extract(given), view.Names);
        }

        var codings = Codings(input);
        var url = source?.Url ?? input.Text("url") ?? input.Text("system") ?? codings.FirstOrDefault()?.System;
        if (codings.Count == 0 || url is null)
        {
            return OperationAnswer.Missing(codings.Count == 0 ? "code" : "url");
        }

        source ??= view.Source(url, input.Text("version"));
        if (source is not { IsKnown: true })
        {
            return OperationAnswer.Refused(IssueCode.NotFound, "terminology.system-unknown", url);
        }

        var verdicts = codings.Where(coding => coding.System is null || coding.System == url)
            .Select(coding => (coding, source, Membership: (Membership?)null)).ToList();
        return verdicts.Count == 0
            ? Result(false, language, "terminology.coding-of-other-system", url)
            : Answer(verdicts, input, language, view.Names, coding => remote?.Ask(new CodeQuestion(null, url, coding.Version, coding.Code, coding.Display)));
    }

    /// <summary>Asks a value set.</summary>
    public static OperationAnswer OfValueSet(ScopeView view, OperationInput input, Language language, RemoteTerminology? remote)
    {
        var (rules, refusal) = ValueSetInput.Find(view, input);
        if (rules is null)
        {
            return refusal!;
        }

        var codings = Codings(input);
        if (codings.Count == 0)
        {
            return OperationAnswer.Missing("code");
        }

        var verdicts = new List<(GivenCoding, CodeSource, Membership?)>();
        foreach (var coding in codings)
        {
            // R4: a code without system is only understood where the context implies the system.
            var system = coding.System ?? TerminologyService.OnlySystem(rules, Encoding.UTF8.GetBytes(coding.Code));
            if (system is null)
            {
                return Result(false, language, "terminology.system-not-implied", coding.Code);
            }

            var source = view.Source(system, coding.Version) ?? new UnknownSystem(system);
            verdicts.Add((coding, source, rules.Test(Encoding.UTF8.GetBytes(system), Encoding.UTF8.GetBytes(coding.Code))));
        }

        return Answer(
            verdicts, input, language, view.Names,
            coding => rules.Url.Length == 0 ? null : remote?.Ask(new CodeQuestion(rules.Canonical, coding.System, coding.Version, coding.Code, coding.Display)));
    }

    // One coding that is right is enough; of several that are not the first tells what is wrong.
    private static OperationAnswer Answer(
        List<(GivenCoding Coding, CodeSource Source, Membership? Membership)> verdicts, OperationInput input, Language language, TerminologyNames names,
        Func<GivenCoding, CodeAnswer?> elsewhere)
    {
        OperationAnswer? unknown = null;
        OperationAnswer? wrong = null;
        foreach (var (coding, source, membership) in verdicts)
        {
            var presence = source.Find(Encoding.UTF8.GetBytes(coding.Code), out var concept);
            if (presence == Presence.Absent)
            {
                wrong ??= Result(false, language, "terminology.code-unknown", coding.Code, source.Url);
            }
            else if (membership == Membership.Out)
            {
                wrong ??= Result(false, language, "terminology.code-not-in-valueset", coding.Code, source.Url);
            }
            else if (membership == Membership.Unknown || (membership is null && presence == Presence.Unknown))
            {
                if (elsewhere(coding) is { } answer)
                {
                    return new ParametersWriter().Add("result", answer.IsValid).Add("display", "valueString", answer.Display).Finish();
                }

                unknown ??= OperationAnswer.Refused(IssueCode.NotSupported, "terminology.code-not-checkable", coding.Code, source.Url);
            }
            else
            {
                var right = Right(coding, source, concept, input, language, names);
                if (right.IsRight)
                {
                    return right.Answer;
                }

                wrong = right.Answer;
            }
        }

        return unknown ?? wrong!;
    }

    private static (bool IsRight, OperationAnswer Answer) Right(
        GivenCoding coding, CodeSource source, int concept, OperationInput input, Language language, TerminologyNames names)
    {
        if (concept < 0)
        {
            return (true, new ParametersWriter().Add("result", true).Finish());
        }

        var entry = new Expansion.ExpandedCode(source.Url, coding.Code, default, source, concept);
        var display = entry.Display(input.Text("displayLanguage"));
        if (input.Text("abstract") is "false" && entry.IsAbstract)
        {
            return (false, Result(false, language, "terminology.code-abstract", coding.Code, source.Url));
        }

        if (coding.Display is { } given && !DisplayRule.Allows(source, concept, given, names))
        {
            return (false, new ParametersWriter().Add("result", false)
                .Add("message", "valueString", ValidationMessages.Get(language, "terminology.display-wrong", [given, coding.Code, display ?? ""]))
                .Add("display", "valueString", display).Finish());
        }

        var note = entry.IsInactive ? ValidationMessages.Get(language, "terminology.code-inactive", [coding.Code, source.Url]) : null;
        return (true, new ParametersWriter().Add("result", true).Add("message", "valueString", note).Add("display", "valueString", display).Finish());
    }

    private static OperationAnswer Result(bool result, Language language, string messageId, params object[] arguments) =>
        new ParametersWriter().Add("result", result).Add("message", "valueString", ValidationMessages.Get(language, messageId, arguments)).Finish();

    private static List<GivenCoding> Codings(OperationInput input)
    {
        if (input.Value("codeableConcept") is { Exists: true } concept)
        {
            return [.. concept.ChildrenNamed("coding").ToList().Select(Given).OfType<GivenCoding>()];
        }

        if (input.Value("coding") is { Exists: true } coding)
        {
            return Given(coding) is { } given ? [given] : [];
        }

        return input.Text("code") is { } code
            ? [new GivenCoding(input.Text("system"), input.Text("systemVersion") ?? input.Text("version"), code, input.Text("display"))]
            : [];
    }

    private static GivenCoding? Given(Element coding) => coding.ChildValue("code") is { } code
        ? new GivenCoding(coding.ChildValue("system"), coding.ChildValue("version"), code, coding.ChildValue("display"))
        : null;

    private sealed record GivenCoding(string? System, string? Version, string Code, string? Display);
}
