namespace FhirPsychAcute.Model;

/// <summary>One property of an object or item of an array in JSON text, by its places in the text.</summary>
/// <param name="LeadStart">After the opening brace or bracket, or after the comma: with the white space before the member.</param>
/// <param name="NameStart">Of a property the name's first byte after its quote; -1 for an item.</param>
/// <param name="NameLength">Of a property the name's length.</param>
/// <param name="ValueStart">First byte of the value, with its quote.</param>
/// <param name="ValueEnd">One past the value.</param>
internal readonly record struct JsonMember(int LeadStart, int NameStart, int NameLength, int ValueStart, int ValueEnd);

/// <summary>Finds the members of objects and arrays in the source of a document that has been read.</summary>
internal static class JsonMembers
{
    /// <summary>Members of the container that begins at this place, and where its closing brace or bracket stands.</summary>
    public static List<JsonMember> Of(ReadOnlySpan<byte> source, int start, out int close)
    {
        var members = new List<JsonMember>();
        var scanner = new JsonScanner(source, int.MaxValue) { Position = start + 1 };
        var isObject = source[start] == '{';
        if (scanner.Next() is (byte)'}' or (byte)']')
        {
            close = scanner.Position;
            return members;
        }

        var lead = start + 1;
        do
        {
            var nameStart = -1;
            var nameLength = 0;
            if (isObject)
            {
                scanner.ReadName(out nameStart, out nameLength, out _);
            }

            scanner.Next();
            var valueStart = scanner.Position;
            scanner.SkipValue(0);
            members.Add(new JsonMember(lead, nameStart, nameLength, valueStart, scanner.Position));
            scanner.Next();
            lead = scanner.Position + 1;
        }
        while (isObject ? scanner.NextProperty(out _) : scanner.NextItem(out _));

        close = lead - 1;
        return members;
    }

    /// <summary>The property of this name in the object that begins at this place.</summary>
    public static JsonMember? Find(ReadOnlySpan<byte> source, int start, ReadOnlySpan<byte> name)
    {
        foreach (var member in Of(source, start, out _))
        {
            if (IsNamed(source, member, name))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>Whether a property has this name, also where it is written with escapes.</summary>
    public static bool IsNamed(ReadOnlySpan<byte> source, JsonMember member, ReadOnlySpan<byte> name)
    {
        var written = source.Slice(member.NameStart, member.NameLength);
        if (written.SequenceEqual(name))
        {
            return true;
        }

        return written.Contains((byte)'\\') && System.Text.Encoding.UTF8.GetBytes(JsonText.Unescape(written)).AsSpan().SequenceEqual(name);
    }

    /// <summary>One past the value of the property of this name, which the object has; looks no further than needed.</summary>
    public static int EndOf(ReadOnlySpan<byte> source, int start, ReadOnlySpan<byte> name)
    {
        var scanner = new JsonScanner(source, int.MaxValue) { Position = start + 1 };
        scanner.Next();
        do
        {
            scanner.ReadName(out var nameStart, out var nameLength, out _);
            scanner.SkipValue(0);
            if (IsNamed(source, new JsonMember(0, nameStart, nameLength, 0, 0), name))
            {
                return scanner.Position;
            }
        }
        while (scanner.NextProperty(out _));

        return start + 1;
    }
}
