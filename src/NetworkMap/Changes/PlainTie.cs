using NetworkMap.Domain;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>A tie straight from its canonical text, without the draft and its texts: five of six elements of a large network are ties. It takes what
/// <see cref="TieDraft.Check"/> would take as it stands; for anything else (an agreement, a supply, a sealed note, whatever is not valid) it gives null, and the
/// draft is read, which knows the rest and says what is wrong.</summary>
internal static class PlainTie
{
    internal static Tie? Read(ReadOnlySpan<byte> utf8)
    {
        var text = new CanonicalReader(utf8);
        text.Begin();
        var hasType = Code.TryParse(text.Word("type"u8), out var type);
        var (from, to, service) = (text.Id("from"u8), text.Id("to"u8), text.Id("service"u8));
        var hasStatus = Names<TieStatus>.TryParse(text.Word("status"u8) ?? "", out var status);
        var strength = text.Number("strength"u8);
        var hasAudience = Names<TieAudience>.TryParse(text.Word("audience"u8) ?? "", out var audience);
        var checks = new Checks();
        var valid = Interval.Read(checks, "valid", text.Interval("valid"u8));
        var (confirmedFrom, confirmedTo, id) = (text.Date("confirmedFrom"u8), text.Date("confirmedTo"u8), text.Id("id"u8));
        var provenance = Provenance.From(checks, text.Provenance());
        text.End();
        var isWhole = text.IsRead && hasType && hasStatus && hasAudience && from is not null && to is not null && from != to && id is not null
            && strength is null or (>= 1 and <= 5) && checks.Refusals.Count == 0;
        return !isWhole ? null : new Tie
        {
            Id = new TieId(id!.Value),
            Type = type,
            From = new OrganizationId(from!.Value),
            To = new OrganizationId(to!.Value),
            Status = status,
            Strength = (byte)(strength ?? 0),
            Audience = audience,
            Valid = valid,
            Details = service is null && confirmedFrom is null && confirmedTo is null ? null
                : new TieDetails(service is { } s ? new ServiceId(s) : null, null, confirmedFrom, confirmedTo, null, null),
            Provenance = provenance!,
        };
    }
}
