using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>
/// What a search answers: says what was searched for, and of each entry why it is there; matches are of the types searched for and have ids
/// (http://hl7.org/fhir/R4/search.html#return).
/// </summary>
internal sealed class SearchsetRule : BundleRule
{
    private const string Section = "http://hl7.org/fhir/R4/search.html#return";

    /// <inheritdoc/>
    protected override void Check(BundleEntries bundle, ValidationRun run)
    {
        if (bundle.Kind != BundleKind.Searchset)
        {
            return;
        }

        var types = TypesSearchedFor(bundle, run);
        var modes = Modes(bundle, out var hasAll);
        if (modes == 0 && bundle.Count > 0)
        {
            CheckWithoutModes(bundle, types, run);
            return;
        }

        for (var i = 0; i < bundle.Count; i++)
        {
            CheckEntry(bundle[i], types, run, !hasAll);
        }
    }

    private static List<string> TypesSearchedFor(BundleEntries bundle, ValidationRun run)
    {
        foreach (var link in bundle.Bundle.ChildrenNamed("link"))
        {
            if (link.ChildValue("relation") == "self")
            {
                var types = SearchTypes(link.ChildValue("url") ?? "", run.Document.Schema);
                if (types.Count == 0)
                {
                    run.Report(IssueSeverity.Information, IssueCode.Invalid, bundle.Bundle, "bundle.search-self-unclear", Section);
                }

                return types;
            }
        }

        run.Report(IssueSeverity.Warning, IssueCode.Invalid, bundle.Bundle, "bundle.search-no-self", Section);
        return [];
    }

    // [base]/Type?.. or [base]?_type=Type,Type
    private static List<string> SearchTypes(string url, SchemaCatalog schema)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? url : url[..query];
        path = path.EndsWith("/_search", StringComparison.Ordinal) ? path[..^"/_search".Length] : path;
        var last = path[(path.LastIndexOf('/') + 1)..];
        if (schema.TryGetResourceType(last, out _))
        {
            return [last];
        }

        if (query >= 0)
        {
            foreach (var parameter in url[(query + 1)..].Split('&'))
            {
                if (parameter.StartsWith("_type=", StringComparison.Ordinal))
                {
                    return [.. Uri.UnescapeDataString(parameter["_type=".Length..]).Split(',')];
                }
            }
        }

        return [];
    }

    private static int Modes(BundleEntries bundle, out bool hasAll)
    {
        var count = 0;
        for (var i = 0; i < bundle.Count; i++)
        {
            count += Mode(bundle[i].Element) is null ? 0 : 1;
        }

        hasAll = count == bundle.Count;
        return count;
    }

    private static string? Mode(Element entry) => entry.Child("search") is { Exists: true } search ? search.ChildValue("mode") : null;

    private static void CheckWithoutModes(BundleEntries bundle, List<string> types, ValidationRun run)
    {
        var isUnclear = types.Count == 0;
        for (var i = 0; i < bundle.Count; i++)
        {
            var resource = bundle[i].Resource;
            if (!resource.Exists)
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, bundle[i].Element, "bundle.search-no-resource", Section);
                continue;
            }

            if (resource.Type.Name != "OperationOutcome" && !resource.Child("id").Exists)
            {
                run.Report(IssueSeverity.Warning, IssueCode.Invalid, resource, "bundle.search-no-id", Section);
            }

            if (types.Count > 0 && !types.Contains(resource.Type.Name))
            {
                isUnclear = true;
                run.Report(IssueSeverity.Warning, IssueCode.Invalid, bundle[i].Element, "bundle.search-other-type", Section, resource.Type.Name, string.Join(", ", types));
            }
        }

        run.Report(isUnclear ? IssueSeverity.Warning : IssueSeverity.Information, IssueCode.Invalid, bundle.Bundle, "bundle.search-no-modes", Section);
    }

    private static void CheckEntry(in BundleEntries.Entry entry, List<string> types, ValidationRun run, bool modesAreMissing)
    {
        var mode = Mode(entry.Element);
        if (mode is null && modesAreMissing)
        {
            run.Report(IssueSeverity.Warning, IssueCode.Invalid, entry.Element, "bundle.search-no-mode", Section);
        }

        var resource = entry.Resource;
        if (!resource.Exists)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, entry.Element, "bundle.search-no-resource", Section);
            return;
        }

        if (mode is "match" or "include" && !resource.Child("id").Exists)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, resource, "bundle.search-no-id", Section);
        }

        if (mode == "match" && types.Count > 0 && !types.Contains(resource.Type.Name))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, resource, "bundle.search-other-type", Section, resource.Type.Name, string.Join(", ", types));
        }
        else if (mode == "outcome" && resource.Type.Name != "OperationOutcome")
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, resource, "bundle.search-not-outcome", Section, resource.Type.Name);
        }
    }
}
