using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Reading;

/// <summary>How urgent each call was judged last, by the observations that name it.</summary>
internal sealed class Judgements
{
    private static readonly string[] Levels = ["livstruende", "akut", "subakut", "vejledning", "uafklaret"];

    private readonly ReferenceTable calls = new();
    private readonly List<(long Time, byte Level)> last = [];

    /// <summary>Reads the judgements of calls that began in a period.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="period">A judgement may be written a while after its call began.</param>
    /// <param name="margin">How long after.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Judgements> ReadAsync(IIndicatorSource source, IndicatorPeriod period, TimeSpan margin, CancellationToken cancellationToken)
    {
        var judgements = new Judgements();
        await source.ScanAsync(
            new Gathering("Observation", [("code", $"{Codes.Observation}|hastegrad"), .. period.Search("date", margin)]),
            static () => new List<(byte[] Call, long Time, byte Level)>(),
            (part, observation) =>
            {
                if (Read(observation) is { } judgement)
                {
                    part.Add(judgement);
                    if (part.Count >= 4096)
                    {
                        judgements.Take(part);
                    }
                }
            },
            judgements.Take,
            cancellationToken);
        return judgements;
    }

    /// <summary>The last level of a call; <see cref="Codes.Unknown"/> where it was not judged.</summary>
    /// <param name="id">Logical id of the call.</param>
    public string Of(ReadOnlySpan<byte> id) => calls.Find(id) is >= 0 and var call ? Levels[last[call].Level] : Codes.Unknown;

    private static (byte[] Call, long Time, byte Level)? Read(ResourceDocument observation)
    {
        var root = observation.Root;
        return !root.Child("status").ValueEquals("entered-in-error"u8)
            && root.Child("code").CodeOf(Codes.Observation) == "hastegrad"
            && root.Child("encounter") is { Exists: true } encounter && encounter.Child("reference") is { HasValue: true } reference
            && root.Child("value") is { Exists: true } value && value.CodeOf(Codes.Urgency) is { } level && Array.IndexOf(Levels, level) is >= 0 and var number
            ? (ReferenceTable.IdOf(reference.Utf8Value).ToArray(), root.RangeIn("effective")?.Start ?? 0, (byte)number)
            : null;
    }

    private void Take(List<(byte[] Call, long Time, byte Level)> part)
    {
        lock (last)
        {
            foreach (var (id, time, level) in part)
            {
                var call = calls.Add(id);
                if (call == last.Count)
                {
                    last.Add((time, level));
                }
                else if (time > last[call].Time)
                {
                    last[call] = (time, level);
                }
            }
        }

        part.Clear();
    }
}
