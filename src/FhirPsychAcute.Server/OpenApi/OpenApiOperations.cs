using System.Text.Json.Nodes;

namespace FhirPsychAcute.Server;

/// <summary>The operations in the OpenAPI document, from <see cref="OperationTable"/>.</summary>
internal static class OpenApiOperations
{
    /// <summary>Adds the paths of all operations.</summary>
    /// <param name="paths">The paths of the document.</param>
    /// <param name="types">The resource types that the document shows; operations of other types stand where they are defined.</param>
    public static void Add(JsonObject paths, IReadOnlyList<string> types)
    {
        foreach (var operation in OperationTable.All)
        {
            var at = operation.Types.Count == 0 ? types : operation.Types;
            if ((operation.Levels & OperationLevels.System) != 0)
            {
                paths[$"/${operation.Name}"] = Path(operation, "Server", null, hasId: false);
            }

            foreach (var type in at)
            {
                if ((operation.Levels & OperationLevels.Type) != 0)
                {
                    paths[$"/{type}/${operation.Name}"] = Path(operation, type, type, hasId: false);
                }

                if ((operation.Levels & OperationLevels.Instance) != 0)
                {
                    paths[$"/{type}/{{id}}/${operation.Name}"] = Path(operation, type, type, hasId: true);
                }
            }
        }
    }

    private static JsonObject Path(Operation operation, string tag, string? type, bool hasId)
    {
        var path = new JsonObject();
        if ((operation.Verbs & HttpVerb.Get) != 0 && (hasId || operation.Example is null))
        {
            path["get"] = Call(operation, tag, hasId);
        }

        // An instance is asked about by its address alone.
        var post = Call(operation, tag, hasId);
        if (!hasId && operation.Example is { } example)
        {
            post["requestBody"] = OpenApiDocument.Body(example(type));
        }

        if (!hasId || operation.Example is null)
        {
            path["post"] = post;
        }

        return path;
    }

    private static JsonObject Call(Operation operation, string tag, bool hasId)
    {
        var parameters = operation.QueryNames.Select(name => OpenApiDocument.Query(name, "string", null)).Append(OpenApiDocument.Pretty());
        return OpenApiDocument.Operation(
            tag, $"${operation.Name}: {operation.Text}", [.. hasId ? parameters.Prepend(OpenApiDocument.Id("eksempel")) : parameters], operation.Answers);
    }
}
