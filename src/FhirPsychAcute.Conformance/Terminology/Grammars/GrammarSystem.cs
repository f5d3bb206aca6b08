using System.Text;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.FhirPath.Ucum;

namespace FhirPsychAcute.Conformance.Terminology.Grammars;

/// <summary>A code system without a list: its codes are those of a grammar. What was found right is kept, so that asking again costs nothing.</summary>
internal sealed class GrammarSystem : CodeSource
{
    private const int MaxKept = 512;
    private const int MaxCodeLength = 1024;

    private static readonly object Right = new();

    private readonly Func<string, Presence> grammar;
    private readonly TextCache<object> known = new(MaxKept);

    private GrammarSystem(string url, Func<string, Presence> grammar)
        : base(url) => this.grammar = grammar;

    private static readonly Dictionary<string, GrammarSystem> Systems = new GrammarSystem[]
    {
        new(UcumService.System, code => UcumService.Validate(code) is null ? Presence.Present : Presence.Absent),
        new("urn:ietf:bcp:47", LanguageTag.Check),
        new("urn:ietf:bcp:13", MediaType.Check),
        new("urn:ietf:rfc:3986", code => UriForm.IsAbsolute(code) ? Presence.Present : Presence.Absent),
        new("https://www.iana.org/time-zones", TimeZoneName.Check),
        new("urn:iso:std:iso:3166:-2", SubdivisionCode.Check),
    }.ToDictionary(system => system.Url, StringComparer.Ordinal);

    /// <summary>The grammar of a system; null when it has none that is known here.</summary>
    public static GrammarSystem? Of(string system) => Systems.GetValueOrDefault(system);

    /// <inheritdoc/>
    public override Presence Find(ReadOnlySpan<byte> code, out int concept)
    {
        concept = -1;
        if (known.Find(code) is not null)
        {
            return Presence.Present;
        }

        if (code.Length is 0 or > MaxCodeLength)
        {
            return Presence.Absent;
        }

        var presence = grammar(Encoding.UTF8.GetString(code));
        if (presence == Presence.Present)
        {
            known.Keep(code, Right);
        }

        return presence;
    }
}
