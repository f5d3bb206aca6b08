using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Functions;
using FhirPsychAcute.FhirPath.Nodes;

namespace FhirPsychAcute.FhirPath.Compilation;

/// <summary>Tells which parts depend on the resource alone and so give the same in every turn of a loop.</summary>
internal static class Dependence
{
    /// <summary>Whether the part goes from %resource, %rootResource or %context by steps that look at nothing else. Conservative: false when in doubt.</summary>
    public static bool IsOnResourceOnly(Evaluator node) => node switch
    {
        FocusVariableNode => true,
        PlacedNode placed => IsOnResourceOnly(placed.Inner),
        ChildNode child => IsOnResourceOnly(child.Source),
        TreeNode tree => IsOnResourceOnly(tree.Source),
        OfTypeNode ofType => IsOnResourceOnly(ofType.Source),
        FirstNode first => IsOnResourceOnly(first.Source),
        UnionNode union => union.Parts.All(IsOnResourceOnly),
        FunctionNode { Arguments.Length: 0 } function => IsOnResourceOnly(function.Source),
        FunctionNode { Name: "trace()", Arguments: [LiteralNode] } trace => IsOnResourceOnly(trace.Source),
        _ => false,
    };
}
