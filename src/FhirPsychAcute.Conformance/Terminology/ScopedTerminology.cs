using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Conformance.Terminology.ValueSets;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology;

/// <summary>Answers FHIRPath's <c>memberOf()</c>, <c>subsumes()</c> and <c>subsumedBy()</c> as seen from a scope. Safe for any number of threads.</summary>
internal sealed class ScopedTerminology(TerminologyService service, DefinitionScope? scope, ScopeView view) : ITerminologyQuestions
{
    /// <inheritdoc/>
    public bool? IsMember(FhirPathValue coded, string valueSet)
    {
        var bound = service.Compile(scope, valueSet);
        var verdict = coded.Kind switch
        {
            FhirPathKind.Element => bound.IsMember(coded.Element),
            FhirPathKind.String => bound.IsMember(default, Encoding.UTF8.GetBytes(coded.AsString)),
            _ => CodeVerdict.NotCheckable,
        };
        return verdict switch
        {
            CodeVerdict.Valid => true,
            CodeVerdict.NotInValueSet or CodeVerdict.UnknownCode => false,
            _ => null,
        };
    }

    /// <inheritdoc/>
    public bool? Subsumes(FhirPathValue general, FhirPathValue special)
    {
        if (general.Kind != FhirPathKind.Element || special.Kind != FhirPathKind.Element)
        {
            return null;
        }

        // Of concepts with several codings one pair is enough; where none is known to fit, one that cannot be told leaves it open.
        bool? result = false;
        foreach (var above in Codings(general.Element))
        {
            foreach (var below in Codings(special.Element))
            {
                switch (Subsumes(above, below))
                {
                    case true:
                        return true;
                    case null:
                        result = null;
                        break;
                }
            }
        }

        return result;
    }

    private bool? Subsumes(Element above, Element below)
    {
        if (above.ChildValue("system") is not { } system || above.ChildValue("code") is not { } general || below.ChildValue("code") is not { } special)
        {
            return null;
        }

        if (below.ChildValue("system") != system)
        {
            return false;
        }

        if (general == special)
        {
            return true;
        }

        if (view.Source(Encoding.UTF8.GetBytes(system)) is not CompiledCodeSystem compiled)
        {
            return null;
        }

        var (ancestor, concept) = (compiled.Number(general), compiled.Number(special));
        return ancestor < 0 || concept < 0 ? null : ancestor == concept || compiled.Hierarchy.IsAbove(ancestor, concept);
    }

    private List<Element> Codings(Element coded) =>
        ReferenceEquals(coded.Type, view.Names.CodeableConceptType) ? coded.ChildrenNamed(view.Names.Coding).ToList() : [coded];
}
