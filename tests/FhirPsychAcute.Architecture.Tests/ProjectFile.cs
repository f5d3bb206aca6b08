using System.Xml.Linq;

namespace FhirPsychAcute.Architecture.Tests;

/// <summary>What a .csproj says about the outside: its SDK, and the projects and packages it references.</summary>
internal sealed class ProjectFile
{
    private const string Prefix = "FhirPsychAcute.";
    private readonly XElement project;

    private ProjectFile(string path)
    {
        project = XDocument.Load(path).Root!;
        Folder = Path.GetDirectoryName(path)!;
        Room = Path.GetFileNameWithoutExtension(path)[Prefix.Length..];
    }

    /// <summary>The projects below src.</summary>
    public static IReadOnlyList<ProjectFile> Rooms { get; } =
    [
        .. Directory.GetDirectories(Checkout.Locate("src"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
            .Order(StringComparer.Ordinal)
            .Select(path => new ProjectFile(path)),
    ];

    /// <summary>Folder of the project.</summary>
    public string Folder { get; }

    /// <summary>Name without the common prefix: <c>Model</c>.</summary>
    public string Room { get; }

    /// <summary>MSBuild SDK: <c>Microsoft.NET.Sdk</c>.</summary>
    public string Sdk => (string?)project.Attribute("Sdk") ?? "";

    /// <summary>Rooms whose assembly this one uses; references that only order the build (a tool that must run first) are not among them.</summary>
    public IEnumerable<string> References =>
        from reference in project.Descendants("ProjectReference")
        where !string.Equals((string?)reference.Attribute("ReferenceOutputAssembly"), "false", StringComparison.OrdinalIgnoreCase)
        let file = ((string?)reference.Attribute("Include") ?? "").Replace('\\', '/')
        select Path.GetFileNameWithoutExtension(file)[Prefix.Length..];

    /// <summary>NuGet packages and shared frameworks.</summary>
    public IEnumerable<string> Packages =>
        from reference in project.Descendants("PackageReference").Concat(project.Descendants("FrameworkReference"))
        select (string?)reference.Attribute("Include") ?? "";
}
