using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.People;

/// <summary>What the holders of accounts call themselves. It is told of exactly the accounts that the asker is told of elsewhere: her own, those whose rights she sees, and for who keeps everything, or says who may
/// do what, all of them.</summary>
public static class ListPeople
{
    private const int MostTold = 500;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("", async (HttpContext context, AccountVault vault) =>
    {
        var asking = Asking.Of(context);
        var told = AccountsToldTo(asking);
        var people = told.Count == 0 ? [] : (await vault.ListAsync<Account>(null, context.RequestAborted)).Where(a => KnowsAll(asking.Caller) || told.Contains(a.Id))
            .Select(a => (Account: a.Id, Name: string.IsNullOrWhiteSpace(a.Value.Name) ? null : a.Value.Name));
        return Answers.Fleeting(context, new { items = people.OrderBy(p => p.Name is null).ThenBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.Account, StringComparer.Ordinal).Take(MostTold).Select(p => new { account = p.Account, name = p.Name }).ToList() });
    }).WithSummary("What the holders of the accounts call themselves that the asker is told of.")
        .Gives("""{"items":[{"account":"account-1a2b3c4d5e6f7081","name":"Sari"}]}""", about: "Her own account, those whose rights she sees, and for stewards of everything and administrators all of them. Without a `name` nobody gave one. An account that is not here was erased.");

    private static bool KnowsAll(Caller caller) => caller.Audience == Audience.Steward || caller.Audience.Administers;

    private static HashSet<string> AccountsToldTo(Asking asking)
    {
        var told = asking.Caller.Account is null ? [] : asking.Graph.All(ElementKind.Grant).Cast<Grant>().Select(g => g.Account).ToHashSet(StringComparer.Ordinal);
        if (asking.Caller.Account is { } own)
        {
            told.Add(own);
        }

        return told;
    }
}
