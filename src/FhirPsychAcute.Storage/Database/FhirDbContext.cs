using FhirPsychAcute.Storage.Database.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FhirPsychAcute.Storage.Database;

/// <summary>
/// The tables as EF Core sees them: for migrations and cold paths (reports, repair, tests). Reads and writes of resources use prepared statements instead
/// (<see cref="StoreConnection"/>); building this model costs more than opening the store may.
/// </summary>
internal sealed class FhirDbContext(DbContextOptions<FhirDbContext> options) : DbContext(options)
{
    /// <summary>Marks a table that should be stored as its primary key's b-tree; the provider says how.</summary>
    public const string Clustered = "FhirPsychAcute:Clustered";

    public DbSet<ResourceTypeRow> ResourceTypes => Set<ResourceTypeRow>();

    public DbSet<SearchParameterRow> SearchParameters => Set<SearchParameterRow>();

    public DbSet<ResourceRow> Resources => Set<ResourceRow>();

    public DbSet<ResourceVersionRow> ResourceVersions => Set<ResourceVersionRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Names(modelBuilder);
        Resource(modelBuilder);
        Index<IndexTokenRow>(modelBuilder, "index_token", row => new { row.Param, row.Code, row.SystemId, row.ResourceKey, row.Grp });
        var strings = Index<IndexStringRow>(modelBuilder, "index_string", row => new { row.Param, row.Folded, row.ResourceKey, row.Ordinal });
        strings.HasIndex(row => new { row.ResourceKey, row.Param });
        var dates = Index<IndexDateRow>(modelBuilder, "index_date", row => new { row.Param, row.StartAt, row.EndAt, row.ResourceKey, row.Grp });
        dates.HasIndex(row => new { row.Param, row.EndAt });
        dates.HasIndex(row => new { row.ResourceKey, row.Param });
        var numbers = Index<IndexNumberRow>(modelBuilder, "index_number", row => new { row.Param, row.Low, row.High, row.ResourceKey, row.Grp });
        numbers.HasIndex(row => new { row.ResourceKey, row.Param });
        var quantities = Index<IndexQuantityRow>(
            modelBuilder, "index_quantity", row => new { row.Param, row.Low, row.High, row.Code, row.SystemId, row.ResourceKey, row.Grp });
        quantities.HasIndex(row => new { row.ResourceKey, row.Param });
        Index<IndexUriRow>(modelBuilder, "index_uri", row => new { row.Param, row.Value, row.ResourceKey, row.Grp });
        var references = Index<IndexReferenceRow>(
            modelBuilder, "index_reference", row => new { row.Param, row.TargetKey, row.Url, row.ResourceKey, row.TargetVersion, row.Grp });
        references.HasIndex(row => new { row.ResourceKey, row.Param });
        SnakeCase(modelBuilder);
    }

    private static void Names(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ResourceTypeRow>(table =>
        {
            table.ToTable("resource_type").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.Name).IsUnique();
        });
        modelBuilder.Entity<IndexSystemRow>(table =>
        {
            table.ToTable("index_system").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.Url).IsUnique();
        });
        modelBuilder.Entity<SearchParameterRow>(table =>
        {
            table.ToTable("search_parameter").HasKey(row => row.Number);
            table.Property(row => row.Number).ValueGeneratedNever();
            table.HasIndex(row => new { row.TypeId, row.Url }).IsUnique();
        });
    }

    private static void Resource(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ResourceRow>(table =>
        {
            table.ToTable("resource").HasKey(row => row.ResourceKey);
            table.Property(row => row.ResourceKey).ValueGeneratedNever();

            // By EF Core's convention a property named Id would be the key, which this one is not.
            table.Property(row => row.Id).IsRequired();
            table.HasIndex(row => new { row.TypeId, row.Id }).IsUnique();
            table.HasIndex(row => new { row.TypeId, row.State, row.ResourceKey });
            table.HasIndex(row => new { row.TypeId, row.State, row.LastUpdated });
        });
        modelBuilder.Entity<ResourceVersionRow>(table =>
        {
            table.ToTable("resource_version").HasKey(row => row.Seq);
            table.Property(row => row.Seq).ValueGeneratedNever();
            table.HasIndex(row => new { row.ResourceKey, row.Version }).IsUnique();
            table.HasIndex(row => new { row.TypeId, row.Seq });
            table.HasIndex(row => row.LastUpdated);
        });
        modelBuilder.Entity<StoreStateRow>().ToTable("store_state").HasKey(row => row.Name);
        modelBuilder.Entity<FeedPositionRow>().ToTable("feed_position").HasKey(row => row.Follower);
        modelBuilder.Entity<FeedRefusalRow>().ToTable("feed_refusal").HasKey(row => new { row.Follower, row.Seq });
    }

    private static EntityTypeBuilder<TRow> Index<TRow>(
        ModelBuilder modelBuilder, string table, System.Linq.Expressions.Expression<Func<TRow, object?>> key)
        where TRow : class
    {
        var builder = modelBuilder.Entity<TRow>().ToTable(table).HasAnnotation(Clustered, value: true);
        builder.HasKey(key);
        return builder;
    }

    // Columns are named as the SQL of this project writes them.
    private static void SnakeCase(ModelBuilder modelBuilder)
    {
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(string.Concat(property.Name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString())));
        }
    }
}
