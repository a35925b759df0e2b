using NetworkMap.Domain;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>A file turned out not to be readable in the middle of it. <see cref="FileReader"/> makes a refusal of it; whoever reads rows afterwards sees it only when the file was changed meanwhile.</summary>
public sealed class UnreadableException(Refusal refusal) : Exception(refusal.Code)
{
    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;

    /// <summary>A refusal as an exception.</summary>
    internal static UnreadableException Of(string code, string field, params (string Name, object? Value)[] arguments) => new(Refusal.Of(code, field, arguments));
}
