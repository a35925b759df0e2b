using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Identity;

/// <summary>What whoever opens a new installation gets, since nobody is there to give it: the data of all, and the say over who may do what. A change like any other, but
/// that the house itself makes it.</summary>
public sealed class FirstGrants(NetworkWriter writer)
{
    private const string Source = "Tautan pengelola dari server ini";

    /// <summary>Gives both to an account, durably, or says why not.</summary>
    public Task<Outcome<Accepted>> GiveAsync(string account, CancellationToken cancellation) => writer.WriteAsync(
        new WriteRequest(Batch.Create([Of(account, Role.Steward), Of(account, Role.Administrator)]), new Attribution(account), OfTheHouse: true), cancellation);

    private static GrantDraft Of(string account, Role role) => new()
    {
        Id = Guid.NewGuid().ToString("D"),
        Account = account,
        Role = Names<Role>.Of(role),
        Provenance = new ProvenanceDraft { Source = Source, AssertedBy = account },
    };
}
