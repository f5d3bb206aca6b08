using FhirPsychAcute.Storage.Changes;
using FhirPsychAcute.Storage.Database;
using FhirPsychAcute.Storage.Writing;

namespace FhirPsychAcute.Storage;

/// <summary>
/// Every version in the order of its commit, for those who follow what is written: subscriptions, watches. It is read from the versions themselves, so writing costs nothing more,
/// and nothing is lost when the process ends: a follower keeps its position here and goes on from it. Safe for any number of threads.
/// </summary>
public sealed class ChangeFeed
{
    private readonly StoreNames names;
    private readonly ChangeSignal signal;
    private readonly ReaderPool readers;
    private readonly GroupWriter writer;
    private readonly long pageBytes;

    internal ChangeFeed(StoreNames names, ChangeSignal signal, ReaderPool readers, GroupWriter writer, long pageBytes)
    {
        this.names = names;
        this.signal = signal;
        this.readers = readers;
        this.writer = writer;
        this.pageBytes = pageBytes;
    }

    /// <summary>Seq of the newest committed version.</summary>
    public long Last => signal.Last;

    /// <summary>Waits, without any work, until a version of one of the types has been committed after a seq.</summary>
    /// <param name="types">Resource types.</param>
    /// <param name="after">Seq.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task WaitAsync(IReadOnlyList<string> types, long after, CancellationToken cancellationToken) => signal.WaitAsync(Numbers(types), after, cancellationToken);

    /// <summary>Versions of some types, deletions included, in the order of their commits.</summary>
    /// <param name="types">Resource types.</param>
    /// <param name="after">Seq after which to begin: <see cref="ChangePage.End"/> of the page before.</param>
    /// <param name="count">Most versions; the page may end earlier where they are large.</param>
    /// <param name="filter">Leaves out versions by their text before they are copied; null for none. Deletions always come.</param>
    public ChangePage Read(IReadOnlyList<string> types, long after, int count, ChangeFilter? filter = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var known = signal.Last;
        var news = Numbers(types).Where(type => signal.LastOf(type) > after).ToArray();
        return news.Length == 0
            ? new ChangePage([], Math.Max(after, known))
            : Consistently(reader => ChangeReader.Page(reader, names, news, after, known, count, pageBytes, filter));
    }

    /// <summary>The version of that seq; null when there is none.</summary>
    public StoredVersion? Find(long seq) => Consistently(reader => ChangeReader.One(reader, names, seq));

    /// <summary>How far a follower has come; null for one that is not known.</summary>
    /// <param name="follower">Name that the follower chose.</param>
    public FeedPosition? Position(string follower) => Consistently(reader => FeedFollowers.Position(reader, follower));

    /// <summary>
    /// Keeps how far a follower has come. It stands at once for all that this process reads and survives its end; a crash of the machine may take it back to an earlier
    /// position, never to a later one, so the follower may see a version twice and misses none.
    /// </summary>
    /// <exception cref="StoreException">The database failed, or the store is closed.</exception>
    public Task SaveAsync(string follower, FeedPosition position) => writer.RunAsync(connection => FeedFollowers.Save(connection, follower, position), isDurable: false);

    /// <summary>Keeps a version that a follower gives up, and its position beyond it; on disk when done.</summary>
    /// <exception cref="StoreException">The database failed, or the store is closed.</exception>
    public Task GiveUpAsync(string follower, FeedRefusal refusal, FeedPosition position) => writer.RunAsync(connection =>
    {
        FeedFollowers.Add(connection, follower, refusal);
        FeedFollowers.Save(connection, follower, position);
    });

    /// <summary>The versions that a follower has given up, oldest first.</summary>
    /// <param name="follower">Name that the follower chose.</param>
    /// <param name="after">Seq after which to begin; 0 for all.</param>
    /// <param name="count">Most of them.</param>
    public IReadOnlyList<FeedRefusal> Refusals(string follower, long after, int count) => Consistently(reader => FeedFollowers.Refusals(reader, follower, after, count));

    /// <summary>How many versions a follower has given up.</summary>
    public long CountRefusals(string follower) => Consistently(reader => FeedFollowers.CountRefusals(reader, follower));

    /// <summary>A version that was given up has been taken after all.</summary>
    public Task RemoveRefusalAsync(string follower, long seq) => writer.RunAsync(connection => FeedFollowers.Remove(connection, follower, seq));

    /// <summary>Forgets a follower: position and versions given up.</summary>
    public Task ForgetAsync(string follower) => writer.RunAsync(connection => FeedFollowers.Forget(connection, follower));

    private int[] Numbers(IReadOnlyList<string> types) => [.. types.Select(names.InternType)];

    private T Consistently<T>(Func<StoreConnection, T> query)
    {
        var reader = readers.Rent();
        var isWhole = false;
        try
        {
            reader.BeginRead();
            var result = query(reader);
            reader.EndRead();
            isWhole = true;
            return result;
        }
        finally
        {
            if (isWhole)
            {
                readers.Return(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }
}
