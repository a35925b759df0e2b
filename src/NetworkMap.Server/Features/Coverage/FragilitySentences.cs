using NetworkMap.Domain.Organizations;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>How it is told what would break, in both languages.</summary>
internal static class FragilitySentences
{
    private static readonly Sentence Leaves = new("Kalau {name} keluar", "If {name} leaves");
    private static readonly Sentence Ends = new("Kalau hubungan {from} dengan {to} berakhir", "If the tie between {from} and {to} ends");

    private static readonly Sentence WithoutOffice = new(
        "{groups} organisasi pekerja rumahan{where} tidak lagi terhubung dengan kantor pemerintah mana pun",
        "{groups} home {groups:workers' organization|workers' organizations}{where} {groups:has|have} no link to any government office any more");

    private static readonly Sentence Groups = new(
        "{groups} organisasi pekerja rumahan{where} terputus dari jaringan selebihnya", "{groups} home {groups:workers' organization|workers' organizations}{where} {groups:is|are} cut off from the rest of the network");

    private static readonly Sentence Others = new("{count} organisasi terputus dari jaringan selebihnya", "{count} {count:organization is|organizations are} cut off from the rest of the network");

    private static readonly Sentence OneWithoutOffice = new("{only}{where} tidak lagi terhubung dengan kantor pemerintah mana pun", "{only}{where} has no link to any government office any more");

    private static readonly Sentence OneCutOff = new("{only}{where} terputus dari jaringan selebihnya", "{only}{where} is cut off from the rest of the network");

    private static readonly Sentence Where = new(" di {places}", " in {places}");

    private static readonly Sentence Alone = new("Tanpa {name}, tidak ada lagi yang melayani {cells}.", "Without {name}, nobody serves {cells} any more.");

    private static readonly Sentence Nothing = new("Kalau {name} keluar, jaringan yang tercatat tidak terputus, dan tidak ada wilayah yang kehilangan satu-satunya layanan.", "If {name} leaves, the network on record stays together, and no region loses its only service.");

    internal static string Of(FragileOrganization fragile, Telling telling) => Of(Leaves.In(telling.Language, ("name", fragile.Organization.Name)), fragile.Loss, [.. fragile.Regencies.Select(r => r.Name)], fragile.Only, telling);

    internal static string Of(FragileTie fragile, Telling telling) => Of(Ends.In(telling.Language, ("from", fragile.From.Name), ("to", fragile.To.Name)), fragile.Loss, [], null, telling);

    internal static string Of(SoleProvider provider, Telling telling) => Of(provider.Organization, provider.Cells, telling);

    internal static string Of(OrganizationLoss loss, Telling telling)
    {
        var (apart, cells) = (loss.Loss != default, loss.Cells.Count > 0);
        if (!apart && !cells)
        {
            return Nothing.In(telling.Language, ("name", loss.Organization.Name));
        }

        var told = apart ? Of(Leaves.In(telling.Language, ("name", loss.Organization.Name)), loss.Loss, [], OnlyOf(loss), telling) : null;
        return string.Join(' ', new[] { told, cells ? Of(loss.Organization, loss.Cells, telling) : null }.OfType<string>());
    }

    private static Organization? OnlyOf(OrganizationLoss loss) => (loss.WithoutOffice, loss.CutOff) switch
    {
        ([var only], _) => only,
        ([], [var only]) => only,
        _ => null,
    };

    private static string Of(Organization organization, IReadOnlyList<LostCell> cells, Telling telling) => Alone.In(
        telling.Language,
        ("name", organization.Name),
        ("cells", cells.Select(c => CoverageSentences.Cell(c.Term, c.Region, telling)).ToList()));

    private static string Of(string when, Loss loss, List<string> places, Organization? only, Telling telling)
    {
        var where = places.Count == 0 ? "" : Where.In(telling.Language, ("places", places));
        var sentence = (loss, only) switch
        {
            ({ WithoutOffice: > 0 }, { }) => OneWithoutOffice,
            ({ WithoutOffice: > 0 }, null) => WithoutOffice,
            (_, { }) => OneCutOff,
            ({ Groups: > 0 }, null) => Groups,
            _ => Others,
        };
        var groups = loss.WithoutOffice > 0 ? loss.WithoutOffice : loss.Groups;
        return $"{when}, {sentence.In(telling.Language, ("groups", groups), ("count", loss.CutOff), ("where", where), ("only", only?.Name))}.";
    }
}
