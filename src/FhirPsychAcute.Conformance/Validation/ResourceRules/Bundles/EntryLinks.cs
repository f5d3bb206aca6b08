using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>
/// Every entry of a document or message must be linked with the first one: reached from it, or reaching it
/// (http://hl7.org/fhir/R4/documents.html#content, http://hl7.org/fhir/R4/messaging.html#bundle). Linear in the size of the Bundle.
/// </summary>
internal sealed class EntryLinks
{
    private const string Section = "http://hl7.org/fhir/R4/documents.html#content";

    private readonly BundleEntries bundle;
    private readonly ValidationRun run;
    private readonly LinkFinder finder;
    private readonly List<int>[] targets;
    private readonly List<int>[] sources;
    private readonly bool[] reached;
    private readonly Queue<int> forward = new();
    private readonly Queue<int> backward = new();

    private EntryLinks(BundleEntries bundle, ValidationRun run)
    {
        this.bundle = bundle;
        this.run = run;
        finder = new LinkFinder(bundle, run);
        targets = new List<int>[bundle.Count];
        sources = new List<int>[bundle.Count];
        reached = new bool[bundle.Count];
    }

    /// <summary>Follows all links and reports entries that none leads to.</summary>
    public static void Check(BundleEntries bundle, ValidationRun run) => new EntryLinks(bundle, run).Check();

    private void Check()
    {
        for (var i = 0; i < bundle.Count; i++)
        {
            targets[i] = finder.TargetsOf(i);
            foreach (var target in targets[i])
            {
                (sources[target] ??= []).Add(i);
            }
        }

        Reach(0);
        ReachStylesheets();
        GoForward();
        while (backward.TryDequeue(out var at))
        {
            foreach (var source in sources[at] ?? [])
            {
                if (!reached[source])
                {
                    ReportBackward(source);
                    Reach(source);
                    GoForward();
                }
            }
        }

        for (var i = 0; i < bundle.Count; i++)
        {
            if (!reached[i] && bundle[i].Resource.Exists)
            {
                ReportOrphan(i);
            }
        }
    }

    private void Reach(int entry)
    {
        if (!reached[entry])
        {
            reached[entry] = true;
            forward.Enqueue(entry);
            backward.Enqueue(entry);
        }
    }

    private void GoForward()
    {
        while (forward.TryDequeue(out var at))
        {
            foreach (var target in targets[at])
            {
                Reach(target);
            }
        }
    }

    // R4 documents 3.3.1.1: a stylesheet of the document is named by a link of the Bundle.
    private void ReachStylesheets()
    {
        foreach (var link in bundle.Bundle.ChildrenNamed("link"))
        {
            if (link.ChildValue("relation") == "stylesheet" && link.ChildValue("url") is { } url)
            {
                foreach (var entry in bundle.OfTypeAndId(url))
                {
                    Reach(entry);
                }
            }
        }
    }

    // R4 documents 3.3.1: only Provenance may be in a document because it points at the content.
    private void ReportBackward(int entry)
    {
        if (bundle[entry].Resource.Type.Name == "Provenance")
        {
            return;
        }

        if (bundle.Kind == BundleKind.Message)
        {
            run.Report(IssueSeverity.Information, IssueCode.Informational, bundle[entry].Element, "bundle.message-backward", BundleRules.Section, NameOf(entry));
        }
        else
        {
            run.Report(IssueSeverity.Warning, IssueCode.Invalid, bundle[entry].Element, "bundle.document-backward", Section, NameOf(entry));
        }
    }

    private void ReportOrphan(int entry)
    {
        if (bundle.Kind == BundleKind.Message)
        {
            run.Report(IssueSeverity.Warning, IssueCode.Informational, bundle[entry].Element, "bundle.message-orphan", BundleRules.Section, NameOf(entry));
        }
        else
        {
            run.Report(IssueSeverity.Error, IssueCode.Informational, bundle[entry].Element, "bundle.document-orphan", Section, NameOf(entry));
        }
    }

    private string NameOf(int entry) => bundle[entry].FullUrl ?? bundle[entry].Resource.Type.Name;
}
