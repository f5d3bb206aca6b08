using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Functions;
using FhirPsychAcute.FhirPath.Nodes;
using FhirPsychAcute.FhirPath.Syntax;

namespace FhirPsychAcute.FhirPath.Compilation;

/// <summary>Calls of functions.</summary>
internal sealed partial class Compiler
{
    private Evaluator Function(FunctionSyntax call)
    {
        var definition = FunctionTable.Find(call.Name) ?? throw Error($"there is no function named '{call.Name}'", call);
        if (call.Arguments.Count < definition.Least || call.Arguments.Count > definition.Most)
        {
            throw Error($"{call.Name}() takes {Count(definition)}, not {call.Arguments.Count}", call);
        }

        var source = call.Source is null ? ThisNode.Instance : Compile(call.Source);
        if (definition.Body is null)
        {
            return Special(call, source);
        }

        var body = options.MatchesWhole && call.Name is "matches" ? Patterns.MatchesFull : definition.Body;
        var compiled = Placed(General(call, source, body), call);
        return options.NothingAnswersNo && call.Name is "startsWith" or "endsWith" or "contains" or "matches" ? new NoAnswerIsNoNode(compiled) : compiled;
    }

    private static string Count(FunctionDefinition definition) => (definition.Least, definition.Most) switch
    {
        (0, 0) => "no arguments",
        (1, 1) => "1 argument",
        var (least, most) when least == most => $"{least} arguments",
        var (least, most) => $"{least} to {most} arguments",
    };

    private Evaluator Special(FunctionSyntax call, Evaluator source)
    {
        switch (call.Name)
        {
            case "empty":
                return new EmptyTestNode(source);
            case "exists":
                return new ExistsNode(call.Arguments.Count == 0 ? source : new WhereNode(source, Criterion(call.Arguments[0])));
            case "all":
                return new AllNode(source, Criterion(call.Arguments[0]));
            case "not":
                return new NotNode(source);
            case "count":
                return new CountNode(source);
            case "where":
                return source is EmptyNode ? source : new WhereNode(source, Criterion(call.Arguments[0]));
            case "select":
                return new SelectNode(source, InLoop(call.Arguments[0]));
            case "first":
                return new FirstNode(source);
            case "ofType":
                return new OfTypeNode(source, ResolveType(TypeArgument(call)), singleOnly: false);
            case "as":
                return As(source, ResolveType(TypeArgument(call)), call);
            case "is":
                return Is(source, ResolveType(TypeArgument(call)), call);
            case "children" or "descendants":
                return new TreeNode(source, deep: call.Name == "descendants");
            case "defineVariable":
                return DefineVariable(call, source);
            case "iif":
                return Iif(call, source);
            case "extension":
                return new ExtensionNode(source, CompileChain(call.Arguments[0]), schema);
            case "hasExtension":
                return new ExistsNode(new ExtensionNode(source, CompileChain(call.Arguments[0]), schema));
            case "hasValue":
                return new HasValueNode(source);
            default:
                return new ResolveNode(source);
        }
    }

    private PlacedNode Iif(FunctionSyntax call, Evaluator source)
    {
        var criterion = InLoop(call.Arguments[0]);
        var then = InLoop(call.Arguments[1]);
        var otherwise = call.Arguments.Count > 2 ? InLoop(call.Arguments[2]) : EmptyNode.Instance;
        return Placed(new IifNode(source, criterion, then, otherwise, severalItems: IsForDefinitions), call);
    }

    private FunctionNode General(FunctionSyntax call, Evaluator source, FunctionBody body)
    {
        var arguments = new Evaluator[call.Arguments.Count];
        for (var at = 0; at < arguments.Length; at++)
        {
            var iterates = call.Name is "repeat" or "sort" || (call.Name is "aggregate" && at == 0) || (call.Name == "trace" && at == 1);
            var syntax = call.Name == "sort" && call.Arguments[at] is SignSyntax { Negative: true } descending ? descending.Operand : call.Arguments[at];
            arguments[at] = iterates ? InLoop(syntax) : CompileChain(syntax);
        }

        object? prepared = null;
        if (call.Name == "sort")
        {
            prepared = call.Arguments.Select(argument => argument is SignSyntax { Negative: true }).ToArray();
        }
        else if (call.Name is "matches" or "matchesFull" or "replaceMatches")
        {
            try
            {
                Patterns.Check(call.Name + "()", arguments);
            }
            catch (FhirPathException fault)
            {
                throw Error(fault.Message, call);
            }
        }

        return new FunctionNode(call.Name, source, arguments, body, prepared);
    }

    /// <summary>A criterion that is no test by itself fails when it yields several items; the error is to name its place.</summary>
    private Evaluator Criterion(SyntaxNode argument)
    {
        var compiled = InLoop(argument);
        return compiled is BooleanEvaluator or PlacedNode ? compiled : Placed(compiled, argument);
    }

    private Evaluator InLoop(SyntaxNode argument)
    {
        loops++;
        var compiled = CompileChain(argument);
        loops--;
        return compiled;
    }

    /// <summary>A type's name given as an argument: <c>Quantity</c>, <c>FHIR.Quantity</c>.</summary>
    private TypeSpecifierSyntax TypeArgument(FunctionSyntax call) => call.Arguments[0] switch
    {
        MemberSyntax { Source: null } name => new TypeSpecifierSyntax(name.Position, Namespace: null, name.Name),
        MemberSyntax { Source: MemberSyntax { Source: null } space } name => new TypeSpecifierSyntax(space.Position, space.Name, name.Name),
        var other => throw Error($"{call.Name}() takes a type's name", other),
    };
}
