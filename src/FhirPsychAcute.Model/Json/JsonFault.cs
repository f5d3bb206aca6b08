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
    public static string Describe(JsonFault fault) => fault switch
    {
        JsonFault.UnexpectedEnd => "The text ends in the middle of the JSON.",
        JsonFault.ExpectedValue => "This is not JSON: a value is expected here.",
        JsonFault.ExpectedPropertyName => "This is not JSON: a property name in double quotes is expected here.",
        JsonFault.ExpectedColon => "This is not JSON: a colon is expected after the property name.",
        JsonFault.ExpectedCommaOrBrace => "This is not JSON: a comma or a closing brace is expected here.",
        JsonFault.ExpectedCommaOrBracket => "This is not JSON: a comma or a closing bracket is expected here.",
        JsonFault.TrailingComma => "This is not JSON: nothing follows this comma.",
        JsonFault.Comment => "This is not JSON: comments are not allowed.",
        JsonFault.BadLiteral => "This is not JSON: only true, false and null may stand without quotes.",
        JsonFault.BadNumber => "This is not JSON: the number is not written as JSON writes numbers.",
        JsonFault.BadEscape => "This is not JSON: unknown escape sequence in a string.",
        JsonFault.ControlCharacter => "This is not JSON: a control character stands unescaped in a string.",
        JsonFault.UnterminatedString => "This is not JSON: a string has no closing quote.",
        JsonFault.TrailingContent => "Content follows after the end of the resource.",
        _ => "This is not JSON: unexpected character.",
    };
}
