using System.Text;
using Microsoft.AspNetCore.Identity;
using NetworkMap.Domain.Organizations;

namespace NetworkMap.Server.Identity;

/// <summary>A sign-in name however it is typed: letters without case, a telephone number in its one form, so that 0812-3456-7890 and +62 812 3456 7890 are the same.</summary>
public sealed class SignInName : ILookupNormalizer
{
    /// <summary>The longest one, in UTF-16 units.</summary>
    public const int Limit = 200;

    /// <summary>The one form; null for nothing.</summary>
    public static string? Fold(string? written)
    {
        if (string.IsNullOrWhiteSpace(written) || written.Length > Limit)
        {
            return null;
        }

        return PhoneNumber.Read(written) ?? written.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    /// <inheritdoc/>
    public string? NormalizeName(string? name) => Fold(name);

    /// <inheritdoc/>
    public string? NormalizeEmail(string? email) => Fold(email);
}
