using System.Text.RegularExpressions;

namespace NetworkMap.Server.Identity;

/// <summary>What the holder of an account calls herself.</summary>
public sealed record AccountName(string Account, string? Name);

/// <summary>How accounts are called. An account is a pseudonym that means nothing to a person; whoever is told one is told the name that its holder chose for others.</summary>
public sealed partial class AccountNames(AccountUsers accounts)
{
    /// <summary>The accounts that a text names.</summary>
    public static IEnumerable<string> In(string text) => Ids().Matches(text).Select(m => m.Value);

    /// <summary>The one of an account; null when it is not there, or not any more.</summary>
    public async Task<AccountName?> FindAsync(string account, CancellationToken cancellation) =>
        await accounts.FindByIdAsync(account, cancellation) is { } found ? new AccountName(found.Id, string.IsNullOrWhiteSpace(found.Name) ? null : found.Name) : null;

    [GeneratedRegex(@"\b(account|steward)-[0-9a-f]{16}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}
