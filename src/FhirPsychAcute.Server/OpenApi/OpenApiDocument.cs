using System.Text.Json.Nodes;

namespace FhirPsychAcute.Server;

/// <summary>
/// The OpenAPI 3.0 document behind Swagger UI: the interactions of the resource types that this project is about, each with a body that the server accepts.
/// </summary>
internal static class OpenApiDocument
{
    private const string Json = "application/fhir+json";

    private static readonly (string Type, string Text, string[] Parameters)[] Types =
    [
        ("Patient", "The person in need, who may be anonymous", ["identifier", "name", "birthdate", "_id"]),
        ("Encounter", "A call, or a stay in an akuttilbud", ["subject", "status", "date", "type"]),
        ("Observation", "Urgency and other judgements", ["subject", "code", "date", "encounter"]),
        ("ServiceRequest", "A referral", ["subject", "status", "priority", "authored"]),
        ("Task", "How a referral goes", ["focus", "owner", "status", "business-status"]),
        ("HealthcareService", "An offer: akuttilbud, akutteam, line ...", ["organization", "service-type", "name", "active"]),
        ("Organization", "Region, municipality, institution", ["identifier", "name", "type", "partof"]),
        ("Procedure", "A coercive measure", ["subject", "code", "date", "status"]),
        ("Communication", "A message or notice", ["subject", "sent", "status"]),
        ("Practitioner", "Staff, masked or named", ["identifier", "name"]),
        ("PractitionerRole", "A function, such as visitator", ["practitioner", "organization", "role"]),
        ("RelatedPerson", "A relative or other caller", ["patient", "name", "relationship"]),
        ("Location", "A place or an area", ["name", "identifier", "type"]),
    ];

    /// <summary>The document as UTF-8 JSON.</summary>
    public static byte[] Create()
    {
        var paths = new JsonObject();
        foreach (var (type, text, parameters) in Types)
        {
            AddType(paths, type, text, parameters);
        }

        OpenApiOperations.Add(paths, [.. Types.Select(type => type.Type)]);
        paths["/"] = new JsonObject { ["post"] = Transaction() };
        paths["/metadata"] = new JsonObject { ["get"] = Operation("Server", "What the server can do", [Pretty()], "CapabilityStatement") };
        paths["/_history"] = new JsonObject
        {
            ["get"] = Operation("Server", "The latest changes of everything", [Query("_count", "integer", "10"), Query("_since", "string", null), Pretty()], "Bundle"),
        };
        var document = new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = "FhirPsychAcute",
                ["version"] = "R4",
                ["description"] =
                    "FHIR R4 for Danish acute psychiatry. All other R4 resource types are served in the same way under /fhir/[type]; /fhir/metadata lists every search parameter.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = FhirEndpoint.BasePath }),
            ["tags"] = Tags(),
            ["paths"] = paths,
        };
        return System.Text.Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    /// <summary>The example body of a type, or of <c>transaction</c>; accepted by the server as it is.</summary>
    public static JsonObject Example(string type)
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream($"example.{type}.json")
            ?? throw new InvalidOperationException($"There is no example of {type} in the program.");
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static JsonArray Tags()
    {
        var tags = new JsonArray(
            new JsonObject { ["name"] = "Server", ["description"] = "Transactions, capabilities, history" });
        foreach (var (type, text, _) in Types)
        {
            tags.Add(new JsonObject { ["name"] = type, ["description"] = text });
        }

        return tags;
    }

    private static void AddType(JsonObject paths, string type, string text, string[] parameters)
    {
        var example = Example(type);
        var id = example["id"]?.GetValue<string>() ?? $"eksempel-{type.ToLowerInvariant()}";
        JsonNode[] search = [.. parameters.Select(name => Query(name, "string", null)), Query("_count", "integer", "20"), Query("_include", "string", null), Pretty()];
        var create = Operation(type, $"create: {text}", [Header("If-None-Exist"), Header("Prefer")], type, "201");
        create["requestBody"] = Body(example);
        paths[$"/{type}"] = new JsonObject { ["get"] = Operation(type, $"search: {text}", search, "Bundle"), ["post"] = create };

        var stored = (JsonObject)example.DeepClone();
        stored["id"] = id;
        var update = Operation(type, "update, or create under this id", [Id(id), Header("If-Match"), Header("Prefer")], type);
        update["requestBody"] = Body(stored);
        update["responses"]!["201"] = Response("created", type);
        var delete = Operation(type, "delete", [Id(id), Header("If-Match")], null, "204");
        paths[$"/{type}/{{id}}"] = new JsonObject
        {
            ["get"] = Operation(type, "read", [Id(id), Query("_summary", "string", null), Pretty(), Header("If-None-Match")], type),
            ["put"] = update,
            ["delete"] = delete,
        };
        paths[$"/{type}/{{id}}/_history"] = new JsonObject { ["get"] = Operation(type, "history of one resource", [Id(id), Query("_count", "integer", "10"), Pretty()], "Bundle") };
        paths[$"/{type}/{{id}}/_history/{{vid}}"] = new JsonObject
        {
            ["get"] = Operation(type, "vread: one version", [Id(id), Path("vid", "1"), Pretty()], type),
        };
    }

    private static JsonObject Transaction()
    {
        var transaction = Operation("Server", "transaction: all entries or none; batch: each entry on its own", [Header("Prefer")], "Bundle");
        transaction["requestBody"] = Body(Example("transaction"));
        return transaction;
    }

    internal static JsonObject Operation(string tag, string summary, JsonNode[] parameters, string? answer, string status = "200") => new()
    {
        ["tags"] = new JsonArray(tag),
        ["summary"] = summary,
        ["parameters"] = new JsonArray(parameters),
        ["responses"] = new JsonObject
        {
            [status] = answer is null ? new JsonObject { ["description"] = "done" } : Response("done", answer),
            ["default"] = Response("refused", "OperationOutcome"),
        },
    };

    private static JsonObject Response(string description, string type) => new()
    {
        ["description"] = $"{description}: {type}",
        ["content"] = new JsonObject { [Json] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } },
    };

    internal static JsonObject Body(JsonObject example) => new()
    {
        ["required"] = true,
        ["content"] = new JsonObject { [Json] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" }, ["example"] = example.DeepClone() } },
    };

    internal static JsonObject Id(string example) => Path("id", example);

    private static JsonObject Path(string name, string example) => new()
    {
        ["name"] = name,
        ["in"] = "path",
        ["required"] = true,
        ["schema"] = new JsonObject { ["type"] = "string" },
        ["example"] = example,
    };

    internal static JsonObject Query(string name, string type, string? example)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = "query", ["schema"] = new JsonObject { ["type"] = type } };
        if (example is not null)
        {
            parameter["example"] = type == "integer" ? int.Parse(example, System.Globalization.CultureInfo.InvariantCulture) : example;
        }

        return parameter;
    }

    internal static JsonObject Pretty() => Query("_pretty", "boolean", null);

    private static JsonObject Header(string name) => new() { ["name"] = name, ["in"] = "header", ["schema"] = new JsonObject { ["type"] = "string" } };
}
