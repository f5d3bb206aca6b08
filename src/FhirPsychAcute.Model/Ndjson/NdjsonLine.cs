namespace FhirPsychAcute.Model;

/// <summary>One line of NDJSON that is not blank.</summary>
/// <param name="Number">Line number in the text, from 1, blank lines counted.</param>
/// <param name="Bytes">The line without its line end, in memory of its own; empty when it is too long.</param>
/// <param name="Issue">Why the line could not be taken: it is too long. Otherwise null; whether it holds a resource is not looked at.</param>
public readonly record struct NdjsonLine(long Number, ReadOnlyMemory<byte> Bytes, StructureIssue? Issue);
