using System.Globalization;
using FhirPsychAcute.Model;
using Spectre.Console;

namespace FhirPsychAcute.Cli;

/// <summary>A MeasureReport as tables that people read: the indicators as a whole, then by each stratifier asked for.</summary>
internal static class IndicatorTable
{
    private const string AbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private const int Width = 120;

    /// <summary>Writes it.</summary>
    /// <param name="report">The MeasureReport.</param>
    /// <param name="by">Stratifiers shown, codes joined by a plus where they are several at once.</param>
    /// <param name="terminal">Where to.</param>
    public static void Write(ResourceDocument report, IReadOnlyList<string> by, Terminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = Math.Max(console.Profile.Width, Width);
        var root = report.Root;
        var period = root.Child("period");
        terminal.Out.WriteLine(terminal.Texts.Format("IndicatorsHead", root.ChildValue("measure")?.Split('/')[^1], period.ChildValue("start"), period.ChildValue("end")));
        foreach (var extension in root.ChildrenNamed("extension"))
        {
            terminal.Out.WriteLine("  " + extension.ChildValue("value"));
        }

        var table = Table(terminal, terminal.Texts["IndicatorsIndicator"]);
        foreach (var group in root.ChildrenNamed("group"))
        {
            Row(table, group.Child("code").ChildValue("text") ?? "", group, terminal);
        }

        console.Write(table);
        foreach (var stratifier in by)
        {
            WriteBy(console, root, stratifier, terminal);
        }
    }

    private static void WriteBy(IAnsiConsole console, Element root, string code, Terminal terminal)
    {
        foreach (var group in root.ChildrenNamed("group"))
        {
            foreach (var stratifier in group.ChildrenNamed("stratifier"))
            {
                if (string.Join('+', Codes(stratifier)) != code)
                {
                    continue;
                }

                var table = Table(terminal, string.Join(" / ", Texts(stratifier)));
                table.Title = new TableTitle(Markup.Escape(group.Child("code").ChildValue("text") ?? ""));
                foreach (var stratum in stratifier.ChildrenNamed("stratum"))
                {
                    Row(table, Name(stratum), stratum, terminal);
                }

                console.Write(table);
            }
        }
    }

    private static Table Table(Terminal terminal, string first) => new Table().Border(TableBorder.Simple)
        .AddColumn(Markup.Escape(first)).AddColumn(new TableColumn(terminal.Texts["IndicatorsCount"]).RightAligned())
        .AddColumn(new TableColumn(terminal.Texts["IndicatorsOf"]).RightAligned()).AddColumn(new TableColumn(terminal.Texts["IndicatorsValue"]).RightAligned());

    // The last population is what is counted; of a share the first is what it is a share of.
    private static void Row(Table table, string name, Element place, Terminal terminal)
    {
        var populations = place.ChildrenNamed("population").ToList();
        table.AddRow(
            Markup.Escape(name), populations.Count > 0 ? Count(populations[^1], terminal) : "", populations.Count > 1 ? Count(populations[0], terminal) : "",
            Markup.Escape(Score(place.Child("measureScore"), terminal)));
    }

    private static string Count(Element population, Terminal terminal) => population.Child("count") switch
    {
        { HasValue: true } count when count.TryGetInt32(out var number) => number.ToString("N0", terminal.Texts.Culture),
        { Exists: true } count => Absent(count, terminal),
        _ => "",
    };

    private static string Score(Element score, Terminal terminal) => !score.Exists ? ""
        : score.Child("value") is { HasValue: true } value && value.TryGetDecimal(out var number) ? $"{number.ToString("#,0.##", terminal.Texts.Culture)} {score.ChildValue("unit")}"
        : Absent(score, terminal);

    private static string Absent(Element element, Terminal terminal)
    {
        foreach (var extension in element.ChildrenNamed("extension"))
        {
            if (extension.ChildValue("url") == AbsentReason)
            {
                return extension.ChildValue("value") == "masked" ? terminal.Texts["IndicatorsMasked"] : "-";
            }
        }

        return "-";
    }

    private static string Name(Element stratum) => stratum.Child("value") is { Exists: true } value
        ? value.ChildValue("text") ?? ""
        : string.Join(" / ", stratum.ChildrenNamed("component").ToList().Select(static component => component.Child("value").ChildValue("text")));

    private static IEnumerable<string?> Codes(Element stratifier) => stratifier.ChildrenNamed("code").ToList().Select(static code => code.Child("coding").ChildValue("code"));

    private static IEnumerable<string?> Texts(Element stratifier) => stratifier.ChildrenNamed("code").ToList().Select(static code => code.ChildValue("text"));
}
