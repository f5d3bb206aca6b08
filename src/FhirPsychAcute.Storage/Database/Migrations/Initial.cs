using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace FhirPsychAcute.Storage.Database.Migrations;

/// <summary>The first schema. Columns name no store type, so that each provider chooses its own.</summary>
[DbContext(typeof(FhirDbContext))]
[Migration(Id)]
internal sealed class Initial : Migration
{
    public const string Id = "20260101000000_Initial";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateNames(migrationBuilder);
        CreateResources(migrationBuilder);
        CreateTextIndexes(migrationBuilder);
        CreateNumericIndexes(migrationBuilder);
        CreateReferenceIndex(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])[
            "index_reference", "index_uri", "index_quantity", "index_number", "index_date", "index_string", "index_token",
            "store_state", "resource_version", "resource", "search_parameter", "index_system", "resource_type"])
        {
            migrationBuilder.DropTable(table);
        }
    }

    private static void CreateNames(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "resource_type",
            table => new { id = table.Column<int>(), name = table.Column<string>() },
            constraints: table => table.PrimaryKey("PK_resource_type", row => row.id));
        migrationBuilder.CreateIndex("IX_resource_type_name", "resource_type", "name", unique: true);

        migrationBuilder.CreateTable(
            "index_system",
            table => new { id = table.Column<long>(), url = table.Column<string>() },
            constraints: table => table.PrimaryKey("PK_index_system", row => row.id));
        migrationBuilder.CreateIndex("IX_index_system_url", "index_system", "url", unique: true);

        migrationBuilder.CreateTable(
            "search_parameter",
            table => new { number = table.Column<int>(), type_id = table.Column<int>(), url = table.Column<string>() },
            constraints: table => table.PrimaryKey("PK_search_parameter", row => row.number));
        migrationBuilder.CreateIndex("IX_search_parameter_type_id_url", "search_parameter", ["type_id", "url"], unique: true);
    }

    private static void CreateResources(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "resource",
            table => new
            {
                resource_key = table.Column<long>(),
                type_id = table.Column<int>(),
                id = table.Column<string>(),
                state = table.Column<short>(),
                version = table.Column<long>(),
                seq = table.Column<long>(),
                last_updated = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_resource", row => row.resource_key));
        migrationBuilder.CreateIndex("IX_resource_type_id_id", "resource", ["type_id", "id"], unique: true);
        migrationBuilder.CreateIndex("IX_resource_type_id_state_resource_key", "resource", ["type_id", "state", "resource_key"]);
        migrationBuilder.CreateIndex("IX_resource_type_id_state_last_updated", "resource", ["type_id", "state", "last_updated"]);

        migrationBuilder.CreateTable(
            "resource_version",
            table => new
            {
                seq = table.Column<long>(),
                resource_key = table.Column<long>(),
                type_id = table.Column<int>(),
                version = table.Column<long>(),
                last_updated = table.Column<long>(),
                method = table.Column<byte>(),
                entries = table.Column<byte[]>(),
                content = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_resource_version", row => row.seq));
        migrationBuilder.CreateIndex("IX_resource_version_resource_key_version", "resource_version", ["resource_key", "version"], unique: true);
        migrationBuilder.CreateIndex("IX_resource_version_type_id_seq", "resource_version", ["type_id", "seq"]);
        migrationBuilder.CreateIndex("IX_resource_version_last_updated", "resource_version", "last_updated");

        migrationBuilder.CreateTable(
            "store_state",
            table => new { name = table.Column<string>(), value = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_store_state", row => row.name));
        migrationBuilder.Sql("INSERT INTO store_state (name, value) VALUES ('indexed_seq', 0);");
    }

    private static void CreateTextIndexes(MigrationBuilder migrationBuilder)
    {
        Clustered(migrationBuilder.CreateTable(
            "index_token",
            table => new
            {
                param = table.Column<int>(),
                code = table.Column<string>(),
                system_id = table.Column<long>(),
                resource_key = table.Column<long>(),
                grp = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_index_token", row => new { row.param, row.code, row.system_id, row.resource_key, row.grp })));

        Clustered(migrationBuilder.CreateTable(
            "index_string",
            table => new
            {
                param = table.Column<int>(),
                folded = table.Column<string>(),
                resource_key = table.Column<long>(),
                ordinal = table.Column<int>(),
                grp = table.Column<int>(),
                exact = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_index_string", row => new { row.param, row.folded, row.resource_key, row.ordinal })));
        migrationBuilder.CreateIndex("IX_index_string_resource_key_param", "index_string", ["resource_key", "param"]);

        Clustered(migrationBuilder.CreateTable(
            "index_uri",
            table => new
            {
                param = table.Column<int>(),
                value = table.Column<string>(),
                resource_key = table.Column<long>(),
                grp = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_index_uri", row => new { row.param, row.value, row.resource_key, row.grp })));
    }

    private static void CreateNumericIndexes(MigrationBuilder migrationBuilder)
    {
        Clustered(migrationBuilder.CreateTable(
            "index_date",
            table => new
            {
                param = table.Column<int>(),
                start_at = table.Column<long>(),
                end_at = table.Column<long>(),
                resource_key = table.Column<long>(),
                grp = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_index_date", row => new { row.param, row.start_at, row.end_at, row.resource_key, row.grp })));
        migrationBuilder.CreateIndex("IX_index_date_param_end_at", "index_date", ["param", "end_at"]);
        migrationBuilder.CreateIndex("IX_index_date_resource_key_param", "index_date", ["resource_key", "param"]);

        Clustered(migrationBuilder.CreateTable(
            "index_number",
            table => new
            {
                param = table.Column<int>(),
                low = table.Column<double>(),
                high = table.Column<double>(),
                resource_key = table.Column<long>(),
                grp = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_index_number", row => new { row.param, row.low, row.high, row.resource_key, row.grp })));
        migrationBuilder.CreateIndex("IX_index_number_resource_key_param", "index_number", ["resource_key", "param"]);

        Clustered(migrationBuilder.CreateTable(
            "index_quantity",
            table => new
            {
                param = table.Column<int>(),
                low = table.Column<double>(),
                high = table.Column<double>(),
                code = table.Column<string>(),
                system_id = table.Column<long>(),
                resource_key = table.Column<long>(),
                grp = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey(
                "PK_index_quantity", row => new { row.param, row.low, row.high, row.code, row.system_id, row.resource_key, row.grp })));
        migrationBuilder.CreateIndex("IX_index_quantity_resource_key_param", "index_quantity", ["resource_key", "param"]);
    }

    private static void CreateReferenceIndex(MigrationBuilder migrationBuilder)
    {
        Clustered(migrationBuilder.CreateTable(
            "index_reference",
            table => new
            {
                param = table.Column<int>(),
                target_key = table.Column<long>(),
                url = table.Column<string>(),
                resource_key = table.Column<long>(),
                target_version = table.Column<string>(),
                grp = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey(
                "PK_index_reference", row => new { row.param, row.target_key, row.url, row.resource_key, row.target_version, row.grp })));
        migrationBuilder.CreateIndex("IX_index_reference_resource_key_param", "index_reference", ["resource_key", "param"]);
    }

    private static void Clustered<TColumns>(CreateTableBuilder<TColumns> table) => table.Annotation(FhirDbContext.Clustered, value: true);
}
