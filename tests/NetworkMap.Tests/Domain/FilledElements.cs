using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Tests.DomainTests;

/// <summary>Drafts with every field stated. A number chooses what stands in them and which are left out; without one, nothing is.</summary>
internal static class FilledElements
{
    internal const string Village = "33.74.01.1001";
    internal static readonly string One = IdOf(1);
    private static readonly string Other = IdOf(2);
    private static readonly DateOnly Day = new(2026, 3, 1);

    internal static Element Of(ElementKind kind) => DraftOf(kind).Check().Value;

    /// <summary>A valid element made of a number: the filled one with some of what may be absent left out, and other texts, codes and numbers.</summary>
    internal static Element Of(ElementKind kind, int number)
    {
        var dice = new Random(number);
        bool Keep() => dice.Next(3) > 0;
        string Text() => new([.. Enumerable.Range(0, dice.Next(1, 12)).Select(_ => "aB9 é\"\\/<&\n中😀"[dice.Next(11)]).Append('x')]);
        ElementDraft draft = DraftOf(kind) switch
        {
            OrganizationDraft d => d with { Name = Text(), Acronym = Keep() ? Text() : null, Note = Keep() ? Text() : null, Contacts = Keep() ? d.Contacts : null, Members = Keep() ? d.Members! with { Women = dice.Next(9) } : null, Precision = Pick<NetworkMap.Domain.Privacy.Precision>(dice) },
            UnitDraft d => d with { Name = Text(), Parent = Keep() ? d.Parent : null, Region = Keep() ? d.Region : null },
            PlaceDraft d => d with { Name = Keep() ? Text() : null, Point = Keep() ? new() { Longitude = (dice.NextDouble() * 360) - 180, Latitude = (dice.NextDouble() * 170) - 85 } : null, Main = Keep() },
            ServiceDraft d => d with { Name = Text(), Areas = Keep() ? d.Areas : null, Capacity = Keep() ? dice.Next(1000) : null, Valid = Keep() ? d.Valid : null },
            TieDraft d => d with { Note = Keep() ? Text() : null, Statements = Keep() ? d.Statements : null, Supply = Keep() ? d.Supply : null, Agreement = Keep() ? d.Agreement : null, Strength = Keep() ? dice.Next(1, 6) : null, Audience = Pick<TieAudience>(dice), Status = Pick<TieStatus>(dice) },
            NeedDraft d => d with { Women = Keep() ? dice.Next(1000) : null, Indicators = Keep() ? new Dictionary<string, double> { ["access"] = dice.NextDouble() } : null, Issues = Keep() ? d.Issues : null },
            RegionDraft d => d with { Name = Text(), Point = Keep() ? d.Point : null, Valid = Keep() ? d.Valid : null },
            TermDraft d => d with { LabelId = Text(), Trust = Keep() ? dice.NextDouble() : null, FromKinds = Keep() ? d.FromKinds : null },
            var d => d,
        };
        return draft.Check().Value;
    }

    internal static string IdOf(int number) => new Guid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)number).ToString("D");

    internal static ElementDraft DraftOf(ElementKind kind) => kind switch
    {
        ElementKind.Organization => Organization,
        ElementKind.Unit => new UnitDraft { Id = IdOf(3), Organization = One, Name = "Ranting", UnitKind = "village_group", Parent = IdOf(4), Region = Village, Members = Counts, Provenance = Told },
        ElementKind.Place => new PlaceDraft
        {
            Id = IdOf(5), Organization = One, Unit = IdOf(3), Name = "Rumah ketua", Region = Village, Point = new() { Longitude = 110.4, Latitude = -6.9 }, Precision = "village", Home = true, Main = true,
            Address = "RT 3", Provenance = Told,
        },
        ElementKind.Service => Service,
        ElementKind.Tie => Tie,
        ElementKind.Need => new NeedDraft
        {
            Id = IdOf(8), Region = "33.74", Issues = ["piece_rate"], Functions = ["education"], Pillars = ["social_security"], Terms = ["legal_aid"], Sector = "plaiting", Women = 3, Men = 60, Unknown = 7, Year = 2025,
            Indicators = new Dictionary<string, double> { ["knowledge"] = 0.25 }, Provenance = Told,
        },
        ElementKind.Region => new RegionDraft
        {
            Id = Village, Name = "Desa", RegionKind = "urban_village", Bps = "3374010001", Point = new() { Longitude = 110.4, Latitude = -6.9, Derived = true }, Valid = Since, Successors = ["33.74.01.1002"], Provenance = Told,
        },
        ElementKind.Grant => new GrantDraft { Id = IdOf(9), Account = "akun-1", Role = "organization_editor", Organization = One, Valid = Since, Provenance = Told },
        ElementKind.Suggestion => new SuggestionDraft
        {
            Id = IdOf(10), AboutKind = "organization", AboutId = One, From = 3, Organization = One, Other = Other, Region = Village, State = "declined", Sent = Day, Decided = Day.AddDays(2),
            Wanted = """{"name":{"was":"Melati","to":"Melati Baru"}}""", Words = "Namanya berganti", Sender = "Ibu Sari", Answer = "Belum resmi", Provenance = Told,
        },
        _ => new TermDraft
        {
            Id = "tie_type:supplies", Taxonomy = "tie_type", Code = "supplies", Parent = "gives", LabelId = "memasok", LabelEn = "supplies", DescriptionId = "a", DescriptionEn = "b", LegalReference = "UU", Order = 3,
            Symmetric = true, Trust = 0.5, FromKinds = ["company"], ToKinds = ["ngo"], LabelReverseId = "c", LabelReverseEn = "d", Provenance = Told,
        },
    };

    private static ProvenanceDraft Told => new() { Source = "Wawancara", SourceUrl = "https://example.org/a", AssertedBy = "steward-1", LastVerified = Day, Unverified = true, Example = true };

    private static IntervalDraft Since => new() { From = Day, Until = Day.AddYears(1) };

    private static CountSetDraft Counts => new() { Women = 3, Men = 40, Other = 6, Unknown = 9, Date = Day, Source = "Daftar" };

    private static OrganizationDraft Organization => new()
    {
        Id = One, Name = "Melati", OtherNames = ["Lama"], Acronym = "M", ActorKind = "home_worker_organization", LegalForm = "association", LegalStatus = "incorporated", Mediates = true, Purpose = "Berserikat",
        Region = Village, Precision = "district", Issues = ["piece_rate"], Sectors = ["plaiting"], Offers = ["legal_aid"], Needs = ["negotiation"], Languages = ["id"], Website = "https://example.org", Members = Counts,
        Founded = 2001, Retired = Day, Note = "Catatan", MergedInto = Other, DistinctFrom = [IdOf(9)], Provenance = Told,
        Contacts = [new() { Name = "Ibu", Role = "ketua", Channel = "whatsapp", Value = "+6281234567890", Purposes = ["introduction", "publication"], Purpose = "undangan", Audience = "signed_in", Consent = new() { GivenBy = "Ibu", Given = Day, How = "written", Until = Day, Withdrawn = Day } }],
    };

    private static ServiceDraft Service => new()
    {
        Id = IdOf(6), Organization = One, Name = "Sekolah", Description = "Enam kali", Status = "planned", Functions = ["education"], Pillars = ["social_security"], Issues = ["piece_rate"], Terms = ["legal_aid"],
        Areas = [new() { Region = Village, Valid = Since }, new() { Region = "33", WithSubregions = true }], Capacity = 60, Used = 2, Schedule = "Sabtu", Eligibility = "Anggota", Cost = "Gratis", Languages = ["id"],
        Accessibility = "Landai", Valid = Since, Provenance = Told,
    };

    private static TieDraft Tie => new()
    {
        Id = IdOf(7), Type = "supplies", From = One, To = Other, Service = IdOf(6), Status = "confirmed", Strength = 4, Audience = "public", Valid = Since, OnSource = "confirmed", Note = "Catatan",
        Statements =
        [
            new() { Side = "from", Says = "ended", Day = Day, Way = "product", Until = Day, Reason = "Pindah", Word = "Ketua" },
            new() { Side = "to", Says = "confirmed", Day = Day, Way = "link_proposer_passed_on", Accepted = Day, Word = "Ibu Sari" },
        ],
        Agreement = new() { Kind = "mou", Number = "1", Signed = Day, Until = Day, Link = "https://example.org/m" },
        Supply = new() { Product = "Anyaman", Tier = 2, PaymentBasis = "piece", WorkersWomen = 2, WorkersMen = 50, Confidence = 3 }, Provenance = Told,
    };

    private static string Pick<TEnum>(Random dice) where TEnum : struct, Enum => Names<TEnum>.All[dice.Next(Names<TEnum>.All.Count)];
}
