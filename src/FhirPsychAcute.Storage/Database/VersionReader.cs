namespace FhirPsychAcute.Storage.Database;

/// <summary>Point reads of versions.</summary>
internal sealed class VersionReader(StoreNames names)
{
    private const string CurrentSql =
        "SELECT v.version, v.last_updated, v.method, v.content FROM resource r JOIN resource_version v ON v.seq = r.seq WHERE r.type_id = ? AND r.id = ?";

    private const string VersionSql =
        "SELECT v.version, v.last_updated, v.method, v.content FROM resource r JOIN resource_version v ON v.resource_key = r.resource_key "
        + "WHERE r.type_id = ? AND r.id = ? AND v.version = ?";

    /// <summary>The current version; null when the id was never used.</summary>
    public StoredVersion? Current(StoreConnection connection, string type, string id)
    {
        var typeId = names.TypeId(type);
        if (typeId == 0)
        {
            return null;
        }

        using var select = connection.Prepare(CurrentSql);
        select.Bind(1, typeId);
        select.Bind(2, id);
        return select.Read() ? Row(select, type, id) : null;
    }

    /// <summary>A particular version; null when there is none.</summary>
    public StoredVersion? Version(StoreConnection connection, string type, string id, long version)
    {
        var typeId = names.TypeId(type);
        if (typeId == 0)
        {
            return null;
        }

        using var select = connection.Prepare(VersionSql);
        select.Bind(1, typeId);
        select.Bind(2, id);
        select.Bind(3, version);
        return select.Read() ? Row(select, type, id) : null;
    }

    /// <summary>The version in the current row, whose columns from <paramref name="column"/> on are version, last_updated, method, content.</summary>
    public static StoredVersion Row(StoreStatement select, string type, string id, int column = 0) => new(
        type,
        id,
        select.GetInt64(column),
        StoreTime.To(select.GetInt64(column + 1)),
        (VersionMethod)select.GetInt64(column + 2),
        select.GetBytes(column + 3));
}
