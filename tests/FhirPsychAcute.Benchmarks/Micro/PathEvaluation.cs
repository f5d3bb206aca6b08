using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Benchmarks;

/// <summary>Runs one compiled FHIRPath expression over the Patients.</summary>
internal sealed class PathEvaluation
{
    private const int Repeats = 50;
    private readonly Element[] patients;
    private readonly CompiledExpression expression;
    private readonly List<FhirPathValue> results = [];

    public PathEvaluation(byte[][] inputs, SchemaCatalog schema, string expression)
    {
        patients = [.. inputs.Select(input => ResourceDocument.Parse(input, schema).Document!.Root).Where(root => root.Type.Name is "Patient")];
        this.expression = CompiledExpression.Compile(expression, schema);
    }

    /// <summary>How many evaluations one run is.</summary>
    public int Operations => patients.Length * Repeats;

    public void Run()
    {
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            foreach (var patient in patients)
            {
                results.Clear();
                expression.Evaluate(patient, results);
            }
        }
    }
}
