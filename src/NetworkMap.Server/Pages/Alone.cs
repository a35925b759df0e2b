using Microsoft.AspNetCore.Components;
using NetworkMap.Domain;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Pages;

/// <summary>What every page that stands alone is given.</summary>
public abstract class Alone : ComponentBase
{
    /// <summary>The rest of what it is given.</summary>
    [Parameter, EditorRequired]
    public object Given { get; set; } = null!;

    /// <summary>Its address.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = "/";

    internal Catalogue T => Told.Words;

    internal AloneTold Told => (AloneTold)Given;

    /// <summary>What is wrong with a field, in words; null when nothing is.</summary>
    internal string? ErrorOf(string field) => Told.Refusals.FirstOrDefault(r => r.Field == field) is { } refusal ? Said(refusal) : null;

    /// <summary>A refusal in words.</summary>
    internal string Said(Refusal refusal) => $"{RefusalWords.Sentence(refusal, T.Language)} {RefusalWords.Mend(refusal, T.Language)}".TrimEnd();

    /// <summary>A right in words.</summary>
    internal string OfferIn(NamedOffer offer) => T["offer." + offer.Offer.Role, ("place", offer.Place ?? T["offer.everywhere"])];
}
