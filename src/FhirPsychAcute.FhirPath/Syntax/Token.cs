namespace FhirPsychAcute.FhirPath.Syntax;

/// <summary>The kinds of words of FHIRPath (N1 grammar).</summary>
internal enum TokenKind : byte
{
    End,
    Identifier,
    DelimitedIdentifier,
    String,
    Integer,
    Long,
    Decimal,
    Date,
    DateTime,
    Time,
    Symbol,
    This,
    Index,
    Total,
}

/// <summary>One word of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Identifier or symbol as written, string with its escapes replaced, number or date without marker.</param>
/// <param name="Start">UTF-16 offset of its first character.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start);
