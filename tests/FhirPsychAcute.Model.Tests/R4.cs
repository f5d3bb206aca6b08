using System.Text;
using FhirPsychAcute.Conformance;

namespace FhirPsychAcute.Model.Tests;

/// <summary>Reading with the shipped definitions.</summary>
internal static class R4
{
    public static SchemaCatalog Schema => DefinitionStore.R4.Schema;

    public static ParseResult Read(string json, ParseLimits? limits = null) => ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), Schema, limits);

    public static ParseResult Read(byte[] json, ParseLimits? limits = null) => ResourceDocument.Parse(json, Schema, limits);

    /// <summary>The document; the test fails with the issues when there are any.</summary>
    public static ResourceDocument Document(string json)
    {
        var result = Read(json);
        Assert.Empty(result.Issues);
        return result.Document!;
    }

    /// <summary>Issues as lines: code, path, line:column, message.</summary>
    public static string[] Issues(string json, ParseLimits? limits = null) =>
        [.. Read(json, limits).Issues.Select(issue => $"{issue.Code} {issue.Path} {issue.Position.Line}:{issue.Position.Column} {issue.Message}")];
}
