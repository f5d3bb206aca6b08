namespace FhirPsychAcute.Conformance.Terminology.External;

/// <summary>Answers of a terminology server: so many, those used last, for so long. Safe for any number of threads.</summary>
internal sealed class AnswerCache(int limit, TimeSpan lifetime, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<CodeQuestion, LinkedListNode<Entry>> known = [];
    private readonly LinkedList<Entry> byUse = new();

    /// <summary>What was answered; false when that is not known any more.</summary>
    public bool TryGet(CodeQuestion question, out CodeAnswer? answer)
    {
        lock (gate)
        {
            if (known.TryGetValue(question, out var node) && node.Value.Until > clock.GetUtcNow())
            {
                byUse.Remove(node);
                byUse.AddFirst(node);
                answer = node.Value.Answer;
                return true;
            }
        }

        answer = null;
        return false;
    }

    /// <summary>Keeps an answer.</summary>
    public void Keep(CodeQuestion question, CodeAnswer? answer)
    {
        lock (gate)
        {
            if (known.Remove(question, out var older))
            {
                byUse.Remove(older);
            }

            known[question] = byUse.AddFirst(new Entry(question, answer, clock.GetUtcNow() + lifetime));
            if (known.Count > limit)
            {
                known.Remove(byUse.Last!.Value.Question);
                byUse.RemoveLast();
            }
        }
    }

    private sealed record Entry(CodeQuestion Question, CodeAnswer? Answer, DateTimeOffset Until);
}
