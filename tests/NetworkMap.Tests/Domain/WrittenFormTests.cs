using System.Text;
using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;

namespace NetworkMap.Tests.DomainTests;

/// <summary>What exists is valid, and its written form is all of it.</summary>
public sealed class WrittenFormTests
{
    public static TheoryData<ElementKind> Kinds => [.. Enum.GetValues<ElementKind>()];

    [Property(MaxTest = 300)]
    public void Writing_and_reading_give_the_same_element(int number)
    {
        foreach (var kind in Enum.GetValues<ElementKind>())
        {
            var element = FilledElements.Of(kind, number);
            var text = ElementText.ToBytes(element.ToDraft());
            var again = ElementText.Read(kind, text).Check().Value;
            Assert.Equal(Encoding.UTF8.GetString(text), Encoding.UTF8.GetString(ElementText.ToBytes(again.ToDraft())));
            Assert.Equal(element.Ref, again.Ref);
            Assert.Empty(Differences.Between(element, again));
        }
    }

    [Property(MaxTest = 200)]
    public void Splitting_and_joining_what_is_sealed_give_the_same_draft(int number)
    {
        foreach (var kind in new[] { ElementKind.Organization, ElementKind.Unit, ElementKind.Place, ElementKind.Tie, ElementKind.Suggestion })
        {
            var draft = FilledElements.Of(kind, number).ToDraft();
            var (open, hidden) = ((ISealedDraft)draft).Split();
            var joined = hidden is null ? open : ((ISealedDraft)open).Join(hidden);
            Assert.Equal(ElementText.ToBytes(draft), ElementText.ToBytes(joined));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_filled_element_states_every_field(ElementKind kind)
    {
        var draft = FilledElements.DraftOf(kind);
        var empty = draft.GetType().GetProperties().Where(p => p.Name is not ("Kind" or "Sealed" or "Family" or "ConfirmedFrom" or "ConfirmedTo" or "Held") && !(kind == ElementKind.Grant && p.Name == "Region") && p.GetValue(draft) is null).Select(p => p.Name);
        Assert.Empty(empty);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_at_all_is_refused_with_every_field_that_must_be_there(ElementKind kind)
    {
        var refusals = ElementText.Read(kind, "{}"u8).Check().Refusals;
        Assert.Contains(refusals, r => r.Code == "provenance_missing");
        Assert.True(refusals.Count > 1);
        Assert.DoesNotContain(refusals, r => r.Field.Length == 0);
    }

    [Property(MaxTest = 500)]
    public void Any_text_is_kept_trimmed_and_composed_or_refused(string? text)
    {
        var checks = new Checks();
        var kept = checks.OptionalText("name", text, 50);
        if (checks.Refusals.Count == 0 && kept is not null)
        {
            Assert.True(kept.Length <= 50 && kept.IsNormalized() && kept == kept.Trim());
            Assert.Equal(kept, new Checks().OptionalText("name", kept, 50));
            Assert.DoesNotContain(kept, c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));
        }
    }
}
