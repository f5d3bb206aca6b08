using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Server.Tests.Watching;

public sealed class DueQueueTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 29, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Things_come_in_the_order_in_which_they_fall_due_and_not_before()
    {
        var queue = new DueQueue<string>(10);
        queue.Set("later", Noon.AddHours(2));
        queue.Set("sooner", Noon.AddHours(1));

        Assert.Equal(Noon.AddHours(1), queue.Next);
        Assert.False(queue.TryTake(Noon, out _));
        Assert.True(queue.TryTake(Noon.AddHours(3), out var first));
        Assert.True(queue.TryTake(Noon.AddHours(3), out var second));
        Assert.Equal(("sooner", "later"), (first, second));
        Assert.Null(queue.Next);
    }

    [Fact]
    public void The_time_that_was_said_last_counts()
    {
        var queue = new DueQueue<string>(10);
        queue.Set("a", Noon);
        queue.Set("a", Noon.AddHours(5));

        Assert.False(queue.TryTake(Noon.AddHours(4), out _));
        queue.Set("a", Noon.AddHours(1));
        Assert.True(queue.TryTake(Noon.AddHours(1), out _));
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void A_full_queue_takes_no_more_but_moves_what_it_has()
    {
        var queue = new DueQueue<int>(1);

        Assert.True(queue.Set(1, Noon));
        Assert.False(queue.Set(2, Noon));
        Assert.True(queue.Set(1, Noon.AddHours(1)));
    }

    [Fact]
    public void It_agrees_with_a_sorted_list_whatever_is_done() => Prop.ForAll<(byte Item, byte Minute)[]>(static steps =>
    {
        var queue = new DueQueue<int>(1_000);
        var list = new Dictionary<int, DateTimeOffset>();
        foreach (var (item, minute) in steps)
        {
            queue.Set(item % 8, Noon.AddMinutes(minute));
            list[item % 8] = Noon.AddMinutes(minute);
        }

        var taken = new List<(int, DateTimeOffset)>();
        while (queue.Next is { } next && queue.TryTake(next, out var item))
        {
            taken.Add((item, next));
        }

        return taken.Select(static entry => entry.Item2).SequenceEqual(list.Values.Order()) && taken.ToHashSet().SetEquals(list.Select(static entry => (entry.Key, entry.Value)));
    }).QuickCheckThrowOnFailure();
}
