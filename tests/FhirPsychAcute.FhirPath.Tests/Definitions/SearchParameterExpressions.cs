using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Tests.Definitions;

/// <summary>R4's search parameters compile and run over R4's examples.</summary>
public sealed class SearchParameterExpressions
{
    [OfficialExamplesFact]
    public void Every_expression_of_R4_compiles()
    {
        var faults = new List<string>();
        var count = 0;
        foreach (var parameter in OfficialDefinitions.SearchParameters())
        {
            count++;
            try
            {
                CompiledExpression.Compile(parameter.Expression, R4.Schema, CompileOptions.R4Definitions);
            }
            catch (FhirPathException fault)
            {
                faults.Add($"{parameter.Name}: {parameter.Expression}: {fault.Message}");
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.True(count > 1400, "R4 has 1,400 search parameters.");
    }

    [OfficialExamplesFact]
    public void Every_expression_runs_over_every_example_of_its_types_without_an_error()
    {
        var byType = new Dictionary<string, List<(string Name, CompiledExpression Expression)>>(StringComparer.Ordinal);
        foreach (var parameter in OfficialDefinitions.SearchParameters())
        {
            var compiled = CompiledExpression.Compile(parameter.Expression, R4.Schema, CompileOptions.R4Definitions);
            foreach (var type in parameter.Base)
            {
                if (!byType.TryGetValue(type, out var list))
                {
                    byType.Add(type, list = []);
                }

                list.Add((parameter.Name, compiled));
            }
        }

        var context = new EvaluationContext { ResolveToTypeOnly = true };
        var faults = new List<string>();
        var results = new FhirPathResults();
        var found = 0L;
        foreach (var file in OfficialExamples.Instances)
        {
            if (ResourceDocument.Parse(file.Read(), R4.Schema).Document is not { } document)
            {
                continue;
            }

            for (TypeSchema? type = document.Type; type is not null; type = type.Base)
            {
                foreach (var (name, expression) in byType.GetValueOrDefault(type.Name) ?? [])
                {
                    try
                    {
                        expression.Evaluate(document.Root, results, context);
                        found += results.Count;
                    }
                    catch (FhirPathException fault)
                    {
                        faults.Add($"{file.Name}: {name}: {fault.Message}");
                    }
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.True(found > 13_000, $"Only {found} values were found in all examples.");
    }

    [Fact]
    public void A_choice_taken_as_one_type_goes_item_by_item()
    {
        var observation = R4.Resource(
            "{'resourceType':'Observation','status':'final','code':{'text':'x'},'component':[{'code':{'text':'a'},'valueString':'s'},{'code':{'text':'b'},'valueQuantity':{'value':1}},{'code':{'text':'c'},'valueQuantity':{'value':2}}]}");
        Assert.Equal(
            ["1", "2"],
            R4.Evaluate("(Observation.component.value as Quantity).value | (Observation.component.value as SampledData).period", observation, options: CompileOptions.R4Definitions));
    }

    [Theory]
    [InlineData("Patient/1", "true")]
    [InlineData("http://example.org/fhir/Patient/1", "true")]
    [InlineData("Patient/1/_history/2", "true")]
    [InlineData("Patient?identifier=x", "true")]
    [InlineData("Group/1", "false")]
    [InlineData("http://example.org/Patient", "false")]
    public void The_type_of_a_reference_is_read_from_its_text(string reference, string expected)
    {
        var task = R4.Resource($"{{'resourceType':'Task','status':'draft','intent':'order','for':{{'reference':'{reference}'}}}}");
        var context = new EvaluationContext { ResolveToTypeOnly = true };
        Assert.Equal(expected == "true" ? ["true"] : [], R4.Evaluate("Task.for.where(resolve() is Patient).exists().where($this)", task, context, CompileOptions.R4Definitions));
    }
}
