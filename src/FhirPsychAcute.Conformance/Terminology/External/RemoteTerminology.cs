using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.External;

/// <summary>
/// A terminology server as validation can bear it: answers are kept, and a server that is slow or fails is left alone for a while, so that it can make nothing
/// wrong and little slow. Safe for any number of threads.
/// </summary>
internal sealed class RemoteTerminology(ITerminologyServer server, TimeProvider clock)
{
    private const int MaxAnswers = 20_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly AnswerCache answers = new(MaxAnswers, Lifetime, clock);
    private long restingUntil;

    /// <summary>Why the server did not answer when it was last asked; null when it did.</summary>
    public string? Fault { get; private set; }

    /// <summary>Asks about a code.</summary>
    /// <returns>The answer; null when there is none, now or at all.</returns>
    public CodeAnswer? Ask(CodeQuestion question)
    {
        // What may name a person does not leave.
        if (CprMask.IsCprNumber(question.Code))
        {
            return null;
        }

        if (question.Display is { } display && CprMask.Apply(display) != display)
        {
            question = question with { Display = null };
        }

        if (answers.TryGet(question, out var known))
        {
            return known;
        }

        if (clock.GetUtcNow().UtcTicks < Volatile.Read(ref restingUntil))
        {
            return null;
        }

        try
        {
            using var limit = new CancellationTokenSource(Patience, clock);

            // Validation runs on threads of its own and waits here; the answer comes on another.
            var answer = Task.Run(() => server.ValidateCodeAsync(question, limit.Token).AsTask(), limit.Token).GetAwaiter().GetResult();
            Fault = null;
            answers.Keep(question, answer);
            return answer;
        }
        catch (TerminologyServerException fault)
        {
            return Rest(fault.Message);
        }
        catch (OperationCanceledException)
        {
            return Rest("The terminology server did not answer in time.");
        }
    }

    private CodeAnswer? Rest(string fault)
    {
        Fault = fault;
        Volatile.Write(ref restingUntil, (clock.GetUtcNow() + Pause).UtcTicks);
        return null;
    }
}
