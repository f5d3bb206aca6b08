using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology.Expansion;
using FhirPsychAcute.Conformance.Terminology.ValueSets;

namespace FhirPsychAcute.Conformance.Terminology.Operations;

/// <summary><c>ValueSet/$expand</c>: the codes of a value set (http://hl7.org/fhir/R4/valueset-operation-expand.html).</summary>
internal static class ExpandOperation
{
    public static OperationAnswer Run(ScopeView view, OperationInput input)
    {
        if (!input.TryGetNumber("offset", out var offset))
        {
            return OperationAnswer.Unusable("offset", input.Text("offset")!);
        }

        if (!input.TryGetNumber("count", out var count))
        {
            return OperationAnswer.Unusable("count", input.Text("count")!);
        }

        var (rules, refusal) = ValueSetInput.Find(view, input);
        if (rules is null)
        {
            return refusal!;
        }

        var request = new ExpansionRequest
        {
            Filter = input.Text("filter"),
            Offset = offset,
            Count = count,
            IncludeDesignations = input.IsTrue("includeDesignations"),
            Designations = [.. input.Texts("designation")],
            DisplayLanguage = input.Text("displayLanguage"),
            ActiveOnly = input.IsTrue("activeOnly"),
            ExcludeNested = input.IsTrue("excludeNested"),
            IncludeDefinition = input.IsTrue("includeDefinition"),
            ExcludedSystems = [.. input.Texts("exclude-system").Select(canonical => canonical.Split('|')[0])],
        };
        var expansion = ValueSetExpander.Expand(rules);
        if (expansion.Fault is { } fault)
        {
            return OperationAnswer.Of(fault);
        }

        var withoutAbstract = input.IsTrue("excludeNotForUI");
        var words = request.Filter?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var codes = expansion.Codes
            .Where(code => (!request.ActiveOnly || !code.IsInactive) && (!withoutAbstract || !code.IsAbstract) && !request.ExcludedSystems.Contains(code.System, StringComparer.Ordinal))
            .Where(code => words.Length == 0 || code.Has(words, request.DisplayLanguage))
            .ToList();
        var shown = request.IsPaged ? Math.Min(request.Count ?? int.MaxValue, Math.Max(0, codes.Count - (request.Offset ?? 0))) : codes.Count;
        return shown > request.Limit
            ? OperationAnswer.Refused(IssueCode.TooCostly, "terminology.expansion-too-costly", codes.Count, request.Limit)
            : OperationAnswer.Of(ExpansionWriter.Write(rules, expansion, codes, request, TimeProvider.System));
    }
}
