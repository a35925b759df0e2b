using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;

namespace NetworkMap.Tests.Graph;

/// <summary>A network that changes by numbers: every number is one valid change of a small world of organizations, places and ties in two regions.</summary>
internal sealed class Tale
{
    private static readonly ProvenanceDraft Told = new() { Source = "a test", AssertedBy = "test" };

    internal Tale()
    {
        Snapshots.Add(NetworkSnapshot.Empty());
        Append([.. World().Select(Revision.Create)]);
    }

    internal List<NetworkSnapshot> Snapshots { get; } = [];

    internal List<Changeset> Changesets { get; } = [];

    internal NetworkSnapshot Latest => Snapshots[^1];

    /// <summary>One changeset of up to three changes.</summary>
    internal void Go(IEnumerable<int> numbers)
    {
        var revisions = new List<Revision>();
        foreach (var number in numbers.Take(3).Select(n => (int)((uint)n % 100_000)))
        {
            if (Step(number) is { } revision && revisions.TrueForAll(r => r.Element != revision.Element && !Leans(r, revision)))
            {
                revisions.Add(revision);
            }
        }

        Append(revisions);
    }

    private static bool Leans(Revision one, Revision other) => new[] { one, other }.Any(r => r.After is null && r.Element.Kind == ElementKind.Organization);

    private void Append(IReadOnlyList<Revision> revisions)
    {
        var sequence = Latest.Sequence + 1;
        var changeset = new Changeset { Sequence = sequence, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("test"), Revisions = [.. revisions.Select(r => r.At(sequence))] };
        Changesets.Add(changeset);
        Snapshots.Add(Latest.After(changeset, new EditScope()).Next);
    }

    private Revision? Step(int number)
    {
        var (which, choice) = (number % 5, number / 5);
        return (choice % 4) switch
        {
            0 => OfOrganization(which, choice / 4),
            1 => OfPlace(which, choice / 4),
            2 => OfSuggestion(which, choice / 4),
            _ => OfTie(which, choice / 4),
        };
    }

    private Revision? OfOrganization(int which, int choice)
    {
        var blank = Organization(which);
        var next = blank with { Name = $"Name {choice % 4}", Precision = (Precision)(choice % 5), Region = choice % 2 == 0 ? RegionCode.Of("33.74") : RegionCode.Of("33") };
        return Latest.Full.Find(blank.Ref) is not { } current ? Revision.Create(next)
            : choice % 4 == 0 && !Latest.Full.DependentsOf(blank.Ref).Any() ? Revision.Remove(current)
            : Revision.Change(current, next);
    }

    private Revision? OfPlace(int which, int choice)
    {
        if (Latest.Full.Find(Organization(which).Ref) is null)
        {
            return null;
        }

        var place = (Place)new PlaceDraft
        {
            Id = IdOf(4, which),
            Organization = IdOf(2, which),
            Region = "33.74",
            Precision = Names<Precision>.Of((Precision)(choice % 5)),
            Point = new GeoPointDraft { Longitude = 110 + (choice % 7 * 0.1), Latitude = -7 },
            Provenance = Told,
        }.Check().Value;
        return Latest.Full.Find(place.Ref) is not { } current ? Revision.Create(place) : choice % 4 == 0 ? Revision.Remove(current) : Revision.Change(current, place);
    }

    /// <summary>Of an organization that is there or not, of a tie, of a new organization somewhere, or of a need.</summary>
    private Revision? OfSuggestion(int which, int choice)
    {
        var suggestion = (Suggestion)new SuggestionDraft
        {
            Id = IdOf(10, which),
            AboutKind = choice % 4 == 3 ? "need" : choice % 4 == 1 ? "tie" : "organization",
            AboutId = IdOf(2, which),
            From = choice % 4 < 2 ? 1 : null,
            Organization = choice % 4 < 2 ? IdOf(2, which) : null,
            Other = choice % 4 == 1 ? IdOf(2, (which + 1) % 5) : null,
            Region = choice % 4 < 2 ? null : choice % 8 < 4 ? "33.74" : "33",
            State = Names<SuggestionState>.Of((SuggestionState)(choice % 5)),
            Sent = new DateOnly(2026, 3, 1),
            Words = $"Words {choice % 3}",
            Sender = choice % 2 == 0 ? "Ibu" : null,
            Provenance = Told,
        }.Check().Value;
        return Latest.Full.Find(suggestion.Ref) is not { } current ? Revision.Create(suggestion) : choice % 5 == 0 ? Revision.Remove(current) : Revision.Change(current, suggestion);
    }

    private Revision? OfTie(int which, int choice)
    {
        var other = (which + 1 + (choice % 4)) % 5;
        if (Latest.Full.Find(Organization(which).Ref) is null || Latest.Full.Find(Organization(other).Ref) is null)
        {
            return null;
        }

        var tie = (Tie)new TieDraft
        {
            Id = IdOf(7, which),
            Type = "supplies",
            From = IdOf(2, which),
            To = IdOf(2, other),
            Status = "confirmed",
            Audience = choice % 3 == 0 ? "parties" : "public",
            Provenance = Told,
        }.Check().Value;
        return Latest.Full.Find(tie.Ref) is not { } current ? Revision.Create(tie) : choice % 5 == 0 ? Revision.Remove(current) : Revision.Change(current, tie);
    }

    private static Organization Organization(int number) => (Organization)new OrganizationDraft
    {
        Id = IdOf(2, number),
        Name = $"Organization {number}",
        ActorKind = "ngo",
        Region = "33.74",
        Provenance = Told,
    }.Check().Value;

    private static IEnumerable<Element> World() =>
    [
        new Domain.Taxonomies.TermDraft { Taxonomy = "actor_kind", Code = "ngo", LabelId = "LSM", LabelEn = "NGO", Provenance = Told }.Check().Value,
        new Domain.Taxonomies.TermDraft { Taxonomy = "tie_type", Code = "supplies", LabelId = "memasok", LabelEn = "supplies", Trust = 0.5, Provenance = Told }.Check().Value,
        new RegionDraft { Id = "33", Name = "Jawa Tengah", Point = new() { Longitude = 110, Latitude = -7 }, Provenance = Told }.Check().Value,
        new RegionDraft { Id = "33.74", Name = "Semarang", Point = new() { Longitude = 110.4, Latitude = -7 }, Provenance = Told }.Check().Value,
    ];

    internal static OrganizationId OrganizationOf(int number) => Organization(number).Id;

    private static string IdOf(int kind, int number) => new Guid(kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(number + 1)).ToString("D");
}
