namespace FhirPsychAcute.Storage.Database;

/// <summary>Read connections, lent to one caller at a time. Never waits: when all are lent a further one is opened, and closed again when given back to a full pool.</summary>
internal sealed class ReaderPool(DatabaseProvider provider, int idleReaders) : IDisposable
{
    private readonly StoreConnection?[] idle = new StoreConnection?[Math.Max(idleReaders, 1)];
    private volatile bool closed;

    /// <summary>Lends a connection.</summary>
    public StoreConnection Rent()
    {
        if (closed)
        {
            throw new StoreException(StoreFault.Closed, "The store is closed.");
        }

        for (var i = 0; i < idle.Length; i++)
        {
            if (idle[i] is not null && Interlocked.Exchange(ref idle[i], null) is { } reader)
            {
                return reader;
            }
        }

        return provider.OpenReader();
    }

    /// <summary>Takes a connection back.</summary>
    public void Return(StoreConnection reader)
    {
        for (var i = 0; i < idle.Length && !closed; i++)
        {
            if (idle[i] is null && Interlocked.CompareExchange(ref idle[i], reader, null) is null)
            {
                if (closed)
                {
                    Dispose();
                }

                return;
            }
        }

        reader.Dispose();
    }

    /// <summary>Closes the idle connections; lent ones close when they come back.</summary>
    public void Dispose()
    {
        closed = true;
        for (var i = 0; i < idle.Length; i++)
        {
            Interlocked.Exchange(ref idle[i], null)?.Dispose();
        }
    }
}
