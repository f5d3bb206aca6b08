using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// Writes the CapabilityStatement (http://hl7.org/fhir/R4/capabilitystatement.html) from the routes, the schema and the search parameters that are there, once
/// per base url, and keeps its bytes. Safe for any number of threads.
/// </summary>
internal sealed class CapabilityStatementSource(FhirService service)
{
    // Callers choose the Host header, so the number of kept statements is bounded.
    private const int MaxKept = 16;

    private static readonly string[] InstanceInteractions =
        ["read", "vread", "update", "delete", "history-instance", "history-type", "create", "search-type"];

    private const string SubscriptionsText =
        "Channel rest-hook, without payload (POST) or with application/fhir+json or application/fhir+xml (PUT [endpoint]/[type]/[id]). Criteria are those of a search of one type that looks at no " +
        "other resource; every matching version is delivered at least once, in order. The operator lists where notifications may go. $status tells how a subscription is doing.";

    /// <summary>The compartments that can be searched, as the specification names their definitions.</summary>
    public static readonly string[] Compartments = ["patient", "encounter", "relatedPerson", "practitioner", "device"];

    private readonly ConcurrentDictionary<(string Base, bool Terminology), (byte[] Content, string ETag)> kept = new();

    private static string Version { get; } =
        typeof(CapabilityStatementSource).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>The statement for callers that see the server under this base, and its tag.</summary>
    /// <param name="root">The FHIR base.</param>
    /// <param name="terminology">Whether the TerminologyCapabilities are asked for instead.</param>
    public (byte[] Content, string ETag) For(string root, bool terminology)
    {
        if (kept.TryGetValue((root, terminology), out var known))
        {
            return known;
        }

        using var buffer = new OutputBuffer();
        using (var json = new Utf8JsonWriter(buffer, OperationOutcomeWriter.WriterOptions))
        {
            if (terminology)
            {
                WriteTerminology(json, root);
            }
            else
            {
                Write(json, root);
            }
        }

        var content = buffer.ToArray();
        var made = (content, $"W/\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"");
        if (kept.Count < MaxKept)
        {
            kept[(root, terminology)] = made;
        }

        return made;
    }

    private void Write(Utf8JsonWriter json, string root)
    {
        WriteHead(json, "CapabilityStatement", $"{root}/metadata", "FhirPsychAcuteServer", "FhirPsychAcute: FHIR R4 server for Danish acute psychiatry", root);
        json.WriteString("fhirVersion"u8, service.Schema.FhirVersion);
        WriteStrings(json, "format", "application/fhir+json", "json", "application/fhir+xml", "xml");
        json.WriteStartArray("rest"u8);
        json.WriteStartObject();
        json.WriteString("mode"u8, "server"u8);
        json.WriteString(
            "documentation"u8,
            "Conditional create, read, update and delete are supported; a conditional delete that finds several resources is refused. " +
            "Transactions are stored as one unit. Links to further pages carry an opaque _cursor and stay valid while others write.");
        json.WriteStartObject("security"u8);
        json.WriteBoolean("cors"u8, value: true);
        json.WriteEndObject();
        WriteResources(json);
        WriteCodes(json, "interaction", "transaction", "batch", "search-system", "history-system");
        WriteSystemParameters(json);
        WriteOperations(json, OperationTable.All.Where(operation => operation.IsOn(OperationLevels.System, null)));
        WriteStrings(json, "compartment", [.. Compartments.Select(name => $"http://hl7.org/fhir/CompartmentDefinition/{name}")]);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteResources(Utf8JsonWriter json)
    {
        var included = ReverseIncludes();
        json.WriteStartArray("resource"u8);
        foreach (var type in service.Schema.ResourceTypes)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type.Name);
            json.WriteString("profile"u8, $"http://hl7.org/fhir/StructureDefinition/{type.Name}");
            if (type.Name == "Subscription")
            {
                json.WriteString("documentation"u8, SubscriptionsText);
            }

            WriteCodes(json, "interaction", InstanceInteractions);
            json.WriteString("versioning"u8, "versioned"u8);
            json.WriteBoolean("readHistory"u8, value: true);
            json.WriteBoolean("updateCreate"u8, value: true);
            json.WriteBoolean("conditionalCreate"u8, value: true);
            json.WriteString("conditionalRead"u8, "full-support"u8);
            json.WriteBoolean("conditionalUpdate"u8, value: true);
            json.WriteString("conditionalDelete"u8, "single"u8);
            WriteStrings(json, "referencePolicy", "literal", "logical", "local");
            var parameters = service.Search.Parameters(type.Name);
            WriteStrings(json, "searchInclude", [.. parameters.Where(p => p.Type == SearchParameterType.Reference).Select(p => $"{type.Name}:{p.Code}")]);
            WriteStrings(json, "searchRevInclude", [.. included.GetValueOrDefault(type.Name) ?? []]);
            WriteParameters(json, parameters);
            WriteOperations(json, OperationTable.All.Where(operation => operation.IsOn(OperationLevels.Type | OperationLevels.Instance, type.Name)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private Dictionary<string, List<string>> ReverseIncludes()
    {
        var included = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var type in service.Schema.ResourceTypes)
        {
            foreach (var parameter in service.Search.Parameters(type.Name))
            {
                foreach (var target in parameter.Targets)
                {
                    if (!included.TryGetValue(target, out var list))
                    {
                        included[target] = list = [];
                    }

                    list.Add($"{type.Name}:{parameter.Code}");
                }
            }
        }

        return included;
    }

    private static void WriteParameters(Utf8JsonWriter json, IReadOnlyList<ResourceSearchParameter> parameters)
    {
        if (parameters.Count == 0)
        {
            return;
        }

        json.WriteStartArray("searchParam"u8);
        foreach (var parameter in parameters)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, parameter.Code);
            json.WriteString("definition"u8, parameter.Definition.Url);
            json.WriteString("type"u8, parameter.Type.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOperations(Utf8JsonWriter json, IEnumerable<Operation> operations)
    {
        var any = false;
        foreach (var operation in operations)
        {
            if (!any)
            {
                json.WriteStartArray("operation"u8);
                any = true;
            }

            json.WriteStartObject();
            json.WriteString("name"u8, operation.Name);
            json.WriteString("definition"u8, operation.Definition);
            json.WriteEndObject();
        }

        if (any)
        {
            json.WriteEndArray();
        }
    }

    // Parameters that every type has can be searched over all types.
    private void WriteSystemParameters(Utf8JsonWriter json) =>
        WriteParameters(json, [.. service.Search.Parameters("Patient").Where(parameter => parameter.Code.StartsWith('_'))]);

    private static void WriteTerminology(Utf8JsonWriter json, string root)
    {
        WriteHead(json, "TerminologyCapabilities", $"{root}/metadata?mode=terminology", "FhirPsychAcuteTerminology", "FhirPsychAcute: no terminology operations yet", root);
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, string type, string url, string name, string title, string root)
    {
        json.WriteStartObject();
        json.WriteString("resourceType"u8, type);
        json.WriteString("url"u8, url);
        json.WriteString("version"u8, Version);
        json.WriteString("name"u8, name);
        json.WriteString("title"u8, title);
        json.WriteString("status"u8, "active"u8);
        json.WriteString("date"u8, File.GetLastWriteTimeUtc(typeof(CapabilityStatementSource).Assembly.Location).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("publisher"u8, "FhirPsychAcute"u8);
        json.WriteString("kind"u8, "instance"u8);
        json.WriteStartObject("software"u8);
        json.WriteString("name"u8, "FhirPsychAcute"u8);
        json.WriteString("version"u8, Version);
        json.WriteEndObject();
        json.WriteStartObject("implementation"u8);
        json.WriteString("description"u8, "FhirPsychAcute"u8);
        json.WriteString("url"u8, root);
        json.WriteEndObject();
    }

    private static void WriteCodes(Utf8JsonWriter json, string name, params string[] codes)
    {
        json.WriteStartArray(name);
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, params string[] values)
    {
        if (values.Length == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
