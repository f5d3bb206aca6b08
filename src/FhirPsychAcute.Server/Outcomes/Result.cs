using System.Diagnostics.CodeAnalysis;

namespace FhirPsychAcute.Server;

/// <summary>A value, or the refusal that stands in its place.</summary>
internal readonly struct Result<T>
    where T : notnull
{
    private readonly T? value;

    private Result(T? value, FhirError? error)
    {
        this.value = value;
        Error = error;
    }

    /// <summary>A value; for types that C# converts from in no other way (interfaces).</summary>
    public Result(T value)
        : this(value, null)
    {
    }

    /// <summary>The refusal; null when there is a value.</summary>
    public FhirError? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The value; only to be asked for when <see cref="IsSuccess"/>.</summary>
    public T Value => value!;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(FhirError error) => new(default, error);
}
