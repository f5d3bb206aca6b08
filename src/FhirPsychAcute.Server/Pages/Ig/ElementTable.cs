using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>A profile's elements as the table that readers of FHIR know: name as a tree, flags, cardinality, type, description with binding, fixed values, slicing, invariants.</summary>
internal sealed class ElementTable(IgContent content, Language language)
{
    private string Say(string id) => PageTexts.Get(language, id);

    /// <summary>The table of a snapshot; with <paramref name="touched"/> only those elements and what leads to them.</summary>
    public Html Write(Element snapshot, IReadOnlySet<string>? touched)
    {
        var shown = touched is null ? null : WithAncestors(touched);
        var html = new Html();
        html.Raw("<div class=\"scroll\"><table class=\"elements\"><thead><tr>");
        foreach (var column in (ReadOnlySpan<string>)["ig-name", "ig-flags", "ig-cardinality", "ig-type", "ig-description-constraints"])
        {
            html.Element("th scope=\"col\"", Say(column));
        }

        html.Raw("</tr></thead><tbody>\n");
        foreach (var element in snapshot.ChildrenNamed("element"))
        {
            var id = element.ChildValue("id") ?? element.ChildValue("path") ?? "";
            if (shown is null || shown.Contains(id))
            {
                WriteRow(html, element, id);
            }
        }

        return html.Raw("</tbody></table></div>\n").Element("p class=\"muted\"", Say("ig-legend"));
    }

    private static HashSet<string> WithAncestors(IReadOnlySet<string> touched)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in touched)
        {
            for (var at = id; at.Length > 0; at = at.LastIndexOf('.') is var dot and > 0 ? at[..dot] : "")
            {
                all.Add(at);

                // The element that is divided stands above its slices.
                if (at.LastIndexOf(':') is var colon && colon > at.LastIndexOf('.'))
                {
                    all.Add(at[..colon]);
                }
            }
        }

        return all;
    }

    private void WriteRow(Html html, Element element, string id)
    {
        var path = element.ChildValue("path") ?? "";
        var depth = Math.Min(path.Count(c => c == '.'), 12);
        var slice = element.ChildValue("sliceName");
        var prohibited = element.ChildValue("max") == "0";
        html.Raw("<tr id=\"").Text(id).Raw(prohibited ? "\" class=\"prohibited\">" : "\">");
        html.Raw($"<td class=\"name d{depth}\"><span class=\"kind {Kind(element, depth, slice)}\" aria-hidden=\"true\"></span><span class=\"mono\">").Text(path[(path.LastIndexOf('.') + 1)..]);
        if (slice is not null)
        {
            html.Raw("<span class=\"slice\">:").Text(slice).Raw("</span>");
        }

        html.Raw("</span></td><td>");
        WriteFlags(html, element);
        html.Raw("</td><td class=\"mono\">").Text($"{element.ChildValue("min") ?? ""}..{element.ChildValue("max") ?? ""}").Raw("</td><td>");
        WriteTypes(html, element);
        html.Raw("</td><td>");
        WriteDescription(html, element, depth == 0);
        html.Raw("</td></tr>\n");
    }

    private static string Kind(Element element, int depth, string? slice)
    {
        if (depth == 0)
        {
            return "resource";
        }

        if (element.Child("slicing").Exists)
        {
            return "slicing";
        }

        var type = element.Child("type") is { Exists: true } first ? first.ChildValue("code") ?? "" : "";
        return slice is not null && type == "Extension" || type == "Extension" ? "extension"
            : type is "Reference" or "canonical" ? "reference"
            : type is "BackboneElement" or "Element" or "" ? "backbone"
            : char.IsAsciiLetterLower(type[0]) ? "primitive" : "datatype";
    }

    private static void WriteFlags(Html html, Element element)
    {
        void Flag(bool set, string mark, string style = "tag")
        {
            if (set)
            {
                html.Raw($"<span class=\"{style}\">").Text(mark).Raw("</span> ");
            }
        }

        static bool IsTrue(Element flag) => flag.Exists && flag.TryGetBoolean(out var value) && value;
        Flag(IsTrue(element.Child("mustSupport")), "S", "tag must");
        Flag(IsTrue(element.Child("isModifier")), "?!");
        Flag(IsTrue(element.Child("isSummary")), "Σ");
        Flag(OwnConstraints(element).Any(), "I");
    }

    private void WriteTypes(Html html, Element element)
    {
        if (element.ChildValue("contentReference") is { } target)
        {
            html.Raw("<span class=\"mono\">").Text(target[(target.IndexOf('#', StringComparison.Ordinal) + 1)..]).Raw("</span>");
            return;
        }

        var first = true;
        foreach (var type in element.ChildrenNamed("type"))
        {
            html.Raw(first ? "" : " | ");
            first = false;
            var code = type.ChildValue("code") ?? "";
            var name = code[(code.LastIndexOf('/') + 1)..];
            name = name.StartsWith("System.", StringComparison.Ordinal) ? char.ToLowerInvariant(name[7]) + name[8..] : name;
            var profiles = type.ChildrenNamed("profile").ToList();
            if (profiles.Count == 0)
            {
                html.Link(IgContent.SpecificationPage(name), name);
            }
            else
            {
                WriteCanonicals(html, profiles, " | ");
            }

            if (type.ChildrenNamed("targetProfile").ToList() is { Count: > 0 } targets)
            {
                html.Raw("(");
                WriteCanonicals(html, targets, " | ");
                html.Raw(")");
            }
        }
    }

    private void WriteCanonicals(Html html, List<Element> canonicals, string between)
    {
        for (var at = 0; at < canonicals.Count; at++)
        {
            var canonical = canonicals[at].Value ?? "";
            var url = IgContent.WithoutVersion(canonical);
            html.Raw(at == 0 ? "" : between).Link(content.AddressOf(canonical), url[(url.LastIndexOf('/') + 1)..]);
        }
    }

    private void WriteDescription(Html html, Element element, bool isRoot)
    {
        html.Text(element.ChildText("short", language));
        if (isRoot)
        {
            return;
        }

        foreach (var child in element.Children)
        {
            if (child.Name is "fixed" or "pattern")
            {
                html.Raw("<div class=\"line\"><strong>").Text(Say(child.Name == "fixed" ? "ig-fixed" : "ig-pattern")).Raw(":</strong> <code>").Text(Shown(child)).Raw("</code></div>");
            }
        }

        if (element.Child("binding") is { Exists: true } binding)
        {
            html.Raw("<div class=\"line\"><strong>").Text(Say("ig-binding")).Raw(":</strong> ");
            var valueSet = binding.ChildValue("valueSet");
            if (valueSet is not null)
            {
                var url = IgContent.WithoutVersion(valueSet);
                html.Link(content.AddressOf(valueSet), url[(url.LastIndexOf('/') + 1)..]);
            }

            html.Text($" ({binding.ChildValue("strength")})").Raw("</div>");
        }

        if (element.Child("slicing") is { Exists: true } slicing)
        {
            var discriminators = string.Join(", ", slicing.ChildrenNamed("discriminator").ToList().Select(one => $"{one.ChildValue("type")}:{one.ChildValue("path")}"));
            var rules = slicing.ChildValue("rules") ?? "open";
            var ordered = slicing.Child("ordered") is { Exists: true } order && order.TryGetBoolean(out var inOrder) && inOrder;
            html.Raw("<div class=\"line\"><strong>").Text(Say("ig-slices")).Raw(":</strong> ").Text(discriminators).Text($" ({Say("ig-slicing-" + rules)}{(ordered ? ", " + Say("ig-ordered") : "")})").Raw("</div>");
        }

        foreach (var constraint in OwnConstraints(element))
        {
            html.Raw("<div class=\"line\"><strong>").Text(constraint.ChildValue("key")).Raw(":</strong> ").Text(constraint.ChildText("human", language)).Raw("</div>");
        }

        if (element.ChildText("comment", language) is { } comment && comment.Length < 400)
        {
            html.Raw("<div class=\"line muted\">").Text(comment).Raw("</div>");
        }
    }

    /// <summary>A value: a primitive as it is, anything else as JSON.</summary>
    private static string Shown(Element value) => value.Type.IsPrimitive ? value.Value ?? "" : System.Text.Encoding.UTF8.GetString(value.RawJson.Span);

    /// <summary>The invariants that tell something: not those that every element of FHIR has.</summary>
    public static IEnumerable<Element> OwnConstraints(Element element)
    {
        foreach (var constraint in element.ChildrenNamed("constraint").ToList())
        {
            if (constraint.ChildValue("key") is not ("ele-1" or "ext-1" or "dom-2" or "dom-3" or "dom-4" or "dom-5" or "dom-6"))
            {
                yield return constraint;
            }
        }
    }
}
