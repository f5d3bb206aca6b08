namespace FhirPsychAcute.FhirPath.Values;

/// <summary>The names of items' types, for reflection and messages.</summary>
internal static class TypeNames
{
    public static TypeName Of(in FhirPathValue value) => value.Kind switch
    {
        FhirPathKind.Element => new TypeName("FHIR", value.Element.Type.Name),
        FhirPathKind.ResourceOfType => new TypeName("FHIR", value.AsResourceType.Name),
        FhirPathKind.CalendarQuantity => new TypeName("System", "Quantity"),
        FhirPathKind.TypeInfo => new TypeName("System", "TypeInfo"),
        _ => new TypeName("System", value.Kind.ToString()),
    };

    /// <summary>For messages: the type, never the value.</summary>
    public static string Describe(in FhirPathValue value)
    {
        var name = Of(value);
        return $"{name.Namespace}.{name.Name}";
    }
}
