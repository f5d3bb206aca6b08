using System.Globalization;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Benchmarks;

/// <summary>What a row has to reach.</summary>
/// <param name="PerSecond">Rate, as measured where the floor does <see cref="MicroBenchmarks.FloorWhenSet"/>.</param>
/// <param name="Kilobytes">Allocations of one operation.</param>
internal sealed record MicroTarget(double PerSecond, double Kilobytes);

/// <summary>One kind of work over the twenty resources.</summary>
/// <param name="Name">What is done to one resource.</param>
/// <param name="Target">What has to be reached; null for a row that only informs.</param>
/// <param name="Run">Does it once for every resource.</param>
/// <param name="Operations">How many operations one run is.</param>
internal sealed record MicroWork(string Name, MicroTarget? Target, Action Run, int Operations);

/// <summary>The rows of DESIGN 9 that need no server: one thread, the same twenty resources, beside System.Text.Json in the same run.</summary>
internal static class MicroBenchmarks
{
    /// <summary>What the floor did on the machine where the targets were set, in operations a second.</summary>
    public const double FloorWhenSet = 78_700;

    private const int Seed = 20260312;
    private const int Rounds = 8;

    /// <summary>Measures and prints the table.</summary>
    public static void Run(TimeSpan perRow)
    {
        var inputs = DanishResources.Make(Seed);
        var schema = DefinitionStore.R4.Schema;
        var works = Works(inputs, schema);
        Console.WriteLine($"Twenty resources of {inputs.Min(input => input.Length):N0} to {inputs.Max(input => input.Length):N0} bytes, one thread.");
        Console.WriteLine();

        var floor = new JsonFloor(inputs);
        var floorWork = new MicroWork("floor: System.Text.Json DOM parse + write", null, floor.Run, inputs.Length);
        var table = new MarkdownTable("work", "per second", "KB each", "x floor", "target", "target x floor", "target KB", "reached");
        var slice = perRow / (2 * Rounds);
        WarmUp(floorWork, perRow / 2);
        var floors = new List<MicroResult>();
        foreach (var work in works)
        {
            WarmUp(work, perRow / 2);
            var (result, ratio, floorResult) = MeasureBesideFloor(work, floorWork, slice);
            floors.Add(floorResult);
            table.Add(Row(work, result, ratio));
        }

        var middle = MicroResult.Middle(floors);
        table.Add(floorWork.Name, Number(middle.PerSecond), Kilobytes(middle), "1.00", "", "", "", "");
        table.Print();
    }

    private static List<MicroWork> Works(byte[][] inputs, SchemaCatalog schema)
    {
        var parse = new ParseAndSerialise(inputs, schema);
        var index = new Indexing(inputs, schema, DefinitionStore.R4.SearchParameters);
        var validate = new Validation(inputs, schema, DefinitionLibrary.R4, claimedProfiles: false);
        byte[][] examples = [.. ProjectPackage.Of(ProjectPackage.Library)!.Instances.Select(instance => instance.Read())];
        var own = new Validation(examples, schema, ProjectPackage.Library, claimedProfiles: true);
        var path = new PathEvaluation(inputs, schema, "Patient.name.family");
        return
        [
            new("parse (structure checked) + serialise", new MicroTarget(40_000, 12), parse.Run, inputs.Length),
            new("the same, id, versionId and lastUpdated set between", null, parse.RunWithServerFields, inputs.Length),
            new("parse (structure checked)", null, parse.RunParse, inputs.Length),
            new("index one resource by all its search parameters", new MicroTarget(60_000, 16), index.Run, inputs.Length),
            new("validate against R4 base, invariants and bindings", new MicroTarget(15_000, 64), validate.Run, inputs.Length),
            new("the same, parse included", null, validate.RunWithParse, inputs.Length),
            new("validate this project's examples against its profiles", null, own.Run, examples.Length),
            new("FHIRPath Patient.name.family, compiled", new MicroTarget(3_000_000, 0.25), path.Run, path.Operations),
        ];
    }

    private static void WarmUp(MicroWork work, TimeSpan time)
    {
        // Twice: the first pass makes the runtime compile the hot methods again, optimised, in the background.
        for (var pass = 0; pass < 2; pass++)
        {
            MicroResult.Measure(work, time / 2);
            Thread.Sleep(100);
        }
    }

    // Floor and work take turns, so that a neighbour on the machine slows both; the middle of the ratios is what counts.
    private static (MicroResult Result, double Ratio, MicroResult Floor) MeasureBesideFloor(MicroWork work, MicroWork floor, TimeSpan slice)
    {
        var results = new List<MicroResult>();
        var floors = new List<MicroResult>();
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            floors.Add(MicroResult.Measure(floor, slice));
            results.Add(MicroResult.Measure(work, slice));
            ratios.Add(results[^1].PerSecond / floors[^1].PerSecond);
        }

        ratios.Sort();
        return (MicroResult.Middle(results), ratios[ratios.Count / 2], MicroResult.Middle(floors));
    }

    private static string[] Row(MicroWork work, MicroResult result, double ratio)
    {
        if (work.Target is not { } target)
        {
            return [work.Name, Number(result.PerSecond), Kilobytes(result), Ratio(ratio), "", "", "", ""];
        }

        var targetRatio = target.PerSecond / FloorWhenSet;
        var fast = ratio >= targetRatio;
        var lean = result.Bytes / 1024 <= target.Kilobytes;
        var reached = (fast, lean) switch
        {
            (true, true) => result.PerSecond >= target.PerSecond ? "yes" : "yes, by ratio",
            (true, false) => "no: KB",
            (false, true) => "no: rate",
            _ => "no",
        };
        return
        [
            work.Name, Number(result.PerSecond), Kilobytes(result), Ratio(ratio),
            Number(target.PerSecond), Ratio(targetRatio), target.Kilobytes.ToString("0.##", CultureInfo.InvariantCulture), reached,
        ];
    }

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ratio(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    private static string Kilobytes(MicroResult result) => (result.Bytes / 1024).ToString("0.00", CultureInfo.InvariantCulture);
}
