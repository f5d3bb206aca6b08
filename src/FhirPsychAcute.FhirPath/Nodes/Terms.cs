using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Nodes;

/// <summary><c>{}</c>, and what can never yield anything.</summary>
internal sealed class EmptyNode : Evaluator
{
    public static readonly EmptyNode Instance = new();

    public override void Evaluate(Run run, in Scope scope)
    {
    }

    public override bool Any(Run run, in Scope scope) => false;
}

/// <summary>A literal.</summary>
internal sealed class LiteralNode(FhirPathValue value) : Evaluator
{
    public FhirPathValue Value => value;

    public override void Evaluate(Run run, in Scope scope) => run.Push(value);
}

/// <summary><c>$this</c>, and the focus at the beginning of a path.</summary>
internal sealed class ThisNode : Evaluator
{
    public static readonly ThisNode Instance = new();

    public override void Evaluate(Run run, in Scope scope) => run.PushRange(scope.ThisStart, scope.ThisCount);

    public override bool Any(Run run, in Scope scope) => scope.ThisCount > 0;

    public override int Count(Run run, in Scope scope) => scope.ThisCount;
}

/// <summary><c>$index</c>.</summary>
internal sealed class IndexNode : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        if (scope.Index >= 0)
        {
            run.Push(FhirPathValue.Of(scope.Index));
        }
    }
}

/// <summary><c>$total</c>.</summary>
internal sealed class TotalNode : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        if (scope.TotalStart >= 0)
        {
            run.PushRange(scope.TotalStart, scope.TotalCount);
        }
    }
}

/// <summary>A type's name at the beginning of a path: the focus, where it has that type (R4 FHIRPath 2.1.9.1.1).</summary>
internal sealed class FocusOfTypeNode(TypeSchema type) : Evaluator
{
    public TypeSchema Type => type;

    public override void Evaluate(Run run, in Scope scope)
    {
        for (var at = scope.ThisStart; at < scope.ThisStart + scope.ThisCount; at++)
        {
            var item = run.Stack[at];
            if (item.Kind == FhirPathKind.Element ? item.Element.Type.IsOrSpecialises(type) : item.Kind == FhirPathKind.ResourceOfType && item.AsResourceType.IsOrSpecialises(type))
            {
                run.Push(item);
            }
        }
    }
}

/// <summary><c>%resource</c>, <c>%rootResource</c> and <c>%context</c>.</summary>
internal sealed class FocusVariableNode(string name) : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        switch (name)
        {
            case "context":
                run.Push(run.Focus);
                break;
            case "resource":
                Push(run, Resource(run));
                break;
            default:
                Push(run, RootResource(run));
                break;
        }
    }

    private static void Push(Run run, Element element)
    {
        if (element.Exists)
        {
            run.Push(element);
        }
    }

    private static Element Resource(Run run) => run.Context.Resource ?? (run.Focus.IsElement ? run.Focus.Element.Resource : default);

    private static Element RootResource(Run run)
    {
        if (run.Context.RootResource is { } given)
        {
            return given;
        }

        var resource = Resource(run);
        return resource is { Exists: true, Name: "contained", Parent.Exists: true } ? resource.Parent : resource;
    }
}

/// <summary>An external constant that the caller gives.</summary>
internal sealed class VariableNode(string name) : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        if (run.Context.Variables is null || !run.Context.Variables.TryGetValue(name, out var items))
        {
            throw new FhirPathException($"there is no variable %{name}");
        }

        foreach (var item in items)
        {
            run.Push(item);
        }
    }
}

/// <summary>A variable that the expression defined further to the left.</summary>
internal sealed class DefinedVariableNode(int slot) : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        foreach (var item in run.Kept(slot) ?? [])
        {
            run.Push(item);
        }
    }
}

/// <summary><c>defineVariable(name [, expression])</c>: the input passes on; what follows in the chain may use <c>%name</c>.</summary>
internal sealed class DefineVariableNode(Evaluator source, Evaluator? value, int slot) : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var end = run.Top;
        if (value is null)
        {
            run.Keep(slot, run.Copy(mark));
            return;
        }

        value.Evaluate(run, scope.OnCollection(mark, end - mark));
        run.Keep(slot, run.Copy(end));
        run.Pop(end);
    }
}

/// <summary>A part that does not depend on the item at hand: run once per evaluation, whatever loop it stands in.</summary>
internal sealed class KeptNode(Evaluator inner, int slot) : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        var values = run.Kept(slot);
        if (values is null)
        {
            var mark = run.Top;
            inner.Evaluate(run, scope);
            run.Keep(slot, run.Copy(mark));
            return;
        }

        foreach (var value in values)
        {
            run.Push(value);
        }
    }
}
