using System.Text;
using System.Text.RegularExpressions;
using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.FhirPath.Ucum;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.ValueSets;

/// <summary>ValueSet.compose.include.filter: which concepts of a system are meant (http://hl7.org/fhir/R4/valueset-filter-operator.html).</summary>
internal sealed class ConceptFilter
{
    private const string Snomed = "http://snomed.info/sct";

    private static readonly TimeSpan RegexTimeout = TimeSpan.FromMilliseconds(100);

    private readonly string property;
    private readonly string op;
    private readonly string value;
    private readonly Regex? pattern;
    private readonly HashSet<string>? values;

    // Codes without a list that passed before; a filter stands in one include and so belongs to one system.
    private readonly TextCache<ConceptFilter> passed = new(256);

    // What is-a and its like ask of the hierarchy, worked out once for the system that is met.
    private volatile Reach? reach;

    public ConceptFilter(Element filter)
    {
        property = filter.ChildValue("property") ?? "";
        op = filter.ChildValue("op") ?? "";
        value = filter.ChildValue("value") ?? "";
        if (op == "regex")
        {
            pattern = Compile(value);
        }
        else if (op is "in" or "not-in")
        {
            values = new HashSet<string>(value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        }
    }

    /// <summary>How the filter reads: <c>concept is-a 123</c>.</summary>
    public override string ToString() => $"{property} {op} {value}";

    /// <summary>Whether a concept that is in the system passes.</summary>
    public Membership Test(CompiledCodeSystem system, int concept) => op switch
    {
        "is-a" => IsBelow(system, concept, orSelf: true, "descendants"),
        "descendent-of" => IsBelow(system, concept, orSelf: false, "descendants"),
        "is-not-a" => Not(IsBelow(system, concept, orSelf: true, "descendants")),
        "generalizes" => IsBelow(system, concept, orSelf: true, "ancestors"),
        "exists" => Of(Values(system, concept).Any() == (value is "true")),
        "=" => property is "concept" or "code" ? Of(SameCode(system, concept)) : Of(HasValue(system, concept)),
        "in" => Of(Values(system, concept).Any(values!.Contains)),
        "not-in" => Of(!Values(system, concept).Any(values!.Contains)),
        "regex" => pattern is null ? Membership.Unknown : Matches(Values(system, concept)),
        _ => Membership.Unknown,
    };

    /// <summary>What can be said of a code of a system whose concepts are not here.</summary>
    public Membership TestUnlisted(string system, ReadOnlySpan<byte> code)
    {
        if (passed.Find(code) is not null)
        {
            return Membership.In;
        }

        var result = WorkOutUnlisted(system, code);
        if (result == Membership.In)
        {
            passed.Keep(code, this);
        }

        return result;
    }

    private Membership WorkOutUnlisted(string system, ReadOnlySpan<byte> code)
    {
        if (system == UcumService.System && property == "canonical" && op == "=")
        {
            // R4 ucum 4.3.9.3: the units that reduce to the same base units.
            return Of(UcumService.TryParse(Encoding.UTF8.GetString(code), out var unit, out _)
                && UcumService.TryParse(value, out var wanted, out _) && unit.IsComparableTo(wanted));
        }

        // With SNOMED CT "in" names a reference set (R4 snomedct 4.3.1.0.6).
        if (property is not ("code" or "concept") || (system == Snomed && op is ("in" or "not-in")))
        {
            return Membership.Unknown;
        }

        var text = Encoding.UTF8.GetString(code);
        var passes = op switch
        {
            "regex" when pattern is not null => Matches([text]) == Membership.In,
            "=" => text == value,
            "in" => values!.Contains(text),
            "not-in" => !values!.Contains(text),
            _ => (bool?)null,
        };
        return passes is null ? Membership.Unknown : Of(passes.Value);
    }

    private static Membership Of(bool passes) => passes ? Membership.In : Membership.Out;

    private static Membership Not(Membership membership) => membership switch
    {
        Membership.In => Membership.Out,
        Membership.Out => Membership.In,
        _ => Membership.Unknown,
    };

    // R4: the whole value must match. Expressions that the engine without back-tracking cannot take run against the clock.
    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, RegexTimeout);
        }
        catch (NotSupportedException)
        {
            return new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant, RegexTimeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private Membership Matches(IEnumerable<string> texts)
    {
        try
        {
            return Of(texts.Any(pattern!.IsMatch));
        }
        catch (RegexMatchTimeoutException)
        {
            return Membership.Unknown;
        }
    }

    private Membership IsBelow(CompiledCodeSystem system, int concept, bool orSelf, string direction)
    {
        if (property is not ("concept" or "code"))
        {
            return Membership.Unknown;
        }

        var known = reach;
        if (known is null || !ReferenceEquals(known.System, system))
        {
            var root = system.Number(value);
            known = new Reach(system, root < 0 ? null : direction == "descendants" ? system.Hierarchy.Descendants(root) : system.Hierarchy.Ancestors(root), root);
            reach = known;
        }

        if (known.Reached is null)
        {
            // The concept that the filter starts from does not exist: nothing can stand below it, unless the rest of the system is elsewhere.
            return system.IsComplete ? Membership.Out : Membership.Unknown;
        }

        return concept == known.Root ? Of(orSelf) : Of(known.Reached[concept]);
    }

    private bool SameCode(CompiledCodeSystem system, int concept) => system.Number(value) == concept;

    private bool HasValue(CompiledCodeSystem system, int concept) => Values(system, concept).Any(text => Same(system, text));

    private bool Same(CompiledCodeSystem system, string text) =>
        string.Equals(text, value, property is "parent" or "child" && !system.IsCaseSensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    // The standard properties first (R4 codesystem 4.8.10), then those that the concepts state.
    private IEnumerable<string> Values(CompiledCodeSystem system, int concept) => property switch
    {
        "concept" or "code" => [system.Code(concept)],
        "display" => Texts(system.Concept(concept).ChildrenNamed(system.Names.Display)),
        "definition" => Texts(system.Concept(concept).ChildrenNamed(system.Names.Definition)),
        "parent" => system.Hierarchy.Parents(concept).Select(system.Code),
        "child" => system.Hierarchy.Children(concept).Select(system.Code),
        "inactive" when !Stated(system, concept).Any() => [system.Properties.IsInactive(concept) ? "true" : "false"],
        "notSelectable" or "abstract" when !Stated(system, concept).Any() => [system.Properties.IsAbstract(concept) ? "true" : "false"],
        "status" when !Stated(system, concept).Any() => [system.Properties.IsInactive(concept) ? "inactive" : "active"],
        _ => Stated(system, concept),
    };

    private IEnumerable<string> Stated(CompiledCodeSystem system, int concept)
    {
        foreach (var stated in system.Properties.StandardValues(concept, property))
        {
            // A Coding is compared by its code, or by system#code where the filter says so.
            if (ReferenceEquals(stated.Type, system.Names.CodingType))
            {
                var code = stated.ChildValue("code") ?? "";
                yield return value.Contains('#', StringComparison.Ordinal) ? $"{stated.ChildValue("system")}#{code}" : code;
            }
            else if (stated.Value is { } text)
            {
                yield return text;
            }
        }
    }

    private static IEnumerable<string> Texts(ElementChildren elements)
    {
        foreach (var element in elements)
        {
            if (element.Value is { } text)
            {
                yield return text;
            }
        }
    }

    private sealed record Reach(CompiledCodeSystem System, bool[]? Reached, int Root);
}
