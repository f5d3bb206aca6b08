using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>One step of a <see cref="SearchPath"/>: the children of one name, those that pass the filters.</summary>
/// <param name="Name">Element name without type suffix.</param>
/// <param name="OfType">Only elements of this type (<c>as</c>, <c>ofType</c>).</param>
/// <param name="ChildName">Only elements that have a child of this name with the value <paramref name="ChildValue"/> (<c>where(system = 'phone')</c>).</param>
/// <param name="ChildValue">See <paramref name="ChildName"/>.</param>
/// <param name="ResolvesTo">Only references to this resource type (<c>where(resolve() is Patient)</c>).</param>
internal sealed record PathStep(string Name, TypeSchema? OfType = null, string? ChildName = null, string? ChildValue = null, string? ResolvesTo = null);

/// <summary>
/// The plain form that nearly all search parameter expressions have: names with type, value and target filters. The indexer merges such paths of one
/// resource type into one tree and walks the resource once; expressions of any other form run as compiled FHIRPath.
/// </summary>
/// <param name="FromResource">Whether the path begins at the resource (<c>Patient.name</c>, <c>%resource.x</c>) and not at the focus.</param>
/// <param name="Steps">Steps in order; none means the start itself.</param>
internal sealed record SearchPath(bool FromResource, IReadOnlyList<PathStep> Steps)
{
    /// <summary>Reads one alternative of an expression; null when it is not of the plain form.</summary>
    /// <param name="expression">FHIRPath without union at its top.</param>
    /// <param name="schema">The types.</param>
    public static SearchPath? TryParse(string expression, SchemaCatalog schema)
    {
        var reader = new Reader(expression, schema);
        var steps = new List<PathStep>();
        return reader.TryPath(steps, out var fromResource) && reader.AtEnd ? new SearchPath(fromResource, steps) : null;
    }

    private ref struct Reader(ReadOnlySpan<char> text, SchemaCatalog schema)
    {
        private readonly ReadOnlySpan<char> text = text;
        private int at;

        public bool AtEnd
        {
            get
            {
                SkipSpace();
                return at == text.Length;
            }
        }

        public bool TryPath(List<PathStep> steps, out bool fromResource)
        {
            if (!TryStart(steps, out fromResource))
            {
                return false;
            }

            while (TryTake('.'))
            {
                if (!TryName(out var name))
                {
                    return false;
                }

                if (!TryTake('('))
                {
                    steps.Add(new PathStep(name));
                }
                else if (!TryFunction(name, steps) || !TryTake(')'))
                {
                    return false;
                }
            }

            return true;
        }

        private bool TryStart(List<PathStep> steps, out bool fromResource)
        {
            fromResource = false;
            if (TryTake('('))
            {
                if (!TryPath(steps, out fromResource))
                {
                    return false;
                }

                return TryWord("as") ? TryTypeFilter(steps) && TryTake(')') : TryTake(')');
            }

            if (TryTake('%'))
            {
                fromResource = true;
                return TryName(out var constant) && constant == "resource";
            }

            if (!TryName(out var name))
            {
                return false;
            }

            if (schema.TryGetType(name, out var type) && type.IsResource)
            {
                fromResource = true;
            }
            else
            {
                steps.Add(new PathStep(name));
            }

            return true;
        }

        private bool TryFunction(string name, List<PathStep> steps) => name switch
        {
            "as" or "ofType" => TryTypeFilter(steps),
            "where" => TryWhere(steps),
            _ => false,
        };

        private bool TryTypeFilter(List<PathStep> steps)
        {
            if (steps.Count == 0 || steps[^1].OfType is not null || !TryName(out var name))
            {
                return false;
            }

            // R4 writes as(DateTime) for dateTime.
            if (!schema.TryGetType(name, out var type) && !schema.TryGetType(char.ToLowerInvariant(name[0]) + name[1..], out type))
            {
                return false;
            }

            steps[^1] = steps[^1] with { OfType = type };
            return true;
        }

        private bool TryWhere(List<PathStep> steps)
        {
            if (steps.Count == 0 || steps[^1] is not { ChildName: null, ResolvesTo: null } || !TryName(out var name))
            {
                return false;
            }

            if (name == "resolve")
            {
                if (!TryTake('(') || !TryTake(')') || !TryWord("is") || !TryName(out var target))
                {
                    return false;
                }

                steps[^1] = steps[^1] with { ResolvesTo = target };
                return true;
            }

            if (!TryTake('=') || !TryString(out var value))
            {
                return false;
            }

            steps[^1] = steps[^1] with { ChildName = name, ChildValue = value };
            return true;
        }

        private bool TryString(out string value)
        {
            value = "";
            if (!TryTake('\''))
            {
                return false;
            }

            var end = text[at..].IndexOf('\'');
            if (end < 0 || text.Slice(at, end).Contains('\\'))
            {
                return false;
            }

            value = text.Slice(at, end).ToString();
            at += end + 1;
            return true;
        }

        private bool TryName(out string name)
        {
            SkipSpace();
            var start = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            {
                at++;
            }

            name = text[start..at].ToString();
            return at > start && !char.IsAsciiDigit(text[start]);
        }

        private bool TryWord(string word)
        {
            SkipSpace();
            if (!text[at..].StartsWith(word) || (at + word.Length < text.Length && char.IsAsciiLetterOrDigit(text[at + word.Length])))
            {
                return false;
            }

            at += word.Length;
            return true;
        }

        private bool TryTake(char expected)
        {
            SkipSpace();
            if (at >= text.Length || text[at] != expected)
            {
                return false;
            }

            at++;
            return true;
        }

        private void SkipSpace()
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }
    }
}
