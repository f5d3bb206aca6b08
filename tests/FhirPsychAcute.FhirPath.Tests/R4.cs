using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Tests;

/// <summary>The R4 definitions and short ways to resources for tests.</summary>
internal static class R4
{
    public static SchemaCatalog Schema => DefinitionStore.R4.Schema;

    /// <summary>Reads JSON that must be right; single quotes stand for double ones.</summary>
    public static Element Resource(string json) => Read(Encoding.UTF8.GetBytes(json.Replace('\'', '"')));

    /// <summary>Reads JSON that must be right.</summary>
    public static Element Read(byte[] json)
    {
        var result = ResourceDocument.Parse(json, Schema);
        Assert.True(result.IsValid, string.Join("; ", result.Issues.Select(issue => $"{issue.Path}: {issue.Message}")));
        return result.Document.Root;
    }

    /// <summary>What an expression yields, each item as text.</summary>
    public static string[] Evaluate(string expression, Element focus, EvaluationContext? context = null, CompileOptions? options = null)
    {
        var results = new List<FhirPathValue>();
        CompiledExpression.Compile(expression, Schema, options ?? CompileOptions.Default).Evaluate(focus, results, context);
        return [.. results.Select(item => item.ToText() ?? $"[{item.Element.Type.Name}]")];
    }
}
