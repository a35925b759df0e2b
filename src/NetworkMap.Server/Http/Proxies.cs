using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace NetworkMap.Server.Http;

/// <summary>Proxies that stand before the server: the setting <c>proxies</c> names their addresses, or networks such as <c>10.0.0.0/8</c>. One of them, and nobody else, is believed when it says that
/// a browser came over HTTPS (<c>X-Forwarded-Proto</c>), so that the cookie of a session is sent over nothing less, and from which address (<c>X-Forwarded-For</c>), so that whoever
/// guesses passwords is slowed down alone.</summary>
public static class Proxies
{
    private static readonly char[] Between = [',', ' '];

    /// <summary>What is wrong with a setting, in a sentence; null when it can be used.</summary>
    internal static string? Fault(string setting) => Named(setting).Where(name => !IPNetwork.TryParse(Network(name), out _)).Select(name =>
        $"The setting proxies names {name}, which is no address of a proxy. Give addresses such as 10.0.0.5, or networks such as 10.0.0.0/24, with commas between.").FirstOrDefault();

    internal static void AddProxies(this IServiceCollection services, IConfiguration configuration) => services.Configure<ForwardedHeadersOptions>(options =>
    {
        var setting = configuration["proxies"] ?? "";
        if (Fault(setting) is { } fault)
        {
            throw new InvalidDataException(fault);
        }

        var named = Named(setting).Select(name => IPNetwork.Parse(Network(name))).ToList();
        options.ForwardedHeaders = named.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedFor;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        named.ForEach(options.KnownIPNetworks.Add);
    });

    private static string[] Named(string setting) => setting.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>An address as the network that holds it alone.</summary>
    private static string Network(string name) => IPAddress.TryParse(name, out var address) ? $"{address}/{address.GetAddressBytes().Length * 8}" : name;
}
