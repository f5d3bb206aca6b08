using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Values;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>What FHIR R4 adds to FHIRPath (R4 2.1.9.1.5).</summary>
internal static class FhirFunctions
{
    public static void GetValue(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        var count = run.Top - mark;
        var item = count == 1 ? run.Stack[mark] : default;
        run.Pop(mark);
        if (item.Kind == FhirPathKind.Element && item.Element is { Type.IsPrimitive: true, HasValue: true })
        {
            run.Push(item.ToSystem());
        }
        else if (item.Kind is not (FhirPathKind.None or FhirPathKind.Element))
        {
            run.Push(item);
        }
    }

    public static void Type(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        for (var at = mark; at < run.Top; at++)
        {
            run.Stack[at] = FhirPathValue.OfType(TypeNames.Of(run.Stack[at]));
        }
    }

    public static void MemberOf(FunctionNode call, Run run, in Scope scope)
    {
        if (TryOne(call, run, scope, out var coded) && call.TryTextArgument(run, scope, 0, out var valueSet))
        {
            PushAnswer(run, Questions(call, run).IsMember(coded, valueSet));
        }
    }

    public static void Subsumes(FunctionNode call, Run run, in Scope scope)
    {
        if (TryOne(call, run, scope, out var general) && TryArgument(call, run, scope, out var special))
        {
            PushAnswer(run, Questions(call, run).Subsumes(general, special));
        }
    }

    public static void SubsumedBy(FunctionNode call, Run run, in Scope scope)
    {
        if (TryOne(call, run, scope, out var special) && TryArgument(call, run, scope, out var general))
        {
            PushAnswer(run, Questions(call, run).Subsumes(general, special));
        }
    }

    public static void ConformsTo(FunctionNode call, Run run, in Scope scope)
    {
        if (!TryOne(call, run, scope, out var item) || !call.TryTextArgument(run, scope, 0, out var profile))
        {
            return;
        }

        const string baseDefinitions = "http://hl7.org/fhir/StructureDefinition/";
        if (item.Kind != FhirPathKind.Element)
        {
            run.Push(value: false);
        }
        else if (run.Context.ConformsTo is { } conforms)
        {
            PushAnswer(run, conforms(item.Element, profile));
        }
        else if (profile.StartsWith(baseDefinitions, StringComparison.Ordinal) && item.Element.Document.Schema.TryGetType(profile[baseDefinitions.Length..], out var type))
        {
            // A document was read by the base definitions, so that what has the type conforms to its structure.
            run.Push(item.Element.Type.IsOrSpecialises(type));
        }
        else
        {
            throw new FhirPathException($"{call.Name} cannot be checked: the profile is not known here");
        }
    }

    /// <summary>checkModifiers(urls): an error when an element carries a modifier extension other than those named.</summary>
    public static void CheckModifiers(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        var end = run.Top;
        foreach (var argument in call.Arguments)
        {
            argument.Evaluate(run, scope);
        }

        for (var at = mark; at < end; at++)
        {
            if (run.Stack[at].Kind == FhirPathKind.Element)
            {
                CheckModifiers(call, run, run.Stack[at].Element, end);
            }
        }

        run.Pop(end);
    }

    public static void ElementDefinition(FunctionNode call, Run run, in Scope scope)
    {
        var definitionOf = run.Context.ElementDefinition ?? throw NoDefinitions(call);
        var mark = call.PushSource(run, scope);
        var end = run.Top;
        for (var at = mark; at < end; at++)
        {
            if (run.Stack[at].Kind == FhirPathKind.Element && definitionOf(run.Stack[at].Element) is { Exists: true } definition)
            {
                run.Push(definition);
            }
        }

        run.Collapse(mark, end);
    }

    public static void Slice(FunctionNode call, Run run, in Scope scope)
    {
        var isInSlice = run.Context.IsInSlice ?? throw NoDefinitions(call);
        if (!call.TryTextArgument(run, scope, 0, out var structure) || !call.TryTextArgument(run, scope, 1, out var name))
        {
            return;
        }

        var mark = call.PushSource(run, scope);
        var kept = mark;
        for (var at = mark; at < run.Top; at++)
        {
            if (run.Stack[at].Kind == FhirPathKind.Element && isInSlice(run.Stack[at].Element, structure, name))
            {
                run.Stack[kept++] = run.Stack[at];
            }
        }

        run.Pop(kept);
    }

    private static FhirPathException NoDefinitions(FunctionNode call) =>
        new($"{call.Name} wants a profile's definition, which this evaluation does not have");

    private static void CheckModifiers(FunctionNode call, Run run, Element element, int allowedFrom)
    {
        foreach (var modifier in element.ChildrenNamed("modifierExtension"))
        {
            var url = modifier.ChildValue("url") ?? "";
            var known = false;
            for (var at = allowedFrom; at < run.Top && !known; at++)
            {
                known = run.Stack[at].ToText() == url;
            }

            if (!known)
            {
                throw new FhirPathException($"{call.Name} found a modifier extension that is not understood: {url}");
            }
        }
    }

    private static ITerminologyQuestions Questions(FunctionNode call, Run run) =>
        run.Context.Terminology ?? throw new FhirPathException($"{call.Name} cannot be checked: this evaluation has no terminology");

    private static bool TryOne(FunctionNode call, Run run, in Scope scope, out FhirPathValue item) => TryItem(call.Source, call, run, scope, out item);

    private static bool TryArgument(FunctionNode call, Run run, in Scope scope, out FhirPathValue item) => TryItem(call.Arguments[0], call, run, scope, out item);

    /// <summary>One item as it is, an element not turned into a System value.</summary>
    private static bool TryItem(Evaluator node, FunctionNode call, Run run, in Scope scope, out FhirPathValue item)
    {
        var mark = run.Top;
        node.Evaluate(run, scope);
        var count = run.Top - mark;
        item = count > 0 ? run.Stack[mark] : default;
        run.Pop(mark);
        return count > 1 ? throw Run.SeveralItems(call.Name, count) : count == 1;
    }

    private static void PushAnswer(Run run, bool? answer)
    {
        if (answer is { } known)
        {
            run.Push(known);
        }
    }
}
