using System.Text.RegularExpressions;

namespace NetworkMap.Server.Pages;

/// <summary>The page that the client's build left in <paramref name="folder"/>, with its styles in it: on a slow network a request for them costs as long as
/// the answer. Kept until the build writes another one.</summary>
internal sealed partial class BuiltPage(string folder)
{
    private volatile Kept? kept;

    /// <summary>The text of the page, without an answer in it.</summary>
    internal async Task<string> ReadAsync(CancellationToken cancellation)
    {
        var file = Path.Combine(folder, "index.html");
        var at = File.GetLastWriteTimeUtc(file);
        if (kept is { } before && before.At == at)
        {
            return before.Text;
        }

        var page = await File.ReadAllTextAsync(file, cancellation);
        var link = StyleLink().Match(page);
        var styles = Path.Combine(folder, link.Groups[1].Value);
        var text = link.Success && File.Exists(styles) ? page.Replace(link.Value, $"<style>{await File.ReadAllTextAsync(styles, cancellation)}</style>", StringComparison.Ordinal) : page;
        kept = new Kept(at, text);
        return text;
    }

    /// <summary>The styles of the page alone, for one that the server writes by itself.</summary>
    internal async Task<string> StylesAsync(CancellationToken cancellation) => Styles().Match(await ReadAsync(cancellation)).Value;

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Styles();

    [GeneratedRegex("<link rel=\"stylesheet\"[^>]*href=\"/([^\"]+)\"[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StyleLink();

    private sealed record Kept(DateTime At, string Text);
}
