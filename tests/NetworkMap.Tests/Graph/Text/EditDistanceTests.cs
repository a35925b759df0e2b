using FsCheck.Xunit;
using NetworkMap.Graph.Text;

namespace NetworkMap.Tests.Graph.Text;

public sealed class EditDistanceTests
{
    [Property(MaxTest = 2000)]
    public void The_distance_is_that_of_the_whole_table(int one, int other, byte most)
    {
        var (a, b) = (Word(one), Word(other));
        var limit = most % 4;
        var table = Table(a, b);

        Assert.Equal(Math.Min(table[a.Length, b.Length], limit + 1), EditDistance.Between(a, b, limit));
        Assert.Equal(Math.Min(Enumerable.Range(0, b.Length + 1).Min(j => table[a.Length, j]), limit + 1), EditDistance.ToBegin(a, b, limit));
    }

    [Theory]
    [InlineData("yasanti", "yasnti", 1)]
    [InlineData("yasanti", "yaasanti", 1)]
    [InlineData("yasanti", "yasamti", 1)]
    [InlineData("yasanti", "yasatni", 1)]
    [InlineData("yasanti", "yasanti", 0)]
    [InlineData("ca", "abc", 3)]
    public void A_letter_more_less_other_or_swapped_is_one_edit_and_no_place_is_edited_twice(string one, string other, int distance) =>
        Assert.Equal(distance, EditDistance.Between(one, other, 3));

    [Property(MaxTest = 500)]
    public void The_lexicon_finds_every_word_that_is_near_and_no_other(int[] numbers, int typed, bool begun)
    {
        var lexicon = new Lexicon();
        var words = numbers.Select(Word).Where(w => w.Length > 0).Distinct().ToList();
        Assert.Equal(Enumerable.Range(0, words.Count), words.Select(lexicon.FindOrAdd));
        Assert.Equal(Enumerable.Range(0, words.Count), words.Select(lexicon.FindOrAdd));
        var word = Word(typed);

        var near = lexicon.NearTo(word, 1, begun).Select(n => lexicon[n.Word]);

        Assert.Equal(words.Where(w => Table(word, w)[word.Length, w.Length] <= 1 || (begun && w.Length > word.Length && Enumerable.Range(0, w.Length + 1).Min(j => Table(word, w)[word.Length, j]) <= (word.Length < 4 ? 0 : 1))), near);
    }

    /// <summary>Up to nine letters out of four, and a digit.</summary>
    private static string Word(int number)
    {
        var random = new Random(number);
        return string.Concat(Enumerable.Range(0, random.Next(10)).Select(_ => "abct2"[random.Next(5)]));
    }

    private static int[,] Table(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table;
    }
}
