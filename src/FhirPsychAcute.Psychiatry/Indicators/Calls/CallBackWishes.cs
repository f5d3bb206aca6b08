namespace FhirPsychAcute.Psychiatry.Indicators.Calls;

/// <summary>What one leg of a call says of being called back.</summary>
/// <param name="First">Logical id of the first leg: the person who called.</param>
/// <param name="Leg">The leg that says so.</param>
/// <param name="IsWanted">The person wanted it.</param>
/// <param name="IsKept">It was done.</param>
internal sealed record CallBackWish(string First, CallFact Leg, bool IsWanted, bool IsKept);

/// <summary>
/// Call-backs by person who called (S1:5585-5587): the leg that was not answered says that one was wanted, the leg that keeps the promise that it was kept; together they are one.
/// </summary>
internal sealed class CallBackWishes
{
    private readonly Dictionary<string, CallBackWish> byPerson = new(StringComparer.Ordinal);

    /// <summary>Adds what a leg says.</summary>
    public void Add(CallBackWish wish) =>
        byPerson[wish.First] = byPerson.TryGetValue(wish.First, out var known)
            ? (wish.Leg.Start < known.Leg.Start ? wish : known) with { IsWanted = wish.IsWanted || known.IsWanted, IsKept = wish.IsKept || known.IsKept }
            : wish;

    /// <summary>Adds all that another has.</summary>
    public void Merge(CallBackWishes other)
    {
        foreach (var wish in other.byPerson.Values)
        {
            Add(wish);
        }
    }

    /// <summary>One for each person; its leg is the first that spoke of a call-back.</summary>
    public IEnumerable<CallBackWish> All => byPerson.Values;
}
