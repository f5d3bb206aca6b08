using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Writing;

/// <summary>A unit as it waits for the writer: everything that can be done on the caller's thread is done.</summary>
internal sealed class PreparedUnit
{
    private PreparedUnit(PreparedOperation[] operations, IReadOnlyList<WritePrecondition> preconditions, long bytes, CancellationToken cancellation)
    {
        Operations = operations;
        Preconditions = preconditions;
        Bytes = bytes;
        Cancellation = cancellation;
    }

    /// <summary>The changes.</summary>
    public PreparedOperation[] Operations { get; }

    /// <summary>What must still hold.</summary>
    public IReadOnlyList<WritePrecondition> Preconditions { get; }

    /// <summary>Memory that the unit takes while it waits.</summary>
    public long Bytes { get; }

    /// <summary>Asks that the unit be given up while it waits.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Completes when the unit is durable or refused.</summary>
    public TaskCompletionSource<WriteOutcome> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Encodes a unit.</summary>
    /// <exception cref="ArgumentException">Two operations name the same resource, or one contradicts itself.</exception>
    public static PreparedUnit From(WriteUnit unit, StoreNames names, CancellationToken cancellation)
    {
        var operations = new PreparedOperation[unit.Operations.Count];
        var seen = operations.Length > 1 ? new HashSet<(string, string)>(operations.Length) : null;
        long bytes = 0;
        for (var i = 0; i < operations.Length; i++)
        {
            var operation = unit.Operations[i];
            if (seen is not null && !seen.Add((operation.Type, operation.Id)))
            {
                throw new ArgumentException($"A unit changes {operation.Type}/{operation.Id} twice.", nameof(unit));
            }

            if ((operation.Method == VersionMethod.Delete) != operation.Content.IsEmpty)
            {
                throw new ArgumentException($"{operation.Type}/{operation.Id}: a deletion has no content, every other change has.", nameof(unit));
            }

            var targets = new List<TargetPlace>();
            var entries = operation.Method == VersionMethod.Delete ? [] : IndexEntries.Encode(operation.Rows, names, targets);
            operations[i] = new PreparedOperation(operation, names.InternType(operation.Type), entries, targets);
            bytes += operation.Content.Length + entries.Length;
        }

        return new PreparedUnit(operations, unit.Preconditions, bytes, cancellation);
    }
}

/// <summary>One change with its encoded index rows.</summary>
internal sealed class PreparedOperation(WriteOperation operation, int typeId, byte[] entries, List<TargetPlace> targets)
{
    public int TypeId => typeId;

    public string Id => operation.Id;

    public long ExpectedVersion => operation.ExpectedVersion;

    public long NewVersion => operation.NewVersion;

    public VersionMethod Method => operation.Method;

    public long LastUpdated { get; } = StoreTime.From(operation.LastUpdated);

    public ReadOnlySpan<byte> Content => operation.Content.Span;

    public byte[] Entries => entries;

    public List<TargetPlace> Targets => targets;

    /// <summary>What the store held when the unit was checked.</summary>
    public ResourceHead Head { get; set; }
}
