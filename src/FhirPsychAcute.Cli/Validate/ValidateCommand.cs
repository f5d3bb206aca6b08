using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Server;

namespace FhirPsychAcute.Cli;

/// <summary><c>psychacute validate PATH...</c>: checks resources against R4 and profiles and reports every finding with its place.</summary>
internal static class ValidateCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when no resource has an error, 1 otherwise.</returns>
    /// <exception cref="CommandException">A path, package or profile cannot be found.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> paths, ValidateOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var files = InputPaths.Find(paths, terminal.Texts);
        var library = LoadedDefinitions.Load(options.Packages, terminal);
        CheckProfiles(options.Profiles, library, terminal.Texts);
        using var server = options.TerminologyServer is { } address ? new HttpTerminologyServer(address) : null;
        var terminology = new TerminologyService(library, server);
        var validator = new Validator(library, ValidatorOptions.Default with { BestPractice = options.BestPractice ? IssueSeverity.Warning : null }, terminology);
        var request = options.Profiles.Count == 0 ? ValidationRequest.Default : new ValidationRequest { Profiles = options.Profiles };

        await using var file = OpenOutput(options.OutputFile, terminal.Texts);
        var output = (TextWriter?)file ?? terminal.Out;
        var report = ReportOf(options.Format, terminal.Texts);
        var totals = new ValidateTotals();
        var progress = new Progress(terminal, files.Sum(input => input.Length), () => terminal.Texts.Format("ValidateProgress", totals.Resources, totals.Errors));
        var work = new ValidationWork(options.Jobs, source => CheckedSource.Of(source, validator, request, options.Severity), report);

        report.Begin(output);
        Task Work() => work.RunAsync(
            SourceReader.ReadAsync(files, terminal.OpenInput, cancellationToken),
            (source, piece) =>
            {
                totals.Add(source);
                report.Write(output, source, piece);
                progress.Advance(source.Source.Bytes.Length);
            },
            cancellationToken);
        await (terminal.IsWatched && (file is not null || !terminal.IsOutWatched) ? progress.ShowBar(Work) : Work());
        report.End(output, totals);
        await output.FlushAsync(cancellationToken);

        if (terminology.ServerFault is { } fault)
        {
            terminal.WriteError(terminal.Texts.Format("TerminologyServerFault", fault));
        }

        // Who reads JSON or SARIF reads it from there; people are told the totals.
        if (options.Format is "text" or "html")
        {
            terminal.Error.WriteLine(totals.Line(terminal.Texts));
        }

        return totals.Errors == 0 ? ExitCode.Success : ExitCode.Refused;
    }

    private static IReport ReportOf(string format, Texts texts) => format switch
    {
        "json" => new JsonReport(texts.Language),
        "sarif" => new SarifReport(texts),
        "html" => new HtmlReport(texts),
        _ => new TextReport(texts),
    };

    private static StreamWriter? OpenOutput(string? path, Texts texts)
    {
        try
        {
            return path is null ? null : new StreamWriter(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.CouldNotRun, texts.Format("OutputNotWritable", path, fault.Message));
        }
    }

    // Told once, before any work, and not with every resource.
    private static void CheckProfiles(IReadOnlyList<string> profiles, DefinitionLibrary library, Texts texts)
    {
        foreach (var profile in profiles)
        {
            if (!library.Root.TryResolve(profile, out var definition) || definition.ResourceType != "StructureDefinition")
            {
                throw new CommandException(ExitCode.CouldNotRun, texts.Format("ProfileNotFound", profile));
            }
        }
    }
}
