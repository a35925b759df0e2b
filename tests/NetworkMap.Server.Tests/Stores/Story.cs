using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>Writes entries that follow each other, as the writer would, and knows what they leave behind.</summary>
internal sealed class Story(LogPosition start)
{
    internal const string Secret = "Ibu Sri, Jalan Kenanga 12";
    internal static readonly DateTimeOffset Begin = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly ProvenanceDraft Told = new() { Source = "told by a test", AssertedBy = "test" };

    internal MasterKey Master { get; } = new(Enumerable.Range(1, MasterKey.Size).Select(i => (byte)i).ToArray());

    internal LogPosition Position { get; private set; } = start;

    internal DateTimeOffset Now { get; set; } = Begin;

    internal Dictionary<ElementRef, Element> Elements { get; } = [];

    internal List<StoredEntry> Entries { get; } = [];

    /// <summary>The entry of a changeset, one minute after the one before.</summary>
    internal StoredEntry Write(IEnumerable<Revision> revisions, RequestKey? request = null)
    {
        var sequence = Position.Sequence + 1;
        Now = Now.AddMinutes(1);
        var changeset = new Changeset { Sequence = sequence, At = Now, Attribution = new Attribution("test", "because", Request: request), Revisions = [.. revisions.Select(r => r.At(sequence))] };
        foreach (var revision in changeset.Revisions)
        {
            Elements.Remove(revision.Element);
            if (revision.After is { } after)
            {
                Elements.Add(revision.Element, after);
            }
        }

        var entry = LogText.Write(changeset, Position, Master);
        Position = entry.PositionIn(Position.Log);
        Entries.Add(entry);
        return entry;
    }

    /// <summary>A new organization.</summary>
    internal StoredEntry Create(int number, RequestKey? request = null) => Write([Revision.Create(Organization(number))], request);

    /// <summary>The same organization under another name.</summary>
    internal StoredEntry Rename(int number, string name)
    {
        var before = Elements[Organization(number).Ref];
        return Write([Revision.Change(before, (Organization)before with { Name = name })]);
    }

    internal StoredEntry Remove(int number) => Write([Revision.Remove(Elements[Organization(number).Ref])]);

    /// <summary>Goes back to a position of which the later entries were never kept.</summary>
    internal void Forget(LogPosition position) => Position = position;

    internal static Organization Organization(int number, bool secret = true) => (Organization)new OrganizationDraft
    {
        Id = IdOf(2, number),
        Name = $"Organization {number}",
        ActorKind = "ngo",
        Region = "33.74",
        Note = secret ? Secret : null,
        Provenance = Told,
    }.Check().Value;

    /// <summary>One element of every kind, in the order of their names, which is not the order of loading.</summary>
    internal static IReadOnlyList<Element> OneOfEach() =>
    [
        new NeedDraft { Id = IdOf(8, 1), Region = "33.74", Women = 900, Year = 2025, Provenance = Told }.Check().Value,
        Organization(1), Organization(2),
        new PlaceDraft { Id = IdOf(4, 1), Organization = IdOf(2, 1), Region = "33.74", Address = Secret, Provenance = Told }.Check().Value,
        new RegionDraft { Id = "33.74", Name = "Semarang", Provenance = Told }.Check().Value,
        new RegionDraft { Id = "33", Name = "Jawa Tengah", Provenance = Told }.Check().Value,
        new ServiceDraft { Id = IdOf(5, 1), Organization = IdOf(2, 1), Name = "Legal aid", Status = "active", Provenance = Told }.Check().Value,
        new SuggestionDraft { Id = IdOf(10, 1), AboutKind = "organization", AboutId = IdOf(2, 1), From = 1, Organization = IdOf(2, 1), State = "waiting", Sent = new DateOnly(2026, 3, 1), Words = Secret, Sender = Secret, Provenance = Told }.Check().Value,
        new TermDraft { Taxonomy = "actor_kind", Code = "ngo", LabelId = "LSM", LabelEn = "NGO", Provenance = Told }.Check().Value,
        new TieDraft { Id = IdOf(7, 1), Type = "partners_with", From = IdOf(2, 1), To = IdOf(2, 2), Status = "confirmed", Audience = "public", Provenance = Told }.Check().Value,
        new UnitDraft { Id = IdOf(3, 1), Organization = IdOf(2, 1), Name = "Council", UnitKind = "council", Provenance = Told }.Check().Value,
    ];

    private static string IdOf(int kind, int number) => new Guid(kind, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number).ToString("D");
}
