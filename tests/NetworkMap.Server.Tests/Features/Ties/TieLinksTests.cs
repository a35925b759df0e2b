using NetworkMap.Domain;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Features.Ties;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Features.Ties;

/// <summary>A code is good for one side of one tie as it stands, for two weeks.</summary>
public sealed class TieLinksTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TieLinks Links = new(Master(1));

    [Fact]
    public void A_code_names_what_it_was_made_for_and_fits_until_its_time_is_over()
    {
        var code = Links.Make(Tie(), TieSide.To, passedOn: true, Now);
        Assert.Equal(new TieLinks.Named(Tie().Id, TieSide.To, PassedOn: true, Now + TieLinks.Lifetime), TieLinks.Read(code));
        Assert.True(Links.Fits(code, Tie(), Now));
        Assert.True(Links.Fits(code, Tie(), Now + TieLinks.Lifetime - TimeSpan.FromSeconds(1)));
        Assert.False(Links.Fits(code, Tie(), Now + TieLinks.Lifetime));
    }

    [Fact]
    public void A_code_with_any_letter_changed_added_or_cut_off_fits_nothing()
    {
        var code = Links.Make(Tie(), TieSide.From, passedOn: true, Now);
        for (var i = 0; i < code.Length; i++)
        {
            Assert.False(Links.Fits(code[..i], Tie(), Now));
            foreach (var letter in "Aa0-_ *%".Where(l => l != code[i]))
            {
                var changed = code[..i] + letter + code[(i + 1)..];
                Assert.False(Links.Fits(changed, Tie(), Now), $"{changed} for {code}");
            }
        }

        Assert.False(Links.Fits(code + "A", Tie(), Now));
        Assert.Null(TieLinks.Read(null));
        Assert.Null(TieLinks.Read(new string('_', code.Length)));
    }

    [Fact]
    public void A_code_dies_with_what_its_side_said_with_what_the_tie_is_and_with_the_key()
    {
        var code = Links.Make(Tie(), TieSide.To, passedOn: false, Now);
        var said = new TieStatement(TieWord.Confirmed, new DateOnly(2026, 3, 2), StatementWay.Link);
        Assert.False(Links.Fits(code, Stated(new TieStatements(null, said)), Now));
        Assert.True(Links.Fits(code, Stated(new TieStatements(said, null)), Now), "What the other side says takes nothing from it.");
        Assert.True(Links.Fits(code, Tie() with { Strength = 4, Version = 7 }, Now), "An edit takes nothing from it.");
        Assert.False(Links.Fits(code, Tie() with { Type = Code.Of("funds") }, Now));
        Assert.False(Links.Fits(code, Tie() with { To = new OrganizationId(Guid.NewGuid()) }, Now));
        Assert.False(Links.Fits(code, Tie() with { Service = new ServiceId(Guid.NewGuid()) }, Now));
        Assert.False(Links.Fits(code, Tie() with { Id = new TieId(Guid.NewGuid()) }, Now));
        Assert.False(new TieLinks(Master(2)).Fits(code, Tie(), Now));
    }

    [Fact]
    public void The_code_of_one_side_is_not_that_of_the_other_and_an_answer_tells_how_it_came()
    {
        var codes = new[] { (TieSide.From, false), (TieSide.From, true), (TieSide.To, false), (TieSide.To, true) }.Select(c => Links.Make(Tie(), c.Item1, c.Item2, Now)).ToList();
        Assert.Equal(4, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([StatementWay.Link, StatementWay.LinkProposerPassedOn, StatementWay.Link, StatementWay.LinkProposerPassedOn], codes.Select(c => TieLinks.Read(c)!.Way));

        // The name of one with the signature of another.
        Assert.False(Links.Fits(codes[3][..33] + codes[2][33..], Tie(), Now));
    }

    private static MasterKey Master(byte number) => new([.. Enumerable.Repeat(number, MasterKey.Size)]);

    private static Tie Stated(TieStatements statements) => Tie() with { Details = new TieDetails(null, null, statements, null, null, null) };

    private static Tie Tie() => new()
    {
        Id = new TieId(new Guid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8)), Type = Code.Of("supports"), From = new OrganizationId(new Guid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), To = new OrganizationId(new Guid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)),
        Status = TieStatus.Proposed, Audience = TieAudience.Public, Provenance = new Provenance("a test", null, "test", null, Unverified: false, Example: false),
    };
}
