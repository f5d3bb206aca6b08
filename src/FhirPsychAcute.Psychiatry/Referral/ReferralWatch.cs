using System.Text;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Watching;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>Watches referrals that wait: for an answer, then for the person. When the time limit passes, the sender is told.</summary>
/// <param name="rules">The thresholds.</param>
public sealed class ReferralWatch(ReferralRules rules) : IWatch
{
    private static readonly string Profile = Guide.Structure("referral-task");

    private static readonly byte[] ProfileText = Encoding.UTF8.GetBytes(Profile);

    /// <inheritdoc/>
    public string Name => "referral";

    /// <inheritdoc/>
    public Gathering Open { get; } = new("Task", ("status", "requested,received,accepted"), ("_profile", Profile));

    /// <inheritdoc/>
    public IReadOnlyList<string> Follows { get; } = ["Task"];

    /// <inheritdoc/>
    public bool MayConcern(string type, ReadOnlySpan<byte> json) => json.IndexOf(ProfileText) >= 0;

    /// <inheritdoc/>
    public IEnumerable<string> FocusesOf(ResourceDocument resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.Root.ChildValue("status") is "requested" or "received" or "accepted" && resource.Claims(Profile) && resource.Address() is { } address ? [address] : [];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Gathering> Needs(string focus)
    {
        ArgumentNullException.ThrowIfNull(focus);
        return
        [
            new("Task", ("_id", focus[(focus.IndexOf('/', StringComparison.Ordinal) + 1)..]), ("_include", "Task:focus"), ("_include", "Task:patient"), ("_revinclude:iterate", "Appointment:based-on")),
        ];
    }

    /// <inheritdoc/>
    public WatchResult Look(ResourceSet resources, string focus, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(resources);
        if (resources.Find(focus) is not { } task)
        {
            return WatchResult.Nothing;
        }

        var (lookAgain, alerts) = ReferralAlerts.OverTime(ReferralCase.Of(task, focus, resources), rules, now);
        return new WatchResult(lookAgain, [.. alerts.SelectMany(alert => Resources(alert, now))]);
    }

    private static IEnumerable<WatchAlert> Resources(ReferralAlert alert, DateTimeOffset now) =>
    [
        new("DetectedIssue", ReferralAlert.IdentifierSystem, alert.Identifier, alert.Finding().Bytes),
        new("Communication", ReferralAlert.IdentifierSystem, alert.Identifier, alert.Notice(now).Bytes),
    ];
}
