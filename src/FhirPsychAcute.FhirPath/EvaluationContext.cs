using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath;

/// <summary>
/// What the caller gives an evaluation: the way to resolve references, the clock, external constants, hooks and limits. Immutable, so one context may serve
/// any number of evaluations on any number of threads when its functions may.
/// </summary>
public sealed class EvaluationContext
{
    /// <summary>The context used when none is given.</summary>
    public static EvaluationContext Default { get; } = new();

    /// <summary>
    /// Finds the resource that a reference, uri or canonical points at, for <c>resolve()</c>; no element when it is unknown. Asked only after contained
    /// resources and the Bundle around. Null: only those are found.
    /// </summary>
    public Func<string, Element>? Resolve { get; init; }

    /// <summary>
    /// Whether <c>resolve()</c> that finds nothing may answer with a stand-in that knows just the type of the target, read from the reference,
    /// so that <c>resolve() is Patient</c> can be decided as search indexing needs it.
    /// </summary>
    public bool ResolveToTypeOnly { get; init; }

    /// <summary>The clock for now(), today() and timeOfDay(); the same instant during one evaluation.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The value of <c>%resource</c> where the focus alone does not tell it; null: the nearest resource around the focus.</summary>
    public Element? Resource { get; init; }

    /// <summary>The value of <c>%rootResource</c>; null: the container of a contained resource, otherwise <c>%resource</c>.</summary>
    public Element? RootResource { get; init; }

    /// <summary>Further external constants: name without % to its items.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FhirPathValue>>? Variables { get; init; }

    /// <summary>Whether an element conforms to the profile of that canonical; null when that cannot be checked. Without a hook only base types are decided, by type.</summary>
    public Func<Element, string, bool?>? ConformsTo { get; init; }

    /// <summary>The ElementDefinition that an element is described by, for <c>elementDefinition()</c>; no element when there is none.</summary>
    public Func<Element, Element>? ElementDefinition { get; init; }

    /// <summary>Whether an element belongs to a slice, for <c>slice(structure, name)</c>: the element, the structure's canonical, the slice's name.</summary>
    public Func<Element, string, string, bool>? IsInSlice { get; init; }

    /// <summary>Answers <c>memberOf()</c>, <c>subsumes()</c> and <c>subsumedBy()</c>; without it they end in an error.</summary>
    public ITerminologyQuestions? Terminology { get; init; }

    /// <summary>Called by <c>trace()</c> with its name and the items; null: nothing is traced.</summary>
    public Action<string, IReadOnlyList<FhirPathValue>>? Trace { get; init; }

    /// <summary>Steps (items made, criteria run) after which an evaluation ends with an error. Default 20,000,000, about a second.</summary>
    public long MaxSteps { get; init; } = 20_000_000;

    /// <summary>Time after which an evaluation ends with an error. Default 5 seconds.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest run of one regular expression before it ends with an error. Default 500 ms.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromMilliseconds(500);
}

/// <summary>What FHIRPath asks of terminology; every answer null means that it cannot be checked here, and the function gives the empty collection.</summary>
public interface ITerminologyQuestions
{
    /// <summary>Whether a code, Coding, CodeableConcept or string is in the value set.</summary>
    bool? IsMember(FhirPathValue coded, string valueSet);

    /// <summary>Whether the first concept subsumes the second or is the same.</summary>
    bool? Subsumes(FhirPathValue general, FhirPathValue special);
}
