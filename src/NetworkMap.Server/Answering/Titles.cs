using System.Globalization;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Server.Answering;

/// <summary>What a person calls the elements of a change: their names as the asker may see them today, or as they were last recorded when they are gone.</summary>
/// <param name="telling">The projection and the language.</param>
/// <param name="gone">What was removed since; only for who may see it.</param>
internal sealed class Titles(Telling telling, IReadOnlyDictionary<ElementRef, Element>? gone = null)
{
    private static readonly Sentence HiddenOrganization = new("sebuah organisasi yang tidak ditampilkan", "an organization that is not shown");
    private static readonly Sentence UnknownRegion = new("wilayah yang tidak ditampilkan", "a region that is not shown");
    private static readonly Sentence TieTitle = new("{from} {label} {to}", "{from} {label} {to}");
    private static readonly Sentence NeedTitle = new("Kebutuhan di {region}, {year}", "Need in {region}, {year}");
    private static readonly Sentence GrantTitle = new("Hak {role} untuk {account}, {where}", "Right of {account} as {role}, {where}");
    private static readonly Sentence SuggestionTitle = new("Usulan tentang {name}", "Suggestion about {name}");
    private static readonly Sentence EndTitle = new("Usulan: {name} sudah tidak ada lagi", "Suggestion: {name} is no longer there");
    private static readonly Sentence AdditionTitle = new("Usulan menambahkan {name}", "Suggestion to add {name}");
    private static readonly Sentence HiddenElement = new("data yang sudah tidak ada", "something that is gone");
    private static readonly Sentence Everywhere = new("seluruh jaringan", "the whole network");

    private static readonly Dictionary<Role, Sentence> Roles = new()
    {
        [Role.OrganizationEditor] = new("penyunting", "editor"),
        [Role.Mediator] = new("penghubung", "mediator"),
        [Role.Coordinator] = new("koordinator", "coordinator"),
        [Role.Steward] = new("pengelola data", "steward"),
        [Role.Administrator] = new("administrator", "administrator"),
    };

    private static readonly Dictionary<ElementKind, Sentence> OfKind = new()
    {
        [ElementKind.Organization] = new("sebuah organisasi", "an organization"),
        [ElementKind.Unit] = new("sebuah unit", "a unit"),
        [ElementKind.Place] = new("sebuah tempat", "a place"),
        [ElementKind.Service] = new("sebuah layanan", "a service"),
        [ElementKind.Tie] = new("sebuah hubungan", "a tie"),
        [ElementKind.Need] = new("sebuah kebutuhan", "a need"),
        [ElementKind.Region] = new("sebuah wilayah", "a region"),
        [ElementKind.Term] = new("sebuah istilah", "a term"),
    };

    private static readonly Sentence PlaceTitle = new("Letak {organization} di {region}", "Location of {organization} in {region}");

    /// <summary>The title of an element.</summary>
    internal string Of(Element element) => element switch
    {
        Organization o => o.Name,
        Unit u => u.Name,
        Service s => s.Name,
        Region r => r.Name,
        Term t => telling.Language == Http.Language.English ? t.LabelEn : t.LabelId,
        Place { Name: { } name } => name,
        Place p => Say(PlaceTitle, ("organization", Organization(p.Organization)), ("region", Region(p.Region))),
        Need n => Say(NeedTitle, ("region", Region(n.Region)), ("year", n.Year.ToString(CultureInfo.InvariantCulture))),
        Tie t => Say(TieTitle, ("from", Organization(t.From)), ("label", telling.TieLabel(t.Type, reverse: false)), ("to", Organization(t.To))),
        Suggestion { From: null } s => Say(AdditionTitle, ("name", Mentioned(s.About)?.Name ?? NameIn(s))),
        Suggestion s => Say(WantsEnd(s) ? EndTitle : SuggestionTitle, ("name", Mentioned(s.About)?.Name ?? Say(HiddenElement))),
        Grant g => Say(GrantTitle, ("role", Say(Roles[g.Role])), ("account", g.Account), ("where", Scope(g))),
        _ => element.Ref.Id,
    };

    /// <summary>The names of all that the versions of an element speak of; null when that is nothing. What the asker may not see has none.</summary>
    internal IReadOnlyList<MentionAnswer>? Mentioned(IEnumerable<Element> versions)
    {
        var named = versions.SelectMany(Mentions.Of).Distinct().Select(Mentioned).OfType<MentionAnswer>().ToList();
        return named.Count == 0 ? null : named;
    }

    /// <summary>The name of an element by its id; null when the asker may not see it.</summary>
    internal MentionAnswer? Mentioned(ElementRef element)
    {
        var found = telling.Graph.Find(element);
        return (found ?? gone?.GetValueOrDefault(element)) is { } meant
            ? new MentionAnswer(Names<ElementKind>.Of(element.Kind), element.Id, Of(meant), found is null ? true : null)
            : null;
    }

    /// <summary>The organization that an element belongs to; null when it belongs to none, or the asker may not see it.</summary>
    internal string? OwnerOf(ElementRef element) => (telling.Graph.Find(element) ?? gone?.GetValueOrDefault(element)) switch
    {
        Unit u => Mentioned(u.Organization.Ref)?.Name,
        Place p => Mentioned(p.Organization.Ref)?.Name,
        Service s => Mentioned(s.Organization.Ref)?.Name,
        _ => null,
    };

    /// <summary>What a suggestion is about, when that is not there.</summary>
    internal string NameOf(Suggestion suggestion) => suggestion.From is null ? NameIn(suggestion) : Say(HiddenElement);

    /// <summary>What would be added, called as it would be; in words alone, what kind of thing that is.</summary>
    private string NameIn(Suggestion suggestion) =>
        WantedFields.Read(suggestion.Wanted) is { Count: > 0 } wanted && WantedFields.Over(suggestion.About, null, wanted, suggestion.Provenance.AssertedBy).Check().TryValue(out var meant) ? Of(meant) : Say(OfKind[suggestion.About.Kind]);

    /// <summary>True when somebody says that what it is about is there no more.</summary>
    private static bool WantsEnd(Suggestion suggestion) => suggestion.About.Kind == ElementKind.Organization && WantedFields.Read(suggestion.Wanted).Any(f => f is { Field: "retired", Before: null, After: not null });

    private string Organization(OrganizationId id) => Mentioned(id.Ref)?.Name ?? Say(HiddenOrganization);

    private string Scope(Grant grant) => grant.Organization is { } organization ? Organization(organization) : grant.Region is { } region ? Region(region) : Say(Everywhere);

    private string Region(RegionCode code) => Mentioned(code.Ref)?.Name ?? Say(UnknownRegion);

    private string Say(Sentence sentence, params (string Name, object? Value)[] values) => sentence.In(telling.Language, values);
}
