using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Changes;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;

namespace NetworkMap.Server.Tests.Privacy;

/// <summary>Every route, read as each audience between the public and a steward: it tells of the secrets those that the policy grants, and all of those.</summary>
public sealed class AudienceLeakTests(Planted planted) : IClassFixture<Planted>
{
    private const string Small = "\"women\":3,\"men\":41|\"women\":3,\"men\":60|\"women\":31,\"men\":2|\"workersWomen\":2";
    private const string OfTheGroup = "zqorgnote|zqorgreason|zqcontactname|zqcontactrole|zqcontactvalue|zqcontactpurpose|zqconsentgiver|zqplacename|zqaddress|zqplacereason|110.4321|-6.9876|33.74.01.1009";
    private const string ForSignedIn = "zqsignedcontact|zqsignedvalue";
    private const string ForCoordinators = "zqcoordinatorcontact|zqcoordinatorvalue";
    private const string OfItsContacts = $"{ForSignedIn}|{ForCoordinators}|zqsignedgiver|zqcoordinatorgiver|zqwithdrawncontact|zqwithdrawnvalue|zqwithdrawngiver|zqovercontact|zqovervalue|zqovergiver|zqfuturecontact|zqfuturevalue|zqfuturegiver";
    private const string HiddenTie = "{hidden tie}|zqhiddentienote|zqhiddentiereason|zqagreement|zqproduct|zqhiddentiesource";
    private const string OfTheSecond = "{late tie}|zqlatetie|zqopentienote|zqopentiereason|zqdeniedword|zqdeniedreason";

    private const string CoordinatorOf33 = $"{{signed-in tie}}|{ForSignedIn}|{ForCoordinators}|{Small}|33.74.01.1009|33.74.02|{{hidden place}}|{{moved}}|\"women\":1,\"men\":77";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Audiences => new()
    {
        { "mediator", $"{{signed-in tie}}|{ForSignedIn}" },
        { "editor of the company", "" },
        { "editor of the second", $"{{signed-in tie}}|{ForSignedIn}|{OfTheSecond}|\"workersWomen\":2" },
        { "editor of the group", $"{{signed-in tie}}|{HiddenTie}|{OfTheGroup}|{OfItsContacts}|\"women\":3,\"men\":41|\"women\":31,\"men\":2|{{suggestion}}|zqsuggestpurpose|zqsuggestwords" },
        { "editor of the first", $"{{signed-in tie}}|{ForSignedIn}|{HiddenTie}|{{late tie}}|zqlatetie|zqopentienote|zqopentiereason|zqstatedword|zqdeniedreason|\"workersWomen\":2" },
        { "coordinator of 33", CoordinatorOf33 },
        { "coordinator of 34", $"{{signed-in tie}}|{ForSignedIn}" },
        { "steward of 34", $"{{signed-in tie}}|{ForSignedIn}" },
    };

    /// <summary>The rights of an account, which of them a token is limited to, and to which part of it.</summary>
    public static TheoryData<string, int, string?, string> Limited => new()
    {
        { "steward, steward of 34", 1, null, $"{{signed-in tie}}|{ForSignedIn}" },
        { "steward", 0, "34", $"{{signed-in tie}}|{ForSignedIn}" },
        { "editor of the group, coordinator of 33", 1, null, CoordinatorOf33 },
        { "editor of the company, coordinator of 34", 1, null, "" },
    };

    [Theory]
    [MemberData(nameof(Audiences))]
    public async Task An_audience_finds_the_secrets_it_may_know_and_no_other(string who, string may)
    {
        var (client, account) = await planted.Server.MemberAsync(await GrantOfAsync(who));
        using var _ = client;
        await FindsAsync(client, account, may);
    }

    /// <summary>Live, and after coming back. Contacts and reasons are no part of messages.</summary>
    [Theory]
    [MemberData(nameof(Audiences))]
    public async Task An_audience_hears_the_secrets_it_may_know_and_no_other(string who, string may)
    {
        var (cookie, account) = await planted.Server.SessionAsync(await GrantOfAsync(who));
        await HearsAsync(("Cookie", cookie), account, may);
    }

    /// <summary>A token that is limited to one right of an account that has more sees and hears what that right lets it.</summary>
    [Theory]
    [MemberData(nameof(Limited))]
    public async Task A_token_within_a_limit_finds_and_hears_the_secrets_within_and_no_other(string rights, int limit, string? region, string may)
    {
        var grants = await Task.WhenAll(rights.Split(", ").Select(GrantOfAsync));
        var (session, account) = await planted.Server.MemberAsync(grants);
        session.Dispose();
        var right = planted.Server.Services.GetRequiredService<NetworkView>().Latest.Full.GrantsOf(account)
            .Single(g => ((GrantDraft)g.ToDraft()) is var held && (held.Role, held.Organization, held.Region) == (grants[limit].Role, grants[limit].Organization, grants[limit].Region));
        var secret = await planted.Server.SecretAsync(account, new Delegation(right.Id, region is null ? null : RegionCode.Parse(region).Value));
        using var client = planted.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + secret);

        await FindsAsync(client, account, may);
        await HearsAsync(("Authorization", "Bearer " + secret), account, may);
    }

    private async Task HearsAsync((string Name, string Value) header, string account, string may)
    {
        var granted = Granted(may);
        var (live, cursor) = await HearAsync(header, null);
        await planted.TouchAllAsync();
        var (missed, _) = await HearAsync(header, cursor);

        foreach (var told in new[] { live, missed })
        {
            Assert.Empty(planted.Found(told.Replace(account, "", StringComparison.Ordinal), "").Except(granted, StringComparer.Ordinal));
            Assert.Contains("Kelompok Melati", told, StringComparison.Ordinal);
            Assert.All(granted.Where(s => s is "zqorgnote" or "zqproduct" or "zqaddress" or "zqopentienote"), s => Assert.Contains(s, told, StringComparison.Ordinal));
        }
    }

    /// <summary>What refuses a change tells no more than what answers a question: stale, unknown, malformed, not hers, a key used twice.</summary>
    [Theory]
    [MemberData(nameof(Audiences))]
    public async Task Refusals_tell_an_audience_no_secret_that_it_may_not_know(string who, string may)
    {
        var (client, account) = await planted.Server.MemberAsync(await GrantOfAsync(who));
        using var _ = client;
        var (granted, leaks, statuses) = (Granted(may), new List<string>(), new HashSet<int>());
        foreach (var (name, segment) in Planted.Segments)
        {
            foreach (var (method, path, body) in Refused(segment, planted.Ids[name]))
            {
                using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                request.Headers.TryAddWithoutValidation("If-Match", "\"99\"");
                request.Headers.TryAddWithoutValidation("Idempotency-Key", "once");
                using var answer = await client.SendAsync(request, Cancellation);
                Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{method} {path} answered {answer.StatusCode}");
                statuses.Add((int)answer.StatusCode);
                var told = (await Reading.TellAsync(answer)).Replace(account, "", StringComparison.Ordinal);
                leaks.AddRange(planted.Found(told, path).Except(granted, StringComparer.Ordinal).Select(s => $"{method} {path} {body} tells {s}"));
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Take(30)));
        Assert.True(statuses.Count > 1, string.Join(' ', statuses));
    }

    private static IEnumerable<(HttpMethod Method, string Path, string Body)> Refused(string segment, string id) =>
    [
        (HttpMethod.Put, $"/api/{segment}/{id}", "{}"), (HttpMethod.Put, $"/api/{segment}/{id}", "{"), (HttpMethod.Put, $"/api/{segment}/{id}", """{"name":1,"region":"99"}"""),
        (HttpMethod.Put, $"/api/{segment}/{id}", """{"name":"Nama","actorKind":"ngo","region":"33.74","year":2025,"provenance":{"source":"uji"}}"""),
        (HttpMethod.Delete, $"/api/{segment}/{id}", "{}"), (HttpMethod.Post, $"/api/{segment}", "{}"), (HttpMethod.Post, $"/api/{segment}/{id}/restore", "{}"),
    ];

    /// <summary>All that is said while everything changes once, or that was missed since.</summary>
    private async Task<(string Said, string Cursor)> HearAsync((string Name, string Value) header, string? since)
    {
        await using var connection = new HubConnectionBuilder().WithUrl(new Uri(planted.Server.Server.BaseAddress, "/live"), HttpTransportType.LongPolling, o =>
        {
            o.HttpMessageHandlerFactory = _ => planted.Server.Server.CreateHandler();
            o.Headers[header.Name] = header.Value;
        }).Build();
        await connection.StartAsync(Cancellation);
        await using var ear = new Twin.Ear(connection, since is null ? new JsonObject { ["everything"] = true } : new JsonObject { ["everything"] = true, ["since"] = since });
        var said = new StringBuilder(await ear.UntilAsync("caughtUp"));
        if (since is null)
        {
            var last = Guid.NewGuid().ToString("N")[..10];
            await planted.TouchAllAsync();
            await planted.OpenlyAsync(last);
            while (!said.ToString().Contains(last, StringComparison.Ordinal))
            {
                said.AppendLine(await ear.UntilAsync("changes"));
            }
        }

        return (said.ToString(), ear.Cursor);
    }

    /// <summary>A preview is honoured by every route: none tells a steward more than whom she looks as.</summary>
    [Theory]
    [InlineData("public", "")]
    [InlineData("signed_in", "{signed-in tie}|" + ForSignedIn)]
    [InlineData("coordinator:33", CoordinatorOf33)]
    public async Task A_steward_who_looks_as_somebody_else_finds_what_that_one_may_know(string preview, string may)
    {
        var (client, account) = await planted.Server.MemberAsync(new GrantDraft { Role = "steward" });
        using var _ = client;
        client.DefaultRequestHeaders.Add("Preview", preview);
        await FindsAsync(client, account, may);
    }

    private async Task FindsAsync(HttpClient client, string account, string may)
    {
        var (addresses, unknown) = await Questions.AllAsync(planted);
        Assert.Empty(unknown);
        var granted = Granted(may);
        var (found, leaks) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var address in addresses)
        {
            var told = (await Reading.ReadAsync(client, address)).Replace(account, "", StringComparison.Ordinal);
            found.UnionWith(planted.Found(told, ""));
            leaks.AddRange(planted.Found(told, address).Except(granted, StringComparer.Ordinal).Select(s => $"{address} tells {s}"));
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Take(60)));
        Assert.Empty(granted.Except(found, StringComparer.Ordinal));
    }

    private HashSet<string> Granted(string may) => may.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Filled).ToHashSet(StringComparer.Ordinal);

    private string Filled(string secret) => secret.StartsWith('{') ? planted.Ids[secret.Trim('{', '}')] : secret;

    private async Task<GrantDraft> GrantOfAsync(string who) => who switch
    {
        "steward" => new GrantDraft { Role = "steward" },
        "mediator" => new GrantDraft { Role = "mediator", Region = "33" },
        "coordinator of 33" or "coordinator of 34" => new GrantDraft { Role = "coordinator", Region = who[^2..] },
        "steward of 34" => new GrantDraft { Role = "steward", Region = "34" },
        "editor of the company" => new GrantDraft { Role = "organization_editor", Organization = await planted.CompanyAsync() },
        _ => new GrantDraft { Role = "organization_editor", Organization = planted.Ids[who.Split(' ')[^1]] },
    };
}
