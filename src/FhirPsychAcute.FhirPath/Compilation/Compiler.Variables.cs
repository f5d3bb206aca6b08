using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Nodes;
using FhirPsychAcute.FhirPath.Syntax;

namespace FhirPsychAcute.FhirPath.Compilation;

/// <summary>
/// External constants and variables. A variable defined in a chain is seen by what follows in that chain, its arguments included, and nowhere else.
/// </summary>
internal sealed partial class Compiler
{
    private DefinedVariable? defined;

    /// <summary>Compiles a part that is a chain of its own: what it defines is not seen outside.</summary>
    private Evaluator CompileChain(SyntaxNode syntax)
    {
        var before = defined;
        var compiled = Compile(syntax);
        defined = before;
        return compiled;
    }

    private Evaluator Variable(VariableSyntax variable)
    {
        if (FindDefined(variable.Name) is { } found)
        {
            return new DefinedVariableNode(found.Slot);
        }

        return variable.Name switch
        {
            "resource" or "rootResource" or "context" => new FocusVariableNode(variable.Name),
            _ => Constant(variable.Name) is { } constant
                ? new LiteralNode(FhirPathValue.Of(constant))
                : Placed(new VariableNode(variable.Name), variable),
        };
    }

    /// <summary>Constants that FHIR defines (R4 2.1.9.1.7); null for other names.</summary>
    private static string? Constant(string name) => name switch
    {
        "ucum" => "http://unitsofmeasure.org",
        "sct" => "http://snomed.info/sct",
        "loinc" => "http://loinc.org",
        _ when name.StartsWith("vs-", StringComparison.Ordinal) => "http://hl7.org/fhir/ValueSet/" + name[3..],
        _ when name.StartsWith("ext-", StringComparison.Ordinal) => "http://hl7.org/fhir/StructureDefinition/" + name[4..],
        _ => null,
    };

    private DefineVariableNode DefineVariable(FunctionSyntax call, Evaluator source)
    {
        if (call.Arguments[0] is not LiteralSyntax { Value: { Kind: FhirPathKind.String } name })
        {
            throw Error("defineVariable() takes a name in quotes", call.Arguments[0]);
        }

        if (name.AsString is "resource" or "rootResource" or "context" || Constant(name.AsString) is not null || FindDefined(name.AsString) is not null)
        {
            throw Error($"%{name.AsString} is defined already", call.Arguments[0]);
        }

        var value = call.Arguments.Count > 1 ? InLoop(call.Arguments[1]) : null;
        var slot = keptCount++;
        defined = new DefinedVariable(name.AsString, slot, defined);
        return new DefineVariableNode(source, value, slot);
    }

    private DefinedVariable? FindDefined(string name)
    {
        for (var variable = defined; variable is not null; variable = variable.Outer)
        {
            if (string.Equals(variable.Name, name, StringComparison.Ordinal))
            {
                return variable;
            }
        }

        return null;
    }

    private sealed record DefinedVariable(string Name, int Slot, DefinedVariable? Outer);
}
