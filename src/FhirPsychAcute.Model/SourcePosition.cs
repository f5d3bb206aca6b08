namespace FhirPsychAcute.Model;

/// <summary>A place in the source text: line and column count from 1, the column in characters (UTF-16 units); offset in bytes from 0.</summary>
public readonly record struct SourcePosition(int Line, int Column, int Offset)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}, column {Column}";
}
