namespace NetworkMap.Domain;

/// <summary>One thing of the network. If it exists it is valid; what it refers to is checked where it is changed.</summary>
public abstract record Element
{
    private int version;
    private long sequence;

    /// <summary>Its name in the log.</summary>
    public abstract ElementRef Ref { get; }

    /// <summary>Where the fact comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>1 when created, one more with every change; 0 before it was ever written.</summary>
    public int Version { get => version; init => version = value; }

    /// <summary>The sequence of the changeset that wrote this version.</summary>
    public long Sequence { get => sequence; init => sequence = value; }

    /// <summary>The written form.</summary>
    public abstract ElementDraft ToDraft();

    /// <summary>This element, told where it stands in the log. Only for who has just made it and has shown it to nobody: it saves a copy of each of a million.</summary>
    internal Element Numbered(int ofVersion, long atSequence)
    {
        (version, sequence) = (ofVersion, atSequence);
        return this;
    }
}

/// <summary>The written form of an element: what a request, a seed line and the log hold. Nothing in it is checked yet.</summary>
public abstract record ElementDraft
{
    /// <summary>The kind, for readers of mixed lists such as the seed; absent where the kind is known.</summary>
    public string? Kind { get; init; }

    /// <summary>The id as text.</summary>
    public string? Id { get; init; }

    /// <summary>Where the fact comes from.</summary>
    public ProvenanceDraft? Provenance { get; init; }

    /// <summary>In log and store only: the sealed fields, as ciphertext. A request that states it is refused at the edge.</summary>
    public string? Sealed { get; init; }

    /// <summary>The element, or every reason why not.</summary>
    public abstract Outcome<Element> Check();
}

/// <summary>A draft some of whose fields can identify a person; they are sealed in log and store (DESIGN 5).</summary>
public interface ISealedDraft
{
    /// <summary>The draft without those fields, and a draft with nothing but them (null when there are none).</summary>
    (ElementDraft Open, ElementDraft? Sealed) Split();

    /// <summary>The whole again, from the open part and the sealed part.</summary>
    ElementDraft Join(ElementDraft sealedPart);

    /// <summary>The open part as it stands once the key of the sealed part was destroyed: what an element must have and nobody can know any more has a stand-in.</summary>
    ElementDraft Bare() => Split().Open;
}
