using System.Globalization;
using System.Text;
using FhirPsychAcute.Conformance.Validation.Slicing;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>Writes a compiled profile as a tree: a line per element with its cardinality, a line per rule below it.</summary>
internal static class ProfilePrinter
{
    /// <summary>The profile as text.</summary>
    public static string Print(CompiledProfile profile)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{profile.Canonical} on {profile.Type?.Name ?? "(unknown type)"}");
        foreach (var fault in profile.Faults)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  cannot be used: {fault}");
        }

        foreach (var imposed in profile.Imposed)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  imposes {imposed}");
        }

        Print(profile.Root, text, 1);
        return text.ToString();
    }

    private static void Print(CompiledElement element, StringBuilder text, int depth)
    {
        foreach (var rule in element.Rules)
        {
            Line(text, depth, $"- {rule}");
        }

        foreach (var child in element.Children)
        {
            Line(text, depth, child.Cardinality is null ? child.Name : $"{child.Name} {child.Cardinality}");
            if (child.Each is not null)
            {
                Print(child.Each, text, depth + 1);
            }

            if (child.Slicing is not null)
            {
                Print(child.Slicing, text, depth + 1);
            }
        }
    }

    private static void Print(SlicingRule slicing, StringBuilder text, int depth)
    {
        Line(text, depth, $"sliced {slicing}");
        foreach (var slice in slicing.Slices)
        {
            Line(text, depth, $"slice {slice}");
            Print(slice.Element, text, depth + 1);
            if (slice.Reslicing is not null)
            {
                Print(slice.Reslicing, text, depth + 1);
            }
        }
    }

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', depth * 2).AppendLine(line);
}
