using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Watching;

/// <summary>
/// What a rule of the field looks at as time passes: a referral until the citizen has come, a belt until it is off. The rule knows no store and no timer; the server finds the
/// resources that the rule starts from (focuses), follows what is written, keeps the times and stores the alerts. Implementations hold no state and are safe for any number of threads.
/// </summary>
public interface IWatch
{
    /// <summary>What the watch is called in the server's log: <c>referral</c>, <c>coercion</c>.</summary>
    string Name { get; }

    /// <summary>The search for focuses that are open now, run when the server starts; as narrow as search allows, since it may run over years of closed ones
    /// (<c>Task?status=requested,received,accepted</c>). Only its matches are read, so that it needs no _include.</summary>
    Gathering Open { get; }

    /// <summary>Resource types of which a new version may change what there is to see: that of the focuses, and those that refer to them. Versions of other types cost nothing.</summary>
    IReadOnlyList<string> Follows { get; }

    /// <summary>
    /// Whether the text of a version may be of concern, told by a sequence of bytes that must stand in it (the canonical of a profile or extension, a property's name): years of other
    /// resources of the same type are then loaded without being read.
    /// </summary>
    /// <param name="type">Resource type, one of <see cref="Follows"/>.</param>
    /// <param name="json">The resource as stored.</param>
    /// <returns>False when <see cref="FocusesOf"/> would give nothing; true when it must be asked.</returns>
    bool MayConcern(string type, ReadOnlySpan<byte> json) => true;

    /// <summary>
    /// The focuses that a stored resource, of a type in <see cref="Follows"/> or found by <see cref="Open"/>, gives reason to look at: its own address while it is open,
    /// or the addresses of the open or possibly open focuses that it refers to. Nothing for what is closed: a year of closed referrals is loaded without one look.
    /// Called for every such version that is written, so it reads a few elements and no more.
    /// </summary>
    /// <param name="resource">As stored.</param>
    /// <returns>Addresses (<c>Task/1</c>).</returns>
    IEnumerable<string> FocusesOf(ResourceDocument resource);

    /// <summary>What <see cref="Look"/> needs to know of one focus.</summary>
    /// <param name="focus">Address (<c>Task/1</c>).</param>
    IReadOnlyList<Gathering> Needs(string focus);

    /// <summary>
    /// What there is to see of one focus at a time. The same resources and time give the same result: it is asked again after a restart and after every change, and alerts
    /// that are stored already are recognised by their identifiers.
    /// </summary>
    /// <param name="resources">What <see cref="Needs"/> asked for; the focus may be missing when it has been deleted.</param>
    /// <param name="focus">Address (<c>Task/1</c>).</param>
    /// <param name="now">The time.</param>
    WatchResult Look(ResourceSet resources, string focus, DateTimeOffset now);
}
