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

    /// <summary>The element of a body. Fields whose key was destroyed are absent; a body that is not valid throws <see cref="DamagedException"/>.</summary>
    public Element Read(ElementKind kind, ReadOnlySpan<byte> body, int version, long sequence)
    {
        var draft = ElementText.Read(kind, body);
        if (draft.Sealed is { } text && draft is ISealedDraft sealable && Open(kind, text) is { } secret)
        {
            draft = sealable.Join(secret);
        }

        var outcome = draft.Check();
        return outcome.TryValue(out var element)
            ? element with { Version = version, Sequence = sequence }
            : throw new DamagedException($"{Names<ElementKind>.Of(kind)}/{draft.Id}", $"{outcome.Refusals[0].Code} at '{outcome.Refusals[0].Field}'");
    }

    private ElementDraft? Open(ElementKind kind, string text) =>
        findKey(MasterKey.KeyOf(text)) is { } key && master.Unwrap(key) is { } plain && MasterKey.Unseal(key, plain, text) is { } bytes
            ? ElementText.Read(kind, bytes)
            : null;
}

/// <summary>Something stored is not what was written: which record, and what is wrong with it.</summary>
public sealed class DamagedException(string record, string what) : Exception($"Stored record {record} is damaged: {what}.")
{
    /// <summary>Which record.</summary>
    public string Record { get; } = record;
}
