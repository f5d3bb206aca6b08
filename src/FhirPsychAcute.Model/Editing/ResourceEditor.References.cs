namespace FhirPsychAcute.Model;

/// <content>References of a transaction.</content>
public sealed partial class ResourceEditor
{
    private static void SpliceReferences(ResourceDocument target, ref Splices splices, ReferenceMap map)
    {
        var nodes = target.Nodes;
        var types = target.Schema.TypeTable;
        var elements = target.Schema.ElementTable;
        var bytes = target.Bytes.Span;
        for (var index = 1; index < nodes.Length; index++)
        {
            ref readonly var node = ref nodes[index];
            if (!node.Is(NodeFlags.Quoted))
            {
                continue;
            }

            switch (types[node.Type].Primitive)
            {
                case PrimitiveKind.String when IsReference(elements[node.Element]):
                case PrimitiveKind.Uri or PrimitiveKind.Url or PrimitiveKind.Canonical or PrimitiveKind.Oid or PrimitiveKind.Uuid:
                    var value = bytes.Slice(node.Start, node.Length);
                    if (map.TryGet(node.Is(NodeFlags.Escaped) ? Unescaped(value) : value, out var replacement))
                    {
                        SpliceValue(target, ref splices, index, replacement);
                    }

                    break;
                case PrimitiveKind.Xhtml:
                    SpliceNarrative(target, ref splices, index, map);
                    break;
            }
        }
    }

    private static bool IsReference(ElementSchema element) =>
        string.Equals(element.Name, "reference", StringComparison.Ordinal) && string.Equals(element.Owner.Name, "Reference", StringComparison.Ordinal);

    private static byte[] Unescaped(ReadOnlySpan<byte> value)
    {
        var plain = new byte[value.Length];
        return plain.AsSpan(0, JsonText.Unescape(value, plain)).ToArray();
    }

    private static void SpliceNarrative(ResourceDocument target, ref Splices splices, int index, ReferenceMap map)
    {
        ref readonly var node = ref target.Nodes[index];
        var raw = target.Bytes.Span.Slice(node.Start, node.Length);
        if (splices.Replaces(index) || (raw.IndexOf("href"u8) < 0 && raw.IndexOf("src"u8) < 0))
        {
            return;
        }

        var xhtml = node.Is(NodeFlags.Escaped) ? Unescaped(raw) : raw;
        var changed = default(SpliceText);
        var from = 0;
        var at = 0;
        while (NextLink(xhtml, ref at, out var start, out var length))
        {
            if (!map.TryGet(xhtml.Slice(start, length), out var replacement))
            {
                continue;
            }

            changed = from == 0 ? new SpliceText(xhtml.Length + 64) : changed;
            changed.Write(xhtml[from..start]);
            WriteAttribute(ref changed, replacement);
            from = start + length;
        }

        if (from > 0)
        {
            changed.Write(xhtml[from..]);
            SpliceValue(target, ref splices, index, changed.Span);
        }
    }

    /// <summary>Finds the next href or src attribute, and its value.</summary>
    private static bool NextLink(ReadOnlySpan<byte> xhtml, ref int at, out int start, out int length)
    {
        while (true)
        {
            start = 0;
            length = 0;
            var equals = xhtml[at..].IndexOf((byte)'=');
            if (equals < 0)
            {
                return false;
            }

            var name = xhtml[..(at + equals)].TrimEnd(" \t\r\n"u8);
            at += equals + 1;
            if (!name.EndsWith("href"u8) && !name.EndsWith("src"u8))
            {
                continue;
            }

            while (at < xhtml.Length && xhtml[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                at++;
            }

            if (at >= xhtml.Length || xhtml[at] is not ((byte)'"' or (byte)'\''))
            {
                continue;
            }

            start = at + 1;
            length = xhtml[start..].IndexOf(xhtml[at]);
            if (length < 0)
            {
                return false;
            }

            at = start + length + 1;
            return true;
        }
    }

    private static void WriteAttribute(ref SpliceText text, ReadOnlySpan<byte> value)
    {
        foreach (var character in value)
        {
            switch (character)
            {
                case (byte)'&':
                    text.Write("&amp;"u8);
                    break;
                case (byte)'<':
                    text.Write("&lt;"u8);
                    break;
                case (byte)'"':
                    text.Write("&quot;"u8);
                    break;
                case (byte)'\'':
                    text.Write("&#39;"u8);
                    break;
                default:
                    text.Write(character);
                    break;
            }
        }
    }
}
