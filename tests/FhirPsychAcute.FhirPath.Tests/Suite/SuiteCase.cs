using System.Globalization;
using System.Xml.Linq;
using FhirPsychAcute.FhirPath.Values;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Tests.Suite;

/// <summary>One case of HL7's FHIRPath suite.</summary>
internal sealed record SuiteCase(string Name, string Expression, string? Input, string? Invalid, bool IsPredicate, bool IsStrict, IReadOnlyList<(string? Type, string Value)> Outputs)
{
    private static readonly Dictionary<string, Element> Inputs = new(StringComparer.Ordinal);

    /// <summary>All cases, each name once: cases of the same name are numbered.</summary>
    public static IReadOnlyList<SuiteCase> All()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var cases = new List<SuiteCase>();
        foreach (var test in XDocument.Load(ConformanceData.Locate("conformance/fhirpath/tests-fhir-r4.xml")).Descendants("test"))
        {
            var name = (string)test.Attribute("name")!;
            var times = seen[name] = seen.GetValueOrDefault(name) + 1;
            var expression = test.Element("expression")!;
            cases.Add(new SuiteCase(
                times == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}#{times}"),
                expression.Value,
                (string?)test.Attribute("inputfile"),
                (string?)expression.Attribute("invalid") ?? (string?)test.Attribute("invalid"),
                (string?)test.Attribute("predicate") == "true",
                (string?)test.Attribute("mode") == "strict",
                [.. test.Elements("output").Select(output => ((string?)output.Attribute("type"), output.Value))]));
        }

        return cases;
    }

    /// <summary>Runs the case; null when it passes, otherwise what was wrong.</summary>
    public string? Fault()
    {
        try
        {
            var focus = Focus();
            var options = new CompileOptions
            {
                ContextType = focus.Exists ? focus.Type : null,
                Strict = IsStrict || Invalid == "semantic",
            };
            var results = new List<FhirPathValue>();
            CompiledExpression.Compile(Expression, R4.Schema, options).Evaluate(focus, results);
            return Invalid is null ? Compare(results) : $"an error ({Invalid}) was expected, not {Show(results)}";
        }
        catch (FhirPathException error)
        {
            return Invalid is not null ? null : error.Message;
        }
    }

    /// <summary>Compiles the case with its expression checked against the schema; null when it passes, otherwise the fault.</summary>
    public string? StrictFault()
    {
        try
        {
            CompiledExpression.Compile(Expression, R4.Schema, new CompileOptions { ContextType = Focus().Type, Strict = true });
            return null;
        }
        catch (FhirPathException error)
        {
            return error.Message;
        }
    }

    private Element Focus()
    {
        if (Input is null)
        {
            return default;
        }

        if (!Inputs.TryGetValue(Input, out var focus))
        {
            var path = ConformanceData.Locate("conformance/fhirpath/inputs/" + Input);

            // An input with a structural fault is run as far as it could be read.
            var bytes = File.ReadAllBytes(path);
            var read = path.EndsWith(".xml", StringComparison.Ordinal) ? ResourceDocument.ParseXml(bytes, R4.Schema) : ResourceDocument.Parse(bytes, R4.Schema);
            focus = read.Document!.Root;
            Inputs.Add(Input, focus);
        }

        return focus;
    }

    private string? Compare(List<FhirPathValue> results)
    {
        if (IsPredicate)
        {
            results = [FhirPathValue.Of(results.Count > 0)];
        }

        if (results.Count != Outputs.Count)
        {
            return $"{Outputs.Count} items were expected, not {Show(results)}";
        }

        for (var at = 0; at < results.Count; at++)
        {
            var (type, expected) = Outputs[at];
            var actual = results[at].ToText() ?? "";
            if (!SameText(expected, actual))
            {
                return $"'{expected}' was expected, not '{actual}'";
            }

            if (type is not null && !HasType(results[at], type))
            {
                return $"the type {type} was expected, not {TypeNames.Describe(results[at])}";
            }
        }

        return null;
    }

    private static bool SameText(string expected, string actual)
    {
        var text = expected.StartsWith("@T", StringComparison.Ordinal) ? expected[2..] : expected.TrimStart('@');
        return string.Equals(text, actual, StringComparison.Ordinal)
            || (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted)
                && decimal.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out var given) && wanted == given);
    }

    private static bool HasType(FhirPathValue value, string type) =>
        string.Equals(TypeNames.Of(value).Name, type, StringComparison.OrdinalIgnoreCase);

    private static string Show(List<FhirPathValue> results) => $"({string.Join(", ", results.Select(item => item.ToText() ?? TypeNames.Describe(item)))})";
}
