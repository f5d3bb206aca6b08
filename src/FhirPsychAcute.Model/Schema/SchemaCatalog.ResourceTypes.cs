namespace FhirPsychAcute.Model;

/// <content>Finding resource types by UTF-8 names.</content>
public sealed partial class SchemaCatalog
{
    private NameTable<TypeSchema>? resourceTypes;

    /// <summary>The concrete resource type of this name, given as UTF-8 (a JSON <c>resourceType</c>), or null. Allocates nothing.</summary>
    public TypeSchema? FindResourceType(ReadOnlySpan<byte> name) => (resourceTypes ?? FillResourceTypes()).Find(name);

    private NameTable<TypeSchema> FillResourceTypes()
    {
        var table = new NameTable<TypeSchema>(types.Length);
        foreach (var type in types)
        {
            if (type is { IsResource: true, IsAbstract: false })
            {
                table.Add(System.Text.Encoding.UTF8.GetBytes(type.Name), type);
            }
        }

        Volatile.Write(ref resourceTypes, table);
        return table;
    }
}
