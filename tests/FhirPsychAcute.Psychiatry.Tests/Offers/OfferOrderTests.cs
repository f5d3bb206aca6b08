using FhirPsychAcute.Psychiatry.Offers;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Psychiatry.Tests.Offers;

/// <summary>The order of the answer: the same for the same question, whatever the order in which offers were registered.</summary>
public sealed class OfferOrderTests
{
    [Theory]
    [InlineData("Zebra", "Ærø")]
    [InlineData("Ærø", "Østby")]
    [InlineData("Østby", "Ågade")]
    [InlineData("Østby", "Aalborg")]
    [InlineData("Aabenraa", "Ålborg")]
    [InlineData("Abild", "Aabenraa")]
    [InlineData("andre", "Bo")]
    [InlineData("Andre", "bo")]
    [InlineData("Tilbud 2", "Tilbud a")]
    [InlineData("Cafe", "Café A")]
    public void Names_stand_as_a_Danish_list_has_them(string first, string second)
    {
        Assert.True(DanishOrder.Instance.Compare(first, second) < 0);
        Assert.True(DanishOrder.Instance.Compare(second, first) > 0);
    }

    [Fact]
    public void The_order_of_names_is_total() => Check.QuickThrowOnFailure(Prop.ForAll<string, string, string>(static (x, y, z) =>
    {
        var order = DanishOrder.Instance;
        var antisymmetric = Math.Sign(order.Compare(x, y)) == -Math.Sign(order.Compare(y, x));
        var transitive = !(order.Compare(x, y) <= 0 && order.Compare(y, z) <= 0) || order.Compare(x, z) <= 0;
        return antisymmetric && transitive && (order.Compare(x, y) == 0) == string.Equals(x, y, StringComparison.Ordinal);
    }));

    [Fact]
    public void The_answer_does_not_depend_on_the_order_of_registration()
    {
        var all = OfferFixture.ExampleResources();
        var expected = OfferFixture.Of(all).Names("region=DK-97&age=24&urgency=akut&at=2026-03-13T06:00:00+01:00");

        Assert.True(expected.Count > 5);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Gen.Shuffle(all).ToArbitrary(), shuffled =>
            OfferFixture.Of(shuffled).Names("region=DK-97&age=24&urgency=akut&at=2026-03-13T06:00:00+01:00").SequenceEqual(expected)));
    }

    [Fact]
    public void The_score_never_rises_further_down()
    {
        var answer = OfferFixture.Example.Find(new OfferQuery
        {
            At = new DateTimeOffset(2026, 3, 13, 6, 0, 0, TimeSpan.FromHours(1)),
            Area = new CitizenArea(null, null, new DateOnly(2026, 3, 13)),
            Urgency = "akut",
        });
        var scores = answer.Found.Select(answer.Score).ToList();

        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, static score => Assert.InRange(score, 0, 1));
    }
}
