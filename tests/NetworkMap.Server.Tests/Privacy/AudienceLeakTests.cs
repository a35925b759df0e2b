using NetworkMap.Domain.Roles;

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

    public static TheoryData<string, string> Audiences => new()
    {
        { "mediator", $"{{signed-in tie}}|{ForSignedIn}" },
        { "editor of the company", "" },
        { "editor of the second", $"{{signed-in tie}}|{ForSignedIn}|{OfTheSecond}|\"workersWomen\":2" },
        { "editor of the group", $"{{signed-in tie}}|{HiddenTie}|{OfTheGroup}|{OfItsContacts}|\"women\":3,\"men\":41|\"women\":31,\"men\":2" },
        { "coordinator of 33", CoordinatorOf33 },
    };

    [Theory]
    [MemberData(nameof(Audiences))]
    public async Task An_audience_finds_the_secrets_it_may_know_and_no_other(string who, string may)
    {
        var (client, account) = await planted.Server.MemberAsync(await GrantOfAsync(who));
        using var _ = client;
        await FindsAsync(client, account, may);
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
        var granted = may.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Filled).ToHashSet(StringComparer.Ordinal);
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

    private string Filled(string secret) => secret.StartsWith('{') ? planted.Ids[secret.Trim('{', '}')] : secret;

    private async Task<GrantDraft> GrantOfAsync(string who) => who switch
    {
        "mediator" => new GrantDraft { Role = "mediator", Region = "33" },
        "coordinator of 33" => new GrantDraft { Role = "coordinator", Region = "33" },
        "editor of the company" => new GrantDraft { Role = "organization_editor", Organization = await planted.CompanyAsync() },
        _ => new GrantDraft { Role = "organization_editor", Organization = planted.Ids[who.Split(' ')[^1]] },
    };
}
