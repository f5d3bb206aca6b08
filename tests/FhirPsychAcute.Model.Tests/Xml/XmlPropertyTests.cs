using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Model.Tests.Xml;

public sealed class XmlPropertyTests
{
    private const string Example = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Patient xmlns="http://hl7.org/fhir"><id value="a"/><text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><p class='x'>A &amp; <b>B</b></p></div></text>
        <contained><Organization><id value="o"/><name value="N"/></Organization></contained><extension url="u"><valueDecimal value="1.0"/></extension>
        <active value="true"/><name id="n"><given value="C"/><given><extension url="u"><valueCode value="x"/></extension></given></name><birthDate id="b" value="1970-01-01"/></Patient>
        """;

    [Fact]
    public void Any_bytes_give_a_result() =>
        Prop.ForAll<byte[]>(bytes => HasResult(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_change_of_a_resource_gives_a_result()
    {
        var changes =
            from at in Gen.Choose(0, Encoding.UTF8.GetByteCount(Example) - 1)
            from removed in Gen.Choose(0, 20)
            from added in Gen.Elements("", "<", ">", "/>", "</name>", "<name>", "&", "\"", "'", " ", "x", "\0", "<!--", "-->", "<![CDATA[", "<?x?>", " value=\"1\"", " id=\"1\"", "<given value=\"x\"/>", "xmlns=\"\"", "<div/>", "ÿ")
            select (at, removed, added);
        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            var bytes = Encoding.UTF8.GetBytes(Example).ToList();
            bytes.RemoveRange(change.at, Math.Min(change.removed, bytes.Count - change.at));
            bytes.InsertRange(change.at, Encoding.UTF8.GetBytes(change.added));
            return HasResult([.. bytes]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_comes_through_XML_and_back() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var value = JsonSerializer.Serialize("x" + Legal(text.Get));
            var document = R4.Document($$"""{"resourceType":"Patient","name":[{"text":{{value}}}]}""");
            var read = R4Xml.Document(R4Xml.Write(document.Root));
            return read.Root.Child("name").ChildValue("text") == document.Root.Child("name").ChildValue("text");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_a_narrative_holds_its_XML_can_be_read()
    {
        var pieces = Gen.Elements("<p>", "</p>", "<b a='1'>", "</b>", "text", "&amp;", "&#160;", "<!-- c -->", "<!---->", "<!-- -- -->", "<x:y>", "</x:y>", "<p xml:lang='da'/>", "<![CDATA[<]]>", "<?p i?>", "\uFFFE", "<Å/>", "<×/>", "<a xmlns:x='u' x:b='1'/>");
        Prop.ForAll(Gen.ArrayOf(pieces).ToArbitrary(), parts =>
        {
            var div = "<div xmlns='http://www.w3.org/1999/xhtml'>" + string.Concat(parts) + "</div>";
            var read = R4.Read($$"""{"resourceType":"Patient","text":{"div":{{JsonSerializer.Serialize(div)}},"status":"generated"} }""");
            return !read.IsValid || R4Xml.Read(R4Xml.Write(read.Document.Root)).IsValid;
        }).QuickCheckThrowOnFailure();
    }

    private static bool HasResult(byte[] bytes)
    {
        var result = ResourceDocument.ParseXml(bytes, R4.Schema);
        if (result.Document is { } document)
        {
            // What could be read can be written and has places.
            R4Xml.Write(document.Root);
            return result.IsValid == (result.Issues.Count == 0) && document.Root.Position.Line > 0;
        }

        return result.Issues.Count > 0;
    }

    // Characters that both JSON and XML can hold.
    private static string Legal(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or '\r' || (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF or 0xFFFD))));
}
