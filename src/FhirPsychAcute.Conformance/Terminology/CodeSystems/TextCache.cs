namespace FhirPsychAcute.Conformance.Terminology.CodeSystems;

/// <summary>
/// What was found for a UTF-8 text, kept for the next time and found without allocating or locking. Holds so many texts and no more: then what is asked for
/// is made anew each time.
/// </summary>
internal sealed class TextCache<T>(int limit)
    where T : class
{
    private readonly Lock gate = new();
    private volatile Snapshot known = new(new CodeTable(0), [], []);

    /// <summary>What is kept for the text, or null.</summary>
    public T? Find(ReadOnlySpan<byte> text)
    {
        var current = known;
        var at = current.Table.Find(text);
        return at < 0 ? null : current.Values[at];
    }

    /// <summary>Keeps a value for the text, where there is room; gives the value that is kept, which may be another thread's.</summary>
    public T Keep(ReadOnlySpan<byte> text, T value)
    {
        lock (gate)
        {
            if (Find(text) is { } earlier)
            {
                return earlier;
            }

            var current = known;
            if (current.Values.Length >= limit)
            {
                return value;
            }

            ReadOnlyMemory<byte>[] texts = [.. current.Texts, text.ToArray()];
            var table = new CodeTable(texts.Length);
            for (var i = 0; i < texts.Length; i++)
            {
                table.Add(texts[i], i);
            }

            known = new Snapshot(table, texts, [.. current.Values, value]);
            return value;
        }
    }

    private sealed record Snapshot(CodeTable Table, ReadOnlyMemory<byte>[] Texts, T[] Values);
}
