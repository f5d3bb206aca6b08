using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Conformance.Terminology.External;
using FhirPsychAcute.Conformance.Terminology.ValueSets;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology;

/// <summary>
/// Answers what codes mean and where they belong, from the code systems, value sets and concept maps of a library (http://hl7.org/fhir/R4/terminology-service.html).
/// Safe for any number of threads.
/// </summary>
public sealed partial class TerminologyService
{
    private readonly RemoteTerminology? remote;
    private readonly ConditionalWeakTable<DefinitionScope, ConcurrentDictionary<string, BoundValueSet>> answeredElsewhere = [];

    /// <summary>A service over the packages of a library.</summary>
    /// <param name="library">The packages.</param>
    /// <param name="server">A terminology server to ask what cannot be told here; null for none. It is waited for at most 5 seconds, and left alone for a minute after it failed.</param>
    /// <param name="clock">Time for keeping its answers; null for the machine's.</param>
    public TerminologyService(DefinitionLibrary library, ITerminologyServer? server = null, TimeProvider? clock = null)
    {
        Library = library;
        remote = server is null ? null : new RemoteTerminology(server, clock ?? TimeProvider.System);
    }

    /// <summary>The packages.</summary>
    public DefinitionLibrary Library { get; }

    /// <summary>A value set to be kept by whoever asks of it again and again, such as a compiled profile. Reads nothing yet.</summary>
    /// <param name="scope">From where the canonical is resolved; null: from the library's root.</param>
    /// <param name="canonical">Canonical of the value set, possibly with version.</param>
    public BoundValueSet Compile(DefinitionScope? scope, string canonical)
    {
        var view = ViewOf(scope);
        if (remote is null)
        {
            return view.ValueSet(canonical);
        }

        var known = answeredElsewhere.GetOrCreateValue(view.Scope);
        if (known.TryGetValue(canonical, out var bound))
        {
            return bound;
        }

        bound = new BoundValueSet(view, canonical, remote);
        return known.Count < ScopeView.MaxValueSets ? known.GetOrAdd(canonical, bound) : bound;
    }

    /// <summary>Why the terminology server did not answer when it was last asked; null when it did, or there is none.</summary>
    public string? ServerFault => remote?.Fault;

    /// <summary>
    /// The quick question: is this code in the value set? Only <see cref="CodeVerdict.Valid"/> is final; for any other verdict ask <see cref="Check"/> to learn what to say.
    /// </summary>
    /// <param name="scope">From where the value set's canonical is resolved; null: from the library's root.</param>
    /// <param name="valueSet">Canonical of the value set, possibly with version.</param>
    /// <param name="coded">See <see cref="BoundValueSet.IsMember(Element)"/>.</param>
    public CodeVerdict IsMember(DefinitionScope? scope, string valueSet, Element coded) => Compile(scope, valueSet).IsMember(coded);

    /// <summary>
    /// What the code system says of a Coding or Quantity (its system, version, code and display), whatever it is bound to. Allocates nothing for a code and
    /// display that are right and were met before.
    /// </summary>
    /// <param name="scope">From where the code system is resolved; null: from the library's root.</param>
    /// <param name="coding">A Coding or Quantity.</param>
    public CodeFacts Facts(DefinitionScope? scope, Element coding)
    {
        var view = ViewOf(scope);
        var names = view.Names;
        var code = coding.Child(names.Code);
        var system = coding.Child(names.System);
        if (!code.HasValue || !system.HasValue)
        {
            return (code.HasValue ? 0 : CodeFacts.NoCode) | (system.HasValue ? 0 : CodeFacts.NoSystem);
        }

        var source = view.Source(system.IsEscaped ? Utf8Text.Of(system).Span : system.RawValue);
        if (!source.IsKnown)
        {
            return Elsewhere(coding, CodeFacts.UnknownSystem | CodeFacts.NotCheckable);
        }

        var facts = CodeFacts.None;
        if (coding.Child(names.Version) is { HasValue: true } version && source is CompiledCodeSystem
            && (version.IsEscaped || source.Version is null || !version.ValueEquals(Encoding.UTF8.GetBytes(source.Version))))
        {
            if (view.Source(source.Url, version.Value) is not { } versioned)
            {
                return Elsewhere(coding, CodeFacts.UnknownVersion | CodeFacts.NotCheckable);
            }

            source = versioned;
        }

        facts |= FactsOf(source, code.IsEscaped ? Utf8Text.Of(code).Span : code.RawValue, coding.Child(names.Display), names);
        return (facts & CodeFacts.NotCheckable) == 0 ? facts : Elsewhere(coding, facts);
    }

    /// <summary>What FHIRPath asks of terminology, answered as seen from a scope (null: the library's root).</summary>
    public ITerminologyQuestions QuestionsFrom(DefinitionScope? scope) => new ScopedTerminology(this, scope, ViewOf(scope));

    private CodeFacts Elsewhere(Element coding, CodeFacts here) => remote is null
        ? here
        : Elsewhere(new CodeQuestion(null, coding.ChildValue("system"), coding.ChildValue("version"), coding.ChildValue("code")!, coding.ChildValue("display")), here).Facts;

    // A server says of code and display together whether they are right; only without the display it tells which of them is wrong.
    private (CodeFacts Facts, string? Display) Elsewhere(CodeQuestion question, CodeFacts here)
    {
        if (remote?.Ask(question) is not { } answer)
        {
            return (here, null);
        }

        if (answer.IsValid)
        {
            return (CodeFacts.None, answer.Display);
        }

        return question.Display is null || remote.Ask(question with { Display = null }) is not { IsValid: true } code
            ? (CodeFacts.UnknownCode, null)
            : (CodeFacts.WrongDisplay, code.Display);
    }

    private ScopeView ViewOf(DefinitionScope? scope) => ValueSetCompiler.ViewOf(scope ?? Library.Root);

    private static CodeFacts FactsOf(CodeSource source, ReadOnlySpan<byte> code, Element display, TerminologyNames names)
    {
        if (source is CompiledCodeSystem { Mode: ContentMode.Supplement })
        {
            return CodeFacts.Supplement;
        }

        switch (source.Find(code, out var concept))
        {
            case Presence.Absent:
                return CodeFacts.UnknownCode;
            case Presence.Unknown:
                return CodeFacts.NotCheckable;
        }

        var facts = CodeFacts.None;
        if (concept < 0)
        {
            return facts;
        }

        var element = source.Concept(concept);
        facts |= display.HasValue && !DisplayRule.Allows(source, concept, display, names) ? CodeFacts.WrongDisplay : 0;
        if (source is CompiledCodeSystem system)
        {
            facts |= system.Properties.IsInactive(concept) ? CodeFacts.Inactive : 0;
            facts |= system.Properties.IsAbstract(concept) ? CodeFacts.Abstract : 0;
            facts |= !system.IsCaseSensitive && !Utf8Text.Of(element.Child(names.Code)).Span.SequenceEqual(code) ? CodeFacts.CaseDiffers : 0;
        }

        return facts;
    }
}
