using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;

namespace FhirPsychAcute.Conformance.Terminology.Operations;

/// <summary><c>CodeSystem/$subsumes</c>: which of two codes stands above the other (http://hl7.org/fhir/R4/codesystem-operation-subsumes.html).</summary>
internal static class SubsumesOperation
{
    public static OperationAnswer Run(ScopeView view, OperationInput input)
    {
        var (codingA, codingB) = (input.Value("codingA"), input.Value("codingB"));
        var codeA = codingA.Exists ? codingA.ChildValue("code") : input.Text("codeA");
        var codeB = codingB.Exists ? codingB.ChildValue("code") : input.Text("codeB");
        var system = input.Instance?.Root.ChildValue("url") ?? (codingA.Exists ? codingA.ChildValue("system") : input.Text("system"));
        if (codeA is null || codeB is null || system is null)
        {
            return OperationAnswer.Missing(codeA is null ? "codeA" : codeB is null ? "codeB" : "system");
        }

        if (codingB.Exists && codingB.ChildValue("system") != system)
        {
            // Different systems: nothing is subsumed across them.
            return OperationAnswer.Refused(IssueCode.Invalid, "terminology.systems-differ", system, codingB.ChildValue("system") ?? "");
        }

        var source = input.Instance is { } instance ? CompiledCodeSystem.Compile(instance, view.Names) : view.Source(system, input.Text("version"));
        if (source is not CompiledCodeSystem { Count: > 0 } compiled)
        {
            return OperationAnswer.Refused(IssueCode.NotFound, source is { IsKnown: true } ? "terminology.system-without-content" : "terminology.system-unknown", system);
        }

        var (a, b) = (compiled.Number(codeA), compiled.Number(codeB));
        return a < 0 || b < 0
            ? OperationAnswer.Refused(IssueCode.NotFound, "terminology.code-unknown", a < 0 ? codeA : codeB, system)
            : new ParametersWriter().Add("outcome", "valueCode", Relation(compiled, a, b)).Finish();
    }

    private static string Relation(CompiledCodeSystem system, int a, int b) =>
        a == b ? "equivalent"
        : system.Hierarchy.IsAbove(a, b) ? "subsumes"
        : system.Hierarchy.IsAbove(b, a) ? "subsumed-by"
        : "not-subsumed";
}
