using System.Globalization;
using System.Net;
using System.Text;

namespace FhirPsychAcute.Server.Pages;

/// <summary>HTML under construction: tags are written as they stand, text is always encoded.</summary>
internal sealed class Html
{
    private readonly StringBuilder text = new();

    /// <summary>Markup written by this program; nothing that came from outside may be in it.</summary>
    public Html Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>Text, encoded.</summary>
    public Html Text(string? content)
    {
        text.Append(WebUtility.HtmlEncode(content));
        return this;
    }

    /// <summary>A number.</summary>
    public Html Text(int number)
    {
        text.Append(number.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>An element with text: <c>Element("td", "x")</c>.</summary>
    public Html Element(string tag, string? content) => Raw("<").Raw(tag).Raw(">").Text(content).Raw("</").Raw(tag[..(tag.IndexOf(' ', StringComparison.Ordinal) is var end and > 0 ? end : tag.Length)]).Raw(">");

    /// <summary>A link.</summary>
    public Html Link(string address, string? content) => Raw("<a href=\"").Text(address).Raw("\">").Text(content).Raw("</a>");

    /// <summary>A term and what it says, in a list of facts.</summary>
    public Html Fact(string term, string? content) => string.IsNullOrEmpty(content) ? this : Element("dt", term).Element("dd", content);

    /// <summary>Paragraphs, as blank lines in the text divide them.</summary>
    public Html Paragraphs(string? content)
    {
        foreach (var paragraph in (content ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Element("p", paragraph);
        }

        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
