using System.Globalization;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Conformance.Validation.Rules;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Slicing;

/// <summary>By value or pattern: an element at the path passes one of the demands that the slice's definition makes there.</summary>
internal sealed class ValueTest(DiscriminatorPath path, ValueDemand[] demands) : SliceTest
{
    public override bool Passes(Element element, int position, ValidationRun run)
    {
        foreach (var found in Find(path, element, run))
        {
            foreach (var demand in demands)
            {
                if (demand.IsMetBy(found, run))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public override string ToString() => $"{path} is {string.Join(" or ", demands.Select(demand => demand.ToString()))}";
}

/// <summary>By existence: there is an element at the path, or there is none.</summary>
internal sealed class ExistsTest(DiscriminatorPath path, bool wanted) : SliceTest
{
    public override bool Passes(Element element, int position, ValidationRun run) => Find(path, element, run).Count > 0 == wanted;

    public override string ToString() => wanted ? $"{path} exists" : $"{path} does not exist";
}

/// <summary>By type: the element at the path has one of the slice's types.</summary>
internal sealed class TypeTest(DiscriminatorPath path, TypeSchema[] types) : SliceTest
{
    public override bool Passes(Element element, int position, ValidationRun run)
    {
        if (path.Steps.Count == 0)
        {
            return IsOne(element.Type);
        }

        var found = Find(path, element, run);
        foreach (var candidate in found)
        {
            if (IsOne(candidate.Type))
            {
                return true;
            }
        }

        // A target that is elsewhere still tells its type by the reference.
        return found.Count == 0 && path.EndsInTarget && path.Steps.Count == 1 && run.TargetType(element) is { } named && IsOne(named);
    }

    public override string ToString() => $"{path} is of type {string.Join(" or ", types.Select(type => type.Name))}";

    private bool IsOne(TypeSchema actual)
    {
        foreach (var type in types)
        {
            if (actual.IsOrSpecialises(type))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>By profile: the element at the path conforms to one of the slice's profiles.</summary>
internal sealed class ProfileTest(DiscriminatorPath path, ProfileReference[] profiles) : SliceTest
{
    public override bool Passes(Element element, int position, ValidationRun run)
    {
        foreach (var found in Find(path, element, run))
        {
            foreach (var profile in profiles)
            {
                if (profile.BaseType is { } type ? found.Type.IsOrSpecialises(type) : profile.Profile is not null && profile.Conforms(found, run))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public override string ToString() => $"{path} conforms to {string.Join(" or ", profiles.Select(profile => profile.Canonical))}";
}

/// <summary>By position: the slice is the occurrence at its place (R5).</summary>
internal sealed class PositionTest(int wanted) : SliceTest
{
    public override bool Passes(Element element, int position, ValidationRun run) => position == wanted;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"it is number {wanted + 1}");
}

/// <summary>What a definition demands of a value at a discriminator's path.</summary>
internal abstract class ValueDemand
{
    /// <summary>Whether the element meets it.</summary>
    public abstract bool IsMetBy(Element element, ValidationRun run);

    /// <summary>The demand, for people.</summary>
    public abstract override string ToString();
}

/// <summary>A fixed value.</summary>
internal sealed class FixedDemand(Element value) : ValueDemand
{
    public override bool IsMetBy(Element element, ValidationRun run) =>
        element.Type.IsPrimitive && value.Type.IsPrimitive ? ValueComparison.HaveSameText(element, value) : element.Type == value.Type && ValueComparison.IsExactly(element, value);

    public override string ToString() => System.Text.Encoding.UTF8.GetString(value.RawJson.Span);
}

/// <summary>A text, as the url of an extension.</summary>
internal sealed class TextDemand(string text) : ValueDemand
{
    private readonly byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(text);

    public override bool IsMetBy(Element element, ValidationRun run) => element.ValueEquals(utf8);

    public override string ToString() => text;
}

/// <summary>A pattern.</summary>
internal sealed class PatternDemand(Element value) : ValueDemand
{
    public override bool IsMetBy(Element element, ValidationRun run) =>
        (element.Type == value.Type || (element.Type.IsPrimitive && value.Type.IsPrimitive)) && ValueComparison.Has(element, value);

    public override string ToString() => System.Text.Encoding.UTF8.GetString(value.RawJson.Span);
}

/// <summary>A required binding: the code is in the value set.</summary>
internal sealed class BindingDemand(string valueSet, DefinitionScope scope) : ValueDemand
{
    public override bool IsMetBy(Element element, ValidationRun run) => run.Terminology.IsMember(scope, valueSet, element) == CodeVerdict.Valid;

    public override string ToString() => $"a code of {valueSet}";
}

/// <summary>Everything that the definition demands of the element and its children.</summary>
internal sealed class ContentDemand(CompiledElement content) : ValueDemand
{
    public override bool IsMetBy(Element element, ValidationRun run) => run.Conforms(element, content);

    public override string ToString() => $"as {content.Label} demands";
}
