using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Privacy;

/// <summary>How resources are shown to a reader: as they are, or with something left out.</summary>
public interface IResourceView
{
    /// <summary>A resource as the reader sees it.</summary>
    ResourceDocument Of(ResourceDocument resource);

    /// <summary>A text made from resources, as the reader sees it.</summary>
    string Of(string text);
}

/// <summary>Everything as it is.</summary>
public sealed class PlainView : IResourceView
{
    /// <summary>The one.</summary>
    public static PlainView Instance { get; } = new();

    /// <inheritdoc/>
    public ResourceDocument Of(ResourceDocument resource) => resource;

    /// <inheritdoc/>
    public string Of(string text) => text;
}
