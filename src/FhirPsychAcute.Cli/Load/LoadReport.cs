using System.Text.Json;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>Something that the server, or the structure check before it, refused.</summary>
/// <param name="Location">Where it was read.</param>
/// <param name="Reason">Why, with the HTTP status when the server said so.</param>
internal sealed record Refusal(SourceLocation Location, string Reason);

/// <summary>Counts what became of the resources. Safe for any number of threads; remembers the first refusals only, however many there are.</summary>
internal sealed class LoadReport(TextWriter? refusedFile = null)
{
    private const int Remembered = 100;
    private readonly Lock gate = new();
    private readonly List<Refusal> refusals = [];

    /// <summary>Resources that the server created.</summary>
    public long Created { get; private set; }

    /// <summary>Resources that the server updated, or that a bundle dealt with in another way.</summary>
    public long Updated { get; private set; }

    /// <summary>Resources that were there already and were left as they are.</summary>
    public long Kept { get; private set; }

    /// <summary>Resources, or bundles posted as they are, that were refused.</summary>
    public long Refused { get; private set; }

    /// <summary>The first refusals, in the order in which they came.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals;

    /// <summary>Counts one resource by the status that the server gave it: 201 is created, any other success updated.</summary>
    public void Accept(int status)
    {
        lock (gate)
        {
            if (status == 201)
            {
                Created++;
            }
            else
            {
                Updated++;
            }
        }
    }

    /// <summary>Counts one resource that was there already.</summary>
    public void Keep()
    {
        lock (gate)
        {
            Kept++;
        }
    }

    /// <summary>Counts and remembers something that was refused.</summary>
    public void Refuse(SourceLocation location, string reason)
    {
        reason = CprMask.Apply(reason);
        lock (gate)
        {
            Refused++;
            if (refusals.Count < Remembered)
            {
                refusals.Add(new Refusal(location, reason));
            }

            refusedFile?.WriteLine(JsonSerializer.Serialize(new { file = location.File, line = location.Line, entry = location.Entry, reason }));
        }
    }
}
