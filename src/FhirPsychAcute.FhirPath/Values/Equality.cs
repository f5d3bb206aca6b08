using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Values;

/// <summary>Equality and equivalence of items and collections (N1 6.1).</summary>
internal static class Equality
{
    /// <summary>Compares [start, middle) with [middle, end) of the run's stack; empty when either is empty.</summary>
    public static Truth EqualRanges(Run run, int start, int middle, int end)
    {
        if (start == middle || middle == end)
        {
            return Truth.Empty;
        }

        if (middle - start != end - middle)
        {
            return Truth.False;
        }

        var result = Truth.True;
        for (var at = 0; at < middle - start; at++)
        {
            run.Step();
            run.Charge(Size(run.Stack[start + at]));
            var one = Equal(run.Stack[start + at], run.Stack[middle + at]);
            if (one == Truth.False)
            {
                return Truth.False;
            }

            result = one == Truth.Empty ? Truth.Empty : result;
        }

        return result;
    }

    /// <summary>Whether both ranges hold equivalent items in whatever order; two empty ranges do.</summary>
    public static bool EquivalentRanges(Run run, int start, int middle, int end)
    {
        var count = middle - start;
        if (count != end - middle)
        {
            return false;
        }

        // Items found are moved to the front of the second range, so each serves once.
        for (var left = 0; left < count; left++)
        {
            var right = left;
            while (right < count && !Equivalent(run.Stack[start + left], run.Stack[middle + right]))
            {
                run.Step();
                right++;
            }

            if (right == count)
            {
                return false;
            }

            (run.Stack[middle + left], run.Stack[middle + right]) = (run.Stack[middle + right], run.Stack[middle + left]);
        }

        return true;
    }

    /// <summary>Whether two items are equal; empty where partial dates leave it open.</summary>
    public static Truth Equal(in FhirPathValue left, in FhirPathValue right)
    {
        if (left.Kind == FhirPathKind.Element && right.Kind == FhirPathKind.Element)
        {
            return EqualElements(left.Element, right.Element);
        }

        var first = left.ToSystem();
        var second = right.ToSystem();
        return EqualSystem(first, second);
    }

    /// <summary>Whether two items are equivalent: strings without regard to case and white space, decimals to the lesser precision, dates given equally far.</summary>
    public static bool Equivalent(in FhirPathValue left, in FhirPathValue right)
    {
        var first = left.ToSystem();
        var second = right.ToSystem();
        if (first.Kind == FhirPathKind.Element && second.Kind == FhirPathKind.Element)
        {
            return EquivalentElements(first.Element, second.Element);
        }

        if (first.IsNumber && second.IsNumber)
        {
            return Numbers.Equivalent(first.AsDecimal, second.AsDecimal);
        }

        if (first.Kind == FhirPathKind.String && second.Kind == FhirPathKind.String)
        {
            return EquivalentText(first.AsString, second.AsString);
        }

        if (IsDate(first) && IsDate(second))
        {
            return PartialDateTime.Equivalent(first.AsDateTime, second.AsDateTime);
        }

        if (Quantities.TryPair(first, second, out var a, out var b))
        {
            return Quantities.Equivalent(a, b);
        }

        return EqualSystem(first, second) == Truth.True;
    }

    /// <summary>How much there is to compare, in characters.</summary>
    private static int Size(in FhirPathValue value) => value.Kind switch
    {
        FhirPathKind.String => value.AsString.Length,
        FhirPathKind.Element when value.Element.HasChildren => value.Element.RawJson.Length,
        _ => 0,
    };

    private static bool IsDate(in FhirPathValue value) => value.Kind is FhirPathKind.Date or FhirPathKind.DateTime;

    private static Truth EqualSystem(in FhirPathValue left, in FhirPathValue right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return TruthTables.Of(left.AsDecimal == right.AsDecimal);
        }

        if (IsDate(left) && IsDate(right))
        {
            return PartialDateTime.Compare(left.AsDateTime, right.AsDateTime) is { } order ? TruthTables.Of(order == 0) : Truth.Empty;
        }

        if (left.IsQuantity || right.IsQuantity)
        {
            return Quantities.TryPair(left, right, out var a, out var b) ? Quantities.Equal(a, b) : Truth.False;
        }

        if (left.Kind != right.Kind)
        {
            return Truth.False;
        }

        return left.Kind switch
        {
            FhirPathKind.Boolean => TruthTables.Of(left.AsBoolean == right.AsBoolean),
            FhirPathKind.String => TruthTables.Of(string.Equals(left.AsString, right.AsString, StringComparison.Ordinal)),
            FhirPathKind.Time => PartialDateTime.Compare(left.AsDateTime, right.AsDateTime) is { } order ? TruthTables.Of(order == 0) : Truth.Empty,
            FhirPathKind.TypeInfo => TruthTables.Of(left.AsTypeName == right.AsTypeName),
            FhirPathKind.Element => EqualElements(left.Element, right.Element),
            FhirPathKind.ResourceOfType => Truth.Empty,
            _ => Truth.False,
        };
    }

    private static Truth EqualElements(Element left, Element right)
    {
        if (left == right)
        {
            return Truth.True;
        }

        if (left.Type.IsPrimitive || right.Type.IsPrimitive)
        {
            return EqualPrimitives(left, right);
        }

        if (SystemConversion.IsQuantity(left.Type) && SystemConversion.IsQuantity(right.Type))
        {
            var first = new FhirPathValue(left).ToSystem();
            var second = new FhirPathValue(right).ToSystem();
            if (first.IsQuantity && second.IsQuantity)
            {
                return EqualSystem(first, second);
            }
        }

        return EqualChildren(left, right);
    }

    private static Truth EqualPrimitives(Element left, Element right)
    {
        if (left.HasValue != right.HasValue)
        {
            return Truth.False;
        }

        if (!left.HasValue)
        {
            return EqualChildren(left, right);
        }

        if (left.Type.Primitive == right.Type.Primitive && !left.IsEscaped && left.RawValue.SequenceEqual(right.RawValue) && !right.IsEscaped)
        {
            return Truth.True;
        }

        return EqualSystem(new FhirPathValue(left).ToSystem(), new FhirPathValue(right).ToSystem());
    }

    private static Truth EqualChildren(Element left, Element right)
    {
        var result = Truth.True;
        var others = right.Children.GetEnumerator();
        foreach (var child in left.Children)
        {
            if (!others.MoveNext())
            {
                return Truth.False;
            }

            // Properties may stand in another order; only then each is looked up.
            var other = others.Current;
            if (other.NameId != child.NameId && !TryCounterpart(child, right, out other))
            {
                return Truth.False;
            }

            var one = EqualElements(child, other);
            if (one == Truth.False)
            {
                return Truth.False;
            }

            result = one == Truth.Empty ? Truth.Empty : result;
        }

        return others.MoveNext() ? Truth.False : result;
    }

    /// <summary>The child of <paramref name="parent"/> that has the same name and place among its namesakes.</summary>
    private static bool TryCounterpart(Element child, Element parent, out Element counterpart)
    {
        var place = 0;
        foreach (var sibling in child.Parent.ChildrenNamed(child.NameId))
        {
            if (sibling == child)
            {
                break;
            }

            place++;
        }

        foreach (var candidate in parent.ChildrenNamed(child.NameId))
        {
            if (place-- == 0)
            {
                counterpart = candidate;
                return true;
            }
        }

        counterpart = default;
        return false;
    }

    private static bool EquivalentElements(Element left, Element right)
    {
        if (left == right)
        {
            return true;
        }

        var count = left.Children.Count();
        if (count != right.Children.Count() || left.HasValue != right.HasValue)
        {
            return false;
        }

        var used = new HashSet<int>();
        foreach (var child in left.Children)
        {
            var found = false;
            foreach (var candidate in right.ChildrenNamed(child.NameId))
            {
                if (!used.Contains(candidate.Index) && Equivalent(new FhirPathValue(child), new FhirPathValue(candidate)))
                {
                    used.Add(candidate.Index);
                    found = true;
                    break;
                }
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    private static bool EquivalentText(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Normalised(left), Normalised(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>White space is all one for equivalence (N1 6.1.3).</summary>
    private static string Normalised(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
