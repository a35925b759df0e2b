using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>Two networks that differ only in what an audience may not see answer it byte for byte alike, on every route, live and after coming back. They are copies of one that
/// went different ways: as many changes, of other hidden things.</summary>
public sealed partial class TwinTests(Planted planted) : IClassFixture<Planted>
{
    /// <summary>Where in the list the contact for everybody stands whose consent was withdrawn.</summary>
    private const int Withdrawn = 3;
    private static readonly ProvenanceDraft Told = new() { Source = "a test", AssertedBy = "steward-test" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Audiences => ["anybody", "mediator", "editor of the second"];

    [Theory]
    [MemberData(nameof(Audiences))]
    public async Task Twins_answer_byte_for_byte_alike(string who)
    {
        var cookie = await SignInAsync(who);
        var addresses = (await Questions.AllAsync(planted)).Addresses;
        var now = planted.Server.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var one = await TwinAsync(cookie, now);
        await using var other = await TwinAsync(cookie, now);
        await using var ear = await one.FollowAsync(planted.Beginning);
        await using var otherEar = await other.FollowAsync(planted.Beginning);
        Assert.Equal(await ear.UntilAsync("caughtUp"), await otherEar.UntilAsync("caughtUp"));
        var cursor = ear.Cursor;

        await one.WriteAsync(Openly("Sebelum"), Note("zqsatu"), HiddenTie(1), Strength(1), Home("zqjalansatu", 110.41), Suggested("zqsatu"), Editor("akun-satu"), Note("zqsatulagi"), Openly("Sesudah"));
        await other.WriteAsync(Openly("Sebelum"), Contact("zqdua"), HiddenTie(2), Small(4), Home("zqjalandua", 110.45), Suggested("zqdua"), Hidden("33.74.03"), Contact("zqtiga", Withdrawn), Openly("Sesudah"));

        Assert.Equal(await ear.UntilAsync("changes", 2), await otherEar.UntilAsync("changes", 2));
        var differing = new List<string>();
        foreach (var address in addresses)
        {
            var (told, toldByOther) = (WithoutNonce(await Reading.ReadAsync(one.Client, address)), WithoutNonce(await Reading.ReadAsync(other.Client, address)));
            if (told != toldByOther)
            {
                differing.Add($"{address}\n  {Around(told, toldByOther)}\n  {Around(toldByOther, told)}");
            }
        }

        Assert.True(differing.Count == 0, string.Join('\n', differing.Take(10)));
        await using var back = await one.FollowAsync(cursor);
        await using var otherBack = await other.FollowAsync(cursor);
        Assert.Equal(await back.UntilAsync("caughtUp"), await otherBack.UntilAsync("caughtUp"));
    }

    [Fact]
    public async Task A_steward_tells_the_twins_apart_so_that_they_do_differ()
    {
        var cookie = await SignInAsync("steward");
        var now = planted.Server.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var one = await TwinAsync(cookie, now);
        await using var other = await TwinAsync(cookie, now);
        await one.WriteAsync(Note("zqsatu"));
        await other.WriteAsync(Contact("zqdua"));

        var address = $"/api/organizations/{planted.Ids["group"]}";
        Assert.NotEqual(await Reading.ReadAsync(one.Client, address), await Reading.ReadAsync(other.Client, address));
    }

    /// <summary>The page of the API gives its scripts another random word each time.</summary>
    private static string WithoutNonce(string text) => NonceWord().Replace(text, "");

    private static string Around(string text, string other)
    {
        var at = text.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        return text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 80)];
    }

    /// <summary>Something that everybody sees.</summary>
    private Func<NetworkGraph, Decision> Openly(string acronym) => graph => Change<Organization>(graph, "second", o => o with { Acronym = acronym });

    private Func<NetworkGraph, Decision> Note(string note) => graph => Change<Organization>(graph, "group", o => o with { Note = note });

    private Func<NetworkGraph, Decision> Contact(string value, int index = 0) => graph =>
        Change<Organization>(graph, "group", o => o with { Contacts = o.Contacts.SetItem(index, o.Contacts[index] with { Value = value }) });

    private Func<NetworkGraph, Decision> Small(int women) => graph => Change<Organization>(graph, "group", o => o with { Members = o.Members! with { Women = women, Men = 40 } });

    private Func<NetworkGraph, Decision> Strength(byte strength) => graph => Change<Tie>(graph, "hidden tie", t => t with { Strength = strength });

    private Func<NetworkGraph, Decision> Hidden(string region) => graph => Change<Organization>(graph, "shy", o => o with { Region = RegionCode.Of(region) });

    private Func<NetworkGraph, Decision> Home(string address, double longitude) => graph =>
        Change<Place>(graph, "home", p => p with { Address = address, Point = new GeoPoint(longitude, -6.98) });

    private Func<NetworkGraph, Decision> HiddenTie(byte strength) => _ => Edits.Create(new TieDraft
    {
        Id = new Guid(strength, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1).ToString("D"), Type = "trains", From = planted.Ids["first"], To = planted.Ids["group"], Status = "confirmed", Audience = "parties", Strength = strength, Provenance = Told,
    });

    private Func<NetworkGraph, Decision> Suggested(string words) => graph => Suggestions.Send(Suggestions.Of(
        new SuggestionSent(new SuggestionId(new Guid(8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), new ElementRef(ElementKind.Organization, planted.Ids["group"]), null, words, words, "public", new DateOnly(2026, 3, 1)), graph, 1).Value);

    private Func<NetworkGraph, Decision> Editor(string account) => _ => Edits.Create(new GrantDraft
    {
        Id = new Guid(9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1).ToString("D"), Account = account, Role = "organization_editor", Organization = planted.Ids["group"], Provenance = Told,
    });

    private Decision Change<TElement>(NetworkGraph graph, string name, Func<TElement, TElement> edit) where TElement : Element
    {
        var kind = Enum.Parse<ElementKind>(typeof(TElement).Name);
        var now = (TElement)graph.Find(new ElementRef(kind, planted.Ids[name]))!;
        return Edits.Change(edit(now).ToDraft(), now.Version);
    }

    /// <summary>The cookie of a session with the grants of somebody; none for anybody.</summary>
    private async Task<string?> SignInAsync(string who)
    {
        if (who == "anybody")
        {
            return null;
        }

        return (await planted.Server.SessionAsync(who switch
        {
            "mediator" => new GrantDraft { Role = "mediator", Region = "33" },
            "steward" => new GrantDraft { Role = "steward" },
            _ => new GrantDraft { Role = "organization_editor", Organization = planted.Ids["second"] },
        })).Cookie;
    }

    private Task<Twin> TwinAsync(string? cookie, DateTimeOffset now) => Twin.OfAsync(planted.Server, cookie, now);

    [GeneratedRegex("nonce=\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NonceWord();
}
