using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.ValueSets;

/// <summary>A filter names a property that its code system has, an operator that it allows and a value that it can have (http://hl7.org/fhir/R4/valueset.html#filters).</summary>
internal static class FilterCheck
{
    private const string Source = "http://hl7.org/fhir/R4/valueset-definitions.html#ValueSet.compose.include.filter";

    public static void Check(Element filter, string system, string? version, Element codeSystem, ValidationRun run)
    {
        if (filter.ChildValue("property") is not { } property || filter.ChildValue("op") is not { } op)
        {
            return;
        }

        if (FilterProperties.IsKnown(system, codeSystem, property) == false)
        {
            run.Report(IssueSeverity.Warning, IssueCode.Invalid, filter, "valueset.filter-property-unknown", Source, property, system);
            return;
        }

        var operators = FilterProperties.Operators(system, codeSystem, property);
        if (operators.Count > 0 && !operators.Contains(op, StringComparer.Ordinal))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, filter, "valueset.filter-operator", Source, op, property, system, string.Join(", ", operators));
        }

        if (filter.ChildValue("value") is { } value)
        {
            CheckValue(filter, property, op, value, system, version, codeSystem, run);
        }
    }

    private static void CheckValue(Element filter, string property, string op, string value, string system, string? version, Element codeSystem, ValidationRun run)
    {
        if (op == "exists")
        {
            if (value is not ("true" or "false"))
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, filter, "valueset.filter-value-boolean", Source, property, value);
            }

            return;
        }

        if (system == CodeForms.Snomed && property == "constraint")
        {
            if (!Ecl.IsWellFormed(value))
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, filter, "valueset.filter-ecl", Source, value);
            }

            return;
        }

        if (op == "regex")
        {
            return;
        }

        foreach (var single in op is "in" or "not-in" ? value.Split(',', StringSplitOptions.TrimEntries) : [value])
        {
            CheckSingle(filter, property, op, single, system, version, codeSystem, run);
        }
    }

    private static void CheckSingle(Element filter, string property, string op, string value, string system, string? version, Element codeSystem, ValidationRun run)
    {
        if (op is "is-a" or "is-not-a" or "descendent-of" or "generalizes" || property == "concept")
        {
            if (!CodeMayExist(run, system, version, value))
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, filter, "valueset.filter-value-code", Source, property, system, value);
            }

            return;
        }

        switch (FilterProperties.TypeOf(codeSystem, property))
        {
            case "boolean" when value is not ("true" or "false"):
                run.Report(IssueSeverity.Error, IssueCode.Invalid, filter, "valueset.filter-value-boolean", Source, property, value);
                break;
            case "integer" when !int.TryParse(WithoutComparator(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _):
            case "decimal" when !decimal.TryParse(WithoutComparator(value), NumberStyles.Float, CultureInfo.InvariantCulture, out _):
                run.Report(IssueSeverity.Error, IssueCode.Invalid, filter, "valueset.filter-value-number", Source, property, value);
                break;
            case "Coding" when value.IndexOf('#', StringComparison.Ordinal) is > 0 and var hash:
                var (url, of) = Canonicals.Split(value[..hash]);
                if (!CodeMayExist(run, url, of, value[(hash + 1)..]))
                {
                    run.Report(IssueSeverity.Error, IssueCode.Invalid, filter, "valueset.filter-value-coding", Source, property, value);
                }

                break;
        }
    }

    private static bool CodeMayExist(ValidationRun run, string system, string? version, string code) =>
        run.Terminology.Check(run.Scope, valueSet: null, system, version, code).Verdict switch
        {
            CodeVerdict.UnknownCode => false,
            CodeVerdict.NotCheckable => CodeForms.IsPlausible(system, code),
            _ => true,
        };

    // The comparators that search and filters share: http://hl7.org/fhir/R4/search.html#prefix.
    private static ReadOnlySpan<char> WithoutComparator(string value) =>
        value.Length > 2 && value.AsSpan(0, 2) is "eq" or "ne" or "gt" or "lt" or "ge" or "le" or "sa" or "eb" or "ap" ? value.AsSpan(2) : value;
}
