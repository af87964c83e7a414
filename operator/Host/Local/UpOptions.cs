using System.Net;
using Fleet.Operator.Commands;

namespace Fleet.Operator.Local;

/// <summary>How <c>fleet up</c> was asked to run.</summary>
/// <param name="Listen">Where the front door answers.</param>
/// <param name="Manifests">Folder of pool manifests; null for the samples.</param>
/// <param name="Redis">A Redis to use instead of the embedded one.</param>
internal sealed record UpOptions(Uri Listen, string? Manifests, DnsEndPoint? Redis)
{
    public static IReadOnlyList<Option> Known { get; } =
    [
        new("--listen", "URL", "where the front door answers (default http://127.0.0.1:8080)"),
        new("--manifests", "DIR", "folder of AgentPool and SalesPeak manifests, followed while it runs (default: the samples)"),
        new("--redis", "HOST:PORT", "a Redis to use instead of the embedded one"),
    ];

    /// <exception cref="UsageException">A value is not what it should be.</exception>
    public static UpOptions From(Arguments arguments) => arguments.Operands is [var extra, ..]
        ? throw new UsageException($"'{extra}' is one word too many.")
        : new(Url(arguments["--listen"] ?? "http://127.0.0.1:8080"), Folder(arguments["--manifests"]), EndPoint(arguments["--redis"]));

    private static Uri Url(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && url.AbsolutePath == "/"
            ? url
            : throw new UsageException($"--listen {text}: give scheme, host and port, such as http://127.0.0.1:8080");

    private static string? Folder(string? text) => text is null || Directory.Exists(text)
        ? text is null ? null : Path.GetFullPath(text)
        : throw new UsageException($"--manifests {text}: there is no such folder");

    private static DnsEndPoint? EndPoint(string? text) => text switch
    {
        null => null,
        _ when text.LastIndexOf(':') is var colon and > 0 && ushort.TryParse(text[(colon + 1)..], out var port) && port > 0
            => new DnsEndPoint(text[..colon], port),
        _ => throw new UsageException($"--redis {text}: give HOST:PORT, such as 127.0.0.1:6379"),
    };
}
