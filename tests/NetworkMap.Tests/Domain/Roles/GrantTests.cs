using NetworkMap.Domain;
using NetworkMap.Domain.Roles;

namespace NetworkMap.Tests.DomainTests.Roles;

public sealed class GrantTests
{
    private const string Organization = "89ee382d-bde1-874d-9e0c-c112fa646bbd";

    [Theory]
    [InlineData("organization_editor", Organization, null, null)]
    [InlineData("organization_editor", null, null, "organization_missing")]
    [InlineData("organization_editor", Organization, "33", "grant_scope_wrong")]
    [InlineData("mediator", null, "33", null)]
    [InlineData("mediator", null, null, null)]
    [InlineData("coordinator", Organization, null, "grant_scope_wrong")]
    [InlineData("steward", null, "33.74", null)]
    [InlineData("steward", Organization, null, "grant_scope_wrong")]
    [InlineData("administrator", null, null, null)]
    [InlineData("administrator", null, "33", "grant_scope_wrong")]
    [InlineData("owner", null, null, "choice_unknown")]
    [InlineData(null, null, null, "role_missing")]
    public void A_role_is_for_what_it_can_be_for(string? role, string? organization, string? region, string? refused)
    {
        var outcome = new GrantDraft
        {
            Id = Guid.NewGuid().ToString("D"), Account = "akun-1", Role = role, Organization = organization, Region = region, Provenance = new ProvenanceDraft { Source = "a test", AssertedBy = "test" },
        }.Check();

        Assert.Equal(refused, outcome.Refusals.Select(r => r.Code).FirstOrDefault());
    }
}
