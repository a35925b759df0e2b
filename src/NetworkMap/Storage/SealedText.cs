using System.Text.Json;
using NetworkMap.Changes;
using NetworkMap.Domain;

namespace NetworkMap.Storage;

/// <summary>Elements as log and store hold them: canonical JSON whose identifying fields are ciphertext.</summary>
public sealed class SealedText(MasterKey master, Func<Guid, SealingKey?> findKey)
{
    /// <summary>The body of an element. <paramref name="key"/> is made once for a revision, and only when something is to be sealed.</summary>
    public byte[] Write(Element element, ref (SealingKey Key, byte[] Plain)? key)
    {
        var draft = element.ToDraft();
        if (draft is not ISealedDraft sealable || sealable.Split() is not (var open, { } secret))
        {
            return ElementText.ToBytes(draft);
        }

        var (sealingKey, plain) = key ??= master.NewKey(element.Ref);
        return ElementText.ToBytes(open with { Sealed = MasterKey.Seal(sealingKey, plain, ElementText.ToBytes(secret)) });
    }

    /// <summary>The element of a body. Fields whose key was destroyed are absent; a body that is not valid, or that another master key sealed, throws
    /// <see cref="DamagedException"/>: fields that only seem to be absent would be lost with the next edit.</summary>
    public Element Read(ElementKind kind, ReadOnlySpan<byte> body, int version, long sequence)
    {
        var name = Names<ElementKind>.Of(kind);
        try
        {
            var draft = ElementText.Read(kind, body);
            if (draft.Sealed is { } text && draft is ISealedDraft sealable)
            {
                draft = Open(kind, text) is { } secret ? sealable.Join(secret) : sealable.Bare();
            }

            var outcome = draft.Check();
            return outcome.TryValue(out var element)
                ? element.Numbered(version, sequence)
                : throw new DamagedException($"{name}/{draft.Id}", $"{outcome.Refusals[0].Code} at '{outcome.Refusals[0].Field}'");
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or ArgumentOutOfRangeException)
        {
            throw new DamagedException($"{name} of entry {sequence}", malformed.Message);
        }
    }

    private ElementDraft? Open(ElementKind kind, string text)
    {
        if (findKey(MasterKey.KeyOf(text)) is not { } key)
        {
            return null;
        }

        var plain = master.Unwrap(key) ?? throw new DamagedException($"sealing key {key.Id:N} of {key.Element}", "this master key did not wrap it; put the right one back");
        var bytes = MasterKey.Unseal(key, plain, text) ?? throw new DamagedException(key.Element.ToString(), "its sealed fields are not what was sealed");
        return ElementText.Read(kind, bytes);
    }
}

/// <summary>Something stored is not what was written: which record, and what is wrong with it.</summary>
public sealed class DamagedException(string record, string what) : Exception($"Stored record {record} is damaged: {what}.")
{
    /// <summary>The record of damage that only shows in all elements together, once each of them was handed over: some got lost or came back.</summary>
    public const string CurrentGraph = "current graph";

    /// <summary>Which record.</summary>
    public string Record { get; } = record;

    /// <summary>Which entry of the log; null when it is another record.</summary>
    public long? Entry => Record.StartsWith("log entry ", StringComparison.Ordinal) && long.TryParse(Record.AsSpan(10), System.Globalization.CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
}
