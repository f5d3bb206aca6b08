using System.Text.Json.Nodes;
using System.Xml.Linq;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Tests.Suite;

/// <summary>Rewrites a FHIR XML resource as JSON by the schema, for suites whose inputs exist in XML only (R4 xml 2.6.1, json 2.6.2).</summary>
internal static class XmlInput
{
    private static readonly XNamespace Fhir = "http://hl7.org/fhir";

    public static byte[] ToJson(string path)
    {
        var root = XDocument.Load(path).Root!;
        var json = Complex(root, R4.Schema.Type(root.Name.LocalName));
        json.Insert(0, "resourceType", root.Name.LocalName);
        return System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private static JsonObject Complex(XElement xml, TypeSchema type)
    {
        var json = new JsonObject();
        foreach (var attribute in xml.Attributes().Where(attribute => attribute.Name.LocalName is "id" or "url" && attribute.Name.Namespace == XNamespace.None))
        {
            json[attribute.Name.LocalName] = attribute.Value;
        }

        foreach (var group in xml.Elements().GroupBy(child => child.Name.LocalName))
        {
            var property = type.Elements.SelectMany(element => element.Types).Single(candidate => candidate.JsonName == group.Key);
            if (property.Type.IsPrimitive)
            {
                Primitives(json, property, [.. group]);
                continue;
            }

            var values = group.Select(child => Value(child, property.Type)).ToArray();
            json[group.Key] = property.Element.IsArray ? new JsonArray(values) : values[0];
        }

        return json;
    }

    private static JsonObject Value(XElement xml, TypeSchema type)
    {
        if (!type.IsResource)
        {
            return Complex(xml, type);
        }

        var resource = xml.Elements().Single();
        var json = Complex(resource, R4.Schema.Type(resource.Name.LocalName));
        json.Insert(0, "resourceType", resource.Name.LocalName);
        return json;
    }

    private static void Primitives(JsonObject json, ElementType property, XElement[] elements)
    {
        var values = elements.Select(element => Primitive(element, property.Type)).ToArray();
        var twins = elements.Select(element => Complex(new XElement(Fhir + "twin", element.Attributes("id"), element.Elements(Fhir + "extension")), property.Type)).ToArray();
        var hasTwins = Array.Exists(twins, twin => twin.Count > 0);
        if (!property.Element.IsArray)
        {
            if (values[0] is not null)
            {
                json[property.JsonName] = values[0];
            }

            if (hasTwins)
            {
                json["_" + property.JsonName] = twins[0];
            }

            return;
        }

        json[property.JsonName] = new JsonArray(values);
        if (hasTwins)
        {
            json["_" + property.JsonName] = new JsonArray([.. twins.Select(twin => twin.Count > 0 ? twin : null)]);
        }
    }

    private static JsonNode? Primitive(XElement xml, TypeSchema type)
    {
        if (type.Primitive == PrimitiveKind.Xhtml)
        {
            return JsonValue.Create(xml.ToString(SaveOptions.DisableFormatting));
        }

        var value = (string?)xml.Attribute("value");
        return value is null
            ? null
            : type.Primitive is PrimitiveKind.Boolean or PrimitiveKind.Integer or PrimitiveKind.PositiveInt or PrimitiveKind.UnsignedInt or PrimitiveKind.Decimal
                ? JsonNode.Parse(value)
                : JsonValue.Create(value);
    }
}
