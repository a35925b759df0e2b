using NetworkMap.Domain.Places;

namespace NetworkMap.Domain;

/// <summary>What the network is made of.</summary>
public enum ElementKind
{
    /// <summary>An organization, government, university, company or provider.</summary>
    Organization,

    /// <summary>A part of an organization: council, branch, village group.</summary>
    Unit,

    /// <summary>Where an organization or unit is.</summary>
    Place,

    /// <summary>What an organization offers, to whom and where.</summary>
    Service,

    /// <summary>A relationship between two organizations.</summary>
    Tie,

    /// <summary>How many home workers a region has, by a source and year: the denominator of coverage.</summary>
    Need,

    /// <summary>A province, regency or city, district, or village.</summary>
    Region,

    /// <summary>A term of a taxonomy, with labels.</summary>
    Term,

    /// <summary>What an account may do, and where.</summary>
    Grant,

    /// <summary>A change that somebody asks for who may not make it.</summary>
    Suggestion,
}

/// <summary>The name of one element in the log: its kind and the text of its id.</summary>
public readonly record struct ElementRef(ElementKind Kind, string Id)
{
    /// <summary>The element that an address names. The id of a region is its code, and one that cannot be is refused with what may have been meant; every other id
    /// that cannot be is as unknown as one that never was.</summary>
    public static Outcome<ElementRef> Named(ElementKind kind, string id)
    {
        var checks = new Checks();
        if (kind == ElementKind.Region)
        {
            checks.Region("id", id);
        }

        return checks.Finish(new ElementRef(kind, id));
    }

    /// <summary><c>organization/6f1c…</c>, as in addresses and messages.</summary>
    public override string ToString() => Names<ElementKind>.Of(Kind) + "/" + Id;
}
