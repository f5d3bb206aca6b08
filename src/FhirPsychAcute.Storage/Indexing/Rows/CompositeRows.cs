using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>Rows of a composite parameter (R4 search 3.1.1.4.15): for each focus element the rows of all components under one group; none when a component has none.</summary>
internal sealed class CompositeRows(IReadOnlyList<ComponentPlan> components) : IndexAction
{
    public override void Run(Element element, IndexRun run)
    {
        var before = run.Position();
        var outer = run.Group;
        run.Group = element.Index + 1;
        foreach (var component in components)
        {
            var start = run.Position();
            component.Run(element, run);
            if (run.Position() == start)
            {
                run.Rewind(before);
                break;
            }
        }

        run.Group = outer;
    }
}

/// <summary>How one component's values are found from the focus element.</summary>
/// <param name="FromFocus">Paths from the focus.</param>
/// <param name="FromResource">Paths from the resource (<c>%resource.x</c>).</param>
/// <param name="Expressions">Expressions that are no plain paths.</param>
/// <param name="Action">Makes the rows.</param>
internal sealed record ComponentPlan(PathTree FromFocus, PathTree FromResource, IReadOnlyList<CompiledExpression> Expressions, IndexAction Action)
{
    public void Run(Element focus, IndexRun run)
    {
        FromFocus.Walk(focus, run);
        FromResource.Walk(run.Resource, run);
        foreach (var expression in Expressions)
        {
            run.Evaluate(expression, focus, Action);
        }
    }
}
