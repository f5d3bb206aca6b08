namespace FhirPsychAcute.Server;

/// <summary>Lays JSON out with line breaks and two spaces of indentation (<c>_pretty=true</c>); every value keeps its bytes as they are.</summary>
internal static class PrettyJson
{
    /// <summary>Writes well-formed JSON laid out.</summary>
    public static void Write(ReadOnlySpan<byte> json, OutputBuffer output)
    {
        var depth = 0;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            switch (c)
            {
                case (byte)'"':
                    var end = StringEnd(json, i);
                    output.Write(json[i..end]);
                    i = end - 1;
                    break;
                case (byte)'{' or (byte)'[':
                    output.WriteByte(c);
                    var next = SkipSpace(json, i + 1);
                    if (next < json.Length && json[next] == c + 2)
                    {
                        output.WriteByte(json[next]);
                        i = next;
                    }
                    else
                    {
                        NewLine(output, ++depth);
                    }

                    break;
                case (byte)'}' or (byte)']':
                    NewLine(output, --depth);
                    output.WriteByte(c);
                    break;
                case (byte)',':
                    output.WriteByte(c);
                    NewLine(output, depth);
                    break;
                case (byte)':':
                    output.Write(": "u8);
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    break;
                default:
                    output.WriteByte(c);
                    break;
            }
        }

        output.WriteByte((byte)'\n');
    }

    private static int StringEnd(ReadOnlySpan<byte> json, int start)
    {
        var i = start + 1;
        while (i < json.Length && json[i] != (byte)'"')
        {
            i += json[i] == (byte)'\\' ? 2 : 1;
        }

        return Math.Min(i + 1, json.Length);
    }

    private static int SkipSpace(ReadOnlySpan<byte> json, int i)
    {
        while (i < json.Length && json[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            i++;
        }

        return i;
    }

    private static void NewLine(OutputBuffer output, int depth)
    {
        output.WriteByte((byte)'\n');
        for (var i = 0; i < depth; i++)
        {
            output.Write("  "u8);
        }
    }
}
