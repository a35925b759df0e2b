using NetworkMap.Domain;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Answering;

/// <summary>What the sides of a tie say of it, when, and how that is known, as sentences.</summary>
public static class StatementSentences
{
    private static readonly Sentence Both = new("Menurut sumber data ini, kedua pihak menyatakan hubungan ini benar pada {day}.", "According to the source of this record, both sides said on {day} that this tie is right.");
    private static readonly Sentence Nobody = new("Belum ada pihak yang menyatakan hubungan ini.", "Neither side has said anything about this tie yet.");
    private static readonly Sentence Silent = new("{name} belum menyatakan apa pun.", "{name} has not said anything yet.");
    private static readonly Sentence Confirmed = new("{name} menyatakan hubungan ini benar pada {day}{how}.", "{name} said on {day} that this tie is right{how}.");
    private static readonly Sentence Disputed = new("{name} membantah hubungan ini pada {day}{how}.", "{name} denied this tie on {day}{how}.");
    private static readonly Sentence Ended = new("{name} menyatakan pada {day} bahwa hubungan ini berakhir {until}{how}.", "{name} said on {day} that this tie ended on {until}{how}.");
    private static readonly Sentence Why = new(" Alasannya: “{reason}”", " The reason given: “{reason}”");
    private static readonly Sentence Source = new(", menurut sumber data ini", ", according to the source of this record");
    private static readonly Sentence Told = new(", menurut {word}", ", on the word of {word}");
    private static readonly Sentence Link = new(", lewat tautan", ", by a link");
    private static readonly Sentence LinkOf = new(", lewat tautan yang dijawab {word}", ", by a link that {word} answered");
    private static readonly Sentence Waiting = new("; tautannya disampaikan oleh {other}, jadi belum dihitung sebelum diterima pengelola data", "; the link was passed on by {other}, so it does not count before a steward accepts it");
    private static readonly Sentence PassedOn = new("; tautannya disampaikan oleh {other}", "; the link was passed on by {other}");
    private static readonly Sentence Accepted = new("; tautannya disampaikan oleh {other}, dan pengelola data menerimanya pada {accepted}", "; the link was passed on by {other}, and a steward accepted the answer on {accepted}");

    /// <summary>One sentence for each side that said something; of a tie that waits also who has said nothing. Two plain confirmations of one day by a source are one sentence.</summary>
    public static IReadOnlyList<string> Of(Tie tie, Telling telling)
    {
        var (from, to) = tie.Statements;
        return from is { Says: TieWord.Confirmed, Way: StatementWay.Source } && from == to ? [Both.In(telling.Language, ("day", from.Day))]
            : (from ?? to) is null ? tie.Status == TieStatus.Proposed ? [Nobody.In(telling.Language)] : []
            : [.. Enum.GetValues<TieSide>().Where(side => tie.Statements[side] is not null || tie.Status == TieStatus.Proposed).Select(side => Of(tie, side, telling))];
    }

    /// <summary>What one side says, or that it has said nothing.</summary>
    public static string Of(Tie tie, TieSide side, Telling telling)
    {
        var (name, other) = side == TieSide.From ? (Name(tie.From, telling), Name(tie.To, telling)) : (Name(tie.To, telling), Name(tie.From, telling));
        if (tie.Statements[side] is not { } said)
        {
            return Silent.In(telling.Language, ("name", name));
        }

        var sentence = said.Says switch { TieWord.Confirmed => Confirmed, TieWord.Disputed => Disputed, _ => Ended };
        var told = sentence.In(telling.Language, ("name", name), ("day", said.Day), ("until", said.Until), ("how", How(said, other, telling.Language)));
        return said.Reason is { } reason ? told + Why.In(telling.Language, ("reason", reason)) : told;
    }

    private static string How(TieStatement said, string other, Language language)
    {
        var how = (said.Way, said.Word) switch
        {
            (StatementWay.Source, _) => Source,
            (StatementWay.Product, null) => null,
            (StatementWay.Product, _) => Told,
            (_, null) => Link,
            _ => LinkOf,
        };
        var passed = said.Way != StatementWay.LinkProposerPassedOn ? null : said.Waits ? Waiting : said.Accepted is null ? PassedOn : Accepted;
        return how?.In(language, ("word", said.Word)) + passed?.In(language, ("other", other), ("accepted", said.Accepted));
    }

    private static string Name(OrganizationId id, Telling telling) => telling.Graph.Organization(id)!.Name;
}
