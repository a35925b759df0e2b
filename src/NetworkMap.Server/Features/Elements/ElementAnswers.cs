using System.Text.Json.Nodes;
using AutoMapper;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Elements;

/// <summary>Elements as answers: their written form in the caller's projection, with what the caller needs to show it.</summary>
public sealed class ElementAnswers(ElementForms forms, ChangesetId ids)
{
    /// <summary>The draft with whoever asks as the one who asserts it, when it does not say.</summary>
    internal static ElementDraft Asserted(ElementDraft draft, string account) => draft with
    {
        Provenance = draft.Provenance is { } p ? p with { AssertedBy = p.AssertedBy ?? account } : null,
    };

    /// <summary>The element with its ETag, or 404 in the same words for what is hidden and what never was.</summary>
    internal IResult Found(HttpContext context, ElementRef element, Asking asking) => asking.Graph.Find(element) switch
    {
        null => Problems.Refused(Refusal.Of("element_unknown", "id"), context),
        { } found when asking.Caller.SeesAllOf(found, asking.Graph) => Answers.Versioned(context, forms.Write(found, asking), found.Version),
        var found => Answers.Json(context, forms.Write(found, asking)),
    };

    /// <summary>Says which change a write has made.</summary>
    internal void Tell(HttpContext context, Accepted accepted) => Writes.Tell(context, accepted, ids);

    /// <summary>201 with the element and its address.</summary>
    internal IResult Created(HttpContext context, ElementRef element)
    {
        var asking = Asking.Of(context);
        if (asking.Graph.Find(element) is not { } found)
        {
            // A repeated request whose element was removed since.
            return Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }

        context.Response.Headers.ETag = $"\"{found.Version}\"";
        return Results.Json(forms.Write(found, asking), Wire.Options, statusCode: StatusCodes.Status201Created).WithLocation($"/api/{ElementSegments.All[element.Kind]}/{Uri.EscapeDataString(element.Id)}", context);
    }

    /// <summary>A refusal; a stale edit also gets the current element, the fields in which it differs from the edit, and the names of all that either speaks of.</summary>
    internal IResult Refused(IReadOnlyList<Refusal> refusals, HttpContext context, ElementRef element, ElementDraft edit)
    {
        if (refusals[0].Code != "version_stale")
        {
            return Obstacles.Refused(refusals, context);
        }

        var asking = Asking.Of(context);
        var current = asking.Graph.Find(element);
        return Problems.Refused(refusals, context, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["current"] = current is null ? null : forms.Write(current, asking),
            ["differing"] = refusals[0].Arguments["differing"],
            ["mentions"] = new Titles(asking.Telling).Mentioned(new[] { current, edit.Check().TryValue(out var meant) ? meant : null }.OfType<Element>()),
        });
    }
}

/// <summary>Sets the address of something new.</summary>
internal static class Location
{
    internal static IResult WithLocation(this IResult result, string address, HttpContext context)
    {
        context.Response.Headers.Location = address;
        return result;
    }
}
