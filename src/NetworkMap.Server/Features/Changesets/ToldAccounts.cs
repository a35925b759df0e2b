using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Storage;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>Accounts in what changes say, as a person reads them: an author who erased her account is told as that, and whose right was given or taken back is told by her name. Names are told to nobody who is
/// not told the account itself.</summary>
internal static class ToldAccounts
{
    private const string Grant = "grant";
    private static readonly Sentence Erased = new("akun yang sudah dihapus", "an account that was erased");
    private static readonly Sentence Nameless = new("akun tanpa nama", "an account without a name");

    /// <summary>The changes, told so.</summary>
    internal static async Task<IReadOnlyList<ChangesetAnswer>> ToldAsync(HttpContext context, IEnumerable<ChangesetAnswer> changes)
    {
        var all = changes.ToList();
        try
        {
            var known = new Dictionary<string, AccountName?>(StringComparer.Ordinal);
            for (var i = 0; i < all.Count; i++)
            {
                all[i] = await ToldAsync(context, all[i], known);
            }
        }
        catch (StoreFailedException)
        {
            // The store is away: the history is told from memory, and accounts as they were written.
        }

        return all;
    }

    private static async Task<ChangesetAnswer> ToldAsync(HttpContext context, ChangesetAnswer change, Dictionary<string, AccountName?> known)
    {
        var (summary, elements, language) = (change.Summary, change.Elements, context.LanguageOf());
        foreach (var account in AccountNames.In(summary).Concat(elements.Where(e => e.Kind == Grant).SelectMany(e => AccountNames.In(e.Name))).Distinct(StringComparer.Ordinal).ToList())
        {
            var name = await FindAsync(account) is { } found ? found.Name ?? Nameless.In(language) : Erased.In(language);
            summary = summary.Replace(account, name, StringComparison.Ordinal);
            elements = [.. elements.Select(e => e.Kind == Grant ? e with { Name = e.Name.Replace(account, name, StringComparison.Ordinal) } : e)];
        }

        // Only a steward hears of other accounts than her own, so only she is told whose are gone.
        var erased = Caller.Of(context).IsSteward && AccountNames.In(change.By).Any() && await FindAsync(change.By) is null;
        return change with { By = erased ? Authorship.Erased : change.By, Summary = summary, Elements = elements };

        async Task<AccountName?> FindAsync(string account) => known.TryGetValue(account, out var found) ? found
            : known[account] = await context.RequestServices.GetRequiredService<AccountNames>().FindAsync(account, context.RequestAborted);
    }
}
