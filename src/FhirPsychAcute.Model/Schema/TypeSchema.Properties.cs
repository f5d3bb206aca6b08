namespace FhirPsychAcute.Model;

/// <content>Finding elements by their JSON property names.</content>
public sealed partial class TypeSchema
{
    private NameTable<ElementType>? properties;

    /// <summary>
    /// The element and type that a JSON property of this name stands for (<c>birthDate</c>, <c>valueQuantity</c>), or null.
    /// The name is given as UTF-8, unescaped, without the underscore of a primitive's twin. Allocates nothing.
    /// </summary>
    public ElementType? FindProperty(ReadOnlySpan<byte> jsonName) => (properties ?? FillProperties()).Find(jsonName);

    // Most processes meet few of the types, so a table is made when its type is first met. Two threads may make the same table; either serves.
    private NameTable<ElementType> FillProperties()
    {
        var count = 0;
        foreach (var element in Elements)
        {
            count += element.Types.Count;
        }

        var table = new NameTable<ElementType>(count);
        foreach (var element in Elements)
        {
            foreach (var type in element.Types)
            {
                table.Add(type.JsonNameUtf8, type);
            }
        }

        Volatile.Write(ref properties, table);
        return table;
    }
}
