using System.Buffers;
using System.Globalization;
using System.Text.Json;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Conformance.Terminology.ValueSets;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.Expansion;

/// <summary>Writes an expanded value set: ValueSet.expansion with what was asked, how many there are, and the codes.</summary>
internal static class ExpansionWriter
{
    private const string Unclosed = "http://hl7.org/fhir/StructureDefinition/valueset-unclosed";

    private static readonly string[] Head = ["language", "url", "identifier", "version", "name", "title", "status", "experimental", "date", "publisher"];

    /// <summary>The ValueSet as UTF-8 JSON.</summary>
    /// <param name="rules">The value set.</param>
    /// <param name="expansion">Its codes.</param>
    /// <param name="codes">The codes to show, filtered; all of them, also where only a page is shown.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="clock">The time of expansion.</param>
    public static byte[] Write(ValueSetRules rules, ValueSetExpander expansion, IReadOnlyList<ExpandedCode> codes, ExpansionRequest request, TimeProvider clock)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, OperationOutcomeWriter.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "ValueSet");
            WriteHead(json, rules.ValueSet, request.IncludeDefinition);
            json.WriteStartObject("expansion");
            WriteUnclosed(json, expansion);
            json.WriteString("identifier", $"urn:uuid:{Guid.NewGuid()}");
            json.WriteString("timestamp", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteNumber("total", codes.Count);
            if (request.IsPaged)
            {
                json.WriteNumber("offset", request.Offset ?? 0);
            }

            WriteParameters(json, expansion, request);
            WriteCodes(json, codes, request);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteHead(Utf8JsonWriter json, Element valueSet, bool withDefinition)
    {
        var hasStatus = false;
        foreach (var name in withDefinition ? [.. Head, "immutable", "compose"] : Head)
        {
            var values = valueSet.ChildrenNamed(name).ToList();
            if (values.Count == 0 || values[0].RawJson.IsEmpty)
            {
                continue;
            }

            hasStatus |= name == "status";
            json.WritePropertyName(name);
            if (name == "identifier")
            {
                json.WriteStartArray();
                values.ForEach(value => json.WriteRawValue(value.RawJson.Span, skipInputValidation: true));
                json.WriteEndArray();
            }
            else
            {
                json.WriteRawValue(values[0].RawJson.Span, skipInputValidation: true);
            }
        }

        if (!hasStatus)
        {
            json.WriteString("status", "active");
        }
    }

    private static void WriteUnclosed(Utf8JsonWriter json, ValueSetExpander expansion)
    {
        if (expansion.IsUnclosed)
        {
            json.WriteStartArray("extension");
            json.WriteStartObject();
            json.WriteString("url", Unclosed);
            json.WriteBoolean("valueBoolean", true);
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private static void WriteParameters(Utf8JsonWriter json, ValueSetExpander expansion, ExpansionRequest request)
    {
        if (!request.HasParameters && expansion.Versions.Count == 0)
        {
            return;
        }

        json.WriteStartArray("parameter");
        Text("filter", "valueString", request.Filter);
        Text("displayLanguage", "valueCode", request.DisplayLanguage);
        Number("offset", request.Offset);
        Number("count", request.Count);
        Flag("activeOnly", request.ActiveOnly);
        Flag("includeDesignations", request.IncludeDesignations);
        Flag("includeDefinition", request.IncludeDefinition);
        Flag("excludeNested", request.ExcludeNested);
        foreach (var designation in request.Designations)
        {
            Text("designation", "valueString", designation);
        }

        foreach (var system in request.ExcludedSystems)
        {
            Text("exclude-system", "valueUri", system);
        }

        foreach (var version in expansion.Versions)
        {
            Text("version", "valueUri", version);
        }

        json.WriteEndArray();

        void Text(string name, string property, string? value)
        {
            if (value is not null)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString(property, value);
                json.WriteEndObject();
            }
        }

        void Number(string name, int? value)
        {
            if (value is { } number)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteNumber("valueInteger", number);
                json.WriteEndObject();
            }
        }

        void Flag(string name, bool value)
        {
            if (value)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteBoolean("valueBoolean", true);
                json.WriteEndObject();
            }
        }
    }

    private static void WriteCodes(Utf8JsonWriter json, IReadOnlyList<ExpandedCode> codes, ExpansionRequest request)
    {
        if (request.IsPaged)
        {
            codes = [.. codes.Skip(request.Offset ?? 0).Take(request.Count ?? request.Limit)];
        }

        if (codes.Count == 0)
        {
            return;
        }

        var below = request.IsPaged || request.ExcludeNested || request.Filter is not null ? null : Nesting(codes);
        json.WriteStartArray("contains");
        for (var i = 0; i < codes.Count; i++)
        {
            if (below is null || below.IsTop[i])
            {
                WriteCode(json, codes, i, below, request);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteCode(Utf8JsonWriter json, IReadOnlyList<ExpandedCode> codes, int at, Nested? below, ExpansionRequest request)
    {
        var code = codes[at];
        json.WriteStartObject();
        json.WriteString("system", code.System);
        if (code.IsAbstract)
        {
            json.WriteBoolean("abstract", true);
        }

        if (code.IsInactive)
        {
            json.WriteBoolean("inactive", true);
        }

        json.WriteString("code", code.Code);
        if (code.Display(request.DisplayLanguage) is { } display)
        {
            json.WriteString("display", display);
        }

        WriteDesignations(json, code, request);
        if (below?.Children[at] is { Count: > 0 } children)
        {
            json.WriteStartArray("contains");
            foreach (var child in children)
            {
                WriteCode(json, codes, child, below, request);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteDesignations(Utf8JsonWriter json, ExpandedCode code, ExpansionRequest request)
    {
        if (!request.IncludeDesignations && request.Designations.Count == 0)
        {
            return;
        }

        var wanted = code.Designations.Where(designation => request.Designations.Count == 0 || request.Designations.Any(token => IsWanted(designation, token))).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        json.WriteStartArray("designation");
        wanted.ForEach(designation => json.WriteRawValue(designation.RawJson.Span, skipInputValidation: true));
        json.WriteEndArray();
    }

    // R4 valueset-operation-expand, parameter designation: a token with a use, or a language as urn:ietf:bcp:47|da.
    private static bool IsWanted(Element designation, string token)
    {
        var bar = token.IndexOf('|', StringComparison.Ordinal);
        var (system, code) = bar < 0 ? ("urn:ietf:bcp:47", token) : (token[..bar], token[(bar + 1)..]);
        if (system == "urn:ietf:bcp:47")
        {
            return designation.ChildValue("language") is { } language && TerminologyService.IsSameLanguage(language, code);
        }

        var use = designation.Child("use");
        return use.Exists && use.ChildValue("system") == system && use.ChildValue("code") == code;
    }

    // A code stands below the nearest concept around it that is in the expansion too.
    private static Nested? Nesting(IReadOnlyList<ExpandedCode> codes)
    {
        var at = new Dictionary<(CodeSource, int), int>();
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes[i].Source is CompiledCodeSystem system)
            {
                at.TryAdd((system, codes[i].Concept), i);
            }
        }

        var nested = new Nested(new List<int>[codes.Count], new bool[codes.Count]);
        for (var i = 0; i < codes.Count; i++)
        {
            nested.IsTop[i] = true;
            if (codes[i].Source is not CompiledCodeSystem system)
            {
                continue;
            }

            for (var parent = system.NestedParents.Span[codes[i].Concept]; parent >= 0; parent = system.NestedParents.Span[parent])
            {
                if (at.TryGetValue((system, parent), out var holder))
                {
                    (nested.Children[holder] ??= []).Add(i);
                    nested.IsTop[i] = false;
                    break;
                }
            }
        }

        return nested;
    }

    private sealed record Nested(List<int>?[] Children, bool[] IsTop);
}
