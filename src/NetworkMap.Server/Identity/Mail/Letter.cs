using NetworkMap.Server.Http;

namespace NetworkMap.Server.Identity.Mail;

/// <summary>What a letter is about.</summary>
public enum LetterKind
{
    /// <summary>Whether she reads at an address that she stated.</summary>
    Confirmation,

    /// <summary>The way back into her account.</summary>
    Recovery,

    /// <summary>An invitation, to whom somebody sends it.</summary>
    Invitation,

    /// <summary>Something that concerns the safety of her account.</summary>
    Notice,
}

/// <summary>A letter to be sent: plain text, in words of the catalogue.</summary>
/// <param name="Kind">What about.</param>
/// <param name="To">The address.</param>
/// <param name="Language">In which language.</param>
public sealed record Letter(LetterKind Kind, string To, Language Language)
{
    /// <summary>Where its link leads, on this site.</summary>
    public string Path { get; init; } = "/akun";

    /// <summary>How long that works.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What happened, and when.</summary>
    public (SecurityEvent What, DateTimeOffset At)? Event { get; init; }

    /// <summary>What whoever sends it is called.</summary>
    public string? By { get; init; }
}

/// <summary>The subject and the text of a letter.</summary>
/// <param name="letter">The letter.</param>
/// <param name="address">The whole address of its link.</param>
public delegate (string Subject, string Text) LetterWords(Letter letter, string address);
