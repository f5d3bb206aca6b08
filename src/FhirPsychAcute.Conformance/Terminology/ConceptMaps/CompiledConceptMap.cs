using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.ConceptMaps;

/// <summary>One line of a ConceptMap.</summary>
/// <param name="SourceSystem">Code system of the source.</param>
/// <param name="SourceCode">Source code.</param>
/// <param name="SourceDisplay">Its display, or null.</param>
/// <param name="TargetSystem">Code system of the target; null without.</param>
/// <param name="TargetVersion">Version of the target's system; null without.</param>
/// <param name="TargetCode">Target code; null where the code maps to nothing.</param>
/// <param name="TargetDisplay">Its display, or null.</param>
/// <param name="Equivalence">How the target relates to the source (http://hl7.org/fhir/R4/valueset-concept-map-equivalence.html).</param>
/// <param name="Target">ConceptMap.group.element.target, for products and dependencies.</param>
internal sealed record MapLine(
    string? SourceSystem, string SourceCode, string? SourceDisplay, string? TargetSystem, string? TargetVersion, string? TargetCode, string? TargetDisplay,
    string Equivalence, Element Target);

/// <summary>A ConceptMap taken apart (http://hl7.org/fhir/R4/conceptmap.html).</summary>
internal sealed class CompiledConceptMap
{
    private readonly ILookup<string, MapLine> bySource;
    private readonly ILookup<string, MapLine> byTarget;

    public CompiledConceptMap(Element map)
    {
        Map = map;
        Groups = map.ChildrenNamed("group").ToList();
        var lines = Groups.SelectMany(Lines).ToList();
        bySource = lines.ToLookup(line => line.SourceCode, StringComparer.Ordinal);
        byTarget = lines.Where(line => line.TargetCode is not null).ToLookup(line => line.TargetCode!, StringComparer.Ordinal);
    }

    /// <summary>The ConceptMap resource.</summary>
    public Element Map { get; }

    /// <summary>ConceptMap.group.</summary>
    public IReadOnlyList<Element> Groups { get; }

    /// <summary>Canonical url, or null.</summary>
    public string? Url => Map.ChildValue("url");

    /// <summary>Lines from a code.</summary>
    public IEnumerable<MapLine> From(string code) => bySource[code];

    /// <summary>Lines to a code.</summary>
    public IEnumerable<MapLine> To(string code) => byTarget[code];

    /// <summary>Whether the map is meant for value sets of this scope; a scope that is not asked for, or that the map leaves open, fits.</summary>
    public bool IsFor(string? source, string? target) => Fits("source", source) && Fits("target", target);

    private bool Fits(string name, string? wanted) =>
        wanted is null || Map.ChildValue(name) is not { } stated || stated.Split('|')[0] == wanted.Split('|')[0];

    private static IEnumerable<MapLine> Lines(Element group)
    {
        var (source, target, version) = (group.ChildValue("source"), group.ChildValue("target"), group.ChildValue("targetVersion"));
        foreach (var element in group.ChildrenNamed("element").ToList())
        {
            if (element.ChildValue("code") is not { } code)
            {
                continue;
            }

            foreach (var to in element.ChildrenNamed("target").ToList())
            {
                yield return new MapLine(
                    source, code, element.ChildValue("display"), target, version, to.ChildValue("code"), to.ChildValue("display"),
                    to.ChildValue("equivalence") ?? "relatedto", to);
            }
        }
    }
}
