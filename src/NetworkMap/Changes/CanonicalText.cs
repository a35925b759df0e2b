using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>The quick way back from canonical JSON: a start reads more than a million elements. It knows the fields that most elements have, in the order in
/// which they are written; for anything else it gives null, and the general reader reads the element or says what is wrong with it.</summary>
internal static class CanonicalText
{
    internal static ElementDraft? Read(ElementKind kind, ReadOnlySpan<byte> utf8)
    {
        var text = new CanonicalReader(utf8);
        text.Begin();
        ElementDraft? draft = kind switch
        {
            ElementKind.Organization => Organization(ref text),
            ElementKind.Unit => Unit(ref text),
            ElementKind.Place => Place(ref text),
            ElementKind.Service => Service(ref text),
            ElementKind.Tie => Tie(ref text),
            ElementKind.Region => Region(ref text),
            _ => null,
        };
        text.End();
        return text.IsRead ? draft : null;
    }

    private static OrganizationDraft Organization(ref CanonicalReader text) => new()
    {
        Name = text.Text("name"u8),
        OtherNames = text.Words("otherNames"u8),
        Acronym = text.Text("acronym"u8),
        ActorKind = text.Word("actorKind"u8),
        LegalForm = text.Word("legalForm"u8),
        LegalStatus = text.Word("legalStatus"u8),
        Mediates = text.Truth("mediates"u8),
        Purpose = text.Text("purpose"u8),
        Region = text.Word("region"u8),
        Precision = text.Word("precision"u8),
        Issues = text.Words("issues"u8),
        Sectors = text.Words("sectors"u8),
        Offers = text.Words("offers"u8),
        Needs = text.Words("needs"u8),
        Languages = text.Words("languages"u8),
        Website = text.Text("website"u8),
        Members = text.Counts("members"u8),
        Founded = text.Number("founded"u8),
        Retired = text.Date("retired"u8),
        Id = text.Text("id"u8),
        Provenance = text.Provenance(),
        Sealed = text.Text("sealed"u8),
    };

    private static UnitDraft Unit(ref CanonicalReader text) => new()
    {
        Organization = text.Text("organization"u8),
        Name = text.Text("name"u8),
        UnitKind = text.Word("unitKind"u8),
        Parent = text.Text("parent"u8),
        Region = text.Word("region"u8),
        Members = text.Counts("members"u8),
        Id = text.Text("id"u8),
        Provenance = text.Provenance(),
        Sealed = text.Text("sealed"u8),
    };

    private static PlaceDraft Place(ref CanonicalReader text) => new()
    {
        Organization = text.Text("organization"u8),
        Unit = text.Text("unit"u8),
        Name = text.Text("name"u8),
        Region = text.Word("region"u8),
        Point = text.Point("point"u8),
        Precision = text.Word("precision"u8),
        Home = text.Truth("home"u8),
        Main = text.Truth("main"u8),
        Address = text.Text("address"u8),
        Id = text.Text("id"u8),
        Provenance = text.Provenance(),
        Sealed = text.Text("sealed"u8),
    };

    private static ServiceDraft Service(ref CanonicalReader text) => new()
    {
        Organization = text.Text("organization"u8),
        Name = text.Text("name"u8),
        Description = text.Text("description"u8),
        Status = text.Word("status"u8),
        Functions = text.Words("functions"u8),
        Pillars = text.Words("pillars"u8),
        Issues = text.Words("issues"u8),
        Terms = text.Words("terms"u8),
        Areas = Areas(ref text),
        Capacity = text.Number("capacity"u8),
        Used = text.Number("used"u8),
        Schedule = text.Word("schedule"u8),
        Eligibility = text.Word("eligibility"u8),
        Cost = text.Word("cost"u8),
        Languages = text.Words("languages"u8),
        Accessibility = text.Word("accessibility"u8),
        Valid = text.Interval("valid"u8),
        Id = text.Text("id"u8),
        Provenance = text.Provenance(),
    };

    private static List<ServiceAreaDraft>? Areas(ref CanonicalReader text)
    {
        if (!text.Has("areas"u8))
        {
            return null;
        }

        var areas = new List<ServiceAreaDraft>();
        text.Take((byte)'[');
        do
        {
            text.Begin();
            areas.Add(new ServiceAreaDraft { Region = text.Word("region"u8), WithSubregions = text.Truth("withSubregions"u8), Valid = text.Interval("valid"u8) });
            text.End();
        }
        while (text.Next((byte)','));
        text.Take((byte)']');
        return areas;
    }

    private static TieDraft Tie(ref CanonicalReader text) => new()
    {
        Type = text.Word("type"u8),
        From = text.Text("from"u8),
        To = text.Text("to"u8),
        Service = text.Text("service"u8),
        Status = text.Word("status"u8),
        Strength = text.Number("strength"u8),
        Audience = text.Word("audience"u8),
        Valid = text.Interval("valid"u8),
        ConfirmedFrom = text.Date("confirmedFrom"u8),
        ConfirmedTo = text.Date("confirmedTo"u8),
        Statements = Statements(ref text),
        OnSource = text.Word("onSource"u8),
        Id = text.Text("id"u8),
        Provenance = text.Provenance(),
        Sealed = text.Text("sealed"u8),
    };

    private static List<TieStatementDraft>? Statements(ref CanonicalReader text)
    {
        if (!text.Has("statements"u8))
        {
            return null;
        }

        var statements = new List<TieStatementDraft>(2);
        text.Take((byte)'[');
        do
        {
            text.Begin();
            statements.Add(new TieStatementDraft
            {
                Side = text.Word("side"u8), Says = text.Word("says"u8), Day = text.Date("day"u8), Way = text.Word("way"u8), Until = text.Date("until"u8), Accepted = text.Date("accepted"u8),
            });
            text.End();
        }
        while (text.Next((byte)','));
        text.Take((byte)']');
        return statements;
    }

    private static RegionDraft Region(ref CanonicalReader text) => new()
    {
        Name = text.Text("name"u8),
        RegionKind = text.Word("regionKind"u8),
        Bps = text.Text("bps"u8),
        Point = text.Point("point"u8),
        Id = text.Word("id"u8),
        Provenance = text.Provenance(),
    };
}
