using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary><c>psychacute fhirpath EXPR FILE</c>: runs an expression on every resource of a file and prints each item of the result on a line.</summary>
internal static class FhirPathCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when the expression ran, also when it yields nothing; 1 when a resource has faults or the run ends in an error.</returns>
    /// <exception cref="CommandException">The expression is not FHIRPath, or the file cannot be read.</exception>
    public static async Task<int> RunAsync(string expression, string path, Terminal terminal, CancellationToken cancellationToken)
    {
        var schema = DefinitionStore.R4.Schema;
        var files = InputPaths.Find([path], terminal.Texts);
        var compiled = Compile(expression, schema, terminal.Texts);
        var results = new List<FhirPathValue>();
        var exitCode = ExitCode.Success;
        await foreach (var source in SourceReader.ReadAsync(files, terminal.OpenInput, cancellationToken))
        {
            var faults = source.Parse(schema, out var document);
            if (document is null)
            {
                terminal.WriteError($"{source.Location}: {FaultText.Of(faults, source.Location, terminal.Texts)}");
                exitCode = ExitCode.Refused;
                continue;
            }

            results.Clear();
            try
            {
                compiled.Evaluate(document.Root, results);
            }
            catch (FhirPathException error)
            {
                terminal.WriteError($"{source.Location}: {error.Message}");
                exitCode = ExitCode.Refused;
                continue;
            }

            foreach (var result in results)
            {
                terminal.Out.WriteLine(Print(result));
            }
        }

        await terminal.Out.FlushAsync(cancellationToken);
        return exitCode;
    }

    private static CompiledExpression Compile(string expression, SchemaCatalog schema, Texts texts)
    {
        try
        {
            return CompiledExpression.Compile(expression, schema);
        }
        catch (FhirPathException error)
        {
            throw new CommandException(ExitCode.Usage, texts.Format("ExpressionIsNotFhirPath", error.Message));
        }
    }

    // A primitive's value as it stands in the resource; what the expression made as FHIRPath writes it; anything else as JSON.
    private static string? Print(FhirPathValue item) =>
        !item.IsElement ? item.ToText()
        : item.Element.HasValue ? item.Element.Value
        : Encoding.UTF8.GetString(item.Element.RawJson.Span);
}
