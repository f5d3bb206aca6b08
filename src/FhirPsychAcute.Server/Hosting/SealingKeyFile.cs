using System.Security.Cryptography;

namespace FhirPsychAcute.Server;

/// <summary>The key that seals values in page links, in a file beside the store, so that links survive a restart; readable for its owner only.</summary>
internal static class SealingKeyFile
{
    private const int Length = 32;

    /// <summary>Reads the key, making it when it is not there.</summary>
    public static byte[] ReadOrMake(string path)
    {
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: Length } known)
        {
            return known;
        }

        var fresh = RandomNumberGenerator.GetBytes(Length);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(fresh);
        return fresh;
    }
}
