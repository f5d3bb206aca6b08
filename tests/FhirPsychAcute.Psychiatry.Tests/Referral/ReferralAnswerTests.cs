using FhirPsychAcute.Psychiatry.Referral;

namespace FhirPsychAcute.Psychiatry.Tests.Referral;

/// <summary>The next version of a task that an answer makes.</summary>
public sealed class ReferralAnswerTests
{
    [Theory]
    [InlineData("2026-03-12T22:31:00+01:00", false, "2026-03-12T22:31:00+01:00")]
    // The sender's clock is ahead of the server's.
    [InlineData("2026-03-12T22:05:00+01:00", false, "2026-03-12T22:30:00+01:00")]
    // Told by whoever answers: a record of what happened then.
    [InlineData("2026-03-12T22:09:00+01:00", true, "2026-03-12T22:09:00+01:00")]
    public void An_answer_follows_what_it_answers_unless_its_time_is_told(string time, bool isTold, string lastModified)
    {
        var answer = new ReferralAnswer { State = ReferralState.Received, Time = ReferralResources.Time(time), IsTimeTold = isTold };

        var answered = answer.Apply(ReferralResources.Task("sent"));

        Assert.Equal(lastModified, answered.Root.ChildValue("lastModified"));
    }
}
