namespace NetworkMap.Graph.Duplicates;

/// <summary>Whether two are one, with why: the sum of its signs.</summary>
/// <param name="Score">Points; <see cref="DuplicateScore.Likely"/> and more are likely one.</param>
/// <param name="Signs">What speaks for it and against it, the weightiest first.</param>
public sealed record DuplicateVerdict(double Score, IReadOnlyList<DuplicateSign> Signs)
{
    /// <summary>Whether somebody should look at the two.</summary>
    public bool IsLikely => Score >= DuplicateScore.Likely;
}

/// <summary>One reason, and its points; below 0 it speaks against.</summary>
public readonly record struct DuplicateSign(DuplicateReason Reason, double Points);

/// <summary>Why two organizations may be one, or may not.</summary>
public enum DuplicateReason
{
    /// <summary>They have the same name, whatever the case, abbreviations, legal form and order.</summary>
    SameName,

    /// <summary>Their names share most of what tells them.</summary>
    SimilarName,

    /// <summary>Their names are one in another spelling: old, or of Arabic words.</summary>
    OtherSpelling,

    /// <summary>Their names differ by typing errors.</summary>
    Mistyped,

    /// <summary>One is the acronym of the other, or both have it.</summary>
    SameAcronym,

    /// <summary>One is the other in English.</summary>
    Translation,

    /// <summary>They are in the same district, regency or city.</summary>
    SameRegion,

    /// <summary>They have a telephone number in common.</summary>
    SameTelephone,

    /// <summary>They have an e-mail address in common.</summary>
    SameEmail,

    /// <summary>They have a page of the web in common.</summary>
    SameWebsite,

    /// <summary>They have a number of a register in common.</summary>
    SameIdentifier,

    /// <summary>They have ties with the same organizations.</summary>
    CommonTies,

    /// <summary>They are of one kind.</summary>
    SameKind,

    /// <summary>Each has a word that the other has not.</summary>
    OtherWords,

    /// <summary>Their numbers differ: Melati 1 and Melati 2.</summary>
    OtherNumber,

    /// <summary>A word parts them: north and south, old and new, for boys and for girls.</summary>
    OtherHalf,

    /// <summary>One is a branch of the other.</summary>
    Branch,

    /// <summary>One is a part of the other: a faculty, an institute, its cooperative.</summary>
    PartOf,

    /// <summary>One is the foundation, the other the home or school that it runs.</summary>
    HomeOfFoundation,

    /// <summary>Their names name different places, or levels of administration.</summary>
    OtherPlace,

    /// <summary>They are in different regions, which tells the more the more common the name.</summary>
    OtherRegion,

    /// <summary>Their channels differ.</summary>
    OtherContact,

    /// <summary>One register has two numbers for them.</summary>
    OtherIdentifier,

    /// <summary>Their legal forms cannot be one.</summary>
    OtherLegalForm,

    /// <summary>Their kinds cannot be one.</summary>
    OtherKind,

    /// <summary>There is a tie between the two.</summary>
    TiedToEachOther,

    /// <summary>One is over, or was founded anew.</summary>
    Successor,
}
