namespace Fleet.Agents.Conversation;

/// <summary>The chat page and its two files, embedded; nothing is loaded from elsewhere.</summary>
internal static class ChatPage
{
    private static readonly (string Path, string Resource, string Type)[] Files =
    [
        ("/", "index.html", "text/html; charset=utf-8"),
        ("/chat.css", "chat.css", "text/css; charset=utf-8"),
        ("/chat.js", "chat.js", "text/javascript; charset=utf-8"),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (path, resource, type) in Files)
        {
            var content = Read(resource);
            routes.MapGet(path, (HttpContext context) =>
            {
                context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; connect-src 'self' ws: wss:; base-uri 'none'; frame-ancestors 'self'";
                context.Response.Headers.CacheControl = "no-cache";
                context.Response.Headers.XContentTypeOptions = "nosniff";
                return Results.Bytes(content, type);
            });
        }
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(ChatPage).Assembly.GetManifestResourceStream($"page.{resource}")
            ?? throw new InvalidOperationException($"the page's {resource} is not in this build");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
