using System.Text;

namespace FhirPsychAcute.Conformance;

/// <summary>What index rows name by number.</summary>
internal sealed record PackLabels(PackageLabel[] Packages, string[] ResourceTypes, string[] Versions)
{
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Packages.Length);
            foreach (var package in Packages)
            {
                writer.Write(package.Name);
                writer.Write(package.Version);
                writer.Write(package.Canonical ?? "");
                writer.Write(package.IsExpansions);
                Write(writer, package.Dependencies);
            }

            Write(writer, ResourceTypes);
            Write(writer, Versions);
        }

        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The data is damaged.</exception>
    public static PackLabels FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            var packages = new PackageLabel[Count(reader)];
            for (var i = 0; i < packages.Length; i++)
            {
                var name = reader.ReadString();
                var version = reader.ReadString();
                var canonical = reader.ReadString();
                packages[i] = new PackageLabel(name, version, canonical.Length == 0 ? null : canonical, reader.ReadBoolean(), Strings(reader));
            }

            return new PackLabels(packages, Strings(reader), Strings(reader));
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("The labels are damaged.", exception);
        }
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> strings)
    {
        writer.Write(strings.Count);
        foreach (var text in strings)
        {
            writer.Write(text);
        }
    }

    private static string[] Strings(BinaryReader reader)
    {
        var strings = new string[Count(reader)];
        for (var i = 0; i < strings.Length; i++)
        {
            strings[i] = reader.ReadString();
        }

        return strings;
    }

    // Every item takes at least one byte, so that a damaged count cannot ask for more memory than the data is long.
    private static int Count(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= reader.BaseStream.Length - reader.BaseStream.Position ? count : throw new InvalidDataException("The labels are damaged.");
    }
}
