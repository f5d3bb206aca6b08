using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace FhirPsychAcute.EndToEnd.WalkThroughs;

/// <summary>
/// A README as its reader uses it: its blocks of commands (<c>```sh</c>), run one after the other in one shell, and what it shows as their output (the block without
/// a language that follows one). Of an output that is shown, a line <c>...</c> stands for any lines; times of the run and ids are compared as they are.
/// </summary>
internal sealed partial class WalkThrough
{
    private const string Mark = "@@@ end of step";

    private readonly List<(string Commands, string? Output)> steps = [];

    /// <summary>Reads the blocks of a file.</summary>
    public WalkThrough(string file)
    {
        var text = File.ReadAllText(file);
        foreach (Match block in Block().Matches(text))
        {
            var (language, content) = (block.Groups["language"].Value, block.Groups["content"].Value);
            if (language == "sh")
            {
                steps.Add((content, null));
            }
            else if (language.Length == 0 && steps is [.., (var commands, null)])
            {
                steps[^1] = (commands, content);
            }
        }
    }

    /// <summary>Number of blocks of commands.</summary>
    public int Steps => steps.Count;

    /// <summary>Runs the blocks from the root of the checkout.</summary>
    /// <param name="site">Address of the server that stands in for the one the text names.</param>
    /// <param name="preamble">Blocks of another file that this one begins with.</param>
    /// <returns>One line for each block whose output is not what the text shows, and what the shell said of commands that failed.</returns>
    public async Task<List<string>> DifferencesAsync(string site, string preamble = "")
    {
        var script = new StringBuilder("set -o pipefail\n").Append(preamble).Append('\n');
        foreach (var (commands, _) in steps)
        {
            script.Append(commands).Append($"\nprintf '\\n{Mark}\\n'\n");
        }

        using var shell = Process.Start(new ProcessStartInfo("bash", "-s")
        {
            WorkingDirectory = Checkout.Locate("."),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        })!;
        var (output, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.StandardInput.WriteAsync(script.Replace("http://127.0.0.1:5080", site).ToString());
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        var said = (await output).Split(Mark + "\n");
        var differences = new List<string>();
        if ((await errors).Trim() is { Length: > 0 } error)
        {
            differences.Add($"The shell says: {error}");
        }

        for (var i = 0; i < steps.Count; i++)
        {
            var found = i < said.Length ? said[i].Trim() : "";
            if (steps[i].Output is { } shown && !Matches(shown.Trim(), found))
            {
                differences.Add($"After\n{steps[i].Commands}\nthe text shows\n{shown}\nbut the output is\n{found}\n");
            }
        }

        return differences;
    }

    /// <summary>The first block of commands.</summary>
    public string First => steps[0].Commands;

    private static bool Matches(string shown, string found)
    {
        var pattern = string.Join("\n", shown.Split('\n').Select(static line => line.Trim() == "..." ? "(?:.*\n)*?.*" : Regex.Escape(line.TrimEnd()) + "[ \t]*"));
        return Regex.IsMatch(found, $"^{pattern}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
    }

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Block();
}
