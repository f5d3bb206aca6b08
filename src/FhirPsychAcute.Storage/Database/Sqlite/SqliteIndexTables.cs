using FhirPsychAcute.Storage.Writing;

namespace FhirPsychAcute.Storage.Database.Sqlite;

/// <summary>Fills and empties the index tables: one prepared statement a table, text bound in place. This is where most of a write's time goes.</summary>
internal sealed unsafe class SqliteIndexTables(SqliteConnection connection)
{
    private static readonly string[] Names =
        ["index_token", "index_string", "index_date", "index_number", "index_quantity", "index_uri", "index_reference"];

    // Columns in the order in which Bind binds them; the first so many are the key.
    private static readonly (int KeyColumns, string[] Columns)[] Columns =
    [
        (5, ["param", "resource_key", "grp", "code", "system_id"]),
        (4, ["param", "resource_key", "folded", "ordinal", "grp", "exact"]),
        (5, ["param", "resource_key", "grp", "start_at", "end_at"]),
        (5, ["param", "resource_key", "grp", "low", "high"]),
        (7, ["param", "resource_key", "grp", "low", "high", "code", "system_id"]),
        (4, ["param", "resource_key", "grp", "value"]),
        (6, ["param", "resource_key", "grp", "target_key", "url", "target_version"]),
    ];

    private readonly nint[] inserts = new nint[Names.Length];
    private readonly nint[] deletes = new nint[Names.Length];

    /// <summary>Inserts rows; those that are there already stay.</summary>
    public void Insert(IndexTable table, ReadOnlySpan<IndexEntryReference> rows)
    {
        ref var statement = ref inserts[(int)table];
        if (statement == 0)
        {
            var columns = Columns[(int)table].Columns;
            statement = connection.Compile(
                $"INSERT INTO {Names[(int)table]} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))}) ON CONFLICT DO NOTHING");
        }

        Run(statement, rows, isDelete: false);
    }

    /// <summary>Deletes rows.</summary>
    public void Delete(IndexTable table, ReadOnlySpan<IndexEntryReference> rows)
    {
        ref var statement = ref deletes[(int)table];
        if (statement == 0)
        {
            var (keys, columns) = Columns[(int)table];
            statement = connection.Compile(
                $"DELETE FROM {Names[(int)table]} WHERE {string.Join(" AND ", columns.Take(keys).Select(column => column + " = ?"))}");
        }

        Run(statement, rows, isDelete: true);
    }

    /// <summary>Ends the statements.</summary>
    public void Close()
    {
        foreach (var statement in inserts.Concat(deletes))
        {
            _ = SqliteNative.Finalize(statement);
        }
    }

    private void Run(nint statement, ReadOnlySpan<IndexEntryReference> rows, bool isDelete)
    {
        foreach (ref readonly var row in rows)
        {
            fixed (byte* bytes = row.Bytes)
            {
                Bind(statement, row.ResourceKey, new ReadOnlySpan<byte>(bytes, row.Length), isDelete);
                var result = SqliteNative.Step(statement);
                if (result != SqliteNative.Done)
                {
                    var failure = connection.Failure(result);
                    _ = SqliteNative.Reset(statement);
                    throw failure;
                }

                _ = SqliteNative.Reset(statement);
            }
        }
    }

    private static void Bind(nint statement, long resourceKey, ReadOnlySpan<byte> bytes, bool isDelete)
    {
        var entry = IndexEntry.Read(bytes);
        _ = SqliteNative.BindInt64(statement, 1, entry.Parameter);
        _ = SqliteNative.BindInt64(statement, 2, resourceKey);
        switch (entry.Kind)
        {
            case IndexTable.String:
                BindText(statement, 3, entry.Text);
                _ = SqliteNative.BindInt64(statement, 4, entry.Ordinal);
                if (!isDelete)
                {
                    _ = SqliteNative.BindInt64(statement, 5, entry.Group);
                    BindText(statement, 6, entry.SecondText);
                }

                return;
            case IndexTable.Token:
                BindText(statement, 4, entry.Text);
                _ = SqliteNative.BindInt64(statement, 5, entry.System);
                break;
            case IndexTable.Date:
                _ = SqliteNative.BindInt64(statement, 4, entry.Start);
                _ = SqliteNative.BindInt64(statement, 5, entry.End);
                break;
            case IndexTable.Number:
                _ = SqliteNative.BindDouble(statement, 4, entry.Low);
                _ = SqliteNative.BindDouble(statement, 5, entry.High);
                break;
            case IndexTable.Quantity:
                _ = SqliteNative.BindDouble(statement, 4, entry.Low);
                _ = SqliteNative.BindDouble(statement, 5, entry.High);
                BindText(statement, 6, entry.Text);
                _ = SqliteNative.BindInt64(statement, 7, entry.System);
                break;
            case IndexTable.Uri:
                BindText(statement, 4, entry.Text);
                break;
            case IndexTable.Reference:
                _ = SqliteNative.BindInt64(statement, 4, entry.Target);
                BindText(statement, 5, entry.Text);
                BindText(statement, 6, entry.SecondText);
                break;
        }

        _ = SqliteNative.BindInt64(statement, 3, entry.Group);
    }

    // The bytes are pinned until the statement is reset. Empty text needs an address, or it would be NULL.
    private static void BindText(nint statement, int parameter, ReadOnlySpan<byte> text)
    {
        fixed (byte* bytes = text)
        {
            byte nothing;
            _ = text.IsEmpty
                ? SqliteNative.BindText(statement, parameter, &nothing, 0, SqliteNative.Transient)
                : SqliteNative.BindText(statement, parameter, bytes, text.Length, SqliteNative.Static);
        }
    }
}
