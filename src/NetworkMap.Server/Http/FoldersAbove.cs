namespace NetworkMap.Server.Http;

/// <summary>The way up from where a program or its content stands, along which a checkout keeps what the program reads: the built client, the seed.</summary>
internal static class FoldersAbove
{
    /// <summary>The folder itself and every folder that holds it, the nearest first.</summary>
    internal static IEnumerable<string> From(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
