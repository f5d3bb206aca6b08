namespace FhirPsychAcute.Model;

/// <summary>The packed form of a <see cref="SchemaCatalog"/>.</summary>
internal static class SchemaTable
{
    private const byte Choice = 1;
    private const byte Summary = 2;
    private const byte Modifier = 4;

    /// <summary>Packs types in ordinal order of their names, which differ; each type that a row names must be among them.</summary>
    public static byte[] Write(string fhirVersion, IReadOnlyList<TypeRow> unordered)
    {
        var types = unordered.OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        var table = new TableWriter();

        // Names of elements come first, so that a name's string number serves as NameId.
        foreach (var element in types.SelectMany(type => type.Elements))
        {
            table.Intern(element.Name);
        }

        table.Int32(types.SelectMany(type => type.Elements).Select(element => element.Name).Distinct(StringComparer.Ordinal).Count());
        table.String(fhirVersion);
        table.Int32(types.Count);
        table.Int32(types.Sum(type => type.Elements.Count));
        var ids = types.Select((type, id) => (type.Name, id)).ToDictionary(pair => pair.Name, pair => pair.id, StringComparer.Ordinal);
        foreach (var type in types)
        {
            table.String(type.Name);
            table.Byte((byte)type.Kind);
            table.Byte((byte)type.Primitive);
            table.Byte(type.IsAbstract ? (byte)1 : (byte)0);
            table.Int32(type.Base is null ? -1 : ids[type.Base]);
        }

        foreach (var type in types)
        {
            table.Int32(type.Elements.Count);
            foreach (var element in type.Elements)
            {
                Write(table, element, ids);
            }
        }

        return table.ToArray();
    }

    private static void Write(TableWriter table, ElementRow element, Dictionary<string, int> ids)
    {
        table.String(element.Name);
        table.Int32(element.Min);
        table.Int32(element.Max);
        table.Byte((byte)((element.IsChoice ? Choice : 0) | (element.IsSummary ? Summary : 0) | (element.IsModifier ? Modifier : 0)));
        table.Byte((byte)element.BindingStrength);
        table.String(element.BindingValueSet);
        table.String(element.ImplicitSystem);
        table.Int32(element.Types.Count);
        foreach (var type in element.Types)
        {
            table.Int32(ids[type.Type]);
            table.String(element.IsChoice ? element.Name + char.ToUpperInvariant(type.Type[0]) + type.Type[1..] : element.Name);
            table.Strings(type.TargetProfiles);
        }
    }

    /// <exception cref="InvalidDataException">The data is not what <see cref="Write(string, IReadOnlyList{TypeRow})"/> makes.</exception>
    public static SchemaCatalog Read(ReadOnlyMemory<byte> packed)
    {
        var table = new TableReader(packed);
        var names = table.Int32();
        var fhirVersion = table.String();
        var types = new TypeSchema[table.Count(11)];
        var elements = new ElementSchema[table.Count(26)];
        if (names < 0 || names > elements.Length || types.Length > ushort.MaxValue)
        {
            throw TableReader.Corrupt();
        }

        ReadTypes(ref table, types);
        var id = 0;
        foreach (var type in types)
        {
            var own = new ElementSchema[table.Count(26)];
            if (own.Length > elements.Length - id)
            {
                throw TableReader.Corrupt();
            }

            for (var ordinal = 0; ordinal < own.Length; ordinal++, id++)
            {
                own[ordinal] = elements[id] = ReadElement(ref table, id, ordinal, names, type, types);
            }

            type.Elements = own;
        }

        if (id != elements.Length || !table.AtEnd)
        {
            throw TableReader.Corrupt();
        }

        var nameIds = new Dictionary<string, int>(names, StringComparer.Ordinal);
        for (var name = 0; name < names; name++)
        {
            nameIds[table.Text(name)] = name;
        }

        return new SchemaCatalog(fhirVersion, types, elements, nameIds);
    }

    private static void ReadTypes(ref TableReader table, TypeSchema[] types)
    {
        var bases = new int[types.Length];
        var last = "";
        for (var i = 0; i < types.Length; i++)
        {
            var name = table.String();
            if (string.CompareOrdinal(name, last) <= 0)
            {
                throw TableReader.Corrupt();
            }

            types[i] = new TypeSchema(i, last = name, (TypeKind)table.Byte(), (PrimitiveKind)table.Byte(), table.Byte() != 0);
            bases[i] = table.Int32();
        }

        for (var i = 0; i < types.Length; i++)
        {
            if (bases[i] >= 0)
            {
                types[i].Base = bases[i] < types.Length ? types[bases[i]] : throw TableReader.Corrupt();
            }
        }
    }

    private static ElementSchema ReadElement(ref TableReader table, int id, int ordinal, int names, TypeSchema owner, TypeSchema[] types)
    {
        var name = table.Index(names);
        var min = table.Int32();
        var max = table.Int32();
        var flags = table.Byte();
        var element = new ElementSchema(id, ordinal, table.Text(name), name, owner, min, max)
        {
            IsChoice = (flags & Choice) != 0,
            IsSummary = (flags & Summary) != 0,
            IsModifier = (flags & Modifier) != 0,
            BindingStrength = (BindingStrength)table.Byte(),
            BindingValueSet = table.OptionalString(),
            ImplicitSystem = table.OptionalString(),
        };
        var allowed = new ElementType[table.Count(12)];
        for (var i = 0; i < allowed.Length; i++)
        {
            var type = types[table.Index(types.Length)];
            var jsonName = table.Int32();
            allowed[i] = new ElementType(element, type, table.Text(jsonName), table.Utf8(jsonName), table.Strings());
        }

        element.Types = allowed;
        return element;
    }
}
