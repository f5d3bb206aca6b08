using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Extensions;

/// <summary>
/// What every extension owes (http://hl7.org/fhir/R4/extensibility.html): an absolute url, a definition, a place that the definition allows, the value that it wants.
/// </summary>
internal static class ExtensionRule
{
    private const string Section = "http://hl7.org/fhir/R4/extensibility.html";

    /// <summary>Checks one extension.</summary>
    public static void Check(Element extension, ValidationRun run)
    {
        var url = extension.Child("url");
        if (!url.HasValue)
        {
            // R4 itself demands the url (Extension.url 1..1).
            return;
        }

        var isPart = extension.Parent.Exists && extension.Parent.Type == extension.Type;
        if (!IsAbsolute(url.Utf8Value))
        {
            if (!isPart)
            {
                run.Report(IssueSeverity.Error, IssueCode.Structure, extension, "extension.url-relative", Section, url.Value!);
            }

            // What a part means and may hold, the extension around it defines.
            return;
        }

        if (run.Profiles.Extensions(run.Scope).Find(url) is { } definition)
        {
            Check(extension, definition, run);
        }
        else
        {
            ReportUnknown(extension, url.Value!, run);
        }
    }

    private static void Check(Element extension, ExtensionDefinition definition, ValidationRun run)
    {
        var source = definition.Profile.Canonical;
        if (!definition.IsExtension)
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, extension, "extension.not-an-extension", source, source);
            return;
        }

        var isModifier = extension.Name is "modifierExtension";
        if (isModifier != definition.IsModifier)
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, extension, isModifier ? "extension.is-no-modifier" : "extension.is-modifier", source, definition.Profile.Definition.Url);
        }

        var holder = extension.Parent;
        if (definition.Contexts.Count > 0 && !IsAllowed(holder, definition, run))
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, holder, "extension.context", source, definition.Profile.Definition.Url, PlaceOf(holder), string.Join(", ", definition.Contexts));
        }

        foreach (var invariant in definition.Invariants)
        {
            if (!invariant.Holds(holder, extension, run))
            {
                run.Report(IssueSeverity.Error, IssueCode.Structure, holder, "extension.context-invariant", source, definition.Profile.Definition.Url, invariant.Expression);
            }
        }

        run.Check(extension, definition.Profile);
    }

    private static bool IsAllowed(Element holder, ExtensionDefinition definition, ValidationRun run)
    {
        foreach (var context in definition.Contexts)
        {
            if (context.Has(holder, run))
            {
                return true;
            }
        }

        return false;
    }

    private static void ReportUnknown(Element extension, string url, ValidationRun run)
    {
        if (IsAllowedDomain(url, run.Options))
        {
            return;
        }

        if (extension.Name is "modifierExtension")
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, extension, "extension.modifier-unknown", Section, url);
        }
        else if (run.Options.AllowUnknownExtensions)
        {
            run.Report(IssueSeverity.Warning, IssueCode.NotFound, extension, "extension.unknown", Section, url);
        }
        else
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, extension, "extension.unknown-not-allowed", Section, url);
        }
    }

    // Examples may use extensions of example domains, which nobody defines; HL7's tools use extensions of their own that are published with the tools only.
    private static bool IsAllowedDomain(string url, ValidatorOptions options)
    {
        if (url.StartsWith("http://hl7.org/fhir/tools/StructureDefinition/", StringComparison.Ordinal))
        {
            return true;
        }

        if (options.AllowExampleUrls && ExampleDomains.Holds(url))
        {
            return true;
        }

        foreach (var domain in options.AllowedExtensionDomains)
        {
            if (url.StartsWith(domain, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAbsolute(ReadOnlySpan<byte> url) => url.IndexOf((byte)':') > 0;

    private static string PlaceOf(Element holder) => holder.Schema is { } schema && schema.Path != holder.Type.Name ? $"{schema.Path} ({holder.Type.Name})" : holder.Type.Name;
}
