namespace FhirPsychAcute.Model;

/// <summary>Why a text is not JSON.</summary>
internal enum JsonFault : byte
{
    None = 0,
    UnexpectedEnd,
    UnexpectedCharacter,
    ExpectedValue,
    ExpectedPropertyName,
    ExpectedColon,
    ExpectedCommaOrBrace,
    ExpectedCommaOrBracket,
    TrailingComma,
    Comment,
    BadLiteral,
    BadNumber,
    BadEscape,
    ControlCharacter,
    UnterminatedString,
    TrailingContent,
    /// <summary>Deeper nesting than the limit.</summary>
    TooDeep,
    /// <summary>No fault of the text: a limit was reached, which has been reported.</summary>
    Stopped,
}

/// <summary>What a <see cref="JsonFault"/> is called.</summary>
internal static class JsonFaults
{
    public static StructureMessage MessageOf(JsonFault fault) => fault switch
    {
        JsonFault.UnexpectedEnd => StructureMessages.JsonUnexpectedEnd,
        JsonFault.ExpectedValue => StructureMessages.JsonValueExpected,
        JsonFault.ExpectedPropertyName => StructureMessages.JsonNameExpected,
        JsonFault.ExpectedColon => StructureMessages.JsonColonExpected,
        JsonFault.ExpectedCommaOrBrace => StructureMessages.JsonBraceExpected,
        JsonFault.ExpectedCommaOrBracket => StructureMessages.JsonBracketExpected,
        JsonFault.TrailingComma => StructureMessages.JsonTrailingComma,
        JsonFault.Comment => StructureMessages.JsonComment,
        JsonFault.BadLiteral => StructureMessages.JsonLiteral,
        JsonFault.BadNumber => StructureMessages.JsonNumber,
        JsonFault.BadEscape => StructureMessages.JsonEscape,
        JsonFault.ControlCharacter => StructureMessages.JsonControlCharacter,
        JsonFault.UnterminatedString => StructureMessages.JsonString,
        JsonFault.TrailingContent => StructureMessages.JsonTrailingContent,
        _ => StructureMessages.JsonCharacter,
    };
}
