using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using NetworkMap.Domain;
using NetworkMap.Server.Exchange.Importing;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Imports;

/// <summary>A file that somebody brings, with what she decided about it. It is held in memory alone, since what is in it may be personal data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes, from the start.</param>
/// <param name="Settings">What was decided.</param>
/// <param name="Hash">What tells it, and what was decided, from others.</param>
internal sealed record BroughtFile(string Name, MemoryStream Content, ImportSettings Settings, byte[] Hash)
{
    /// <summary>The largest file in bytes.</summary>
    internal const int Limit = 100 * 1024 * 1024;

    private const int SettingsLimit = 4 * 1024 * 1024;

    private static readonly Refusal TooLarge = Refusal.Of("file_too_large", "", ("limit", Limit / 1024 / 1024));

    /// <summary>Lets requests be as large as a file may be.</summary>
    internal sealed record Size : IRequestSizeLimitMetadata
    {
        /// <inheritdoc/>
        public long? MaxRequestBodySize => Limit + SettingsLimit;
    }

    /// <summary>Reads a request of two parts (multipart/form-data): <c>settings</c>, a JSON text, which may be missing, and <c>file</c>.</summary>
    internal static async Task<Outcome<BroughtFile>> ReadAsync(HttpRequest request, WorkProgress progress, CancellationToken cancellation)
    {
        progress.Begin(WorkStage.Receiving, request.ContentLength ?? 0);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            return Refusal.Of("import_not_multipart", "");
        }

        string? settings = null, name = null;
        MemoryStream? content = null;
        try
        {
            var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = Limit + 1L };
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                var part = section.GetContentDispositionHeader();
                if (part?.Name == "settings")
                {
                    var text = await TakeAsync(section.Body, SettingsLimit, progress, cancellation);
                    if (text is null)
                    {
                        return Refusal.Of("body_too_large", "settings", ("limit", SettingsLimit));
                    }

                    settings = Encoding.UTF8.GetString(text.ToArray());
                }
                else if (part?.Name == "file")
                {
                    name = part.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(part.FileName).Value ?? "";
                    content = await TakeAsync(section.Body, Limit, progress, cancellation);
                    if (content is null)
                    {
                        return TooLarge;
                    }
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return broken is BadHttpRequestException ? TooLarge : Refusal.Of("import_not_multipart", "");
        }

        return content is null ? Refusal.Of("import_file_missing", "file")
            : ImportSettings.Read(settings).Then<BroughtFile>(read => new BroughtFile(Path.GetFileName(name!.Replace('\\', '/')), content, read, SHA256.HashData([.. SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)), .. Encoding.UTF8.GetBytes(settings ?? "")])));
    }

    /// <summary>The bytes of a part, or null when there are more than may be.</summary>
    private static async Task<MemoryStream?> TakeAsync(Stream body, int limit, WorkProgress progress, CancellationToken cancellation)
    {
        var taken = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int count; (count = await body.ReadAsync(part, cancellation)) > 0;)
        {
            if (taken.Length + count > limit)
            {
                return null;
            }

            taken.Write(part, 0, count);
            progress.Step(count);
        }

        taken.Position = 0;
        return taken;
    }
}
