using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Slicing;

/// <summary>
/// The slicing of an element (R4 profiling 5.1.0.13 and 14): finds the slice of each occurrence, checks it by that, counts, and checks order and what is in no slice.
/// </summary>
internal sealed class SlicingRule
{
    private readonly string path;
    private readonly string source;
    private readonly int nameId;
    private readonly SlicingFacts facts;
    private readonly bool isOfExtensionDefinition;
    private readonly Slice? takesRest;

    public SlicingRule(string path, string source, int nameId, SlicingFacts facts, Slice[] slices, bool isOfExtensionDefinition)
    {
        this.path = path;
        this.source = source;
        this.nameId = nameId;
        this.facts = facts;
        this.isOfExtensionDefinition = isOfExtensionDefinition;
        Slices = slices;
        takesRest = Array.Find(slices, slice => slice.IsDefault);
    }

    /// <summary>The slices, in order.</summary>
    public Slice[] Slices { get; }

    /// <summary>Checks all occurrences in a parent.</summary>
    public void Check(Element parent, ValidationRun run) => Check(parent, within: null, run);

    /// <summary>Whether an occurrence is in the slice of that name, here or in a slice of a slice.</summary>
    public bool IsInSlice(Element element, string name, ValidationRun run)
    {
        foreach (var slice in Slices)
        {
            if ((slice.Name == name && slice.Has(element, 0, run)) || (slice.Reslicing?.IsInSlice(element, name, run) ?? false))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"by {(facts.Discriminators.Count == 0 ? "nothing that can be told" : string.Join(", ", facts.Discriminators))}; {facts.Rules}{(facts.IsOrdered ? ", ordered" : "")}".ToLowerInvariant();

    private void Check(Element parent, Slice? within, ValidationRun run)
    {
        Span<int> counts = Slices.Length <= 64 ? stackalloc int[Slices.Length] : new int[Slices.Length];
        counts.Clear();
        var position = 0;
        var furthest = 0;
        var unmatched = default(Element);
        var unknownTargets = run.UnknownTargets;
        foreach (var element in parent.ChildrenNamed(nameId))
        {
            if (within is not null && !within.Has(element, position, run))
            {
                position++;
                continue;
            }

            var at = Match(element, position, run);
            if (at >= 0)
            {
                counts[at]++;
                Slices[at].Element.Check(element, run);
                CheckOrder(element, at, furthest, run);
                furthest = Math.Max(furthest, at);
                if (unmatched.Exists && facts.Rules == SlicingRules.OpenAtEnd)
                {
                    run.Report(IssueSeverity.Error, IssueCode.Structure, unmatched, "slicing.not-at-end", source, path);
                    unmatched = default;
                }
            }
            else if (takesRest is null)
            {
                unmatched = element;
                ReportUnmatched(element, position, run);
            }

            position++;
            if (run.HasSeenEnough)
            {
                return;
            }
        }

        for (var i = 0; i < Slices.Length; i++)
        {
            // Where a slice cannot be told, its number cannot either.
            if (counts[i] < Slices[i].Cardinality.Min && run.UnknownTargets > unknownTargets)
            {
                run.Report(IssueSeverity.Warning, IssueCode.NotSupported, parent, "slicing.target-unknown", source, path, Slices[i].Name);
            }
            else if (Slices[i].Tests is not null || Slices[i].IsDefault)
            {
                Slices[i].Cardinality.Check(parent, counts[i], run);
            }

            Slices[i].Reslicing?.Check(parent, Slices[i], run);
        }
    }

    private int Match(Element element, int position, ValidationRun run)
    {
        var found = -1;
        for (var i = 0; i < Slices.Length; i++)
        {
            if (!Slices[i].Has(element, position, run))
            {
                continue;
            }

            if (found >= 0)
            {
                run.Report(IssueSeverity.Error, IssueCode.Structure, element, "slicing.several", source, path, Slices[found].Name, Slices[i].Name);
                break;
            }

            found = i;
        }

        return found < 0 && takesRest is not null ? Array.IndexOf(Slices, takesRest) : found;
    }

    private void CheckOrder(Element element, int at, int furthest, ValidationRun run)
    {
        if (facts.IsOrdered && at < furthest)
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, element, "slicing.order", source, Slices[at].Name, Slices[furthest].Name);
        }
    }

    private void ReportUnmatched(Element element, int position, ValidationRun run)
    {
        if (isOfExtensionDefinition && element.ChildValue("url") is { } url && !url.Contains(':', StringComparison.Ordinal))
        {
            // A part of an extension is defined by the extension around, or not at all.
            run.Report(IssueSeverity.Error, IssueCode.Structure, element, "extension.part-unknown", source, url, string.Join(", ", Slices.Select(slice => slice.Name)));
        }
        else if (facts.Rules == SlicingRules.Closed && !Array.Exists(Slices, slice => slice.Tests is null))
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, element, "slicing.closed", source, path, run.IsTrial ? "" : Why(element, position, run));
        }
    }

    /// <summary>For each slice what the occurrence lacks.</summary>
    private string Why(Element element, int position, ValidationRun run)
    {
        const int most = 10;
        var reasons = Slices.Take(most).Select(slice => $"{slice.Name}: {slice.FirstFailed(element, position, run)}");
        return string.Join("; ", reasons) + (Slices.Length > most ? "; …" : "");
    }
}
