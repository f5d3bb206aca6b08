using System.Buffers;

namespace FhirPsychAcute.Model;

/// <content>Primitive values.</content>
internal ref partial struct JsonResourceReader
{
    private void ReadPrimitives(int parent, ElementType property, int depth, int nameStart, ref Met met)
    {
        var element = property.Element;
        var next = json.Next();
        if ((met.Twins & (UInt128.One << element.Ordinal)) != 0)
        {
            FillValues(parent, property, depth, nameStart, ref met);
            return;
        }

        if (next != '[')
        {
            if (element.IsArray)
            {
                ReportArrayExpected(parent, property);
            }

            ReadPrimitive(Append(parent, property, NodeFlags.None), property, next, depth);
            return;
        }

        if (!element.IsArray)
        {
            ReportNoArrayExpected(parent, property);
        }

        if (!EnterArray(parent, property, ++depth, out next))
        {
            return;
        }

        do
        {
            var item = Append(parent, property, NodeFlags.Item);
            if (next == 'n' && json.ReadLiteral(out _, out _))
            {
                nodes[item].Length = 4;
                nodes[item].Flags |= NodeFlags.AwaitsTwin;
                met.AwaitsTwin = true;
            }
            else
            {
                ReadPrimitive(item, property, next, depth);
            }
        }
        while (json.NextItem(out next));
    }

    /// <summary>Reads the value that begins here into a node.</summary>
    private void ReadPrimitive(int node, ElementType property, byte next, int depth)
    {
        var kind = property.Type.Primitive;
        int start;
        int length;
        switch (next)
        {
            case (byte)'"':
                if (json.ReadString(out start, out length, out var traits))
                {
                    if (kind > PrimitiveKind.Decimal)
                    {
                        SetValue(node, start, length, traits == StringTraits.None ? NodeFlags.HasValue | NodeFlags.Quoted : NodeFlags.HasValue | NodeFlags.Quoted | NodeFlags.Escaped);
                        CheckText(node, property, kind, start, length, traits);
                    }
                    else
                    {
                        ReportWrongKind(node, property, next, start - 1);
                    }
                }

                break;
            case (byte)'-' or >= (byte)'0' and <= (byte)'9':
                if (json.ReadNumber(out start, out length))
                {
                    if (kind is >= PrimitiveKind.Integer and <= PrimitiveKind.Decimal)
                    {
                        SetValue(node, start, length, NodeFlags.HasValue);
                        if (kind != PrimitiveKind.Decimal)
                        {
                            CheckValue(node, property, kind, json.Source.Slice(start, length), start);
                        }
                    }
                    else
                    {
                        ReportWrongKind(node, property, next, start);
                    }
                }

                break;
            case (byte)'t' or (byte)'f' or (byte)'n':
                if (json.ReadLiteral(out start, out length))
                {
                    if (kind == PrimitiveKind.Boolean && next != 'n')
                    {
                        SetValue(node, start, length, NodeFlags.HasValue);
                    }
                    else
                    {
                        ReportWrongKind(node, property, next, start);
                    }
                }

                break;
            default:
                start = json.Position;
                if (json.SkipValue(depth))
                {
                    ReportWrongKind(node, property, next, start);
                }

                break;
        }
    }

    private readonly void SetValue(int node, int start, int length, NodeFlags flags)
    {
        ref var primitive = ref nodes[node];
        primitive.Start = start;
        primitive.Length = length;
        primitive.Flags |= flags;
    }

    private void CheckText(int node, ElementType property, PrimitiveKind kind, int start, int length, StringTraits traits)
    {
        if (length == 0)
        {
            Report(StructureMessages.EmptyString, node, start - 1, property.JsonName);
        }
        else if (length > limits.MaxStringBytes)
        {
            Stop(StructureMessages.TooLongValue, node, start - 1, property.JsonName, length, limits.MaxStringBytes);
        }
        else if (traits == StringTraits.None)
        {
            CheckValue(node, property, kind, json.Source.Slice(start, length), start - 1);
        }
        else if ((traits & (StringTraits.Control | StringTraits.LoneSurrogate)) != 0)
        {
            Report((traits & StringTraits.Control) != 0 ? StructureMessages.HoldsControlCharacter : StructureMessages.HoldsHalfPair, node, start - 1, property.JsonName);
        }
        else
        {
            CheckEscaped(node, property, kind, start, length);
        }
    }

    private void CheckEscaped(int node, ElementType property, PrimitiveKind kind, int start, int length)
    {
        const int OnStack = 512;
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var plain = rented ?? stackalloc byte[OnStack];
        CheckValue(node, property, kind, plain[..JsonText.Unescape(json.Source.Slice(start, length), plain)], start - 1);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void CheckValue(int node, ElementType property, PrimitiveKind kind, scoped ReadOnlySpan<byte> value, int tokenStart)
    {
        if (LexicalForm.Fault(kind, value) is { } fault)
        {
            Report(fault, node, tokenStart, property.JsonName);
        }
    }
}
