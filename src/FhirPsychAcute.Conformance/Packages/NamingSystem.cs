using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>One of the ids of a naming system.</summary>
/// <param name="Type">oid, uuid, uri or other.</param>
/// <param name="Value">As the naming system gives it: an OID and a UUID bare.</param>
/// <param name="IsPreferred">Whether it is the one to use among those of its type.</param>
public sealed record NamingSystemId(string Type, string Value, bool IsPreferred);

/// <summary>A namespace of codes or identifiers and the ids by which it is known (http://hl7.org/fhir/R4/namingsystem.html).</summary>
/// <param name="Definition">The resource.</param>
/// <param name="Kind">codesystem, identifier or root.</param>
/// <param name="Ids">Its ids.</param>
public sealed record NamingSystem(Definition Definition, string Kind, IReadOnlyList<NamingSystemId> Ids)
{
    private const string OidPrefix = "urn:oid:";
    private const string UuidPrefix = "urn:uuid:";

    /// <summary>
    /// The uri to use for it in FHIR: the preferred one, else the first, else the preferred OID or UUID as an urn; null where it has none of these.
    /// </summary>
    public string? PreferredUri =>
        Preferred("uri") ?? (Preferred("oid") is { } oid ? OidPrefix + Key(oid) : Preferred("uuid") is { } uuid ? UuidPrefix + Key(uuid) : null);

    private string? Preferred(string type) =>
        (Ids.FirstOrDefault(id => id.Type == type && id.IsPreferred) ?? Ids.FirstOrDefault(id => id.Type == type))?.Value;

    /// <summary>The form in which unique ids are compared: OIDs and UUIDs bare, UUIDs in lower case.</summary>
    internal static string Key(string uniqueId) =>
        uniqueId.StartsWith(OidPrefix, StringComparison.OrdinalIgnoreCase) ? uniqueId[OidPrefix.Length..]
        : uniqueId.StartsWith(UuidPrefix, StringComparison.OrdinalIgnoreCase) ? uniqueId[UuidPrefix.Length..].ToLowerInvariant()
        : uniqueId;

    /// <summary>The naming systems among some definitions by each of their ids; of two with the same id the first counts. One that is damaged is left out.</summary>
    internal static Dictionary<string, NamingSystem> ByKey(IEnumerable<Definition> definitions)
    {
        var table = new Dictionary<string, NamingSystem>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            NamingSystem namingSystem;
            try
            {
                namingSystem = Read(definition);
            }
            catch (InvalidDataException)
            {
                continue;
            }

            foreach (var id in namingSystem.Ids)
            {
                table.TryAdd(Key(id.Value), namingSystem);
            }
        }

        return table;
    }

    private static NamingSystem Read(Definition definition)
    {
        var root = definition.Document.Root;
        var ids = new List<NamingSystemId>();
        foreach (var id in root.ChildrenNamed("uniqueId"))
        {
            if (id.ChildValue("type") is { } type && id.ChildValue("value") is { } value)
            {
                ids.Add(new NamingSystemId(type, value, id.ChildValue("preferred") == "true"));
            }
        }

        return new NamingSystem(definition, root.ChildValue("kind") ?? "", ids);
    }
}
