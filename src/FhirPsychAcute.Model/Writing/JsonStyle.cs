namespace FhirPsychAcute.Model;

/// <summary>White space of written JSON.</summary>
public enum JsonStyle
{
    /// <summary>As in the source, where nothing is filtered; otherwise compact.</summary>
    AsWritten,
    /// <summary>No white space outside of strings.</summary>
    Compact,
    /// <summary>A line per property and item, indented by two spaces (<c>_pretty=true</c>).</summary>
    Pretty,
}
