using FhirPsychAcute.Conformance.Packages.Writing;
using FhirPsychAcute.Conformance.Snapshots;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>
/// The profiles of this project as a FHIR package. The build lays it beside every program, as it was compiled: differentials only, because snapshots are made
/// when they are needed. What is given to others has snapshots.
/// </summary>
public static class ProjectPackage
{
    /// <summary>Name of the package: <c>dk.fhirpsychacute</c>.</summary>
    public const string Name = "dk.fhirpsychacute";

    /// <summary>What the canonicals begin with.</summary>
    public const string Canonical = "https://fhirpsychacute.dk/ig";

    private static readonly Lazy<DefinitionLibrary> Alone = new(() => With());

    /// <summary>The package's file beside the program; a path for <see cref="DefinitionLibrary.Load"/>.</summary>
    public static string File => Path.Combine(AppContext.BaseDirectory, Name + ".tgz");

    /// <summary>R4 and this project's profiles, without any other package.</summary>
    public static DefinitionLibrary Library => Alone.Value;

    /// <summary>R4, this project's profiles, and what is at the paths: where these define the same canonical, they count.</summary>
    public static DefinitionLibrary With(params IEnumerable<string> paths) => DefinitionLibrary.Load([File, .. paths]);

    /// <summary>The package in a library; null where it is not loaded.</summary>
    public static LoadedPackage? Of(DefinitionLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return library.Packages.FirstOrDefault(package => package.Id.Name == Name);
    }

    /// <summary>Writes the package with snapshots, ready for any validator.</summary>
    /// <param name="output">Where to; need not be seekable, and stays open.</param>
    /// <param name="package">The package as loaded.</param>
    /// <param name="snapshots">Where snapshots come from.</param>
    /// <exception cref="InvalidDataException">A profile has no right snapshot; the message names it and says why.</exception>
    public static void WriteWithSnapshots(Stream output, LoadedPackage package, SnapshotSource snapshots)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(snapshots);
        PackageWriter.Write(
            output,
            package.ManifestText,
            package.Definitions.Select(definition => WithSnapshot(definition, snapshots)),
            package.Instances.Where(instance => instance.IsExample).Select(instance => (ReadOnlyMemory<byte>)instance.Read()));
    }

    private static ReadOnlyMemory<byte> WithSnapshot(Definition definition, SnapshotSource snapshots)
    {
        if (definition.ResourceType != "StructureDefinition")
        {
            return definition.Document.Bytes;
        }

        var made = snapshots.Get(definition);
        return made.StructureDefinition is { } whole && made.Faults.Count == 0
            ? whole.Bytes
            : throw new InvalidDataException($"{definition.Canonical} has no right snapshot: {(made.Faults.Count > 0 ? made.Faults[0].Message : "none could be made.")}");
    }
}
