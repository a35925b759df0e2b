using AutoMapper;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.PersonalData;

/// <summary>What would go if the personal data of an element were erased, and until when somebody could still read it.</summary>
public static class ReadErasure
{
    /// <summary>A contact, by its place in the list.</summary>
    public sealed record Contact(int Place, string? Name, string? Role, string Channel, string Value);

    /// <summary>A suggestion about it, that goes with it or may.</summary>
    public sealed record About(string Id, DateOnly Sent, string? Sender, string? Words, IReadOnlyList<string> Fields);

    /// <summary>Another organization whose past goes with it, since it is a part of it, or once held what it says.</summary>
    public sealed record Also(string Element, string Title, int Entries);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/erasure", async (HttpContext context, NetworkView view, LogReader log, Eraser eraser, PersonalDataSettings settings, TimeProvider clock) =>
    {
        if (StewardsOnly.Closed(context) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var found = await StewardsOnly.FindAsync(context, context.Request.Query["element"], view, log);
        if (!found.TryValue(out var element))
        {
            return Problems.Refused(found.Refusals, context);
        }

        return Answers.Fleeting(context, new
        {
            element = element.Ref.ToString(),
            title = TitleOf(context, element, view),
            version = view.Latest.Full.Find(element.Ref)?.Version,
            isThere = view.Latest.Full.Find(element.Ref) is not null,
            contacts = element is not Organization o ? [] : o.Contacts.Select((c, i) => new Contact(i, c.Name, c.Role, Names<ContactChannel>.Of(c.Channel), c.Value)).ToList(),
            fields = FieldsOf(element),
            suggestions = Erasing.SuggestionsAbout(view.Latest.Full.All(ElementKind.Suggestion), element.Ref).Where(Erasing.Seals)
                .Select(s => new About(s.Id.ToString(), s.Sent, s.Sender, s.Words, [.. WantedFields.Read(s.Wanted).Select(f => f.Field)])).ToList(),
            entries = await eraser.EntriesAsync(element.Ref, context.RequestAborted),
            also = (await eraser.AlsoAsync(element.Ref, context.RequestAborted)).Select(a => new Also(a.Element.ToString(), FindPerson.TitleOf(context, a.Element.ToString(), view), a.Entries)).ToList(),
            backupDays = settings.BackupDays,
            readableUntil = settings.ReadableUntil(Today.By(clock)),
        });
    }).WithSummary("What would go if the personal data of an element were erased, and until when a backup could still tell it.")
        .Takes(Parameter.Query("element", "Kind and id of an element.", "organization/89ee382d-bde1-874d-9e0c-c112fa646bbd", "element_unknown"))
        .Gives("""{"element":"organization/89ee382d-bde1-874d-9e0c-c112fa646bbd","title":"Kelompok Melati","version":3,"isThere":true,"contacts":[{"place":0,"name":"Ibu Melati","channel":"whatsapp","value":"+6281234567890"}],"fields":["contacts","note"],"suggestions":[{"id":"0b8a5e0e-7a53-4f7e-9d51-0a6c2d7f4a11","sent":"2026-02-20","words":"They meet in Sewon now.","fields":["purpose"]}],"entries":4,"also":[{"element":"organization/30eb083d-e054-8da4-a28c-4de1028e0532","title":"Kel. Melati","entries":2}],"backupDays":90,"readableUntil":"2027-02-25"}""")
        .Refuses("steward_only", "not_permitted", "preview_only_looks");

    /// <summary>What the element is called, to be typed by who erases.</summary>
    internal static string TitleOf(HttpContext context, Element element, NetworkView view) => new Titles(new Telling(view.Latest.Full, context.LanguageOf(), context.RequestServices.GetRequiredService<IMapper>())).Of(element);

    /// <summary>The fields that the element seals.</summary>
    internal static IReadOnlyList<string> FieldsOf(Element element) => element.ToDraft() is ISealedDraft draft && draft.Bare().Check().TryValue(out var bare) ? [.. Differences.Between(element, bare).Select(d => d.Field)] : [];
}
