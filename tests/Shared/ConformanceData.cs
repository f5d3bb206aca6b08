namespace FhirPsychAcute.TestData;

/// <summary>Test suites and packages of other publishers, which are read in place and never copied into the repository.</summary>
internal static class ConformanceData
{
    /// <summary>The folder that CONFORMANCE_DATA names; otherwise <c>shared</c> beside the checkout. It need not exist.</summary>
    public static string Folder { get; } = Path.GetFullPath(
        Environment.GetEnvironmentVariable("CONFORMANCE_DATA") is { Length: > 0 } named ? named : Path.Combine(Checkout.Root, "..", "shared"));

    /// <summary>Whether absent data is a failure instead of a skipped test: the environment variable CI is set.</summary>
    public static bool IsRequired { get; } =
        Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ci && !string.Equals(ci, "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Full path of a file or folder, given with forward slashes: <c>conformance/fhirpath/tests-fhir-r4.xml</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    public static string Locate(string relative)
    {
        var path = Path.Combine(Folder, relative);
        return Path.Exists(path)
            ? path
            : throw new FileNotFoundException($"The conformance data has no '{relative}'. Set CONFORMANCE_DATA to the folder that has it.");
    }

    /// <summary>Why a test that needs these paths is skipped; null when it is to run.</summary>
    public static string? WhySkipped(params ReadOnlySpan<string> relative)
    {
        if (IsRequired)
        {
            return null;
        }

        foreach (var path in relative)
        {
            if (!Path.Exists(Path.Combine(Folder, path)))
            {
                return $"'{path}' is not in the conformance data folder (CONFORMANCE_DATA, or 'shared' beside the checkout).";
            }
        }

        return Path.Exists(Folder) ? null : "There is no conformance data folder (CONFORMANCE_DATA, or 'shared' beside the checkout).";
    }
}
