using System.Buffers;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Measures;

/// <summary>A measure's criteria name expressions that its libraries define (http://hl7.org/fhir/R4/measure-definitions.html#Measure.library).</summary>
internal sealed class MeasureRule : ResourceRule
{
    private const string Library = "http://hl7.org/fhir/R4/measure-definitions.html#Measure.library";
    private const string Group = "http://hl7.org/fhir/R4/measure-definitions.html#Measure.group";

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("()[]{}<>=+*/");

    public override string ResourceType => "Measure";

    public override void Check(Element resource, ValidationRun run)
    {
        var libraries = Libraries(resource, run);
        var groups = resource.ChildrenNamed("group").ToList();
        if (groups.Count == 0)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, resource, "measure.no-groups", Group);
        }

        foreach (var group in groups)
        {
            if (groups.Count > 1 && !group.Child("code").Exists)
            {
                run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, group, "measure.group-without-code", Group);
            }

            // The population's own criteria may be given by whoever runs the measure: what they name is only remarked upon.
            foreach (var population in group.ChildrenNamed("population"))
            {
                CheckCriteria(population.Child("criteria"), libraries, IssueSeverity.Warning, run);
            }

            foreach (var stratifier in group.ChildrenNamed("stratifier"))
            {
                CheckCriteria(stratifier.Child("criteria"), libraries, IssueSeverity.Error, run);
                foreach (var component in stratifier.ChildrenNamed("component"))
                {
                    CheckCriteria(component.Child("criteria"), libraries, IssueSeverity.Error, run);
                }
            }
        }
    }

    private static List<CqlLibrary> Libraries(Element measure, ValidationRun run)
    {
        var libraries = new List<CqlLibrary>();
        foreach (var link in measure.ChildrenNamed("library"))
        {
            if (link.Value is not { } canonical || !Canonicals.IsAbsolute(canonical))
            {
                continue;
            }

            if (run.Scope.TryResolve(canonical, out var definition) && definition.ResourceType == "Library")
            {
                libraries.Add(CqlLibrary.Read(definition.Canonical, definition.Document.Root));
            }
            else
            {
                run.Report(IssueSeverity.Warning, IssueCode.NotFound, link, "measure.library-unknown", Library, canonical);
            }
        }

        return libraries;
    }

    private static void CheckCriteria(Element criteria, List<CqlLibrary> libraries, IssueSeverity severity, ValidationRun run)
    {
        // An expression written out is not a name to be looked up.
        if (!criteria.Exists || criteria.ChildValue("expression")?.AsSpan().ContainsAny(NotInNames) == true || criteria.ChildValue("language") is not ("text/cql" or "text/cql.identifier" or "text/cql-identifier") || criteria.ChildValue("expression") is not { } expression)
        {
            return;
        }

        if (libraries.Count == 0)
        {
            run.Report(severity, IssueCode.Invalid, criteria, "measure.no-library", Library);
            return;
        }

        var dot = expression.IndexOf('.', StringComparison.Ordinal);
        CqlLibrary? library;
        if (dot > 0)
        {
            library = libraries.Find(candidate => candidate.Name == expression[..dot]);
            if (library is null)
            {
                run.Report(severity, IssueCode.Invalid, criteria, "measure.library-not-named", Library, expression[..dot]);
            }
        }
        else
        {
            library = libraries.Count == 1 ? libraries[0] : null;
            if (library is null)
            {
                run.Report(severity, IssueCode.Invalid, criteria, "measure.library-ambiguous", Library, expression);
            }
        }

        var name = expression[(dot + 1)..].Trim('"');
        if (library is { Names: { } names } && !names.Contains(name))
        {
            run.Report(severity, IssueCode.Invalid, criteria, "measure.expression-undefined", Library, name, library.Canonical);
        }
    }
}
