using System.Buffers;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>A rule that a narrative can break.</summary>
public enum NarrativeRule
{
    /// <summary>It is not well-formed XHTML with a div as its root.</summary>
    Form,
    /// <summary>txt-1: an element that is not among the allowed ones.</summary>
    Element,
    /// <summary>txt-1: an attribute that is not among the allowed ones, event attributes among them.</summary>
    Attribute,
    /// <summary>txt-1: an address that runs a script when it is followed or loaded.</summary>
    ActiveContent,
    /// <summary>txt-1: an image without source.</summary>
    Image,
    /// <summary>A link whose scheme nobody can follow (urn:uuid:...). No invariant forbids it, so <see cref="NarrativeRules.Holds(Element)"/> passes over it; the reference validator reports it as an error.</summary>
    Link,
    /// <summary>txt-2: no text other than white space, and no image.</summary>
    Empty,
}

/// <summary>One place where a narrative breaks a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Name">The element or attribute that breaks it, where it can be named; otherwise null. It never holds content.</param>
/// <param name="Message">English sentence.</param>
/// <param name="Offset">Byte in the XHTML at which the tag begins; 0 for the whole.</param>
public sealed record NarrativeViolation(NarrativeRule Rule, string? Name, string Message, int Offset)
{
    /// <summary>Key of the invariant that the rule belongs to; null for <see cref="NarrativeRule.Link"/>.</summary>
    public string? Invariant => Rule switch
    {
        NarrativeRule.Empty => "txt-2",
        NarrativeRule.Link => null,
        _ => "txt-1",
    };
}

/// <summary>
/// The rules for a narrative's XHTML (R4 narrative 2.4.0, invariants txt-1 and txt-2, FHIRPath's <c>htmlChecks()</c>): basic formatting only, nothing that
/// acts, some content.
/// </summary>
public static class NarrativeRules
{
    private const int LongestName = 40;

    /// <summary>Whether a narrative keeps every rule that an invariant states: the value of <c>htmlChecks()</c>. Allocates nothing for one that has no links or images.</summary>
    /// <param name="xhtml">The div, UTF-8, unescaped.</param>
    public static bool Holds(ReadOnlySpan<byte> xhtml)
    {
        if (XhtmlForm.Fault(xhtml) is not null)
        {
            return false;
        }

        return !Inspect(xhtml, null);
    }

    /// <summary>Whether a narrative's div keeps every rule that an invariant states. Its form was checked when the document was read. Allocates nothing for one that has no links or images.</summary>
    /// <param name="div">An element of type xhtml; one without value keeps none.</param>
    public static bool Holds(Element div)
    {
        if (!div.IsEscaped)
        {
            return div.HasValue && !Inspect(div.RawValue, null);
        }

        var raw = div.RawValue;
        var plain = ArrayPool<byte>.Shared.Rent(raw.Length);
        var holds = !Inspect(plain.AsSpan(0, JsonText.Unescape(raw, plain)), null);
        ArrayPool<byte>.Shared.Return(plain);
        return holds;
    }

    /// <summary>Every place where a narrative breaks a rule, in document order; empty when it keeps them all.</summary>
    /// <param name="xhtml">The div, UTF-8, unescaped.</param>
    public static IReadOnlyList<NarrativeViolation> Check(ReadOnlySpan<byte> xhtml)
    {
        if (XhtmlForm.Fault(xhtml) is { } fault)
        {
            return [new NarrativeViolation(NarrativeRule.Form, null, fault.Format(["div"]), 0)];
        }

        var violations = new List<NarrativeViolation>();
        Inspect(xhtml, violations);
        return violations;
    }

    /// <summary>Every place where a narrative's div breaks a rule; empty when it keeps them all.</summary>
    /// <param name="div">An element of type xhtml.</param>
    public static IReadOnlyList<NarrativeViolation> Check(Element div) =>
        div.IsEscaped ? Check(Encoding.UTF8.GetBytes(div.Value!)) : Check(div.RawValue);

    /// <summary>Goes through the markup and collects what breaks a rule; without a list it stops at the first.</summary>
    private static bool Inspect(ReadOnlySpan<byte> xhtml, List<NarrativeViolation>? violations)
    {
        var hasContent = false;
        var scanner = new XhtmlScanner(xhtml);
        while (scanner.Read())
        {
            switch (scanner.Token)
            {
                case XhtmlToken.StartTag:
                    if (InspectTag(ref scanner, violations, ref hasContent) && violations is null)
                    {
                        return true;
                    }

                    break;
                case XhtmlToken.Text or XhtmlToken.CData:
                    hasContent |= HasText(scanner.Content, scanner.Token == XhtmlToken.Text);
                    break;
            }
        }

        if (hasContent)
        {
            return violations?.Count > 0;
        }

        violations?.Add(new NarrativeViolation(NarrativeRule.Empty, null, "The narrative has no content: neither text nor an image.", 0));
        return true;
    }

    private static bool InspectTag(ref XhtmlScanner scanner, List<NarrativeViolation>? violations, ref bool hasContent)
    {
        var found = false;
        var name = LocalName(scanner.Name);
        if (NarrativeVocabulary.Element(name) is null)
        {
            found = true;
            violations?.Add(new NarrativeViolation(
                NarrativeRule.Element, Shown(name), Shown(name) is { } shown ? $"The element '{shown}' is not allowed in a narrative." : "An element of this name is not allowed in a narrative.", scanner.Start));
        }

        var hasSource = false;
        var attributes = scanner.Attributes;
        while (attributes.Read())
        {
            var attribute = attributes.Name;
            if (attribute.SequenceEqual("xmlns"u8) || attribute.StartsWith("xmlns:"u8))
            {
                continue;
            }

            if (NarrativeVocabulary.Attribute(attribute) is not { } known)
            {
                found = true;
                violations?.Add(new NarrativeViolation(
                    NarrativeRule.Attribute, Shown(attribute), Shown(attribute) is { } shown ? $"The attribute '{shown}' is not allowed in a narrative." : "An attribute of this name is not allowed in a narrative.", scanner.Start));
            }
            else if (known is "href" or "src" or "cite" or "longdesc")
            {
                hasSource |= known is "src" && !attributes.Value.IsEmpty;
                var address = XhtmlText.Decode(attributes.Value);
                if (NarrativeAddress.IsActive(address))
                {
                    found = true;
                    violations?.Add(new NarrativeViolation(NarrativeRule.ActiveContent, known, $"The address in '{known}' is active content, which a narrative must not have.", scanner.Start));
                }
                else if (violations is not null && known is "href" && !NarrativeAddress.CanBeFollowed(address))
                {
                    violations.Add(new NarrativeViolation(NarrativeRule.Link, known, "The address in 'href' has a scheme that a reader cannot follow.", scanner.Start));
                }
            }
        }

        if (name.SequenceEqual("img"u8))
        {
            hasContent |= hasSource;
            if (!hasSource)
            {
                found = true;
                violations?.Add(new NarrativeViolation(NarrativeRule.Image, "img", "An image must name its source in 'src'.", scanner.Start));
            }
        }

        return found;
    }

    private static bool HasText(ReadOnlySpan<byte> text, bool hasEntities)
    {
        if (!text.ContainsAnyExcept(" \t\r\n"u8))
        {
            return false;
        }

        // A character reference can stand for white space too. A no-break space is a character that is seen (XPath's normalize-space keeps it).
        return !hasEntities || !text.Contains((byte)'&') || XhtmlText.Decode(text).AsSpan().ContainsAnyExcept(" \t\r\n");
    }

    private static ReadOnlySpan<byte> LocalName(ReadOnlySpan<byte> name) => name[(name.IndexOf((byte)':') + 1)..];

    private static string? Shown(ReadOnlySpan<byte> name)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        foreach (var character in name)
        {
            if (!(char.IsAsciiLetter((char)character) || character is (byte)'-' or (byte)':' or >= (byte)'1' and <= (byte)'6'))
            {
                return null;
            }
        }

        return Encoding.ASCII.GetString(name);
    }
}
