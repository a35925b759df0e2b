namespace NetworkMap.Graph;

/// <summary>The read model of the process: the latest snapshot, replaced by one swap. Readers take <see cref="Latest"/> once and stay with it.</summary>
public sealed class NetworkView
{
    private NetworkSnapshot latest = NetworkSnapshot.Empty();

    /// <summary>The newest snapshot.</summary>
    public NetworkSnapshot Latest => Volatile.Read(ref latest);

    /// <summary>Shows the next snapshot to everybody. Only the writer of the process may call this.</summary>
    public void Swap(NetworkSnapshot next) => Volatile.Write(ref latest, next);
}
