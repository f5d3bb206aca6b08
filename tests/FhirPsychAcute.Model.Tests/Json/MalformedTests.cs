using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Model.Tests;

/// <summary>Text that is not JSON, not UTF-8, or too much.</summary>
public sealed class MalformedTests
{
    [Theory]
    [InlineData("", "Invalid Resource 1:1 The text ends in the middle of the JSON.")]
    [InlineData("  \n ", "Invalid Resource 2:2 The text ends in the middle of the JSON.")]
    [InlineData("{\"resourceType\":\"Patient\"", "Invalid Patient 1:26 The text ends in the middle of the JSON.")]
    [InlineData("{\"resourceType\":\"Patient\",}", "Invalid Patient 1:26 This is not JSON: nothing follows this comma.")]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"a\"},]}", "Invalid Patient 1:47 This is not JSON: nothing follows this comma.")]
    [InlineData("{\"resourceType\":\"Patient\" /* a */}", "Invalid Patient 1:27 This is not JSON: comments are not allowed.")]
    [InlineData("{\"resourceType\":\"Patient\" // a\n}", "Invalid Patient 1:27 This is not JSON: comments are not allowed.")]
    [InlineData("{\"resourceType\":\"Patient\"} x", "Invalid Patient 1:28 Content follows after the end of the resource.")]
    [InlineData("{\"resourceType\":\"Patient\"}{}", "Invalid Patient 1:27 Content follows after the end of the resource.")]
    [InlineData("{\"resourceType\":\"Patient\",\"active\":True}", "Invalid Patient 1:36 This is not JSON: only true, false and null may stand without quotes.")]
    [InlineData("{\"resourceType\":\"Patient\",\"active\":tru}", "Invalid Patient 1:36 This is not JSON: only true, false and null may stand without quotes.")]
    [InlineData("{\"resourceType\":\"Patient\",\"multipleBirthInteger\":01}", "Invalid Patient 1:50 This is not JSON: the number is not written as JSON writes numbers.")]
    [InlineData("{\"resourceType\":\"Patient\",\"multipleBirthInteger\":1.}", "Invalid Patient 1:50 This is not JSON: the number is not written as JSON writes numbers.")]
    [InlineData("{\"resourceType\":\"Patient\",\"multipleBirthInteger\":+1}", "Invalid Patient 1:50 This is not JSON: a value is expected here.")]
    [InlineData("{\"resourceType\":\"Patient\",'active':true}", "Invalid Patient 1:27 This is not JSON: a property name in double quotes is expected here.")]
    [InlineData("{\"resourceType\":\"Patient\",\"active\" true}", "Invalid Patient 1:36 This is not JSON: a colon is expected after the property name.")]
    [InlineData("{\"resourceType\":\"Patient\" \"active\":true}", "Invalid Patient 1:27 This is not JSON: a comma or a closing brace is expected here.")]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"a\"} {\"text\":\"a\"}]}", "Invalid Patient 1:48 This is not JSON: a comma or a closing bracket is expected here.")]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"a\\x\"}]}", "Invalid Patient 1:45 This is not JSON: unknown escape sequence in a string.")]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"a\tb\"}]}", "Invalid Patient 1:45 This is not JSON: a control character stands unescaped in a string.")]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"a\0b\"}]}", "Invalid Patient 1:45 This is not JSON: a control character stands unescaped in a string.")]
    [InlineData("{\"resourceType\":\"Patient\",\0\"active\":true}", "Invalid Patient 1:27 This is not JSON: a property name in double quotes is expected here.")]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"a}]}", "Invalid Patient 1:43 This is not JSON: a string has no closing quote.")]
    public void Text_that_is_not_JSON_is_reported_at_its_place(string text, string expected)
    {
        Assert.Equal([expected], R4.Issues(text));
        Assert.Null(R4.Read(text).Document);
    }

    [Theory]
    [InlineData("""a\u0000b""", "Value Patient.name[0].text 1:43 'text' holds a control character other than tab, line feed and carriage return.")]
    [InlineData("""a\bb""", "Value Patient.name[0].text 1:43 'text' holds a control character other than tab, line feed and carriage return.")]
    [InlineData("""\ud83d""", "Value Patient.name[0].text 1:43 'text' holds half a surrogate pair, which is no character.")]
    [InlineData("""\ude00\ud83d""", "Value Patient.name[0].text 1:43 'text' holds half a surrogate pair, which is no character.")]
    [InlineData("""\ud83dx\ude00""", "Value Patient.name[0].text 1:43 'text' holds half a surrogate pair, which is no character.")]
    public void An_escape_that_is_no_character_of_text_is_a_fault(string text, string expected) =>
        Assert.Equal([expected], R4.Issues("{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"" + text + "\"}]}"));

    [Fact]
    public void Escapes_mean_what_JSON_says()
    {
        var text = R4.Document("""{"resourceType":"Patient","name":[{"text":"\u00c5 \ud83d\ude00 \"\\\/\n\r\t end"}]}""").Root.Child("name").Child("text");
        Assert.True(text.IsEscaped);
        Assert.Equal("Å 😀 \"\\/\n\r\t end", text.Value);
        Assert.True(text.ValueEquals("Å 😀 \"\\/\n\r\t end"u8));
    }

    [Fact]
    public void Invalid_UTF_8_is_reported_at_its_place()
    {
        var text = "{\"resourceType\":\"Patient\",\n\"name\":[{\"text\":\"Åx"u8.ToArray().Append((byte)0xC3).Concat("\"}]}"u8.ToArray()).ToArray();
        var result = R4.Read(text);
        Assert.Null(result.Document);
        var issue = Assert.Single(result.Issues);
        Assert.Equal((StructureIssueCode.Invalid, "The text is not valid UTF-8 here.", 2, 20), (issue.Code, issue.Message, issue.Position.Line, issue.Position.Column));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        var document = R4.Read([0xEF, 0xBB, 0xBF, .. "{\"resourceType\":\"Patient\"}"u8]).Document!;
        Assert.Equal("{\"resourceType\":\"Patient\"}", Encoding.UTF8.GetString(document.Bytes.Span));
    }

    [Theory]
    [InlineData("[", 10_000)]
    [InlineData("{\"a\":", 10_000)]
    [InlineData("{\"resourceType\":\"Patient\",\"extension\":[", 10_000)]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":", 10_000)]
    [InlineData("{\"resource\":", 1_000_000)]
    public void Nesting_beyond_the_limit_is_too_long_and_no_crash(string opening, int times)
    {
        var text = string.Concat("{\"resourceType\":\"Bundle\",\"x\":", string.Concat(Enumerable.Repeat(opening, times)));
        var issues = R4.Read(text).Issues;
        Assert.Equal("Objects and arrays are nested deeper than 128 levels.", issues[^1].Message);
        Assert.Equal(StructureIssueCode.TooLong, issues[^1].Code);
    }

    [Fact]
    public void Nested_extensions_beyond_the_limit_are_too_long()
    {
        var text = "{\"resourceType\":\"Patient\"," + string.Concat(Enumerable.Repeat("\"extension\":[{", 10_000));
        var issue = Assert.Single(R4.Read(text, new ParseLimits { MaxDepth = 100_000 }).Issues);
        Assert.Equal("Objects and arrays are nested deeper than 512 levels.", issue.Message);
    }

    [Fact]
    public void Limits_on_bytes_elements_strings_and_issues_are_kept()
    {
        const string Patient = """{"resourceType":"Patient","name":[{"given":["Anna","Bo",""]},{}]}""";
        Assert.Equal(["TooLong Resource 1:1 The resource has 65 bytes; at most 64 are read."], R4.Issues(Patient, new ParseLimits { MaxBytes = 64 }));
        Assert.Equal(["TooLong Patient.name[0].given[0] 1:45 'given' has 4 bytes; at most 3 are read."], R4.Issues(Patient, new ParseLimits { MaxStringBytes = 3 }));
        Assert.Single(R4.Issues(Patient, new ParseLimits { MaxIssues = 1 }));
        Assert.Equal(2, R4.Issues(Patient).Length);
        var many = "{\"resourceType\":\"Patient\",\"name\":[" + string.Join(',', Enumerable.Repeat("{\"text\":\"a\"}", 500)) + "]}";
        Assert.Equal(["TooLong Patient 1:680 The resource has more than 100 elements."], R4.Issues(many, new ParseLimits { MaxElements = 100 }));
        Assert.Empty(R4.Issues(many, new ParseLimits { MaxElements = 1001 }));
    }

    [Fact]
    public void Any_bytes_give_a_result() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll((byte[] bytes) => R4.Read(bytes ?? []) is { Issues.Count: > 0 }));

    [Fact]
    public void What_is_JSON_is_what_the_platforms_reader_takes_for_JSON()
    {
        var pieces = new[]
        {
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"name\"", "\"_name\"", "\"text\"", "1", "-", "0", ".5", "e3", "true", "null", " ", "\n", "\"\\u00e5\"", "\"\\", "\"", "/**/", "\"resourceType\":\"Patient\"", "{\"text\":\"b\"}", "\"\\ud800\"",
        };
        var texts = Gen.Elements(pieces).ListOf().Select(list => "{\"resourceType\":\"Patient\"" + string.Concat(list) + "}");
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5000),
            Prop.ForAll(texts.ToArbitrary(), text => R4.Read(text).Issues.All(issue => issue.Code != StructureIssueCode.Invalid) == IsJson(text)));
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
