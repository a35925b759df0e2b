using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Server.Answering;

/// <summary>How the author of a change is called: a steward hears the account, everybody else only that it was a steward.</summary>
public static class Authorship
{
    /// <summary>The name.</summary>
    public static string By(Attribution attribution, Audience audience) =>
        audience == Audience.Steward || attribution.Author == Provenance.Seed ? attribution.Author : Provenance.Steward;
}
