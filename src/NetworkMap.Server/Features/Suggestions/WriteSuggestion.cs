using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Suggestions;

/// <summary>What every change of a suggestion shares: it goes the one way in.</summary>
public static class WriteSuggestion
{
    /// <summary>The request. To send and to take back is everybody's, so it is bound by its own rule; to decide is bound by the rights of who does.</summary>
    public sealed record Request(Decision Decide, Attribution Attribution, bool IsSender, bool ConfirmWidening = false) : IRequest<Outcome<Accepted>>;

    internal sealed class Handler(NetworkWriter writer) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) =>
            writer.WriteAsync(new WriteRequest(request.Decide, request.Attribution, request.IsSender, request.ConfirmWidening), cancellationToken);
    }
}
