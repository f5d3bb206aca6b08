using System.IO.Enumeration;

namespace FhirPsychAcute.Cli;

/// <summary>
/// Finds the files that PATH arguments mean: a file, a folder with everything below it, or a pattern with <c>*</c>, <c>?</c> and <c>**</c> for shells that leave it as written.
/// <c>-</c> is the standard input. Files come in the order of the arguments, within one argument in order of path, each once.
/// </summary>
internal static class InputPaths
{
    private static readonly string[] Extensions = [".json", ".xml", ".ndjson", ".jsonl"];

    /// <summary>The files that the arguments mean.</summary>
    /// <exception cref="CommandException">A path does not exist, or nothing matches a pattern or is in a folder.</exception>
    public static IReadOnlyList<InputFile> Find(IEnumerable<string> paths, Texts texts)
    {
        var files = new List<InputFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (path == StandardInput.Path)
            {
                if (seen.Add(path))
                {
                    files.Add(new InputFile(path, 0));
                }

                continue;
            }

            var found = FilesOf(path, texts);
            foreach (var file in found)
            {
                if (seen.Add(Path.GetFullPath(file)))
                {
                    files.Add(new InputFile(file, new FileInfo(file).Length));
                }
            }
        }

        return files;
    }

    private static string[] FilesOf(string path, Texts texts)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        string[] found;
        if (Directory.Exists(path))
        {
            found = [.. Below(path, recurse: true).Where(IsResourceFile)];
        }
        else if (path.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            found = [.. Matching(path)];
        }
        else
        {
            throw new CommandException(ExitCode.CouldNotRun, texts.Format("PathNotFound", path));
        }

        if (found.Length == 0)
        {
            throw new CommandException(ExitCode.CouldNotRun, texts.Format("PathHasNoFiles", path));
        }

        Array.Sort(found, StringComparer.Ordinal);
        return found;
    }

    private static IEnumerable<string> Matching(string pattern)
    {
        var parts = pattern.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var firstWild = Array.FindIndex(parts, part => part.AsSpan().IndexOfAny('*', '?') >= 0);
        var start = string.Join(Path.DirectorySeparatorChar, parts[..firstWild]);
        if (firstWild > 0 && start.Length == 0)
        {
            start = Path.DirectorySeparatorChar.ToString();
        }

        var wanted = parts[firstWild..];
        var folder = start.Length == 0 ? "." : start;
        return !Directory.Exists(folder)
            ? []
            : from file in Below(folder, recurse: wanted.Length > 1)
              let relative = Path.GetRelativePath(folder, file)
              where Matches(relative.Split(Path.DirectorySeparatorChar), wanted)
              select start.Length == 0 ? relative : file;
    }

    private static bool Matches(ReadOnlySpan<string> path, ReadOnlySpan<string> pattern)
    {
        if (pattern.IsEmpty)
        {
            return path.IsEmpty;
        }

        if (pattern[0] is "**")
        {
            for (var skipped = 0; skipped <= path.Length; skipped++)
            {
                if (Matches(path[skipped..], pattern[1..]))
                {
                    return true;
                }
            }

            return false;
        }

        return !path.IsEmpty
            && FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false)
            && Matches(path[1..], pattern[1..]);
    }

    private static IEnumerable<string> Below(string folder, bool recurse) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = recurse, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden });

    // A folder may be an unpacked FHIR package: its package.json is no resource.
    private static bool IsResourceFile(string path) =>
        Path.GetFileName(path) is not "package.json" && Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
