using NetworkMap.Domain;
using NetworkMap.Graph.Text;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server;

/// <summary>The options of a command line. What is misspelled is told before anything is made: a server that passed over <c>--dat</c> would begin a new network somewhere else.</summary>
internal static class CommandLine
{
    /// <summary>The exit code of a command line that cannot be used.</summary>
    internal const int Unusable = 2;

    /// <summary>The exit code of what was told to stop, and changed nothing.</summary>
    internal const int Stopped = 3;

    /// <summary>The program's own, then those of ASP.NET's host.</summary>
    private static readonly string[] Known = ["data", "urls", "seed", "seed-path", "boundaries", "proxies", "site", "allowance", "store", "Neo4j:Database", "Neo4j:User", "MasterKey", "BackupDays", "RequestHours", "BreachHours", "Keeper", "KeeperContact", "environment", "contentRoot", "applicationName", "webroot", "http_ports", "https_ports"];

    private static readonly string[] Secret = ["Neo4j:Password", "Neo4j:Token", "Neo4j:To:Password", "Neo4j:To:Token", "NewMasterKey", "Mail:Password"];

    private static readonly string[] Paths = ["data", "seed-path", "boundaries", "from", "to", "against", "settings"];

    private static readonly string[] Sections = ["Logging:", "Kestrel:", "AutoMapper:", "OTEL_", "AllowedHosts", "Map:", "OpenIdConnect:", "Mail:", "Backup:"];

    /// <summary>What is wrong with the options, in a sentence; null when they can be used. <paramref name="own"/> are those of the verb alone.</summary>
    internal static string? Fault(ReadOnlySpan<string> args, params string[] own)
    {
        string[] known = [.. own, .. Known];
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].TrimStart('-', '/');
            if (name.Length == args[i].Length)
            {
                return $"'{args[i]}' is not an option.";
            }

            var equals = name.IndexOf('=', StringComparison.Ordinal);
            var value = equals < 0 ? (i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : null) : name[(equals + 1)..];
            name = equals < 0 ? name : name[..equals];
            if (Fault(name, value, known) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? Fault(string name, string? value, string[] known)
    {
        if (Secret.Contains(name, StringComparer.OrdinalIgnoreCase) || name.EndsWith(":ClientSecret", StringComparison.OrdinalIgnoreCase))
        {
            return $"--{name} on a command line can be read by everybody on the machine. Give it in the environment variable {name.Replace(":", "__", StringComparison.Ordinal)}, or in a file of settings.";
        }

        if (!known.Contains(name, StringComparer.OrdinalIgnoreCase) && !Array.Exists(Sections, s => name.StartsWith(s, StringComparison.OrdinalIgnoreCase)))
        {
            var near = Likeness.Nearest(name, known);
            return $"The option --{name} is not known.{(near.Count > 0 ? $" Did you mean {string.Join(" or ", near.Select(n => "--" + n))}?" : "")}";
        }

        return value is null || (string.IsNullOrWhiteSpace(value) && Paths.Contains(name, StringComparer.OrdinalIgnoreCase)) ? $"The option --{name} needs a value."
            : string.Equals(name, "json", StringComparison.OrdinalIgnoreCase) && value is not ("yes" or "no") ? $"--json {value} is not known: it stands alone, or before yes or no."
            : string.Equals(name, "seed", StringComparison.OrdinalIgnoreCase) && !Names<SeedChoice>.TryParse(value, out _) ? $"--seed {value} is not known. Choose {string.Join(", ", Names<SeedChoice>.All)}."
            : string.Equals(name, "store", StringComparison.OrdinalIgnoreCase) ? StoreChoice.Fault(value)
            : string.Equals(name, "proxies", StringComparison.OrdinalIgnoreCase) ? Proxies.Fault(value)
            : string.Equals(name, "site", StringComparison.OrdinalIgnoreCase) ? SiteAddress.Fault(value) is { } wrong ? $"--site {value} cannot be used. {wrong}" : null
            : string.Equals(name, "allowance", StringComparison.OrdinalIgnoreCase) ? Allowance.Fault(value)
            : null;
    }
}
