using System.Globalization;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Server.Exchange.Tables;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Exchange.OpenReferral;

/// <summary>Elements as rows of the tables of HSDS. What is no column there is an attribute with its term, or is left out (decision 27).</summary>
/// <param name="selection">The projection of whoever asks, and the language of labels.</param>
/// <param name="home">The address of this installation.</param>
internal sealed class HsdsRows(Selection selection, string home)
{
    private const string Physical = "physical";

    private bool IsEnglish => selection.Language == Language.English;

    internal object?[] Of(Organization o) =>
    [
        o.Id.ToString(), o.Name, o.OtherNames.IsEmpty ? null : CellText.Join(o.OtherNames), o.Acronym, o.Purpose ?? "", o.Website, o.Founded,
        o.LegalStatus == LegalStatus.Unknown ? null : Names<LegalStatus>.Of(o.LegalStatus), $"{home}/organisasi/{o.Id}",
    ];

    internal object?[] Of(Service s) =>
    [
        s.Id.ToString(), s.Organization.ToString(), s.Name, s.Description, $"{home}/layanan/{s.Id}", HsdsStatus.Of(s.Status), s.Cost, s.Eligibility, s.Provenance.LastVerified,
    ];

    internal object?[] Of(Place p) => [p.Id.ToString(), Physical, p.Organization.ToString(), p.Name, p.Point?.Latitude, p.Point?.Longitude];

    /// <summary>Where a place is, as far down as is told: the specification wants every line of it, so that what is not told is empty.</summary>
    internal object?[] AddressOf(Place p) =>
    [
        HsdsIds.Of("address", p.Id.ToString()), p.Id.ToString(), p.Address ?? "", NameAt(p.Region, RegionLevel.Village), NameAt(p.Region, RegionLevel.Regency) ?? "", NameAt(p.Region, RegionLevel.District),
        NameAt(p.Region, RegionLevel.Province) ?? "", "", "ID", Physical,
    ];

    /// <summary>The place at which who gives a service is reached: the main one, or the only one. Where a service is given itself is told by its areas alone.</summary>
    internal Place? PlaceOf(Service service)
    {
        var all = selection.Graph.PlacesOf(service.Organization).ToList();
        return all.Find(p => p.Main) ?? (all is [var only] ? only : null);
    }

    internal object?[] Of(Service service, Place at) =>
    [
        HsdsIds.OfServiceAt(service.Id, at.Id), service.Id.ToString(), at.Id.ToString(),
        IsEnglish ? "Where the organization is that gives it; where it is given is told by its areas." : "Tempat organisasi yang memberikannya; di mana layanan diberikan tertera pada wilayahnya.",
    ];

    internal IEnumerable<object?[]> AreasOf(Service service) => selection.AreasOf(service).Select(a => new object?[]
    {
        HsdsIds.Of("service_area", service.Id.ToString(), a.Region.Value, Day(a.Valid.From), Day(a.Valid.Until)), service.Id.ToString(), a.Region.Value, "kemendagri", selection.NameOf(a.Region),
        !a.WithSubregions ? null : IsEnglish ? "With everything below it." : "Termasuk semua wilayah di bawahnya.",
    });

    internal IEnumerable<object?[]> SchedulesOf(Service s)
    {
        if (s.Schedule is not null || s.Valid != Interval.Always)
        {
            yield return [HsdsIds.Of("schedule", s.Id.ToString()), s.Id.ToString(), s.Valid.From, s.Valid.Until, s.Schedule];
        }
    }

    internal IEnumerable<object?[]> LanguagesOf(Service s) => s.Languages.Select(l => new object?[] { HsdsIds.Of("language", s.Id.ToString(), l), s.Id.ToString(), l });

    internal object?[] Of(Code taxonomy)
    {
        var name = TaxonomyWords.Of(taxonomy.Value, selection.Language);
        return [HsdsIds.OfTaxonomy(taxonomy), name, IsEnglish ? $"The list “{name}” of this network." : $"Daftar “{name}” dari jaringan ini.", $"{home}/api/taxonomies/{taxonomy.Value}"];
    }

    internal object?[] Of(Term t) =>
    [
        HsdsIds.OfTerm(t.Taxonomy, t.Code), t.Code.Value, IsEnglish ? t.LabelEn : t.LabelId, (IsEnglish ? t.DescriptionEn : t.DescriptionId) ?? "", t.Parent is { } parent ? HsdsIds.OfTerm(t.Taxonomy, parent) : null,
        t.Taxonomy.Value, IsEnglish ? "en" : "id", HsdsIds.OfTaxonomy(t.Taxonomy),
    ];

    /// <summary>The terms of an organization that are shown, each with the field in which it stands.</summary>
    internal IEnumerable<(string Field, Term Term)> TermsOf(Organization o) => Shown(
    [
        ("kind", Taxonomy.ActorKind, [o.ActorKind]), ("legal_form", Taxonomy.LegalForm, o.LegalForm is { } form ? [form] : []), ("issue", Taxonomy.Issue, o.Issues), ("sector", Taxonomy.Sector, o.Sectors),
        ("offers", Taxonomy.Skill, o.Offers), ("needs", Taxonomy.Skill, o.Needs),
    ]);

    /// <inheritdoc cref="TermsOf(Organization)"/>
    internal IEnumerable<(string Field, Term Term)> TermsOf(Service s) => Shown(
    [
        ("service_term", Taxonomy.ServiceTerm, s.Terms), ("function", Taxonomy.HsoFunction, s.Functions), ("pillar", Taxonomy.Pillar, s.Pillars), ("issue", Taxonomy.Issue, s.Issues),
    ]);

    /// <summary>A term as an attribute of what it is said of.</summary>
    /// <param name="table">Of which table that is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="said">The field and the term.</param>
    internal static object?[] Attribute(HsdsTable table, string id, (string Field, Term Term) said) =>
        [HsdsIds.Of("attribute", id, said.Field, said.Term.Code.Value), id, HsdsIds.OfTerm(said.Term.Taxonomy, said.Term.Code), said.Field, table.Name];

    private IEnumerable<(string Field, Term Term)> Shown(IEnumerable<(string Field, Code Taxonomy, IEnumerable<Code> Codes)> said) =>
        said.SelectMany(s => s.Codes.Distinct().Select(c => (s.Field, Term: selection.Graph.Term(s.Taxonomy, c)))).Where(s => s.Term is not null).Select(s => (s.Field, s.Term!));

    private string? NameAt(RegionCode region, RegionLevel level) => level <= region.Level ? selection.NameOf(region.At(level)) : null;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
