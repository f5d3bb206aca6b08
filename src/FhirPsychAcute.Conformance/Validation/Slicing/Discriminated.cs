using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Slicing;

/// <summary>What a slice's definition says at the path of a discriminator: an ElementDefinition, or the part of a fixed value or pattern that stands above it.</summary>
/// <param name="Node">The element in its definition; null where only a value is known.</param>
/// <param name="Value">The part of a value demanded further up; no element for none.</param>
/// <param name="IsFixed">Whether that value is fixed, not a pattern.</param>
/// <param name="IsTarget">Whether the element is the target of a reference, which is described by its whole definition.</param>
internal sealed record Discriminated(DefinitionNode? Node, Element Value, bool IsFixed, bool IsTarget = false)
{
    /// <summary>What is demanded at the path, in the slice and in the profiles that its types name.</summary>
    public static List<Discriminated> At(DefinitionNode slice, IEnumerable<PathStep> steps, DefinitionTrees trees)
    {
        var found = new List<Discriminated> { new(slice, default, IsFixed: false) };
        foreach (var step in steps)
        {
            var next = new List<Discriminated>();
            foreach (var at in found)
            {
                at.Follow(step, trees, next);
            }

            found = next;
        }

        return found;
    }

    private void Follow(PathStep step, DefinitionTrees trees, List<Discriminated> next)
    {
        switch (step.Kind)
        {
            case PathStepKind.Child:
                FollowChild(step, trees, next);
                break;
            case PathStepKind.OfType when Node is not null:
                FollowType(step.Name, next);
                break;
            case PathStepKind.OfType:
                next.Add(this);
                break;
            case PathStepKind.Extension when Node is not null:
                FollowExtension(step.Name, trees, next);
                break;
            case PathStepKind.Resolve when Node?.Facts is { } facts:
                foreach (var canonical in facts.Types.SelectMany(type => type.TargetProfiles))
                {
                    if (trees.Of(canonical) is { } tree)
                    {
                        next.Add(new Discriminated(tree, default, IsFixed: false, IsTarget: true));
                    }
                }

                break;
            default:
                break;
        }
    }

    private void FollowChild(PathStep step, DefinitionTrees trees, List<Discriminated> next)
    {
        foreach (var (value, isFixed) in ValuesHere())
        {
            foreach (var part in value.ChildrenNamed(step.NameId < 0 ? int.MaxValue : step.NameId))
            {
                next.Add(new Discriminated(null, part, isFixed));
            }
        }

        if (Node is null)
        {
            return;
        }

        Add(Node.Child(step.Name), next);
        if (Node.Facts is { } facts)
        {
            foreach (var profile in facts.Types.SelectMany(type => type.Profiles))
            {
                Add(trees.Of(profile)?.Child(step.Name), next);
            }
        }
    }

    private IEnumerable<(Element Value, bool IsFixed)> ValuesHere()
    {
        if (Value.Exists)
        {
            yield return (Value, IsFixed);
        }

        if (Node?.Facts?.Fixed is { } fixedValue)
        {
            yield return (fixedValue.Value, true);
        }

        if (Node?.Facts?.Pattern is { } pattern)
        {
            yield return (pattern.Value, false);
        }
    }

    private void FollowType(string type, List<Discriminated> next)
    {
        next.Add(this);
        foreach (var slice in Node!.Slices)
        {
            if (slice.Facts!.Types.Any(allowed => allowed.Code == type))
            {
                next.Add(new Discriminated(slice, default, IsFixed: false));
            }
        }
    }

    private void FollowExtension(string url, DefinitionTrees trees, List<Discriminated> next)
    {
        foreach (var slice in Node!.Child("extension")?.Slices ?? [])
        {
            if (slice.Child("url")?.Facts?.Fixed?.Value.Value == url || slice.Facts!.Types.SelectMany(type => type.Profiles).Any(profile => WithoutVersion(profile) == url))
            {
                next.Add(new Discriminated(slice, default, IsFixed: false));
            }
        }

        if (next.Count == 0 && trees.Of(url) is { } definition)
        {
            next.Add(new Discriminated(definition, default, IsFixed: false));
        }
    }

    private static string WithoutVersion(string canonical) => canonical.IndexOf('|', StringComparison.Ordinal) is var bar and >= 0 ? canonical[..bar] : canonical;

    private static void Add(DefinitionNode? node, List<Discriminated> next)
    {
        if (node is null)
        {
            return;
        }

        next.Add(new Discriminated(node, default, IsFixed: false));
        foreach (var slice in node.Slices)
        {
            // One that must be there says as much of its element as the element's own definition.
            if (slice.Facts!.Min > 0)
            {
                next.Add(new Discriminated(slice, default, IsFixed: false));
            }
        }
    }
}
