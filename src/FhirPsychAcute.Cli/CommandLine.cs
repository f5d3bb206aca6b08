using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Reflection;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Indicators;
using FhirPsychAcute.Psychiatry.Simulation;

namespace FhirPsychAcute.Cli;

/// <summary>The commands with their arguments and options, and the one place where an error becomes a line on stderr and an exit code.</summary>
internal static class CommandLine
{
    private const string DefaultServer = "http://127.0.0.1:5080/fhir";

    // Its value is read before the rest of the line, because every message depends on it (Texts.For).
    private static readonly Option<string> Language = new("--lang") { Recursive = true };

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        var texts = Texts.For(args, terminal.Environment);
        terminal = terminal with { Texts = texts };
        try
        {
            var parsed = Root(terminal).Parse([.. args]);
            if (parsed.Action is not (HelpPage or VersionLine) && UsageError(parsed, texts) is { } error)
            {
                throw new CommandException(ExitCode.Usage, error);
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (CommandException error)
        {
            terminal.WriteError(error.Message);
            return error.ExitCode;
        }
        catch (OperationCanceledException)
        {
            terminal.WriteError(texts["Cancelled"]);
            return ExitCode.CouldNotRun;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            terminal.WriteError(error.Message);
            return ExitCode.CouldNotRun;
        }
        catch (Exception error)
        {
            // A fault of this program: still one line, with what is needed to find it.
            terminal.WriteError(texts.Format("Unexpected", error.GetType().Name, error.Message, error.StackTrace?.Split('\n')[0].Trim()));
            return ExitCode.CouldNotRun;
        }
        finally
        {
            await terminal.Out.FlushAsync();
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand { Load(terminal), Validate(terminal), Convert(terminal), FhirPath(terminal), Package(terminal), Simulate(terminal), Indicators(terminal) };
        root.Options.Add(Language);
        root.Options.OfType<HelpOption>().Single().Action = new HelpPage(terminal);
        root.Options.OfType<VersionOption>().Single().Action = new VersionLine(terminal);
        root.SetAction(int (_) => throw new CommandException(ExitCode.Usage, terminal.Texts["CommandMissing"]));
        return root;
    }

    private static Command Load(Terminal terminal)
    {
        var paths = Paths();
        var server = new Option<string>("--server", "-s");
        var batch = new Option<string>("--batch");
        var parallel = new Option<string>("--parallel");
        var refused = new Option<string>("--refused");
        var command = new Command("load") { paths, server, batch, parallel, refused };
        command.SetAction((parsed, cancellationToken) => LoadCommand.RunAsync(
            Required(parsed, paths, terminal.Texts),
            new LoadOptions
            {
                Server = ServerAddress(parsed.GetValue(server) ?? terminal.Environment("PSYCHACUTE_SERVER") ?? DefaultServer, terminal.Texts),
                BatchEntries = Number(parsed, batch, 100, 1, 10_000, terminal.Texts),
                Parallel = Number(parsed, parallel, 4, 1, 64, terminal.Texts),
                RefusedFile = parsed.GetValue(refused),
            },
            terminal,
            cancellationToken));
        return command;
    }

    private static Command Validate(Terminal terminal)
    {
        var paths = Paths();
        var profile = Repeated("--profile", "-p");
        var package = Repeated("--package");
        var severity = new Option<string>("--severity");
        var format = new Option<string>("--format", "-f");
        var terminology = new Option<string>("--tx");
        var jobs = new Option<string>("--jobs", "-j");
        var bestPractice = new Option<bool>("--best-practice");
        var output = new Option<string>("--output", "-o");
        var command = new Command("validate") { paths, profile, package, severity, format, terminology, jobs, bestPractice, output };
        command.SetAction((parsed, cancellationToken) => ValidateCommand.RunAsync(
            Required(parsed, paths, terminal.Texts),
            new ValidateOptions
            {
                Profiles = parsed.GetValue(profile) ?? [],
                Packages = parsed.GetValue(package) ?? [],
                Severity = OneOf(parsed.GetValue(severity), "SeverityUnknown", terminal.Texts, "information", "warning", "error") switch
                {
                    "error" => IssueSeverity.Error,
                    "warning" => IssueSeverity.Warning,
                    _ => IssueSeverity.Information,
                },
                Format = OneOf(parsed.GetValue(format), "FormatUnknown", terminal.Texts, "text", "json", "sarif", "html"),
                TerminologyServer = parsed.GetValue(terminology) is { } server ? ServerAddress(server, terminal.Texts) : null,
                Jobs = Number(parsed, jobs, Environment.ProcessorCount, 1, 256, terminal.Texts),
                BestPractice = parsed.GetValue(bestPractice),
                OutputFile = parsed.GetValue(output),
            },
            terminal,
            cancellationToken));
        return command;
    }

    private static Command Convert(Terminal terminal)
    {
        var arguments = new Argument<string[]>("IN OUT") { Arity = ArgumentArity.ZeroOrMore };
        var to = new Option<string>("--to");
        var compact = new Option<bool>("--compact");
        var command = new Command("convert") { arguments, to, compact };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(arguments) is [var input, .. var rest] && rest.Length < 2
            ? ConvertCommand.RunAsync(
                input, rest is [var output] ? output : StandardInput.Path,
                parsed.GetValue(to) is { } form ? OneOf(form, "FormUnknown", terminal.Texts, "json", "xml", "ndjson") : null,
                parsed.GetValue(compact), terminal, cancellationToken)
            : throw new CommandException(ExitCode.Usage, terminal.Texts["ConvertArguments"]));
        return command;
    }

    private static Command FhirPath(Terminal terminal)
    {
        var arguments = new Argument<string[]>("EXPR FILE") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("fhirpath") { arguments };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(arguments) is [var expression, var file]
            ? FhirPathCommand.RunAsync(expression, file, terminal, cancellationToken)
            : throw new CommandException(ExitCode.Usage, terminal.Texts["FhirPathArguments"]));
        return command;
    }

    private static Command Package(Terminal terminal)
    {
        var output = new Option<string>("--output", "-o");
        var command = new Command("package") { output };
        command.SetAction(parsed => PackageCommand.Run(parsed.GetValue(output), terminal));
        return command;
    }

    private static Command Simulate(Terminal terminal)
    {
        var year = new Option<string>("--year");
        var calls = new Option<string>("--calls");
        var civil = new Option<string>("--civil");
        var coercion = new Option<string>("--coercion");
        var seed = new Option<string>("--seed");
        var output = new Option<string>("--out", "-o");
        var force = new Option<bool>("--force");
        var server = new Option<string>("--server", "-s");
        var rules = new Option<string>("--rules");
        var jobs = new Option<string>("--jobs", "-j");
        var batch = new Option<string>("--batch");
        var parallel = new Option<string>("--parallel");
        var command = new Command("simulate") { year, calls, civil, coercion, seed, output, force, server, rules, jobs, batch, parallel };
        command.SetAction((parsed, cancellationToken) =>
        {
            var texts = terminal.Texts;
            var total = Number(parsed, calls, SimulateOptions.PublishedRegionalCalls, 0, SimulationSettings.MostCalls, texts);
            var address = parsed.GetValue(server) is { } given ? ServerAddress(given, texts) : null;
            if ((address is null) == (parsed.GetValue(output) is null))
            {
                throw new CommandException(ExitCode.Usage, texts["SimulateTarget"]);
            }

            return SimulateCommand.RunAsync(
                new SimulateOptions
                {
                    Settings = new SimulationSettings(
                        Number(parsed, year, SimulateOptions.DefaultYear, SimulationSettings.FirstYear, SimulationSettings.LastYear, texts),
                        total,
                        Number(parsed, civil, 0, 0, total, texts),
                        parsed.GetValue(coercion) is null ? null : Number(parsed, coercion, 0, 0, SimulationSettings.MostEpisodes, texts),
                        (ulong)Number(parsed, seed, 1, 0, SimulateOptions.GreatestSeed, texts)),
                    Folder = parsed.GetValue(output),
                    Force = parsed.GetValue(force),
                    Load = address is null ? null : new LoadOptions
                    {
                        Server = address,
                        BatchEntries = Number(parsed, batch, 100, 1, 10_000, texts),
                        Parallel = Number(parsed, parallel, 4, 1, 64, texts),
                    },
                    Rules = parsed.GetValue(rules),
                    Jobs = Number(parsed, jobs, Environment.ProcessorCount, 1, 256, texts),
                },
                terminal,
                cancellationToken);
        });
        return command;
    }

    private static Command Indicators(Terminal terminal)
    {
        var paths = Paths();
        var server = new Option<string>("--server", "-s");
        var period = new Option<string>("--period");
        var measure = Repeated("--measure", "-m");
        var by = Repeated("--by");
        var rules = new Option<string>("--rules");
        var showSmall = new Option<bool>("--show-small");
        var format = new Option<string>("--format", "-f");
        var command = new Command("indicators") { paths, server, period, measure, by, rules, showSmall, format };
        command.SetAction((parsed, cancellationToken) =>
        {
            var texts = terminal.Texts;
            var address = parsed.GetValue(server) is { } given ? ServerAddress(given, texts) : null;
            var files = parsed.GetValue(paths) ?? [];
            if ((address is null) == (files.Length == 0))
            {
                throw new CommandException(ExitCode.Usage, texts["IndicatorsSource"]);
            }

            var text = parsed.GetValue(period) ?? throw new CommandException(ExitCode.Usage, texts["IndicatorsPeriodMissing"]);
            var span = text.Split("..", 2) is [var from, var to] ? (from, to) : (text, text);
            if (IndicatorPeriod.Parse(span.Item1, span.Item2) is null)
            {
                throw new CommandException(ExitCode.Usage, texts.Format("IndicatorsPeriod", text));
            }

            var measures = (parsed.GetValue(measure) ?? []).Select(name =>
                IndicatorMeasure.Find(name) ?? throw new CommandException(ExitCode.Usage, texts.Format("IndicatorsMeasure", name, string.Join(", ", IndicatorMeasure.All.Select(static one => one.Id))))).ToList();
            var stratifiers = parsed.GetValue(by) ?? [];
            var known = (measures.Count == 0 ? IndicatorMeasure.All : measures).SelectMany(static one => one.StratifierCodes).Distinct(StringComparer.Ordinal).ToList();
            if (Array.Find(stratifiers, code => !known.Contains(code, StringComparer.Ordinal)) is { } unknown)
            {
                throw new CommandException(ExitCode.Usage, texts.Format("IndicatorsBy", unknown, string.Join(", ", known)));
            }

            return IndicatorsCommand.RunAsync(
                files,
                new IndicatorsOptions
                {
                    Period = span,
                    Measures = measures.Count == 0 ? IndicatorMeasure.All : measures,
                    By = stratifiers,
                    Server = address,
                    ShowsSmallCounts = parsed.GetValue(showSmall),
                    Rules = parsed.GetValue(rules),
                    AsJson = OneOf(parsed.GetValue(format), "IndicatorsFormat", texts, "text", "json") == "json",
                },
                terminal,
                cancellationToken);
        });
        return command;
    }

    private static Argument<string[]> Paths() => new("PATH") { Arity = ArgumentArity.ZeroOrMore };

    private static string[] Required(ParseResult parsed, Argument<string[]> paths, Texts texts) =>
        parsed.GetValue(paths) is { Length: > 0 } given ? given : throw new CommandException(ExitCode.Usage, texts["PathMissing"]);

    private static Uri ServerAddress(string text, Texts texts) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new CommandException(ExitCode.Usage, texts.Format("ServerIsNoAddress", text));

    private static int Number(ParseResult parsed, Option<string> option, int otherwise, int least, int most, Texts texts)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new CommandException(ExitCode.Usage, texts.Format("NumberOutOfRange", option.Name, least, most));
    }

    // The first is the default.
    private static string OneOf(string? given, string error, Texts texts, params ReadOnlySpan<string> allowed)
    {
        if (given is not null && !allowed.Contains(given))
        {
            throw new CommandException(ExitCode.Usage, texts[error]);
        }

        return given ?? allowed[0];
    }

    private static Option<string[]> Repeated(string name, params string[] aliases) => new(name, aliases) { Arity = ArgumentArity.OneOrMore };

    private static string? UsageError(ParseResult parsed, Texts texts) =>
        (parsed.UnmatchedTokens is [var unknown, ..] ? unknown : MisspeltOption(parsed)) is { } token ? texts.Format("ArgumentUnknown", token)
        : parsed.Errors is [var error, ..] ? Explain(error, texts)
        : parsed.GetValue(Language) is not (null or "en" or "da") ? texts["LanguageUnknown"]
        : null;

    // Arguments take any text, so an option that is not known arrives as an argument. After "--" that is meant so.
    private static string? MisspeltOption(ParseResult parsed) =>
        parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token is { Type: TokenType.Argument, Value: ['-', _, ..] })?.Value;

    private static string Explain(ParseError error, Texts texts) =>
        error.SymbolResult is OptionResult option ? texts.Format("OptionNeedsOneValue", option.Option.Name) : error.Message;

    /// <summary>The help page of a command, from the texts: <c>HelpLoad</c> for <c>load</c>.</summary>
    private sealed class HelpPage(Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var command = parseResult.CommandResult.Command;
            var page = command is RootCommand ? "Help" : "Help" + CultureInfo.InvariantCulture.TextInfo.ToTitleCase(command.Name);
            terminal.Out.WriteLine(terminal.Texts[page]);
            return ExitCode.Success;
        }
    }

    private sealed class VersionLine(Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var version = typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
            terminal.Out.WriteLine($"psychacute {version.Split('+')[0]}");
            return ExitCode.Success;
        }
    }
}
