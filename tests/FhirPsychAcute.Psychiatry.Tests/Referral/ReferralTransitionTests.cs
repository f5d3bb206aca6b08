using FhirPsychAcute.Psychiatry.Referral;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Psychiatry.Tests.Referral;

/// <summary>The table of steps against the same table written out by hand, and walks through it.</summary>
public sealed class ReferralTransitionTests
{
    // From, to, who: R receiver, S sender, C citizen, Y system; an exclamation mark where a reason is required. Everything else is refused.
    private const string Steps = """
        sent received RY
        sent accepted R
        sent declined R!
        sent booked RS
        sent arrived RY
        sent cancelled-by-citizen RSC
        sent cancelled-by-sender S
        sent entered-in-error RS
        received accepted R
        received declined R!
        received booked RS
        received arrived RY
        received no-show R
        received returned R!
        received cancelled-by-citizen RSC
        received cancelled-by-sender S
        received entered-in-error RS
        accepted booked RS
        accepted arrived RY
        accepted in-progress R
        accepted no-show R
        accepted returned R!
        accepted cancelled-by-citizen RSC
        accepted cancelled-by-sender S
        accepted entered-in-error RS
        booked accepted RS
        booked arrived RY
        booked in-progress R
        booked no-show R
        booked returned R!
        booked cancelled-by-citizen RSC
        booked cancelled-by-sender S
        booked entered-in-error RS
        arrived in-progress R
        arrived completed R
        arrived returned R!
        arrived entered-in-error RS
        in-progress completed R
        in-progress returned R!
        in-progress entered-in-error RS
        declined entered-in-error RS
        no-show entered-in-error RS
        returned entered-in-error RS
        completed entered-in-error RS
        cancelled-by-citizen entered-in-error RS
        cancelled-by-sender entered-in-error RS
        """;

    [Fact]
    public void Every_from_to_and_who_is_as_written_here()
    {
        var written = Steps.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(step => (step[0], step[1]), step => step[2]);

        foreach (var from in ReferralStates.All)
        {
            foreach (var to in ReferralStates.All)
            {
                Assert.Equal((from, to, written.GetValueOrDefault((from.Code(), to.Code()), "")), (from, to, Who(ReferralTransitions.Find(from, to))));
            }
        }

        Assert.Equal(46, ReferralTransitions.All.Count);
    }

    [Theory]
    [InlineData("sent", "requested", false)]
    [InlineData("received", "received", false)]
    [InlineData("accepted", "accepted", false)]
    [InlineData("declined", "rejected", true)]
    [InlineData("booked", "accepted", false)]
    [InlineData("arrived", "in-progress", false)]
    [InlineData("in-progress", "in-progress", false)]
    [InlineData("no-show", "failed", true)]
    [InlineData("returned", "failed", true)]
    [InlineData("completed", "completed", true)]
    [InlineData("cancelled-by-citizen", "cancelled", true)]
    [InlineData("cancelled-by-sender", "cancelled", true)]
    [InlineData("entered-in-error", "entered-in-error", true)]
    public void Every_state_has_its_task_status_and_some_are_final(string code, string status, bool isFinal)
    {
        var state = ReferralStates.Find(code)!.Value;

        Assert.Equal((code, status, isFinal), (state.Code(), state.TaskStatus(), state.IsFinal()));
    }

    [Fact]
    public void States_are_the_codes_of_the_guide_with_their_displays()
    {
        var guide = ProfileRules.Parse(File.ReadAllText(Checkout.Locate("profiles/compiled/CodeSystem-psychacute-task-state.json"))).Root.ChildrenNamed("concept").ToList();

        Assert.Equal(
            guide.Select(concept => (concept.ChildValue("code"), concept.ChildValue("display"))).Order(),
            ReferralStates.All.Select(state => ((string?)state.Code(), (string?)state.Display())).Order());
    }

    [Fact]
    public void No_walk_leaves_the_table_and_what_has_ended_stays_so()
    {
        var wishes = Gen.Choose(0, (int)ReferralState.EnteredInError).Select(state => (ReferralState)state);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(Gen.ListOf(wishes, 40)), path =>
        {
            var at = ReferralState.Sent;
            var ended = false;
            foreach (var wish in path)
            {
                if (ReferralTransitions.Find(at, wish) is null)
                {
                    continue;
                }

                // From an end only the correction is left, and after the correction nothing.
                Assert.True(!ended || wish == ReferralState.EnteredInError, $"{at} -> {wish}");
                Assert.NotEqual(ReferralState.EnteredInError, at);
                Assert.NotEqual(ReferralState.Sent, wish);
                at = wish;
                ended |= at.IsFinal();
            }

            return true;
        }));
    }

    [Fact]
    public void Every_state_can_be_reached_and_every_open_one_can_be_brought_to_an_end()
    {
        Assert.Equal(ReferralStates.All.Order(), Reachable(ReferralState.Sent).Order());
        Assert.All(ReferralStates.All.Where(state => !state.IsFinal()), state => Assert.Contains(ReferralState.Completed, Reachable(state)));
    }

    private static HashSet<ReferralState> Reachable(ReferralState from)
    {
        var found = new HashSet<ReferralState> { from };
        var open = new Queue<ReferralState>(found);
        while (open.TryDequeue(out var state))
        {
            foreach (var step in ReferralTransitions.After(state).Where(step => found.Add(step.To)))
            {
                open.Enqueue(step.To);
            }
        }

        return found;
    }

    private static string Who(ReferralTransition? step) => step is null
        ? ""
        : string.Concat(
            step.Parties.HasFlag(ReferralParty.Receiver) ? "R" : "", step.Parties.HasFlag(ReferralParty.Sender) ? "S" : "", step.Parties.HasFlag(ReferralParty.Citizen) ? "C" : "",
            step.Parties.HasFlag(ReferralParty.System) ? "Y" : "", step.NeedsReason ? "!" : "");
}
