using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.ValueSets;

/// <summary>What a value set includes must exist: systems, codes, filters, other value sets (http://hl7.org/fhir/R4/valueset.html#compositions).</summary>
internal sealed class ValueSetComposeRule : ResourceRule
{
    private const string Source = "http://hl7.org/fhir/R4/valueset-definitions.html#ValueSet.compose.include";

    public override string ResourceType => "ValueSet";

    public override void Check(Element resource, ValidationRun run)
    {
        if (resource.Child("compose") is not { Exists: true } compose)
        {
            return;
        }

        foreach (var include in compose.ChildrenNamed("include"))
        {
            CheckInclude(include, run);
        }

        foreach (var exclude in compose.ChildrenNamed("exclude"))
        {
            CheckInclude(exclude, run);
        }
    }

    private static void CheckInclude(Element include, ValidationRun run)
    {
        foreach (var imported in include.ChildrenNamed("valueSet"))
        {
            CheckImport(imported, run);
        }

        if (include.ChildValue("system") is not { } system)
        {
            return;
        }

        if (!Canonicals.IsAbsolute(system))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, include, "valueset.system-relative", Source, system);
            return;
        }

        var version = include.ChildValue("version");
        var codeSystem = default(Element);
        if (run.Scope.TryResolve(version is null ? system : $"{system}|{version}", out var definition) || run.Scope.TryResolve(system, out definition))
        {
            if (definition.ResourceType == "ValueSet")
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, include, "valueset.system-is-value-set", Source, system);
                return;
            }

            codeSystem = definition.Document.Root;
            if (codeSystem.ChildValue("content") == "supplement" || codeSystem.Child("supplements").Exists)
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, include, "valueset.system-is-supplement", Source, system);
                return;
            }
        }

        CheckConcepts(include, system, version, run);
        foreach (var filter in include.ChildrenNamed("filter"))
        {
            FilterCheck.Check(filter, system, version, codeSystem, run);
        }
    }

    private static void CheckImport(Element imported, ValidationRun run)
    {
        if (imported.Value is not { } canonical || canonical.StartsWith('#') || IsImplicit(canonical))
        {
            return;
        }

        if (!run.Scope.TryResolve(canonical, out var definition))
        {
            run.Report(IssueSeverity.Warning, IssueCode.NotFound, imported, "valueset.import-unknown", Source, canonical);
        }
        else if (definition.ResourceType != "ValueSet")
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, imported, "valueset.import-no-value-set", Source, canonical, definition.ResourceType);
        }
    }

    // Value sets that SNOMED CT, LOINC and others define by their url alone (R4 terminologies-systems, "implicit value sets").
    private static bool IsImplicit(string canonical) =>
        canonical.StartsWith(CodeForms.Snomed, StringComparison.Ordinal) || canonical.StartsWith("http://loinc.org/vs", StringComparison.Ordinal)
        || canonical.Contains("?fhir_vs", StringComparison.Ordinal);

    private static void CheckConcepts(Element include, string system, string? version, ValidationRun run)
    {
        HashSet<string>? codes = null;
        foreach (var concept in include.ChildrenNamed("concept"))
        {
            run.Step();
            if (run.IsStopped)
            {
                return;
            }

            if (concept.ChildValue("code") is not { } code)
            {
                continue;
            }

            if (!(codes ??= new HashSet<string>(StringComparer.Ordinal)).Add(code))
            {
                run.Report(IssueSeverity.Warning, IssueCode.Duplicate, concept, "valueset.code-twice", Source, code);
                continue;
            }

            var known = run.Terminology.Check(run.Scope, valueSet: null, system, version, code, concept.ChildValue("display"));
            if (known.Verdict == CodeVerdict.UnknownCode || (known.Verdict == CodeVerdict.NotCheckable && !CodeForms.IsPlausible(system, code)))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, concept, "valueset.code-unknown", Source, code, system);
            }
            else if (known.Verdict == CodeVerdict.Valid && known.DisplayIsWrong && known.Displays.Count > 0)
            {
                run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, concept, "valueset.display", Source, concept.ChildValue("display") ?? "", code, known.Displays[0]);
            }
        }
    }
}
