namespace FhirPsychAcute.Architecture.Tests;

/// <summary>Dependencies point one way: Model, FhirPath, Conformance, Psychiatry; Storage on Model and FhirPath; Server and Cli on top.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Model"] = [],
        ["FhirPath"] = ["Model"],
        ["Conformance"] = ["Model", "FhirPath"],
        ["Psychiatry"] = ["Model", "FhirPath", "Conformance"],
        ["Storage"] = ["Model", "FhirPath"],
        ["Definitions"] = ["Model"],
        ["Server"] = ["Model", "FhirPath", "Conformance", "Psychiatry", "Storage"],
        ["Cli"] = ["Model", "FhirPath", "Conformance", "Psychiatry", "Storage", "Server"],
    };

    public static TheoryData<string> Rooms => [.. ProjectFile.Rooms.Select(project => project.Room)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_the_rooms_below_it(string room)
    {
        Assert.True(Allowed.ContainsKey(room), $"{room} is a new room: add it to the table of allowed references.");
        Assert.Empty(Project(room).References.Except(Allowed[room], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Only_Storage_uses_database_packages(string room)
    {
        var database = Project(room).Packages.Where(package => StartsWithAny(package, "Microsoft.EntityFrameworkCore", "Microsoft.Data.", "SQLitePCLRaw", "Npgsql"));

        Assert.True(room is "Storage" || !database.Any(), $"{room} uses {string.Join(", ", database)}.");
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Only_Server_uses_AspNetCore(string room)
    {
        var project = Project(room);
        var http = project.Packages.Where(package => StartsWithAny(package, "Microsoft.AspNetCore", "Swashbuckle")).ToList();
        if (string.Equals(project.Sdk, "Microsoft.NET.Sdk.Web", StringComparison.Ordinal))
        {
            http.Add(project.Sdk);
        }

        Assert.True(room is "Server" || http.Count == 0, $"{room} uses {string.Join(", ", http)}.");
    }

    [Fact]
    public void Only_Model_reads_JSON_tokens()
    {
        const string token = "Utf8Json" + "Reader";
        var offenders = TrackedFiles.Sources("src/")
            .Where(file => !file.StartsWith("src/FhirPsychAcute.Model/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(Checkout.Locate(file)).Contains(token, StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    private static ProjectFile Project(string room) => ProjectFile.Rooms.Single(project => string.Equals(project.Room, room, StringComparison.Ordinal));

    private static bool StartsWithAny(string text, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
