using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>A browser that is signed in.</summary>
/// <param name="Began">When it signed in.</param>
/// <param name="Seen">The last day it was seen on, in Jakarta.</param>
/// <param name="Device">Browser and system, as far as they say so.</param>
public sealed record Session(DateTimeOffset Began, DateOnly Seen, Device Device) : IKept
{
    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.Session;
}

/// <summary>An account in a browser, as a request finds it.</summary>
/// <param name="Id">Of the session; no secret.</param>
/// <param name="Account">Who is signed in.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="Seen">The last day it was seen on.</param>
public sealed record OpenSession(string Id, Account Account, DateTimeOffset Until, DateOnly Seen);

/// <summary>What a browser says that it is; null where it says nothing that is known.</summary>
public sealed record Device(string? Browser, string? System)
{
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("OPX/", "Opera"), ("Opera Mini", "Opera Mini"), ("SamsungBrowser", "Samsung Internet"), ("UCBrowser", "UC Browser"), ("YaBrowser", "Yandex"), ("FxiOS", "Firefox"), ("Firefox/", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    /// <summary>Reads the header <c>User-Agent</c>. Nothing else of it is kept.</summary>
    public static Device Of(string userAgent) => new(Find(Browsers, userAgent), Find(Systems, userAgent));

    private static string? Find((string Sign, string Name)[] known, string userAgent) => Array.Find(known, k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
