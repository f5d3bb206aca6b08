using System.Diagnostics.CodeAnalysis;
using FhirPsychAcute.FhirPath.Values;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Evaluation;

/// <summary>
/// One evaluation at work. All collections are ranges of one stack that is kept between evaluations: a part of the expression pushes its results on top,
/// and whoever asked for them takes them off or moves them down. So evaluating allocates nothing once the stack has grown.
/// </summary>
internal sealed class Run
{
    private const int FirstCapacity = 32;

    /// <summary>A stack up to this size is cleared rather than made anew: a Bundle's rules run a hundred thousand times.</summary>
    private const int ClearedCapacity = 64;

    /// <summary>A stack grown beyond this by a great evaluation is not kept for the next.</summary>
    private const int LargestIdle = 1 << 16;

    /// <summary>Elements beyond which a document is let go of after an evaluation.</summary>
    private const int GreatDocument = 10_000;

    /// <summary>Items that all collections of an evaluation may hold together: 128 MB.</summary>
    private const int MaxItems = 4 * 1024 * 1024;

    /// <summary>Longest string that an evaluation may make.</summary>
    private const int MaxText = 16 * 1024 * 1024;

    /// <summary>Characters that count as one step.</summary>
    private const int CharactersPerStep = 64;

    /// <summary>Steps between two looks at the clock.</summary>
    private const int Slice = 1 << 16;

    private int slice;
    private long budget;
    private long started;
    private DateTimeOffset now;
    private FhirPathValue[]?[] kept = [];

    public FhirPathValue[] Stack { get; private set; } = new FhirPathValue[FirstCapacity];

    public int Top { get; private set; }

    public EvaluationContext Context { get; private set; } = EvaluationContext.Default;

    /// <summary>What lies above the focus: at the end of an evaluation its results.</summary>
    public ReadOnlySpan<FhirPathValue> Results => Top > 1 ? Stack.AsSpan(1, Top - 1) : default;

    /// <summary>%context: the focus that the evaluation began with.</summary>
    public FhirPathValue Focus => Stack[0];

    /// <summary>The one instant of this evaluation.</summary>
    public DateTimeOffset Now => now == default ? now = Context.Clock.GetLocalNow() : now;

    public void Begin(in FhirPathValue focus, EvaluationContext context, int keptCount)
    {
        if (Stack.Length > LargestIdle)
        {
            Stack = new FhirPathValue[FirstCapacity];
        }

        Context = context;
        slice = (int)Math.Min(context.MaxSteps, Slice);
        budget = context.MaxSteps - slice;
        started = 0;
        now = default;
        Stack[0] = focus;
        Top = 1;
        if (keptCount > 0)
        {
            if (kept.Length < keptCount)
            {
                kept = new FhirPathValue[keptCount][];
            }

            Array.Clear(kept);
        }
    }

    /// <summary>Drops the stack when it may hold a great document in memory.</summary>
    public void Settle()
    {
        if (Stack[0] is { Kind: FhirPathKind.Element } focus && focus.Element.Document.ElementCount > GreatDocument)
        {
            if (Stack.Length <= ClearedCapacity)
            {
                Array.Clear(Stack);
            }
            else
            {
                Stack = new FhirPathValue[FirstCapacity];
            }

            Top = 0;
            kept = [];
        }
    }

    public void Push(in FhirPathValue value)
    {
        if (Top == Stack.Length)
        {
            Grow();
        }

        Stack[Top++] = value;
        Step();
    }

    public void Push(Element element) => Push(new FhirPathValue(element));

    public void Push(bool value) => Push(FhirPathValue.Of(value));

    public void Push(Truth value)
    {
        if (value != Truth.Empty)
        {
            Push(FhirPathValue.Of(value == Truth.True));
        }
    }

    /// <summary>Takes everything from <paramref name="mark"/> up off the stack.</summary>
    public void Pop(int mark) => Top = mark;

    /// <summary>Moves what lies from <paramref name="from"/> up down to <paramref name="mark"/>, dropping what lay between.</summary>
    public void Collapse(int mark, int from)
    {
        if (mark != from)
        {
            Array.Copy(Stack, from, Stack, mark, Top - from);
            Top -= from - mark;
        }
    }

    public void PushRange(int start, int count)
    {
        for (var at = start; at < start + count; at++)
        {
            Push(Stack[at]);
        }
    }

    /// <summary>One unit of work; hostile expressions end here.</summary>
    public void Step()
    {
        if (--slice < 0)
        {
            NextSlice();
        }
    }

    /// <summary>Work that grows with a text's length.</summary>
    public void Charge(int characters)
    {
        slice -= characters / CharactersPerStep;
        if (slice < 0)
        {
            NextSlice();
        }
    }

    /// <summary>Pushes a string that the evaluation has made.</summary>
    public void PushText(string text)
    {
        CheckLength(text.Length);
        Charge(text.Length);
        Push(FhirPathValue.Of(text));
    }

    /// <summary>Refuses to make a string that is too long.</summary>
    public static void CheckLength(long length)
    {
        if (length > MaxText)
        {
            throw new FhirPathException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the evaluation would make a string of more than {MaxText} characters"));
        }
    }

    public FhirPathValue[]? Kept(int slot) => kept[slot];

    public void Keep(int slot, FhirPathValue[] values) => kept[slot] = values;

    /// <summary>The items from <paramref name="mark"/> up, copied.</summary>
    public FhirPathValue[] Copy(int mark) => Stack.AsSpan(mark, Top - mark).ToArray();

    /// <summary>Evaluates to one item as a System value, taken off the stack again; false for empty.</summary>
    /// <exception cref="FhirPathException">There are several items.</exception>
    public bool TrySingle(Evaluator node, in Scope scope, string user, out FhirPathValue value)
    {
        var mark = Top;
        node.Evaluate(this, scope);
        var count = Top - mark;
        Top = mark;
        if (count == 1)
        {
            value = Stack[mark].ToSystem();
            return true;
        }

        value = default;
        return count == 0 ? false : throw SeveralItems(user, count);
    }

    /// <summary>Evaluates to one string; false for empty.</summary>
    public bool TryString(Evaluator node, in Scope scope, string user, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (!TrySingle(node, scope, user, out var value) || value is { Kind: FhirPathKind.Element, Element.HasValue: false, Element.Type.IsPrimitive: true })
        {
            return false;
        }

        text = value.Kind == FhirPathKind.String ? value.AsString : throw WrongType(user, "a String", value);
        Charge(text.Length);
        return true;
    }

    /// <summary>Evaluates to one integer; false for empty.</summary>
    public bool TryInteger(Evaluator node, in Scope scope, string user, out int number)
    {
        number = 0;
        if (!TrySingle(node, scope, user, out var value))
        {
            return false;
        }

        number = value.Kind is FhirPathKind.Integer or FhirPathKind.Long && value.AsLong is >= int.MinValue and <= int.MaxValue
            ? (int)value.AsLong
            : throw WrongType(user, "an Integer", value);
        return true;
    }

    /// <summary>Reads what lies from <paramref name="mark"/> up as one boolean (N1 4.5, singleton evaluation) and takes it off.</summary>
    public Truth PopTruth(int mark)
    {
        var count = Top - mark;
        Top = mark;
        return count switch
        {
            0 => Truth.Empty,
            1 => TruthOf(Stack[mark]),
            _ => throw SeveralItems("a logical value", count),
        };
    }

    /// <summary>A boolean is itself; any other single item counts as true.</summary>
    public static Truth TruthOf(in FhirPathValue value)
    {
        if (value.Kind == FhirPathKind.Boolean)
        {
            return TruthTables.Of(value.AsBoolean);
        }

        if (value.Kind == FhirPathKind.Element && value.Element is { Type.Primitive: PrimitiveKind.Boolean } element)
        {
            return element.TryGetBoolean(out var boolean) ? TruthTables.Of(boolean) : Truth.Empty;
        }

        return Truth.True;
    }

    public static FhirPathException SeveralItems(string user, int count) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{user} wants a single item, but there are {count}"));

    public static FhirPathException WrongType(string user, string wanted, in FhirPathValue got) => new($"{user} wants {wanted}, not {TypeNames.Describe(got)}");

    /// <summary>Takes the next slice of the steps allowed; the clock is looked at from the second on.</summary>
    private void NextSlice()
    {
        // A negative rest is work already done beyond the last slice.
        budget += slice;
        slice = (int)Math.Min(budget, Slice);
        budget -= slice;
        if (slice <= 0)
        {
            throw new FhirPathException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the evaluation took more than {Context.MaxSteps} steps"));
        }

        if (started == 0)
        {
            started = System.Diagnostics.Stopwatch.GetTimestamp();
        }
        else if (System.Diagnostics.Stopwatch.GetElapsedTime(started) > Context.MaxDuration)
        {
            throw new FhirPathException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the evaluation took longer than {Context.MaxDuration.TotalSeconds:0.###} seconds"));
        }
    }

    private void Grow()
    {
        if (Stack.Length >= MaxItems)
        {
            throw new FhirPathException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the evaluation holds more than {MaxItems} items"));
        }

        var wider = new FhirPathValue[Stack.Length * 2];
        Array.Copy(Stack, wider, Top);
        Stack = wider;
    }
}
