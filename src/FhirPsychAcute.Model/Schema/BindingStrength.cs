namespace FhirPsychAcute.Model;

/// <summary>How strictly an element is bound to its value set (R4 terminologies 4.1.5).</summary>
public enum BindingStrength : byte
{
    /// <summary>No binding.</summary>
    None = 0,
    /// <summary>example.</summary>
    Example,
    /// <summary>preferred.</summary>
    Preferred,
    /// <summary>extensible.</summary>
    Extensible,
    /// <summary>required.</summary>
    Required,
}
