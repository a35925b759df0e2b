using System.Collections.Immutable;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Domain.Organizations;

/// <summary>The written form of <see cref="Organization"/>; fields as there, codes and choices as text.</summary>
public sealed record OrganizationDraft : ElementDraft, ISealedDraft
{
#pragma warning disable CS1591 // The fields are explained on Organization.
    public string? Name { get; init; }
    public IReadOnlyList<string>? OtherNames { get; init; }
    public string? Acronym { get; init; }
    public string? ActorKind { get; init; }
    public string? LegalForm { get; init; }
    public string? LegalStatus { get; init; }
    public bool? Mediates { get; init; }
    public string? Purpose { get; init; }
    public string? Region { get; init; }
    public string? Precision { get; init; }
    public IReadOnlyList<string>? Issues { get; init; }
    public IReadOnlyList<string>? Sectors { get; init; }
    public IReadOnlyList<string>? Offers { get; init; }
    public IReadOnlyList<string>? Needs { get; init; }
    public IReadOnlyList<string>? Languages { get; init; }
    public string? Website { get; init; }
    public CountSetDraft? Members { get; init; }
    public int? Founded { get; init; }
    public DateOnly? Retired { get; init; }
    public IReadOnlyList<ContactDraft>? Contacts { get; init; }
    public string? Note { get; init; }
    /// <summary>The id of the organization that it turned out to be; decided by merging alone.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The ids of those that it was told apart from; decided apart from the form.</summary>
    public IReadOnlyList<string>? DistinctFrom { get; init; }
#pragma warning restore CS1591

    /// <inheritdoc/>
    public override Outcome<Element> Check()
    {
        var checks = new Checks();
        var kind = checks.Code("actorKind", ActorKind);
        var organization = new Organization
        {
            Id = new OrganizationId(checks.Id("id", Id)),
            Name = checks.Text("name", Name, 200),
            OtherNames = checks.Texts("otherNames", OtherNames, 200),
            Acronym = checks.OptionalText("acronym", Acronym, 40),
            ActorKind = kind,
            LegalForm = checks.OptionalCode("legalForm", LegalForm),
            LegalStatus = checks.Choice("legalStatus", LegalStatus, Organizations.LegalStatus.Unknown),
            Mediates = Mediates ?? false,
            Purpose = checks.OptionalText("purpose", Purpose, 2000),
            Region = checks.Region("region", Region),
            Precision = checks.Choice("precision", Precision, kind == Organization.HomeWorkerOrganization ? Privacy.Precision.District : Privacy.Precision.Exact),
            Issues = checks.Codes("issues", Issues),
            Sectors = checks.Codes("sectors", Sectors),
            Offers = checks.Codes("offers", Offers),
            Needs = checks.Codes("needs", Needs),
            Languages = checks.Languages("languages", Languages),
            Website = WebAddress.Optional(checks, "website", Website),
            Members = CountSet.From(checks, "members", Members),
            Founded = checks.Range("founded", Founded, 1500, 2200),
            Retired = Retired,
            Contacts = Contact.List(checks, "contacts", Contacts),
            Note = checks.OptionalText("note", Note, 4000),
            Sameness = Sameness.Read(checks, this),
            Provenance = Domain.Provenance.From(checks, Provenance)!,
        };
        RefuseAddresses(checks, organization);
        return checks.Finish<Element>(organization);
    }

    /// <summary>A postal address is for nobody else while the place is not told to the point.</summary>
    private static void RefuseAddresses(Checks checks, Organization organization)
    {
        foreach (var (i, contact) in organization.Contacts.Index())
        {
            checks.Require(contact.Audience == ContactAudience.Own || !ContactSight.TellsWhere(contact, organization.Precision), "contact_tells_where", $"contacts[{i}].audience");
        }
    }

    /// <inheritdoc/>
    public (ElementDraft Open, ElementDraft? Sealed) Split()
    {
        var coarse = Disclosure.Coarse(Region, Precision);
        return Contacts is null && Note is null && coarse == Region
            ? (this, null)
            : (this with { Region = coarse, Contacts = null, Note = null }, new OrganizationDraft { Region = coarse == Region ? null : Region, Contacts = Contacts, Note = Note });
    }

    /// <inheritdoc/>
    public ElementDraft Join(ElementDraft sealedPart) =>
        sealedPart is OrganizationDraft part ? this with { Region = part.Region ?? Region, Contacts = part.Contacts, Note = part.Note } : this;

    /// <inheritdoc/>
    public ElementDraft Bare() => this with { Contacts = null, Note = null, Region = Disclosure.Coarse(Region, Precision) ?? RegionCode.Erased };

    internal static OrganizationDraft Of(Organization o) => new()
    {
        Id = o.Id.ToString(),
        Name = o.Name,
        OtherNames = o.OtherNames.OrNull(),
        Acronym = o.Acronym,
        ActorKind = o.ActorKind.Value,
        LegalForm = o.LegalForm?.Value,
        LegalStatus = o.LegalStatus == Organizations.LegalStatus.Unknown ? null : Names<LegalStatus>.Of(o.LegalStatus),
        Mediates = o.Mediates ? true : null,
        Purpose = o.Purpose,
        Region = o.Region?.Value,
        Precision = Names<Precision>.Of(o.Precision),
        Issues = o.Issues.OrNull(),
        Sectors = o.Sectors.OrNull(),
        Offers = o.Offers.OrNull(),
        Needs = o.Needs.OrNull(),
        Languages = o.Languages.OrNull(),
        Website = o.Website,
        Members = o.Members?.ToDraft(),
        Founded = o.Founded,
        Retired = o.Retired,
        Contacts = o.Contacts.IsEmpty ? null : [.. o.Contacts.Select(c => c.ToDraft())],
        Note = o.Note,
        MergedInto = o.MergedInto?.ToString(),
        DistinctFrom = o.Sameness is { DistinctFrom: { IsEmpty: false } distinct } ? [.. distinct.Select(id => id.ToString())] : null,
        Provenance = o.Provenance.ToDraft(),
    };
}
