using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>What a path below the FHIR base stands for (R4 http 3.1.0.0).</summary>
internal enum RouteKind : byte
{
    /// <summary>The base itself: batch, transaction, search over all types.</summary>
    Base,
    /// <summary><c>metadata</c>.</summary>
    Metadata,
    /// <summary><c>_search</c>.</summary>
    SystemSearch,
    /// <summary><c>_history</c>.</summary>
    SystemHistory,
    /// <summary><c>Patient</c>.</summary>
    Type,
    /// <summary><c>Patient/_search</c>.</summary>
    TypeSearch,
    /// <summary><c>Patient/_history</c>.</summary>
    TypeHistory,
    /// <summary><c>Patient/1</c>.</summary>
    Instance,
    /// <summary><c>Patient/1/_history</c>.</summary>
    InstanceHistory,
    /// <summary><c>Patient/1/_history/2</c>.</summary>
    Version,
    /// <summary><c>Patient/1/Observation</c>, <c>Patient/1/*</c>.</summary>
    Compartment,
    /// <summary><c>Patient/1/Observation/_search</c>.</summary>
    CompartmentSearch,
    /// <summary><c>$validate</c>, <c>Patient/$validate</c>, <c>Patient/1/$validate</c>.</summary>
    Operation,
}

/// <summary>A path below the FHIR base, taken apart and checked.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Type">Resource type; null on system level. For a compartment the compartment's type.</param>
/// <param name="Id">Logical id; null above instance level.</param>
/// <param name="VersionId">Version id as written; null unless the path names one.</param>
/// <param name="Target">For a compartment: the resource type looked for, <c>*</c> for all.</param>
/// <param name="Operation">The operation; null unless the path names one.</param>
internal readonly record struct FhirRoute(
    RouteKind Kind, string? Type = null, string? Id = null, string? VersionId = null, string? Target = null, Operation? Operation = null)
{
    private const int MaxIdLength = 64;

    /// <summary>The methods that mean something here.</summary>
    public HttpVerb Allowed => Kind switch
    {
        RouteKind.Base => HttpVerb.Get | HttpVerb.Head | HttpVerb.Post,
        RouteKind.SystemSearch or RouteKind.TypeSearch or RouteKind.CompartmentSearch => HttpVerb.Post,
        RouteKind.Type => HttpVerb.Get | HttpVerb.Head | HttpVerb.Post | HttpVerb.Put | HttpVerb.Delete,
        RouteKind.Instance => HttpVerb.Get | HttpVerb.Head | HttpVerb.Put | HttpVerb.Delete,
        RouteKind.Operation => Operation!.Verbs,
        _ => HttpVerb.Get | HttpVerb.Head,
    };

    /// <summary>Takes a path apart.</summary>
    /// <param name="path">The path after the base, with or without leading slash, percent escapes already resolved.</param>
    /// <param name="schema">The definitions, which know the resource types.</param>
    /// <returns>The route; 404 for what is no FHIR end-point, 400 for an id that cannot be one.</returns>
    public static Result<FhirRoute> Parse(ReadOnlySpan<char> path, SchemaCatalog schema)
    {
        path = path.Trim('/');
        if (path.IsEmpty)
        {
            return new FhirRoute(RouteKind.Base);
        }

        var first = Take(ref path);
        if (first is ['_' or '$', ..] or "metadata")
        {
            return System(first, path);
        }

        if (!schema.TryGetResourceType(first.ToString(), out var type))
        {
            return Unknown("type-unknown", first);
        }

        if (path.IsEmpty)
        {
            return new FhirRoute(RouteKind.Type, type.Name);
        }

        var second = Take(ref path);
        if (second is "_search" or "_history" && path.IsEmpty)
        {
            return new FhirRoute(second is "_search" ? RouteKind.TypeSearch : RouteKind.TypeHistory, type.Name);
        }

        if (second is ['$', ..])
        {
            return path.IsEmpty ? OperationRoute(second, OperationLevels.Type, type.Name, null) : Unknown("path-unknown", path);
        }

        if (!IsId(second))
        {
            return FhirError.At($"{type.Name}.id", StatusCodes.Status400BadRequest, IssueCode.Value, "id-illegal", Shown(second));
        }

        return path.IsEmpty ? new FhirRoute(RouteKind.Instance, type.Name, second.ToString()) : Below(type.Name, second.ToString(), path, schema);
    }

    /// <summary>Whether the text can be a logical id: 1 to 64 letters, digits, hyphens and dots (R4 datatypes, id).</summary>
    public static bool IsId(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > MaxIdLength)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    private static Result<FhirRoute> System(ReadOnlySpan<char> first, ReadOnlySpan<char> rest) => first switch
    {
        _ when !rest.IsEmpty => Unknown("path-unknown", rest),
        ['$', ..] => OperationRoute(first, OperationLevels.System, null, null),
        "metadata" => new FhirRoute(RouteKind.Metadata),
        "_search" => new FhirRoute(RouteKind.SystemSearch),
        "_history" => new FhirRoute(RouteKind.SystemHistory),
        _ => Unknown("path-unknown", first),
    };

    private static Result<FhirRoute> Below(string type, string id, ReadOnlySpan<char> path, SchemaCatalog schema)
    {
        var third = Take(ref path);
        switch (third)
        {
            case "_history" when path.IsEmpty:
                return new FhirRoute(RouteKind.InstanceHistory, type, id);
            case "_history":
                var version = Take(ref path);
                return !path.IsEmpty ? Unknown("path-unknown", path)
                    : IsId(version) ? new FhirRoute(RouteKind.Version, type, id, version.ToString())
                    : FhirError.At($"{type}.meta.versionId", StatusCodes.Status400BadRequest, IssueCode.Value, "id-illegal", Shown(version));
            case ['$', ..]:
                return path.IsEmpty ? OperationRoute(third, OperationLevels.Instance, type, id) : Unknown("path-unknown", path);
        }

        var target = third is "*" ? "*" : schema.TryGetResourceType(third.ToString(), out var found) ? found.Name : null;
        return target is null ? Unknown("path-unknown", third)
            : path.IsEmpty ? new FhirRoute(RouteKind.Compartment, type, id, Target: target)
            : path is "_search" ? new FhirRoute(RouteKind.CompartmentSearch, type, id, Target: target)
            : Unknown("path-unknown", path);
    }

    private static Result<FhirRoute> OperationRoute(ReadOnlySpan<char> name, OperationLevels level, string? type, string? id) =>
        OperationTable.Find(name[1..], level, type) is { } operation
            ? new FhirRoute(RouteKind.Operation, type, id, Operation: operation)
            : Unknown("operation-unknown", name);

    private static FhirError Unknown(string text, ReadOnlySpan<char> segment) =>
        FhirError.Of(StatusCodes.Status404NotFound, IssueCode.NotFound, text, Shown(segment));

    // A path can hold anything; what is echoed is short and printable.
    private static string Shown(ReadOnlySpan<char> segment)
    {
        Span<char> shown = stackalloc char[Math.Min(segment.Length, 80)];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = char.IsControl(segment[i]) || char.IsSurrogate(segment[i]) ? '?' : segment[i];
        }

        return shown.ToString();
    }

    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> path)
    {
        var slash = path.IndexOf('/');
        var segment = slash < 0 ? path : path[..slash];
        path = slash < 0 ? [] : path[(slash + 1)..];
        return segment;
    }
}
