using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// What <c>$validate</c> is asked: the resource, with or without a Parameters around it, the mode and the profiles; from the body, then from the URL.
/// </summary>
internal sealed class ValidationInput
{
    private readonly List<string> profiles = [];

    private ValidationInput()
    {
    }

    /// <summary>create, update, delete or profile; null for a check without purpose.</summary>
    public string? Mode { get; private set; }

    /// <summary>Canonicals of the profiles named.</summary>
    public IReadOnlyList<string> Profiles => profiles;

    /// <summary>The resource; null when none was sent, or nothing of it could be read.</summary>
    public ResourceDocument? Document { get; private set; }

    /// <summary>Whether the caller sent a resource, readable or not.</summary>
    public bool HasResource { get; private set; }

    /// <summary>Structural faults of the resource, their paths and places as in the body.</summary>
    public IReadOnlyList<StructureIssue> Faults { get; private set; } = [];

    /// <summary>Where the resource begins in the body, in bytes; 0 without Parameters around it.</summary>
    public int Offset { get; private set; }

    /// <summary>Reads the request.</summary>
    /// <returns>The input; 400 for a mode that is none.</returns>
    public static Result<ValidationInput> Read(FhirService service, FhirRequest request)
    {
        var input = new ValidationInput();
        if (!request.Body.IsEmpty)
        {
            input.ReadBody(service.Bodies.Parse(request.Body, request.BodyFormat), request.Route.Type);
        }

        foreach (var (name, value) in request.Query.Items)
        {
            if (name == "profile" && value.Length > 0)
            {
                input.profiles.Add(value);
            }
        }

        input.Mode ??= request.Query["mode"] is { Length: > 0 } mode ? mode : null;
        return input.Mode is null or "create" or "update" or "delete" or "profile"
            ? input
            : FhirError.At("mode", StatusCodes.Status400BadRequest, IssueCode.Value, "validate-mode-unknown", input.Mode);
    }

    private void ReadBody(ParseResult parsed, string? type)
    {
        Faults = parsed.Issues;
        if (parsed.Document is { Type.Name: "Parameters" } parameters && Holds(parameters, type))
        {
            ReadParameters(parameters);
        }
        else
        {
            (HasResource, Document) = (true, parsed.Document);
        }
    }

    // At Parameters/$validate, or at the base, a Parameters without these parameters is itself what is to be checked.
    private static bool Holds(ResourceDocument parameters, string? type)
    {
        if (type is not (null or "Parameters"))
        {
            return true;
        }

        foreach (var parameter in parameters.Root.ChildrenNamed("parameter"))
        {
            if (parameter.ChildValue("name") is "resource" && parameter.Child("resource") is { Exists: true } resource && (type is null || resource.Type.Name == type))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadParameters(ResourceDocument parameters)
    {
        foreach (var parameter in parameters.Root.ChildrenNamed("parameter"))
        {
            var value = parameter.Child("value");
            switch (parameter.ChildValue("name"))
            {
                case "resource" when parameter.Child("resource") is { Exists: true } resource:
                    HasResource = true;
                    Document = ResourceDocument.Extract(resource);
                    Offset = Math.Max(resource.Position.Offset, 0);
                    Faults = Inside(resource.Path, resource.Type.Name);
                    break;
                case "profile" when value.Exists && value.Value is { } profile:
                    profiles.Add(profile);
                    break;
                case "mode" when value.Exists:
                    Mode = value.Value;
                    break;
            }
        }
    }

    // Paths as the resource has them by itself.
    private List<StructureIssue> Inside(string path, string type)
    {
        var inside = new List<StructureIssue>();
        foreach (var fault in Faults)
        {
            if (fault.Path.StartsWith(path, StringComparison.Ordinal))
            {
                inside.Add(fault with { Path = string.Concat(type, fault.Path.AsSpan(path.Length)) });
            }
        }

        return inside;
    }
}
