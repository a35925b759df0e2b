using System.Diagnostics.CodeAnalysis;

namespace NetworkMap.Domain;

/// <summary>Either a value or the reasons why there is none; never both, never neither.</summary>
public sealed class Outcome<T>
{
    private readonly T? value;

    internal Outcome(T? value, IReadOnlyList<Refusal> refusals)
    {
        this.value = value;
        Refusals = refusals;
    }

    /// <summary>Why there is no value; empty when there is one.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when there is no value.</summary>
    public bool IsRefused => Refusals.Count > 0;

    /// <summary>The value. Asking a refused outcome for it is the caller's bug and throws.</summary>
    public T Value => IsRefused ? throw new InvalidOperationException($"Refused: {Refusals[0].Code} at '{Refusals[0].Field}'.") : value!;

    /// <summary>True, with the value, when there is one.</summary>
    public bool TryValue([MaybeNullWhen(false)] out T result)
    {
        result = value;
        return !IsRefused;
    }

    /// <summary>Goes on with the value, or carries the refusals along.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => IsRefused ? new(default, Refusals) : next(Value);

    /// <summary>A value without refusals.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>A single refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);
}

/// <summary>Makers of outcomes.</summary>
public static class Outcome
{
    /// <summary>A value, also one of an interface, which no conversion can make.</summary>
    public static Outcome<T> Made<T>(T value) => new(value, []);

    /// <summary>No value, for these reasons (at least one).</summary>
    public static Outcome<T> Refused<T>(IReadOnlyList<Refusal> refusals) =>
        refusals.Count == 0 ? throw new ArgumentException("A refusal needs a reason.", nameof(refusals)) : new(default, refusals);
}
