using System.Text.RegularExpressions;

namespace FhirPsychAcute.Architecture.Tests;

/// <summary>Every room introduces itself, no file outgrows its idea, and nothing names the machine it was written on.</summary>
public sealed partial class SourceTreeTests
{
    private const int LongestSource = 500;

    [Fact]
    public void Every_room_has_a_README()
    {
        var without = ProjectFile.Rooms.Where(room => !File.Exists(Path.Combine(room.Folder, "README.md"))).Select(room => room.Room);

        Assert.Empty(without);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Checkout.Locate("FhirPsychAcute.sln")).Replace('\\', '/');
        var missing = TrackedFiles.All.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && !solution.Contains($"\"{file}\"", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [Fact]
    public void No_source_file_is_longer_than_500_lines()
    {
        var tooLong = TrackedFiles.Sources().Where(file => File.ReadLines(Checkout.Locate(file)).Count() > LongestSource);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_tracked_file_names_a_path_or_a_package_source_of_the_machine_it_was_written_on()
    {
        var found =
            from file in TrackedFiles.All
            let match = MachinePath().Match(File.ReadAllText(Checkout.Locate(file)))
            where match.Success
            select $"{file}: {match.Value}";

        Assert.Empty(found);
    }

    // The slashes are escaped so that this pattern does not find itself.
    [GeneratedRegex(@"(?<![\w.])\x2F(work|tmp|farm|root)\x2F|https?:\x2F\x2F[a-z0-9.-]*(npm|nuget|debian)[a-z0-9.-]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex MachinePath();
}
