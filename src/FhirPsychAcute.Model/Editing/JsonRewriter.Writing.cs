namespace FhirPsychAcute.Model;

/// <content>Writing the changed text.</content>
internal sealed partial class JsonRewriter
{
    private int[] touched = [];

    /// <summary>The changed JSON text. An object or array that the changes leave empty goes too, except the resource itself.</summary>
    public byte[] ToBytes()
    {
        touched = [.. removed, .. replaced.Keys, .. added.Keys];
        Array.Sort(touched);
        var source = Source;
        var root = document.Nodes[0];
        var text = new SpliceText(source.Length + 256);
        text.Write(source[..root.Start]);
        if (!WriteValue(ref text, root.Start, root.Start + root.Length))
        {
            text.Write("{}"u8);
        }

        text.Write(source[(root.Start + root.Length)..]);
        return text.ToArray();
    }

    /// <summary>Writes a value of the source with its changes; says no, having written something to be taken back, when nothing of it is left.</summary>
    private bool WriteValue(ref SpliceText text, int start, int end)
    {
        if (replaced.TryGetValue(start, out var replacement))
        {
            replacement.WriteTo(ref text);
            return true;
        }

        if (!IsTouched(start, end))
        {
            text.Write(Source[start..end]);
            return true;
        }

        return WriteContainer(ref text, start);
    }

    private bool WriteContainer(ref SpliceText text, int start)
    {
        var source = Source;
        var isObject = source[start] == '{';
        var members = JsonMembers.Of(source, start, out var close);
        var kept = 0;
        var hasContent = false;
        var begin = text.Length;
        text.Write(source[start]);
        for (var index = 0; index < members.Count; index++)
        {
            var member = members[index];
            var before = text.Length;
            if (kept > 0)
            {
                text.Write((byte)',');
            }

            text.Write(source[member.LeadStart..member.ValueStart]);
            if (removed.Contains(member.ValueStart) || !WriteValue(ref text, member.ValueStart, member.ValueEnd))
            {
                text.Truncate(before);
                continue;
            }

            kept++;
            hasContent |= source[member.ValueStart] != 'n' || replaced.ContainsKey(member.ValueStart);
            if (index + 1 < members.Count)
            {
                text.Write(source[member.ValueEnd..(members[index + 1].LeadStart - 1)]);
            }
        }

        foreach (var (name, value) in added.GetValueOrDefault(start) ?? [])
        {
            if (kept++ > 0)
            {
                text.Write((byte)',');
            }

            hasContent |= !ReferenceEquals(value, NewJson.Null);
            WriteName(ref text, isObject ? name : null);
            value.WriteTo(ref text);
        }

        // An array of nulls only says nothing (and stands only where its twin array speaks).
        if (kept == 0 || (!isObject && !hasContent))
        {
            text.Truncate(begin);
            return false;
        }

        text.Write(source[(members.Count > 0 ? members[^1].ValueEnd : start + 1)..(close + 1)]);
        return true;
    }

    private bool IsTouched(int start, int end)
    {
        var at = Array.BinarySearch(touched, start);
        at = at < 0 ? ~at : at;
        return at < touched.Length && touched[at] < end;
    }
}
