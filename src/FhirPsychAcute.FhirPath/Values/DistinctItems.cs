using FhirPsychAcute.FhirPath.Evaluation;

namespace FhirPsychAcute.FhirPath.Values;

/// <summary>Takes duplicates out of a range of the run's stack; the first of each stays, order is kept.</summary>
internal static class DistinctItems
{
    /// <summary>Above this many items a hash table pays.</summary>
    private const int LinearUpTo = 16;

    /// <summary>Removes duplicates from <paramref name="mark"/> to the top.</summary>
    public static void Compact(Run run, int mark)
    {
        if (run.Top - mark > LinearUpTo)
        {
            CompactByHash(run, mark);
            return;
        }

        var kept = mark;
        for (var at = mark; at < run.Top; at++)
        {
            if (!Contains(run, mark, kept, run.Stack[at]))
            {
                run.Stack[kept++] = run.Stack[at];
            }
        }

        run.Pop(kept);
    }

    /// <summary>Whether no two items from <paramref name="mark"/> to the top are equal.</summary>
    public static bool AllDistinct(Run run, int mark)
    {
        if (run.Top - mark > LinearUpTo)
        {
            var seen = new HashSet<FhirPathValue>(run.Top - mark, ItemComparer.Instance);
            for (var at = mark; at < run.Top; at++)
            {
                run.Step();
                if (!seen.Add(run.Stack[at]))
                {
                    return false;
                }
            }

            return true;
        }

        for (var at = mark + 1; at < run.Top; at++)
        {
            if (Contains(run, mark, at, run.Stack[at]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the range [start, end) holds an equal item.</summary>
    public static bool Contains(Run run, int start, int end, in FhirPathValue item)
    {
        for (var at = start; at < end; at++)
        {
            run.Step();
            if (Equality.Equal(run.Stack[at], item) == Truth.True)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A set for many look-ups in the range [start, end).</summary>
    public static HashSet<FhirPathValue> SetOf(Run run, int start, int end)
    {
        var set = new HashSet<FhirPathValue>(end - start, ItemComparer.Instance);
        for (var at = start; at < end; at++)
        {
            set.Add(run.Stack[at]);
        }

        return set;
    }

    /// <summary>A set to gather distinct items in.</summary>
    public static HashSet<FhirPathValue> EmptySet() => new(ItemComparer.Instance);

    private static void CompactByHash(Run run, int mark)
    {
        var seen = new HashSet<FhirPathValue>(run.Top - mark, ItemComparer.Instance);
        var kept = mark;
        for (var at = mark; at < run.Top; at++)
        {
            run.Step();
            if (seen.Add(run.Stack[at]))
            {
                run.Stack[kept++] = run.Stack[at];
            }
        }

        run.Pop(kept);
    }

    /// <summary>Equality of FHIRPath with a hash that is the same for whatever may be equal.</summary>
    private sealed class ItemComparer : IEqualityComparer<FhirPathValue>
    {
        public static readonly ItemComparer Instance = new();

        public bool Equals(FhirPathValue x, FhirPathValue y) => Equality.Equal(x, y) == Truth.True;

        public int GetHashCode(FhirPathValue obj)
        {
            var value = obj.ToSystem();
            return value.Kind switch
            {
                FhirPathKind.String => value.AsString.GetHashCode(StringComparison.Ordinal),
                FhirPathKind.Boolean => value.AsBoolean ? 1 : 2,
                FhirPathKind.Integer or FhirPathKind.Long or FhirPathKind.Decimal => value.AsDecimal.GetHashCode(),
                // Dates of different precision or zone may be written differently and still be equal.
                FhirPathKind.Date or FhirPathKind.DateTime => 3,
                FhirPathKind.Element => HashCode.Combine(4, ShapeOf(value.Element)),

                // Quantities of different units may be equal, so they share a bucket.
                _ => 5,
            };
        }

        /// <summary>
        /// Complex elements are told apart by the names of their children and the texts among them, in whatever order; what may be equal though written differently
        /// (numbers, dates, quantities) counts by name only.
        /// </summary>
        private static int ShapeOf(Model.Element element)
        {
            var shape = 0;
            if (SystemConversion.IsQuantity(element.Type))
            {
                return shape;
            }

            foreach (var child in element.Children)
            {
                var isText = child is { HasValue: true, Type.Primitive: >= Model.PrimitiveKind.String and <= Model.PrimitiveKind.Uuid };
                shape += HashCode.Combine(child.NameId, isText ? child.Value!.GetHashCode(StringComparison.Ordinal) : 0);
            }

            return shape;
        }
    }
}
