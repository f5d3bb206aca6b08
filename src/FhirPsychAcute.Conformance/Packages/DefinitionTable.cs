using System.Runtime.InteropServices;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>The definitions of one package by url; of one url the highest version first.</summary>
internal sealed class DefinitionTable
{
    private readonly Dictionary<string, Definition[]> byUrl = new(StringComparer.Ordinal);

    public DefinitionTable(IReadOnlyList<Definition> definitions)
    {
        foreach (var definition in definitions)
        {
            ref var sameUrl = ref CollectionsMarshal.GetValueRefOrAddDefault(byUrl, definition.Url, out _);
            sameUrl = sameUrl is null ? [definition] : [.. sameUrl.Append(definition).OrderDescending(ByVersion)];
        }
    }

    /// <summary>Definitions by version, as <see cref="PackageVersion"/> orders them.</summary>
    public static IComparer<Definition> ByVersion { get; } = Comparer<Definition>.Create((left, right) => PackageVersion.Compare(left.Version, right.Version));

    /// <summary>The urls.</summary>
    public IReadOnlyCollection<string> Urls => byUrl.Keys;

    /// <summary>The definition of a url: without a version the highest, with one exactly that; null where there is none.</summary>
    public Definition? Find(in CanonicalReference wanted)
    {
        if (!byUrl.TryGetValue(wanted.Url, out var sameUrl))
        {
            return null;
        }

        if (wanted.Version is null)
        {
            return sameUrl[0];
        }

        foreach (var definition in sameUrl)
        {
            if (definition.Version == wanted.Version)
            {
                return definition;
            }
        }

        return null;
    }

    /// <summary>The highest version of a url among those that a version given in part covers; null where there is none.</summary>
    public Definition? FindCovered(in CanonicalReference wanted)
    {
        if (byUrl.TryGetValue(wanted.Url, out var sameUrl))
        {
            foreach (var definition in sameUrl)
            {
                if (definition.Version is { } version && PackageVersion.IsCoveredBy(version, wanted.Version!))
                {
                    return definition;
                }
            }
        }

        return null;
    }
}
