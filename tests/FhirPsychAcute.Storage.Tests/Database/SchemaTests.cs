using System.Runtime.CompilerServices;
using FhirPsychAcute.Storage.Database;
using FhirPsychAcute.Storage.Database.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace FhirPsychAcute.Storage.Tests.Database;

public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Set UPDATE_SCHEMA_SCRIPT=1 to write the script anew after a change of the migrations.</summary>
    [Fact]
    public void The_schema_script_is_what_the_migrations_give()
    {
        using var context = Context("a.db");
        var script = string.Join('\n', context.GetService<IMigrator>().GenerateScript()
            .ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim() is not ("BEGIN TRANSACTION;" or "COMMIT;"))).Trim('\n', '\uFEFF') + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA_SCRIPT") == "1")
        {
            File.WriteAllText(Path.Combine(SourceFolder(), "../../../src/FhirPsychAcute.Storage/Database/Sqlite/Schema.sql"), script);
        }

        Assert.Equal(script, SqliteProvider.SchemaScript());
    }

    [Fact]
    public void The_migrations_make_the_tables_and_indexes_of_the_model()
    {
        using var migrated = Context("migrated.db");
        migrated.Database.Migrate();
        using var modelled = Context("modelled.db");
        modelled.GetService<IRelationalDatabaseCreator>().Create();
        modelled.GetService<IRelationalDatabaseCreator>().CreateTables();

        Assert.Equal(Describe("modelled.db"), Describe("migrated.db"));
    }

    [Fact]
    public void Index_tables_are_clustered_by_their_primary_key()
    {
        using var migrated = Context("migrated.db");
        migrated.Database.Migrate();

        Assert.Equal(
            ["index_date", "index_number", "index_quantity", "index_reference", "index_string", "index_token", "index_uri"],
            Rows("migrated.db", "SELECT name FROM pragma_table_list WHERE wr = 1 AND schema = 'main' ORDER BY name"));
    }

    private FhirDbContext Context(string name)
    {
        using var provider = new SqliteProvider(new StorageOptions { DataFile = folder.File(name) }, NullLogger.Instance);
        return provider.CreateContext();
    }

    private List<string> Describe(string name) =>
        Rows(name, """
            SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' pk' || c.pk FROM pragma_table_list t JOIN pragma_table_info(t.name) c
            WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
            UNION ALL
            SELECT t.name || ': ' || i.name || ' unique ' || i."unique" || ' (' || (SELECT group_concat(name) FROM pragma_index_info(i.name)) || ')'
            FROM pragma_table_list t JOIN pragma_index_list(t.name) i WHERE t.schema = 'main' AND i.origin = 'c'
            ORDER BY 1
            """);

    private List<string> Rows(string name, string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = folder.File(name), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
