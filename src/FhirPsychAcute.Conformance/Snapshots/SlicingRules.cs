using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>ElementDefinition.slicing: made where it goes without saying, and derived from one that is inherited.</summary>
internal static class SlicingRules
{
    private static readonly string[] DiscriminatorTypes = ["value", "exists", "pattern", "type", "profile"];

    /// <summary>Slicing by one discriminator.</summary>
    public static ElementDraft Make(SchemaCatalog schema, string discriminatorType, string discriminatorPath, string rules)
    {
        var discriminator = new ElementDraft(schema.Type("ElementDefinition.slicing.discriminator"));
        discriminator.Set("type", discriminatorType);
        discriminator.Set("path", discriminatorPath);
        var slicing = new ElementDraft(schema.Type("ElementDefinition.slicing"));
        slicing.Add("discriminator", new DraftValue(discriminator));
        slicing.Set("ordered", "false");
        slicing.Set("rules", rules);
        return slicing;
    }

    /// <summary>The slicing that a differential says, over the one inherited, if any.</summary>
    public static ElementDraft Merge(SnapshotNode inherited, ElementDraft draft, Element said, Element place, SnapshotFaults faults)
    {
        foreach (var discriminator in said.ChildrenNamed("discriminator"))
        {
            if (discriminator.ChildValue("type") is { } type && Array.IndexOf(DiscriminatorTypes, type) < 0)
            {
                faults.Add(place, "snapshot.discriminator-type", type);
            }
        }

        if (draft["slicing"] is not [var known])
        {
            return new ElementDraft(said);
        }

        Check(inherited, known, said, place, faults);
        var merged = known.ToDraft()!;
        foreach (var property in (string[])["description", "ordered", "rules"])
        {
            if (said.Child(property).Exists)
            {
                merged.Set(property, said);
            }
        }

        foreach (var discriminator in said.ChildrenNamed("discriminator"))
        {
            var value = new DraftValue(discriminator);
            if (!merged["discriminator"].Any(other => IsSame(other, value)))
            {
                merged.Add("discriminator", value);
            }
        }

        return merged;
    }

    // A derived profile may close what is open, and order what is not; it may add discriminators but not drop any.
    private static void Check(SnapshotNode inherited, DraftValue known, Element said, Element place, SnapshotFaults faults)
    {
        var rules = said.ChildValue("rules");
        var knownRules = known.ChildValue("rules");
        var isChoice = inherited.Name.EndsWith("[x]", StringComparison.Ordinal);
        if (!isChoice && rules is not null && knownRules is not null && !string.Equals(rules, knownRules, StringComparison.Ordinal) && !string.Equals(knownRules, "open", StringComparison.Ordinal)
            && !string.Equals(rules, "closed", StringComparison.Ordinal))
        {
            faults.Add(place, "snapshot.slicing-loosened", knownRules, rules);
        }

        if (string.Equals(known.ChildValue("ordered"), "true", StringComparison.Ordinal) && string.Equals(said.ChildValue("ordered"), "false", StringComparison.Ordinal))
        {
            faults.Add(place, "snapshot.slicing-order");
        }

        var own = said.ChildrenNamed("discriminator").ToList();
        foreach (var discriminator in own.Count > 0 && known.Element.Exists ? known.Element.ChildrenNamed("discriminator").ToList() : [])
        {
            var value = new DraftValue(discriminator);
            if (!own.Exists(other => IsSame(new DraftValue(other), value)))
            {
                faults.Add(place, "snapshot.slicing-discriminator", value.ChildValue("type") ?? "", value.ChildValue("path") ?? "");
            }
        }
    }

    private static bool IsSame(DraftValue one, DraftValue other) =>
        string.Equals(one.ChildValue("type"), other.ChildValue("type"), StringComparison.Ordinal)
        && string.Equals(one.ChildValue("path"), other.ChildValue("path"), StringComparison.Ordinal);
}
