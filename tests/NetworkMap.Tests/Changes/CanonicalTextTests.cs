using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Changes;

/// <summary>The quick reader of what is stored reads what the general one reads, or leaves it to that.</summary>
public sealed class CanonicalTextTests
{
    [Fact]
    public void It_reads_every_plain_element_of_the_demonstration_network_and_loses_nothing()
    {
        var (quick, all) = (0, 0);
        foreach (var element in Everything().Where(e => e.Ref.Kind is not (ElementKind.Term or ElementKind.Need)))
        {
            var bytes = ElementText.ToBytes(element.ToDraft());
            all++;
            if (CanonicalText.Read(element.Ref.Kind, bytes) is { } draft)
            {
                quick++;
                Assert.Equal(Text(bytes), Text(ElementText.ToBytes(draft)));
            }
        }

        Assert.True(quick > all * 0.9, $"only {quick} of {all} were read");
    }

    [Fact]
    public void A_text_with_any_byte_changed_or_cut_off_is_read_as_the_general_reader_reads_it()
    {
        foreach (var element in Everything().Where(e => e.Ref.Kind is not ElementKind.Region).GroupBy(e => e.Ref.Kind).SelectMany(g => g.Take(5)))
        {
            var bytes = ElementText.ToBytes(element.ToDraft());
            for (var i = 0; i < bytes.Length; i++)
            {
                Compare(element.Ref.Kind, bytes[..i]);
                foreach (var other in ",:{}[]\"\\09 -.e"u8)
                {
                    var changed = bytes.ToArray();
                    changed[i] = other;
                    Compare(element.Ref.Kind, changed);
                }
            }
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"valid\":{}}")]
    [InlineData("{\"strength\":3,\"type\":\"funds\"}")]
    [InlineData("{\"type\":null}")]
    [InlineData("{\"type\":\"funds\"} ")]
    [InlineData("{\"type\":\"a\",\"type\":\"b\"}")]
    [InlineData("{\"from\":\"Bu Sri \u0041\"}")]
    [InlineData("{,\"from\":\"a\"}")]
    [InlineData("{\"strength\":03}")]
    [InlineData("{\"strength\":3.0}")]
    [InlineData("{\"confirmedTo\":\"2026-02-30\"}")]
    public void Texts_at_the_edge_are_read_as_the_general_reader_reads_them(string text) => Compare(ElementKind.Tie, Encoding.UTF8.GetBytes(text));

    private static IEnumerable<Element> Everything() => Enum.GetValues<ElementKind>().SelectMany(DemonstrationNetwork.Snapshot.Full.All);

    private static void Compare(ElementKind kind, byte[] bytes)
    {
        if (CanonicalText.Read(kind, bytes) is not { } quick)
        {
            return;
        }

        Assert.Equal(Text(ElementText.ToBytes(General(kind, bytes))), Text(ElementText.ToBytes(quick)));
    }

    private static ElementDraft General(ElementKind kind, byte[] bytes)
    {
        try
        {
            return ElementText.Read(kind, JsonNode.Parse(bytes)!);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new Xunit.Sdk.XunitException($"Only the quick reader takes {Text(bytes)}: {malformed.Message}", malformed);
        }
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
