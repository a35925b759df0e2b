using System.Security.Cryptography;
using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Server.Identity;
using NetworkMap.Storage;

namespace NetworkMap.Server.Features.PersonalData;

/// <summary>The requests of persons, kept in the account store.</summary>
public sealed class Requests(AccountVault vault, TimeProvider clock)
{
    /// <summary>A closed one is kept for a little more than a year, to show that it was answered, and then goes by itself.</summary>
    private static readonly TimeSpan KeptClosed = TimeSpan.FromDays(400);

    /// <summary>All of them, what was received last first.</summary>
    public async Task<IReadOnlyList<Kept<PersonRequest>>> ListAsync(CancellationToken cancellation) => [.. (await vault.ListAsync<PersonRequest>(null, cancellation)).OrderByDescending(r => r.Value.Received)];

    /// <summary>The one of an id.</summary>
    public Task<Kept<PersonRequest>?> FindAsync(string id, CancellationToken cancellation) => vault.FindAsync<PersonRequest>(id, cancellation);

    /// <summary>Takes one in.</summary>
    public async Task<string> AddAsync(PersonRequest request, CancellationToken cancellation)
    {
        var kept = new Kept<PersonRequest>(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), request);
        await vault.WriteAsync(cancellation, vault.Put(kept));
        return kept.Id;
    }

    /// <summary>Changes one; null when there is none.</summary>
    public Task<Kept<PersonRequest>?> ChangeAsync(string id, Func<PersonRequest, PersonRequest> change, CancellationToken cancellation) => vault.ChangeAsync<PersonRequest>(id, kept =>
    {
        var changed = change(kept.Value);
        return kept with { Value = changed, Until = changed.Closed + KeptClosed };
    }, cancellation);

    /// <summary>Why nothing is to be done for the request that a body names, before anything is: it is not there, and what was done could be noted nowhere. Null when it is, or when none is named.</summary>
    internal async Task<Refusal?> UnknownAsync(JsonObject body, CancellationToken cancellation) =>
        body["request"]?.GetValueKind() == System.Text.Json.JsonValueKind.String && await FindAsync(body["request"]!.GetValue<string>(), cancellation) is null ? Refusal.Of("element_unknown", "request") : null;

    /// <summary>Adds what was done; nothing when no request is named.</summary>
    public async Task StepAsync(string? id, string by, string what, string? element, string? note, CancellationToken cancellation)
    {
        if (id is not null)
        {
            await ChangeAsync(id, r => r with { Steps = [.. r.Steps, new RequestStep(clock.GetUtcNow(), by, what, element, note)] }, cancellation);
        }
    }

    /// <summary>Removes one, with all that it says.</summary>
    public Task<AccountWrite> RemoveAsync(string id, CancellationToken cancellation) => vault.WriteAsync(cancellation, AccountVault.Remove<PersonRequest>(id));

    /// <summary>A new one, as somebody wrote it down.</summary>
    internal Outcome<PersonRequest> Read(JsonObject body, string by)
    {
        var checks = new Checks();
        Http.StatedFields.TakeOnly(checks, body, "what", "received", "name", "reach", "asks");
        var now = clock.GetUtcNow();
        var text = Http.StatedFields.Stated(checks, body, "received");
        var received = now;
        if (text is not null && !DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out received))
        {
            checks.Refuse("date_malformed", "received", ("value", text));
        }

        checks.Require(received <= now, "received_in_future", "received");
        var stated = Http.StatedFields.Stated(checks, body, "what");
        checks.Require(stated is not null, "code_missing", "what");
        return checks.Finish(new PersonRequest(checks.Choice("what", stated, RequestKind.Access), received, checks.Text("name", Http.StatedFields.Stated(checks, body, "name"), 200))
        {
            Reach = checks.OptionalText("reach", Http.StatedFields.Stated(checks, body, "reach"), 300),
            Asks = checks.OptionalText("asks", Http.StatedFields.Stated(checks, body, "asks"), 4000),
            Steps = [new RequestStep(now, by, "received", null, null)],
        });
    }
}
