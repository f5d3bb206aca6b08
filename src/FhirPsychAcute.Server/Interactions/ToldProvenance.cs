using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// The Provenance that a client sends in the header X-Provenance beside what it creates or updates (http://hl7.org/fhir/R4/provenance.html#header): one Provenance as JSON without
/// target; the server fills in the new version, and the time where none is told, and stores it with the change or not at all.
/// </summary>
internal static class ToldProvenance
{
    public const string Header = "X-Provenance";

    /// <summary>Reads the header where it means something: for create, update and operations.</summary>
    /// <returns>The Provenance; null where there is none; 400 when it is none, names a target itself, or comes with a Bundle.</returns>
    public static (ResourceDocument? Provenance, FhirError? Error) Read(string? header, FhirRoute route, HttpVerb verb, BodyReader bodies)
    {
        if (string.IsNullOrEmpty(header) || verb is not (HttpVerb.Post or HttpVerb.Put))
        {
            return default;
        }

        if (route.Kind == RouteKind.Base)
        {
            return (null, FhirError.At(Header, StatusCodes.Status400BadRequest, IssueCode.NotSupported, "provenance-with-bundle"));
        }

        if (route.Kind is not (RouteKind.Type or RouteKind.Instance or RouteKind.Operation))
        {
            return default;
        }

        var parsed = bodies.Parse(Encoding.UTF8.GetBytes(header), ContentFormat.Json);
        if (!parsed.IsValid)
        {
            return (null, FhirError.FromStructure(parsed.Issues));
        }

        if (parsed.Document.Type.Name != "Provenance")
        {
            return (null, FhirError.At(Header, StatusCodes.Status400BadRequest, IssueCode.Invalid, "type-mismatch", parsed.Document.Type.Name, "Provenance"));
        }

        return parsed.Document.Root.Child("target").Exists
            ? (null, FhirError.At("Provenance.target", StatusCodes.Status400BadRequest, IssueCode.Invalid, "provenance-has-target"))
            : (parsed.Document, null);
    }

    /// <summary>The Provenance with the new version as its target, and the time at which it was recorded.</summary>
    public static ResourceDocument Complete(ResourceDocument told, ResourceDocument stored, DateTimeOffset now)
    {
        var editor = new ResourceEditor(told).Add(told.Root, "target", Encoding.UTF8.GetBytes($$"""{"reference":"{{stored.Type.Name}}/{{stored.Id}}/_history/{{stored.VersionId}}"}"""));
        if (!told.Root.Child("recorded").Exists)
        {
            editor.Add(told.Root, "recorded", Encoding.UTF8.GetBytes($"\"{DanishTime.Text(now)}\""));
        }

        return editor.ToDocument();
    }

    /// <summary>Why it cannot be stored: 422 with what is wrong by R4 and the profiles that it claims; null when it can.</summary>
    public static FhirError? Check(FhirService service, ResourceDocument told)
    {
        var errors = service.Validation.Check(told, []).Where(static finding => finding.Severity <= IssueSeverity.Error).Select(static finding => finding.ToOutcome()).ToList();
        return errors.Count == 0 ? null : new FhirError(StatusCodes.Status422UnprocessableEntity, errors);
    }
}
