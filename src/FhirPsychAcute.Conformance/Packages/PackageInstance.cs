using FhirPsychAcute.Conformance.Packages.Reading;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>A resource of a package that defines nothing for others: an example, or what else stands beside the definitions (Parameters, Bundle ...).</summary>
public sealed class PackageInstance
{
    private readonly PackageFile file;

    internal PackageInstance(PackageFile file) => this.file = file;

    /// <summary>Path below the package's folder: <c>example/Patient-john.json</c>.</summary>
    public string FileName => file.Name;

    /// <summary>Type of the resource.</summary>
    public string ResourceType => file.Head.ResourceType;

    /// <summary>Its id; null where it has none.</summary>
    public string? Id => file.Head.Id;

    /// <summary>Whether it stands in the package's folder of examples.</summary>
    public bool IsExample => file.IsInExamples;

    /// <summary>Bytes of its JSON text.</summary>
    public long Size => file.Text.Length;

    /// <summary>Its JSON text as published.</summary>
    /// <exception cref="InvalidDataException">It cannot be read any more.</exception>
    public byte[] Read() => file.Text.Read();

    /// <summary>The resource, as far as its structure can be read.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public ResourceDocument Document => file.Text.Document(FileName);

    /// <inheritdoc/>
    public override string ToString() => FileName;
}
