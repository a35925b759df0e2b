using MediatR;
using NetworkMap.Graph;

namespace NetworkMap.Server.Writing;

/// <summary>The one notification of the house: a changeset is durable and <paramref name="Snapshot"/> shows it. Handlers only take it down and return; publishing waits for nobody.</summary>
public sealed record NetworkChanged(NetworkSnapshot Snapshot, NetworkChange Change) : INotification;
