using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FhirPsychAcute.Storage.Database.Migrations;

/// <summary>What followers of the change feed keep: how far they have come, and the versions that they gave up.</summary>
[DbContext(typeof(FhirDbContext))]
[Migration(Id)]
internal sealed class FeedFollowersMigration : Migration
{
    public const string Id = "20261122000000_FeedFollowers";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "feed_position",
            table => new { follower = table.Column<string>(), seq = table.Column<long>(), taken = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_feed_position", row => row.follower));
        migrationBuilder.CreateTable(
            "feed_refusal",
            table => new
            {
                follower = table.Column<string>(),
                seq = table.Column<long>(),
                given_up = table.Column<long>(),
                attempts = table.Column<int>(),
                reason = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_feed_refusal", row => new { row.follower, row.seq }));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("feed_refusal");
        migrationBuilder.DropTable("feed_position");
    }
}
