using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Values;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Nodes;

/// <summary>One name of a path: as text for messages and reflection, as number for elements.</summary>
internal readonly record struct PathStep(string Name, int NameId)
{
    private readonly bool isValue = Name == "value";

    /// <summary>
    /// Whether the step leads from an element to its own value: R4's primitive types have an element <c>value</c> (datatypes 2.24.0.1), which in a resource is the
    /// primitive itself, as in <c>name.family.value</c>.
    /// </summary>
    public bool IsOwnValue(Element element) => isValue && element.HasValue && element.Type.IsPrimitive;
}

/// <summary>Names behind each other from the focus, <c>name.given</c>, walked without putting the elements between on the stack.</summary>
internal sealed class PathNode : Evaluator
{
    private readonly int[] nameIds;
    private readonly PathStep[] steps;

    public PathNode(IReadOnlyList<PathStep> steps, TypeSchema? focusType)
    {
        this.steps = [.. steps];
        FocusType = focusType;
        nameIds = [.. steps.Select(step => step.NameId)];
    }

    public IReadOnlyList<PathStep> Steps => steps;

    /// <summary>The type's name that the path began with; null when it began with an element's name.</summary>
    public TypeSchema? FocusType { get; }

    public override void Evaluate(Run run, in Scope scope)
    {
        for (var at = scope.ThisStart; at < scope.ThisStart + scope.ThisCount; at++)
        {
            if (Begins(run, at, out var element))
            {
                Walk(run, element, 0);
            }
            else
            {
                Reflect(run, at);
            }
        }
    }

    public override bool Any(Run run, in Scope scope)
    {
        for (var at = scope.ThisStart; at < scope.ThisStart + scope.ThisCount; at++)
        {
            if (Begins(run, at, out var element) ? Finds(element, 0) : run.Stack[at].Kind == FhirPathKind.TypeInfo)
            {
                return true;
            }
        }

        return false;
    }

    public override int Count(Run run, in Scope scope)
    {
        var count = 0;
        for (var at = scope.ThisStart; at < scope.ThisStart + scope.ThisCount; at++)
        {
            if (Begins(run, at, out var element))
            {
                count += CountFrom(element, 0);
            }
        }

        return count;
    }

    /// <summary>The only element that the path leads to from one focus; false when there is none or more than one.</summary>
    public bool TryOnly(Run run, in Scope scope, out Element only, out bool several)
    {
        only = default;
        several = false;
        for (var at = scope.ThisStart; at < scope.ThisStart + scope.ThisCount; at++)
        {
            if (Begins(run, at, out var element) && !Only(element, 0, ref only))
            {
                several = true;
                return false;
            }
        }

        return only.Exists;
    }

    private bool Begins(Run run, int at, out Element element)
    {
        ref readonly var item = ref run.Stack[at];
        if (item.Kind != FhirPathKind.Element)
        {
            element = default;
            return false;
        }

        element = item.Element;
        if (FocusType is not null && !element.Type.IsOrSpecialises(FocusType))
        {
            element = default;
            return false;
        }

        return true;
    }

    private void Walk(Run run, Element element, int step)
    {
        var last = step == nameIds.Length - 1;
        if (steps[step].IsOwnValue(element) && last)
        {
            run.Push(element);
            return;
        }

        foreach (var child in element.ChildrenNamed(nameIds[step]))
        {
            if (last)
            {
                run.Push(child);
            }
            else
            {
                Walk(run, child, step + 1);
            }
        }
    }

    private bool Finds(Element element, int step)
    {
        var last = step == nameIds.Length - 1;
        if (steps[step].IsOwnValue(element) && last)
        {
            return true;
        }

        foreach (var child in element.ChildrenNamed(nameIds[step]))
        {
            if (last || Finds(child, step + 1))
            {
                return true;
            }
        }

        return false;
    }

    private int CountFrom(Element element, int step)
    {
        var last = step == nameIds.Length - 1;
        if (steps[step].IsOwnValue(element) && last)
        {
            return 1;
        }

        var count = 0;
        foreach (var child in element.ChildrenNamed(nameIds[step]))
        {
            count += last ? 1 : CountFrom(child, step + 1);
        }

        return count;
    }

    private bool Only(Element element, int step, ref Element only)
    {
        var last = step == nameIds.Length - 1;
        if (steps[step].IsOwnValue(element) && last)
        {
            var isFirst = !only.Exists;
            only = isFirst ? element : only;
            return isFirst;
        }

        foreach (var child in element.ChildrenNamed(nameIds[step]))
        {
            if (!last)
            {
                if (!Only(child, step + 1, ref only))
                {
                    return false;
                }
            }
            else if (only.Exists)
            {
                return false;
            }
            else
            {
                only = child;
            }
        }

        return true;
    }

    private void Reflect(Run run, int at)
    {
        if (Steps.Count == 1 && FocusType is null)
        {
            ChildNode.PushReflected(run, run.Stack[at], Steps[0].Name);
        }
    }
}

/// <summary>The children of one name of whatever the source yields.</summary>
internal sealed class ChildNode(Evaluator source, PathStep step) : Evaluator
{
    public Evaluator Source => source;

    public override void Evaluate(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var end = run.Top;
        for (var at = mark; at < end; at++)
        {
            var item = run.Stack[at];
            if (item.Kind == FhirPathKind.Element)
            {
                if (step.IsOwnValue(item.Element))
                {
                    run.Push(item.Element);
                }

                foreach (var child in item.Element.ChildrenNamed(step.NameId))
                {
                    run.Push(child);
                }
            }
            else
            {
                PushReflected(run, item, step.Name);
            }
        }

        run.Collapse(mark, end);
    }

    /// <summary>A TypeInfo has a namespace and a name (N1 section 10); other System values have no elements.</summary>
    public static void PushReflected(Run run, in FhirPathValue item, string name)
    {
        if (item.Kind != FhirPathKind.TypeInfo)
        {
            return;
        }

        TypeName type = item.AsTypeName;
        if (name == "name")
        {
            run.Push(FhirPathValue.Of(type.Name));
        }
        else if (name == "namespace")
        {
            run.Push(FhirPathValue.Of(type.Namespace));
        }
    }
}

/// <summary><c>source[index]</c>: the item at that place from 0, nothing beyond.</summary>
internal sealed class IndexerNode(Evaluator source, Evaluator index) : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        if (!run.TryInteger(index, scope, "[]", out var wanted))
        {
            return;
        }

        var mark = run.Top;
        source.Evaluate(run, scope);
        if (wanted < 0 || wanted >= run.Top - mark)
        {
            run.Pop(mark);
            return;
        }

        run.Stack[mark] = run.Stack[mark + wanted];
        run.Pop(mark + 1);
    }
}
