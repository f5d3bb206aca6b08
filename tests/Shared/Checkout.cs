namespace FhirPsychAcute.TestData;

/// <summary>The working tree that the tests were built from.</summary>
internal static class Checkout
{
    private const string Landmark = "FhirPsychAcute.sln";

    /// <summary>Root folder of the working tree.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Full path of a file or folder of the working tree, given with forward slashes: <c>profiles/package.json</c>.</summary>
    public static string Locate(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Landmark)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No {Landmark} in or above the folder of the test assembly.");
    }
}
