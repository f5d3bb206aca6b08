using System.Buffers;
using System.Text;
using System.Xml;

namespace FhirPsychAcute.Model;

/// <content>Attributes, primitive values and the narrative.</content>
internal sealed partial class XmlResourceReader
{
    private readonly ArrayBufferWriter<byte> scratch = new(256);

    /// <summary>Whose attributes are read: a type that may have an id (and a url), a primitive that may have a value; neither for what may have none.</summary>
    private readonly record struct AttributeOwner(TypeSchema? Type, ElementType? Primitive);

    /// <summary>A value attribute.</summary>
    private readonly record struct AttributeValue(string? Text, SourcePosition Place);

    /// <summary>Reads the attributes of the element; the id and url of a type that is not primitive are written as members of the object that has been opened.</summary>
    /// <returns>Whether there was any that is no declaration.</returns>
    private bool ReadAttributes(AttributeOwner owner, out AttributeValue value, bool allowsSchemaLocation = false)
    {
        value = default;
        var any = false;
        if (!xml.MoveToFirstAttribute())
        {
            return false;
        }

        do
        {
            var name = xml.LocalName;
            if (xml.NamespaceURI is FhirXml.NamespaceDeclarations)
            {
                continue;
            }

            any = true;
            if (xml.NamespaceURI.Length > 0)
            {
                // R4 xml 2.6.1: exchanged content should not name its schema. Many senders do; nothing follows from it, so it is passed over, and never fetched.
                if (!allowsSchemaLocation || xml.NamespaceURI is not FhirXml.SchemaInstance || name is not ("schemaLocation" or "noNamespaceSchemaLocation"))
                {
                    ReportUnknownAttribute(name);
                }
            }
            else if (owner.Primitive is not null && name is "value")
            {
                value = new AttributeValue(xml.Value, Here(0));
            }
            else if (owner.Type is { } type && type.Element(name) is { } element && FhirXml.IsAttribute(element))
            {
                WriteAttribute(element.Types[0]);
            }
            else
            {
                ReportUnknownAttribute(name);
            }
        }
        while (!stopped && xml.MoveToNextAttribute());

        xml.MoveToElement();
        return any;
    }

    private void WriteAttribute(ElementType property)
    {
        path.Add(new Step(property, 0));
        var start = json.Here;
        var place = Here(0);
        json.Name(property.JsonNameUtf8.Span);
        json.Place(place);
        if (!WriteValue(property, new AttributeValue(xml.Value, place)))
        {
            json.Return(start);
        }

        path.RemoveAt(path.Count - 1);
    }

    /// <summary>Reads a primitive whose start tag the reader stands at: its value into the run, its id and extensions into the twin.</summary>
    private void ReadPrimitive(ElementType property, ref Run run, SourcePosition place, int depth)
    {
        var isArray = property.Element.IsArray;
        var isEmpty = xml.IsEmptyElement;
        var start = json.Here;
        var outer = json;

        // The id comes before the value is known, and both before the extensions: the twin grows by itself and is taken over where it has content.
        var needsTwin = !isEmpty || xml.GetAttribute("id") is not null;
        var twin = needsTwin ? new JsonBuilder(128) : null;
        AttributeValue value;
        bool any;
        if (twin is null)
        {
            any = ReadAttributes(new AttributeOwner(twinType, property), out value);
        }
        else
        {
            json = twin;
            json.Place(place);
            json.Append((byte)'{');
            any = ReadAttributes(new AttributeOwner(twinType, property), out value);
            if (!isEmpty && EnterObject(place, isArray ? depth + 2 : depth + 1))
            {
                any |= ReadChildren(twinType, isArray ? depth + 2 : depth + 1);
            }

            var hasContent = json.Last != '{';
            json.Append((byte)'}');
            json = outer;
            twin = hasContent ? twin : null;
        }

        BeginItem(property, ref run, depth);
        json.Place(place);
        var hasValue = value.Text is not null && WriteValue(property, value);
        if (!hasValue && twin is null)
        {
            json.Return(start);
            if (!any && !stopped)
            {
                Report(StructureMessages.ValueMissing, place, property.JsonName);
            }

            return;
        }

        if (!isArray)
        {
            if (!hasValue)
            {
                json.Return(start);
            }

            if (twin is not null)
            {
                json.Name(property.JsonNameUtf8.Span, twin: true);
                json.Append(twin);
            }

            run.Items++;
            return;
        }

        if (!hasValue)
        {
            json.Append("null"u8);
        }

        run.HasValue |= hasValue;
        AddTwin(ref run, twin);
        run.Items++;
    }

    private static void AddTwin(ref Run run, JsonBuilder? twin)
    {
        if (run.Twins is null)
        {
            if (twin is null)
            {
                return;
            }

            run.Twins = new JsonBuilder(256);
            for (var item = 0; item < run.Items; item++)
            {
                run.Twins.Separate();
                run.Twins.Append("null"u8);
            }
        }

        run.Twins.Separate();
        if (twin is null)
        {
            run.Twins.Append("null"u8);
        }
        else
        {
            run.Twins.Append(twin);
        }
    }

    /// <summary>Checks a value and writes it as JSON; says no where there is nothing that JSON could hold.</summary>
    private bool WriteValue(ElementType property, AttributeValue value)
    {
        var text = value.Text!;
        if (text.Length == 0)
        {
            Report(StructureMessages.EmptyValue, value.Place, property.JsonName);
            return false;
        }

        var utf8 = Utf8(text);
        if (utf8.Length > limits.MaxStringBytes)
        {
            Stop(StructureMessages.TooLongValue, value.Place, property.JsonName, utf8.Length, limits.MaxStringBytes);
            return false;
        }

        var kind = property.Type.Primitive;
        var fault = LexicalForm.Fault(kind, utf8);
        if (fault is not null)
        {
            Report(fault, value.Place, property.JsonName);
        }

        if (kind > PrimitiveKind.Decimal)
        {
            json.String(utf8);
            return true;
        }

        if (fault is null)
        {
            json.Append(utf8);
        }

        return fault is null;
    }

    private bool ReadXhtml(ElementType property, SourcePosition place)
    {
        scratch.ResetWrittenCount();
        new XhtmlCopy(xml, scratch).CopyElement();
        if (scratch.WrittenCount > limits.MaxStringBytes)
        {
            Stop(StructureMessages.TooLongValue, place, property.JsonName, scratch.WrittenCount, limits.MaxStringBytes);
            return false;
        }

        if (LexicalForm.Fault(PrimitiveKind.Xhtml, scratch.WrittenSpan) is { } fault)
        {
            Report(fault, place, property.JsonName);
        }

        json.String(scratch.WrittenSpan);
        return true;
    }

    /// <summary>The text as UTF-8, valid until the next call.</summary>
    private ReadOnlySpan<byte> Utf8(string text)
    {
        scratch.ResetWrittenCount();
        Encoding.UTF8.GetBytes(text, scratch);
        return scratch.WrittenSpan;
    }
}
