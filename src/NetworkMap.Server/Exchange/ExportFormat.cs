using NetworkMap.Server.Exchange.Tables;

namespace NetworkMap.Server.Exchange;

/// <summary>A format in which a selection leaves. Formats write as they read, so that any size takes the same memory.</summary>
public abstract class ExportFormat
{
    /// <summary>All formats, those that most ask for first.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } = [new Workbook(), new Csv(), new GeoJson(), new GraphMl(), new Gexf(), new Hxl(), new JsonLd(), new Hsds(), new Kumu()];

    /// <summary>The name in an address.</summary>
    public abstract string Name { get; }

    /// <summary>The type that the file is sent as.</summary>
    public abstract string MediaType { get; }

    /// <summary>The ending of its name.</summary>
    public abstract string Extension { get; }

    /// <summary>What it is for, in English, for the description of the API.</summary>
    public abstract string About { get; }

    /// <summary>Writes it to a stream that takes no synchronous calls.</summary>
    public abstract Task WriteAsync(Selection selection, ExportOptions options, Stream output, CancellationToken cancellation);

    /// <summary>The format of a name, or null.</summary>
    public static ExportFormat? Find(string? name) => All.FirstOrDefault(f => f.Name == name);
}

/// <summary>What can be chosen of some formats.</summary>
/// <param name="Home">The address of this installation, which names what is in it; without a slash at its end.</param>
/// <param name="List">Of CSV: the one list to write; null for all of them in one file.</param>
/// <param name="Today">The day on which it leaves.</param>
/// <param name="Separator">Of CSV: what stands between cells.</param>
/// <param name="Change">The public name of the last change in it, for <see cref="ExportMark"/>; null for who may not know how many there are.</param>
public sealed record ExportOptions(string Home, DateOnly Today, Sheet? List = null, char Separator = ',', string? Change = null)
{
    /// <summary>The lasting name of an organization.</summary>
    public string Address(Domain.Organizations.Organization organization) => $"{Home}/organisasi/{organization.Id}";
}
