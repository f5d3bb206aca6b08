using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.ValueSets;

/// <summary>
/// ValueSet.expansion as somebody worked it out (http://hl7.org/fhir/R4/valueset.html#expansion). Where it is whole, what is not in it is not in the value set.
/// </summary>
internal sealed class GivenExpansion
{
    private const string TooCostly = "http://hl7.org/fhir/StructureDefinition/valueset-toocostly";
    private const string Unclosed = "http://hl7.org/fhir/StructureDefinition/valueset-unclosed";

    private readonly Dictionary<string, CodeTable> systems = new(StringComparer.Ordinal);
    private readonly TextCache<CodeTable> bySystem = new(256);
    private readonly List<Element> entries = [];

    public GivenExpansion(Element expansion, TerminologyNames names)
    {
        Collect(expansion, names);
        var bySystemName = entries.GroupBy(entry => entry.ChildValue("system") ?? "", StringComparer.Ordinal);
        foreach (var group in bySystemName)
        {
            var table = new CodeTable(group.Count());
            foreach (var entry in group)
            {
                table.Add(Utf8Text.Of(entry.Child(names.Code)), entry.Index);
            }

            systems.Add(group.Key, table);
            bySystem.Keep(System.Text.Encoding.UTF8.GetBytes(group.Key), table);
        }

        // Counts what may be chosen and what only groups alike, as servers do.
        IsWhole = !IsPart(expansion) && !expansion.Child("offset").Exists
            && (!expansion.Child("total").TryGetInt32(out var total) || total <= entries.Count);
    }

    /// <summary>Whether nothing is missing.</summary>
    public bool IsWhole { get; }

    /// <summary>ValueSet.expansion.contains at every depth, those with a code.</summary>
    public IReadOnlyList<Element> Entries => entries;

    /// <summary>Whether the code is in it; where it is not whole, a code that is not in it may still belong.</summary>
    public Membership Test(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code)
    {
        if (system.IsEmpty)
        {
            foreach (var table in systems.Values)
            {
                if (table.Find(code) >= 0)
                {
                    return Membership.In;
                }
            }
        }
        else if (bySystem.Find(system) is { } table && table.Find(code) >= 0)
        {
            return Membership.In;
        }

        return IsWhole ? Membership.Out : Membership.Unknown;
    }

    // Said to be cut off, or to answer only a part of the question.
    private static bool IsPart(Element expansion)
    {
        foreach (var parameter in expansion.ChildrenNamed("parameter"))
        {
            if (parameter.ChildValue("name") is "limitedExpansion" or "filter" or "count" or "offset" or "exclude-system")
            {
                return true;
            }
        }

        foreach (var extension in expansion.ChildrenNamed("extension"))
        {
            if (extension.ChildValue("url") is TooCostly or Unclosed)
            {
                return true;
            }
        }

        return false;
    }

    private void Collect(Element parent, TerminologyNames names)
    {
        foreach (var entry in parent.ChildrenNamed(names.Contains))
        {
            if (entry.Child(names.Code).HasValue)
            {
                entries.Add(entry);
            }

            Collect(entry, names);
        }
    }
}
