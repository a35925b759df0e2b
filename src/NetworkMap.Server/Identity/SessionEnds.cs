namespace NetworkMap.Server.Identity;

/// <summary>Tells that somebody signed out, to whatever was opened with that session and lives longer than a request.</summary>
public sealed class SessionEnds
{
    /// <summary>Somebody signed out; the account.</summary>
    public event Action<string>? Ended;

    /// <summary>Says so; the public has no session to end.</summary>
    public void Tell(Caller caller)
    {
        if (caller.Account is { } account)
        {
            Ended?.Invoke(account);
        }
    }
}
