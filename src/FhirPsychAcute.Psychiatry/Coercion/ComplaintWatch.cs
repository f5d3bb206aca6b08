using System.Text;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Watching;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>Looks at the measures about which a complaint waits for its decision: when the time limit for it passes, a psychacute-clock-finding is stored, however long ago the measure ended.</summary>
/// <param name="rules">The rules.</param>
public sealed class ComplaintWatch(CoercionRules rules) : IWatch
{
    private static readonly byte[] InstanceText = Encoding.UTF8.GetBytes(CoercionCodes.Instance);

    /// <inheritdoc/>
    public string Name => "complaint";

    /// <inheritdoc/>
    public Gathering Open { get; } =
        new("Task", [("code", $"{CoercionCodes.Instance}|{CoercionCodes.Board}"), ("status", "requested,received,accepted,in-progress,on-hold")]);

    /// <inheritdoc/>
    public IReadOnlyList<string> Follows { get; } = ["Task"];

    /// <inheritdoc/>
    public bool MayConcern(string type, ReadOnlySpan<byte> json) => json.IndexOf(InstanceText) >= 0;

    /// <inheritdoc/>
    public IEnumerable<string> FocusesOf(ResourceDocument resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var root = resource.Root;
        return resource.Type.Name == "Task" && root.CodeIn("code", CoercionCodes.Instance) == CoercionCodes.Board
            && root.ChildValue("status") is not ("completed" or "rejected" or "cancelled" or "entered-in-error")
            && root.ReferenceIn("focus") is { } focus && focus.StartsWith("Procedure/", StringComparison.Ordinal) ? [focus] : [];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Gathering> Needs(string focus) => CoercionGathering.OfMeasure(CoercionWatch.IdOf(focus));

    /// <inheritdoc/>
    public WatchResult Look(ResourceSet resources, string focus, DateTimeOffset now) => CoercionWatch.Look(resources, focus, now, rules, static clock => clock.Rule.Kind == RuleKind.Complaint);
}
