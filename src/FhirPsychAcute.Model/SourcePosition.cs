namespace FhirPsychAcute.Model;

/// <summary>A place in the source text: line and column count from 1, the column in characters (UTF-16 units); offset in bytes from 0, or <see cref="NoOffset"/>.</summary>
public readonly record struct SourcePosition(int Line, int Column, int Offset)
{
    /// <summary>The offset where the source is XML, in which only lines and columns are counted.</summary>
    public const int NoOffset = -1;

    /// <inheritdoc/>
    public override string ToString() => $"line {Line}, column {Column}";
}
