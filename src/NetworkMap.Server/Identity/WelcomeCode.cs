using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NetworkMap.Server.Identity;

/// <summary>The steward's link of a new installation: shown once, kept only as a hash, used up by pressing its button.</summary>
public sealed class WelcomeCode(string file)
{
    private readonly Lock used = new();

    private sealed record Kept(string Hash, bool Used);

    /// <summary>The code of a data folder.</summary>
    public static WelcomeCode In(string data) => new(Path.Combine(data, "welcome.json"));

    /// <summary>A new code when there never was one, else null.</summary>
    public string? MakeFirst() => File.Exists(file) ? null : Make();

    /// <summary>A new code; an earlier one no longer works.</summary>
    public string Make()
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Write(new Kept(HashOf(code), Used: false));
        return code;
    }

    /// <summary>True when the code is right and still to be used.</summary>
    public bool IsOpen(string code)
    {
        var kept = File.Exists(file) ? JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(file)) : null;
        return kept is { Used: false } && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(kept.Hash), Encoding.ASCII.GetBytes(HashOf(code)));
    }

    /// <summary>Uses the code up; false when it is wrong or was used before.</summary>
    public bool Use(string code)
    {
        lock (used)
        {
            if (!IsOpen(code))
            {
                return false;
            }

            Write(new Kept(HashOf(code), Used: true));
            return true;
        }
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private void Write(Kept kept)
    {
        var fresh = $"{file}.{Guid.NewGuid():N}";
        File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(kept));
        File.Move(fresh, file, overwrite: true);
    }
}
