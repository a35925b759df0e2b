using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

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

        await one.WriteAsync(Openly("Sebelum"), Note("zqsatu"), HiddenTie(1), Strength(1), Home("zqjalansatu", 110.41), Editor("akun-satu"), Note("zqsatulagi"), Openly("Sesudah"));
        await other.WriteAsync(Openly("Sebelum"), Contact("zqdua"), HiddenTie(2), Small(4), Home("zqjalandua", 110.45), Hidden("33.74.03"), Contact("zqtiga", Withdrawn), Openly("Sesudah"));

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

        using var client = planted.Server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        using var answer = await client.PostAsync($"/welcome/{planted.Server.Services.GetRequiredService<WelcomeCode>().Make()}", null, Cancellation);
        var cookie = string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        var account = (string)JsonNode.Parse(await client.GetStringAsync("/api/me", Cancellation))!["account"]!;
        await planted.Server.GrantAsync(account, who switch
        {
            "mediator" => new GrantDraft { Role = "mediator", Region = "33" },
            "steward" => new GrantDraft { Role = "steward" },
            _ => new GrantDraft { Role = "organization_editor", Organization = planted.Ids["second"] },
        });
        return cookie;
    }

    private async Task<Twin> TwinAsync(string? cookie, DateTimeOffset now)
    {
        var folder = Directory.CreateTempSubdirectory("networkmap-twin-").FullName;
        foreach (var file in Directory.EnumerateFiles(planted.Server.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(planted.Server.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var clock = new FakeTimeProvider(now);
        return new Twin(await RunningServer.StartAsync("none", folder, adjust: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))), folder, cookie);
    }

    [GeneratedRegex("nonce=\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NonceWord();

    private sealed class Twin : IAsyncDisposable
    {
        private readonly RunningServer server;
        private readonly string folder;
        private readonly string? cookie;

        internal Twin(RunningServer server, string folder, string? cookie)
        {
            (this.server, this.folder, this.cookie) = (server, folder, cookie);
            Client = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
            if (cookie is not null)
            {
                Client.DefaultRequestHeaders.Add("Cookie", cookie);
            }
        }

        internal HttpClient Client { get; }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await server.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }

        /// <summary>Writes past the routes, so that the twins' ids and times are alike.</summary>
        internal async Task WriteAsync(params Func<NetworkGraph, Decision>[] changes)
        {
            var (writer, view) = (server.Services.GetRequiredService<NetworkWriter>(), server.Services.GetRequiredService<NetworkView>());
            foreach (var change in changes)
            {
                var outcome = await writer.WriteAsync(new WriteRequest(change(view.Latest.Full), new Attribution("steward-test"), OfTheHouse: true), Cancellation);
                Assert.True(outcome.TryValue(out var accepted) && accepted.Changed, outcome.IsRefused ? outcome.Refusals[0].Code : "nothing changed");
            }
        }

        internal async Task<Ear> FollowAsync(string since)
        {
            var connection = new HubConnectionBuilder().WithUrl(new Uri(server.Server.BaseAddress, "/live"), HttpTransportType.LongPolling, o =>
            {
                o.HttpMessageHandlerFactory = _ => server.Server.CreateHandler();
                if (cookie is not null)
                {
                    o.Headers["Cookie"] = cookie;
                }
            }).Build();
            await connection.StartAsync(Cancellation);
            return new Ear(connection, since);
        }
    }

    private sealed class Ear(HubConnection connection, string since) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<JsonNode> heard =
            connection.StreamAsync<JsonNode>("Follow", new JsonObject { ["everything"] = true, ["since"] = since }, Cancellation).GetAsyncEnumerator(Cancellation);

        internal string Cursor { get; private set; } = since;

        public async ValueTask DisposeAsync() => await connection.DisposeAsync();

        /// <summary>All that is said until a message of a type came so often.</summary>
        internal async Task<string> UntilAsync(string type, int times = 1)
        {
            var said = new List<string>();
            while (times > 0)
            {
                Assert.True(await heard.MoveNextAsync());
                Cursor = (string)heard.Current["cursor"]!;
                times -= (string)heard.Current["type"]! == type ? 1 : 0;
                if ((string)heard.Current["type"]! != "heartbeat")
                {
                    said.Add(heard.Current.ToJsonString(NetworkMap.Server.Http.Wire.Options));
                }
            }

            return string.Join('\n', said);
        }
    }
}
