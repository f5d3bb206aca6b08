namespace FhirPsychAcute.Conformance.Terminology.External;

/// <summary>A question about one code to a terminology server.</summary>
/// <param name="ValueSet">Canonical of the value set; null asks the code system.</param>
/// <param name="System">Code system; null lets the value set imply it.</param>
/// <param name="Version">Version of the code system; null for the server's own.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">Display to check; null for none.</param>
public sealed record CodeQuestion(string? ValueSet, string? System, string? Version, string Code, string? Display = null);

/// <summary>What a terminology server said of a code.</summary>
/// <param name="IsValid">Whether code and display are right.</param>
/// <param name="Display">The display that the server knows; null without.</param>
public sealed record CodeAnswer(bool IsValid, string? Display);

/// <summary>
/// A terminology server elsewhere (<c>$validate-code</c>, http://hl7.org/fhir/R4/terminology-service.html#validation). Asked only what cannot be told here.
/// </summary>
public interface ITerminologyServer
{
    /// <summary>Asks about a code.</summary>
    /// <returns>The answer; null when the server does not know the value set or the code system.</returns>
    /// <exception cref="TerminologyServerException">The server could not be reached, or answered with something else; the message is one line.</exception>
    ValueTask<CodeAnswer?> ValidateCodeAsync(CodeQuestion question, CancellationToken cancellationToken);
}

/// <summary>A terminology server that did not answer.</summary>
/// <param name="message">One line that says what happened, without codes or displays.</param>
/// <param name="cause">What was thrown.</param>
public sealed class TerminologyServerException(string message, Exception? cause = null) : Exception(message, cause);
