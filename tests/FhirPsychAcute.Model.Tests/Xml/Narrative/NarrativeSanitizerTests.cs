using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Model.Tests.Xml.Narrative;

public sealed class NarrativeSanitizerTests
{
    [Theory]
    [InlineData("<p>a &amp; &lt;b&gt; &#160;c</p>", "<p>a &amp; &lt;b&gt; \u00A0c</p>")]
    [InlineData("<p/><br/><td></td>", "<p></p><br><td></td>")]
    [InlineData("a<script>alert(1)</script>b", "ab")]
    [InlineData("a<ScRiPt>x</ScRiPt>b", "ab")]
    [InlineData("a<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">x</h:script>b", "ab")]
    [InlineData("a<script/>b<style>p{}</style>c<iframe src=\"x\"><p>y</p></iframe>d", "abcd")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/><a><p>x</p></a></svg>y", "y")]
    [InlineData("<font color=\"red\">a<b>b</b></font>", "a<b>b</b>")]
    [InlineData("<form action=\"/x\">a<input type=\"submit\"/><textarea>x</textarea></form>", "a")]
    [InlineData("<p onclick=\"f()\" class=\"page\" data-x=\"y\" title=\"t&quot;&lt;\">a</p>", "<p title=\"t&quot;&lt;\">a</p>")]
    [InlineData("<a name=\"n\"/><h2 id=\"i\">x</h2><a href=\"#n\">y</a>", "<a id=\"narrative-n\"></a><h2 id=\"narrative-i\">x</h2><a href=\"#narrative-n\">y</a>")]
    [InlineData("<a href=\"https://a.dk/?x=1&amp;y=2\">x</a>", "<a href=\"https://a.dk/?x=1&amp;y=2\" rel=\"noopener noreferrer nofollow\">x</a>")]
    [InlineData("<a href=\"javascript:f()\">x</a><a href=\"Patient/1\">y</a><a href=\"//a.dk\">z</a>", "<a>x</a><a>y</a><a>z</a>")]
    [InlineData("<a href=\"jav&#x0A;ascript:f()\">x</a>", "<a>x</a>")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\" alt=\"a\" onerror=\"f()\"/>", "<img src=\"data:image/png;base64,AAAA\" alt=\"a\">")]
    [InlineData("<img src=\"http://a.dk/x.png\" alt=\"a&lt;b\"/>", "a&lt;b")]
    [InlineData("<img src=\"data:image/svg+xml;base64,AAAA\"/>", "")]
    [InlineData("<p style=\"color: red; position: fixed; background: url(http://a.dk)\">x</p>", "<p style=\"color: red\">x</p>")]
    [InlineData("<p style=\"width: expression(f()); color: \\72 ed; text-align:center;border:1px solid rgb(1, 2, 3)\">x</p>", "<p style=\"text-align: center; border: 1px solid rgb(1, 2, 3)\">x</p>")]
    [InlineData("<p style=\"position: fixed\">x</p>", "<p>x</p>")]
    [InlineData("a<!-- b --><?c d?><![CDATA[<e>]]>", "a&lt;e&gt;")]
    [InlineData("<p xml:lang=\"da\">x</p>", "<p lang=\"da\">x</p>")]
    public void What_formats_stays_and_what_acts_goes(string content, string html) =>
        Assert.Equal($"<div>{html}</div>", NarrativeSanitizer.ToSafeHtml(Encoding.UTF8.GetBytes($"<div xmlns=\"http://www.w3.org/1999/xhtml\">{content}</div>")));

    [Fact]
    public void Text_that_is_no_XHTML_is_shown_as_text() =>
        Assert.Equal("<pre>&lt;div&gt;&lt;script&gt;f()</pre>", NarrativeSanitizer.ToSafeHtml("<div><script>f()"u8));

    [Fact]
    public void A_resource_without_narrative_gives_nothing() =>
        Assert.Equal("", NarrativeSanitizer.ToSafeHtml(R4.Document("""{"resourceType":"Patient"}""").Root.Child("text")));

    [Fact]
    public void Whatever_is_sent_no_tag_is_written_that_is_not_on_the_list()
    {
        var pieces = Gen.Elements("<p>", "</p>", "<script>", "</script>", "<a href='javascript:x'>", "</a>", "<img src='x' onerror='y'/>", "text", "&lt;script>", "&amp;", "<!-- <script> -->", "<![CDATA[<script>]]>", "<svg>", "</svg>", "<SCRIPT/>", "\"", "'", "<b style='x:expression(1)'>", "</b>");
        Prop.ForAll(Gen.ArrayOf(pieces).ToArbitrary(), parts =>
        {
            var html = NarrativeSanitizer.ToSafeHtml(Encoding.UTF8.GetBytes("<div xmlns='http://www.w3.org/1999/xhtml'>" + string.Concat(parts) + "</div>"));
            var tags = html.Split('<').Skip(1).Select(tag => tag.TrimStart('/').Split('>', ' ')[0]);
            return tags.All(tag => tag is "div" or "p" or "a" or "b" or "pre") && !html.Contains("javascript:x'>", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }
}
