using NetworkMap.Domain;

namespace NetworkMap.Server.Identity;

/// <summary>What a password has to be: long, and none that is tried first. Nothing is asked about capitals or digits (NIST SP 800-63B, 3.1.1.2).</summary>
public static class PasswordRule
{
    /// <summary>The shortest, in characters.</summary>
    public const int Shortest = 12;

    /// <summary>The longest, so that nobody keeps the server busy with hashing.</summary>
    public const int Longest = 256;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512 (OWASP, Password Storage Cheat Sheet: 210,000 or more).</summary>
    public const int Iterations = 210_000;

    /// <summary>As far as likeness to known passwords is looked for; it takes time that grows with the square.</summary>
    private const int Judged = 64;

    /// <summary>What would be guessed within 10^4 seconds at leisure is refused (Wheeler, zxcvbn, USENIX Security 2016: score 2 of 4 withstands guessing over the network).</summary>
    private const int LeastScore = 2;

    /// <summary>What is tried first here, besides the lists of the library, which are of English.</summary>
    private static readonly string[] Local =
    [
        "networkmap", "bismillah", "alhamdulillah", "assalamualaikum", "indonesia", "merdeka", "rahasia", "katasandi", "kata", "sandi", "masuk", "sayang", "sayangku", "cinta", "cintaku", "jakarta", "bandung", "surabaya",
        "semarang", "yogyakarta", "medan", "persib", "garuda", "pancasila", "bapak", "ibu", "anakku", "keluarga", "pekerja", "rumahan", "pengelola", "satu", "dua", "tiga", "empat", "lima", "admin", "jaringan",
    ];

    /// <summary>Why a password of <paramref name="account"/> cannot be this one; null when it can.</summary>
    public static Refusal? Check(string password, Account account)
    {
        var length = new System.Globalization.StringInfo(password).LengthInTextElements;
        if (length < Shortest)
        {
            return Refusal.Of("password_short", "password", ("least", Shortest), ("length", length));
        }

        if (password.Length > Longest)
        {
            return Refusal.Of("password_long", "password", ("limit", Longest));
        }

        string[] hers = [.. new[] { account.Name, account.SignInName }.OfType<string>().SelectMany(t => t.Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Append(t)).Select(t => t.ToLowerInvariant())];
        var judged = password.Length > Judged ? password[..Judged] : password;
        return Zxcvbn.Zxcvbn.MatchPassword(judged, [.. Local, .. hers]).Score < LeastScore ? Refusal.Of("password_common", "password") : null;
    }
}
