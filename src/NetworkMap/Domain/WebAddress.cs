namespace NetworkMap.Domain;

/// <summary>The rule for addresses of the web: http or https, absolute, at most 500 characters, so that a link can never run a script.</summary>
internal static class WebAddress
{
    private static string? lastGood;

    internal static string? Optional(Checks checks, string field, string? value)
    {
        var text = checks.OptionalText(field, value, 500);
        if (text is null)
        {
            return null;
        }

        // Thousands of facts in a row come from one address.
        if (ReferenceEquals(text, lastGood))
        {
            return text;
        }

        var good = Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
        checks.Require(good, "web_address_malformed", field, ("value", text));
        lastGood = good ? text : lastGood;
        return text;
    }
}
