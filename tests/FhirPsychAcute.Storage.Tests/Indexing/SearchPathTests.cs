using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage.Tests.Indexing;

public sealed class SearchPathTests
{
    [Theory]
    [InlineData("Patient.name", "name")]
    [InlineData("Observation", "")]
    [InlineData("Patient.contact.name.family", "contact name family")]
    [InlineData("(Observation.value as Quantity)", "value:Quantity")]
    [InlineData("(Observation.value as CodeableConcept).text", "value:CodeableConcept text")]
    [InlineData("Condition.onset.as(Age)", "onset:Age")]
    [InlineData("value.as(DateTime)", "value:dateTime")]
    [InlineData("Patient.telecom.where(system='phone')", "telecom[system=phone]")]
    [InlineData("Task.for.where(resolve() is Patient)", "for->Patient")]
    [InlineData("%resource.referenceSeq.chromosome", "referenceSeq chromosome")]
    public void Plain_paths_are_read(string expression, string expected)
    {
        var path = SearchPath.TryParse(expression, IndexingFixture.Schema);
        Assert.NotNull(path);
        Assert.Equal(expected, string.Join(' ', path.Steps.Select(step =>
            step.Name + (step.OfType is { } type ? ":" + type.Name : "") + (step.ChildName is { } child ? $"[{child}={step.ChildValue}]" : "") + (step.ResolvesTo is { } target ? "->" + target : ""))));
    }

    [Theory]
    [InlineData("Bundle.entry[0].resource")]
    [InlineData("Patient.deceased.exists() and Patient.deceased != false")]
    [InlineData("Observation.extension('http://x')")]
    [InlineData("Patient.name.where(use = 'official' or use = 'usual')")]
    [InlineData("Patient.name |")]
    [InlineData("")]
    public void Other_expressions_are_left_to_FHIRPath(string expression) => Assert.Null(SearchPath.TryParse(expression, IndexingFixture.Schema));

    [OfficialExamplesFact]
    public void Plain_paths_yield_what_FHIRPath_yields_on_every_official_example()
    {
        var expressions = new Dictionary<string, List<(string Text, PathTree Tree, Collector Found, CompiledExpression Compiled)>>(StringComparer.Ordinal);
        foreach (var type in IndexingFixture.Schema.ResourceTypes)
        {
            expressions[type.Name] = [.. IndexingFixture.Registry.ForType(type.Name).SelectMany(parameter => parameter.Expressions).Distinct().Select(Compile).OfType<(string, PathTree, Collector, CompiledExpression)>()];
        }

        var run = new IndexRun(new IndexEnvironment(IndexingFixture.Schema, IndexingFixture.Options));
        var context = new EvaluationContext { ResolveToTypeOnly = true };
        var differences = new List<string>();
        var compared = 0;
        foreach (var file in OfficialExamples.Instances)
        {
            if (ResourceDocument.Parse(file.Read(), IndexingFixture.Schema) is not { IsValid: true, Document: { } document })
            {
                continue;
            }

            foreach (var (text, tree, found, compiled) in expressions[document.Type.Name])
            {
                var results = new List<FhirPathValue>();
                try
                {
                    compiled.Evaluate(document.Root, results, context);
                }
                catch (FhirPathException)
                {
                    // R4 writes (ActivityDefinition.useContext.value as Quantity), and FHIRPath's as takes a single item only: a search means each of them.
                    Assert.Contains(" as ", text, StringComparison.Ordinal);
                    continue;
                }

                found.Elements.Clear();
                tree.Walk(document.Root, run);
                compared++;
                if (!results.Select(value => value.Element.Index).Order().SequenceEqual(found.Elements.Order()))
                {
                    differences.Add($"{file.Name}: {text}");
                }
            }
        }

        Assert.True(compared > 10_000);
        Assert.Empty(differences);
    }

    private static (string, PathTree, Collector, CompiledExpression)? Compile(string expression)
    {
        if (SearchPath.TryParse(expression, IndexingFixture.Schema) is not { } path)
        {
            return null;
        }

        var tree = new PathTree();
        var collector = new Collector();
        tree.Add(path.Steps, 0, collector, IndexingFixture.Schema);
        tree.Seal();
        return (expression, tree, collector, CompiledExpression.Compile(expression, IndexingFixture.Schema));
    }

    private sealed class Collector : IndexAction
    {
        public List<int> Elements { get; } = [];

        public override void Run(Element element, IndexRun run) => Elements.Add(element.Index);
    }
}
