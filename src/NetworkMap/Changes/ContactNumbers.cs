using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;

namespace NetworkMap.Changes;

/// <summary>The rule for telephone numbers where they are written. What is stored from before the rule stands in nobody's way.</summary>
internal static class ContactNumbers
{
    /// <summary>The form with its numbers as they are kept; what cannot be a number stays as it is.</summary>
    internal static OrganizationDraft Settle(OrganizationDraft draft) =>
        draft.Contacts is null ? draft : draft with { Contacts = [.. draft.Contacts.Select(c => IsCalled(c) && PhoneNumber.Read(c.Value) is { } number ? c with { Value = number } : c)] };

    /// <summary><c>phone_malformed</c> for every number of a settled form that cannot be one and was not there before.</summary>
    internal static IEnumerable<Refusal> Malformed(INetwork network, ElementDraft settled)
    {
        if (settled is not OrganizationDraft { Contacts: { } contacts } draft)
        {
            yield break;
        }

        var known = (Ids.TryParse(draft.Id, out var id) ? network.Organization(new OrganizationId(id)) : null)?.Contacts ?? [];
        for (var i = 0; i < contacts.Count; i++)
        {
            var value = contacts[i]?.Value?.Trim();
            if (!string.IsNullOrEmpty(value) && IsCalled(contacts[i]) && PhoneNumber.Read(value) is null && !known.Any(k => k.Value == value))
            {
                yield return Refusal.Of("phone_malformed", $"contacts[{i}].value");
            }
        }
    }

    /// <summary>A contact is called unless another channel is named.</summary>
    private static bool IsCalled(ContactDraft? contact) =>
        contact is { Channel: null } || (contact is not null && Names<ContactChannel>.TryParse(contact.Channel, out var channel) && channel is ContactChannel.Phone or ContactChannel.Whatsapp);
}
