using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Operations;

/// <summary>What a profile of Parameters says about the parameter of one name: a slice of <c>Parameters.parameter</c> whose name is fixed.</summary>
/// <param name="Min">Lower bound; null where the profile leaves it.</param>
/// <param name="Max">Upper bound; null where the profile leaves it.</param>
/// <param name="Types">Types of the value or the resource; empty where the profile leaves them.</param>
/// <param name="Targets">Target profiles, where the value is a reference.</param>
internal sealed record ProfiledParameter(string? Min, string? Max, IReadOnlySet<string> Types, IReadOnlySet<string> Targets)
{
    private const string Path = "Parameters.parameter";

    /// <summary>The parameters of a profile by name.</summary>
    public static Dictionary<string, ProfiledParameter> Read(Element profile)
    {
        var elements = (profile.Child("snapshot") is { Exists: true } snapshot ? snapshot : profile.Child("differential")) is { Exists: true } list
            ? list.ChildrenNamed("element").ToList() : [];
        var found = new Dictionary<string, ProfiledParameter>(StringComparer.Ordinal);
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i].ChildValue("path") != Path || !elements[i].Child("sliceName").Exists)
            {
                continue;
            }

            var end = i + 1;
            while (end < elements.Count && elements[end].ChildValue("path")?.StartsWith(Path + ".", StringComparison.Ordinal) == true)
            {
                end++;
            }

            if (Of(elements, i, end) is var (name, parameter))
            {
                found.TryAdd(name, parameter);
            }
        }

        return found;
    }

    private static (string, ProfiledParameter)? Of(List<Element> elements, int start, int end)
    {
        string? name = null;
        var types = new HashSet<string>(StringComparer.Ordinal);
        var targets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in elements[(start + 1)..end])
        {
            switch (element.ChildValue("path"))
            {
                case Path + ".name":
                    name = element.ChildValue("fixed") ?? element.ChildValue("pattern");
                    break;
                case Path + ".value[x]" or Path + ".resource" when element.ChildValue("max") != "0":
                    foreach (var type in element.ChildrenNamed("type"))
                    {
                        types.UnionWith(type.ChildValue("code") is { } code ? [code] : []);
                        targets.UnionWith(type.ChildrenNamed("targetProfile").ToList().Select(target => target.Value).OfType<string>());
                    }

                    break;
            }
        }

        return name is null ? null : (name, new ProfiledParameter(elements[start].ChildValue("min"), elements[start].ChildValue("max"), types, targets));
    }
}
