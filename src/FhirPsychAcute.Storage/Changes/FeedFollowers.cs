using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Changes;

/// <summary>What followers of the change feed keep, in the tables <c>feed_position</c> and <c>feed_refusal</c>.</summary>
internal static class FeedFollowers
{
    private const int LongestReason = 1_000;

    /// <summary>How far a follower has come; null for one that is not known.</summary>
    public static FeedPosition? Position(StoreConnection connection, string follower)
    {
        using var select = connection.Prepare("SELECT seq, taken FROM feed_position WHERE follower = ?");
        select.Bind(1, follower);
        return select.Read() ? new FeedPosition(select.GetInt64(0), select.GetInt64(1)) : null;
    }

    /// <summary>Keeps how far a follower has come.</summary>
    public static void Save(StoreConnection connection, string follower, FeedPosition position)
    {
        using var insert = connection.Prepare(
            "INSERT INTO feed_position (follower, seq, taken) VALUES (?, ?, ?) ON CONFLICT (follower) DO UPDATE SET seq = excluded.seq, taken = excluded.taken");
        insert.Bind(1, follower);
        insert.Bind(2, position.Seq);
        insert.Bind(3, position.Taken);
        insert.Execute();
    }

    /// <summary>Keeps a version that was given up; one that was given up before is renewed.</summary>
    public static void Add(StoreConnection connection, string follower, FeedRefusal refusal)
    {
        using var insert = connection.Prepare(
            "INSERT INTO feed_refusal (follower, seq, given_up, attempts, reason) VALUES (?, ?, ?, ?, ?) "
            + "ON CONFLICT (follower, seq) DO UPDATE SET given_up = excluded.given_up, attempts = excluded.attempts, reason = excluded.reason");
        insert.Bind(1, follower);
        insert.Bind(2, refusal.Seq);
        insert.Bind(3, StoreTime.From(refusal.At));
        insert.Bind(4, refusal.Attempts);
        insert.Bind(5, refusal.Reason.Length > LongestReason ? refusal.Reason[..LongestReason] : refusal.Reason);
        insert.Execute();
    }

    /// <summary>The versions that were given up, oldest first.</summary>
    public static List<FeedRefusal> Refusals(StoreConnection connection, string follower, long after, int count)
    {
        var refusals = new List<FeedRefusal>();
        using var select = connection.Prepare("SELECT seq, given_up, attempts, reason FROM feed_refusal WHERE follower = ? AND seq > ? ORDER BY seq LIMIT ?");
        select.Bind(1, follower);
        select.Bind(2, after);
        select.Bind(3, count);
        while (select.Read())
        {
            refusals.Add(new FeedRefusal(select.GetInt64(0), StoreTime.To(select.GetInt64(1)), select.GetInt32(2), select.GetString(3)));
        }

        return refusals;
    }

    /// <summary>How many versions were given up.</summary>
    public static long CountRefusals(StoreConnection connection, string follower)
    {
        using var select = connection.Prepare("SELECT count(*) FROM feed_refusal WHERE follower = ?");
        select.Bind(1, follower);
        return select.Read() ? select.GetInt64(0) : 0;
    }

    /// <summary>A version is given up no longer.</summary>
    public static void Remove(StoreConnection connection, string follower, long seq)
    {
        using var delete = connection.Prepare("DELETE FROM feed_refusal WHERE follower = ? AND seq = ?");
        delete.Bind(1, follower);
        delete.Bind(2, seq);
        delete.Execute();
    }

    /// <summary>The follower is no more.</summary>
    public static void Forget(StoreConnection connection, string follower)
    {
        using (var refusals = connection.Prepare("DELETE FROM feed_refusal WHERE follower = ?"))
        {
            refusals.Bind(1, follower);
            refusals.Execute();
        }

        using var position = connection.Prepare("DELETE FROM feed_position WHERE follower = ?");
        position.Bind(1, follower);
        position.Execute();
    }
}
