namespace Fleet.Operator.Commands;

/// <summary>Asks a URL until it answers as it should; for <c>helm test</c> and scripts, since the image holds no shell.</summary>
internal sealed class ProbeCommand : ICommand
{
    private const string Contains = "--contains";
    private const string Within = "--within";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public string Name => "probe";

    public string Summary => "ask a URL until it answers 2xx with a text";

    public string Operands => "URL";

    public IReadOnlyList<Option> Options { get; } =
    [
        new(Contains, "TEXT", "what the answer must hold"),
        new(Within, "SECONDS", "how long to go on asking (default 30)"),
    ];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Operands is not [var text] || !Uri.TryCreate(text, UriKind.Absolute, out var url))
            throw new UsageException("give one URL");
        if (!double.TryParse(arguments[Within] ?? "30", System.Globalization.CultureInfo.InvariantCulture, out var seconds) || seconds < 0)
            throw new UsageException($"{Within} {arguments[Within]}: give a number of seconds");

        using var http = new HttpClient { Timeout = Patience };
        var until = TimeProvider.System.GetUtcNow().AddSeconds(seconds);
        while (true)
        {
            var (ok, said) = await AskAsync(http, url, arguments[Contains], cancellationToken);
            if (ok)
            {
                Console.WriteLine(said);
                return 0;
            }
            if (TimeProvider.System.GetUtcNow() >= until)
                throw new FailureException($"{url}: {said}");
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static async Task<(bool Ok, string Said)> AskAsync(HttpClient http, Uri url, string? wanted, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(url, cancellationToken);
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            if (!answer.IsSuccessStatusCode)
                return (false, $"answered {(int)answer.StatusCode}");
            return wanted is null || body.Contains(wanted, StringComparison.Ordinal)
                ? (true, $"{url} answers {(int)answer.StatusCode}")
                : (false, $"answered {(int)answer.StatusCode} without '{wanted}'");
        }
        catch (HttpRequestException silent)
        {
            return (false, silent.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (false, $"no answer within {Patience.TotalSeconds:0} s");
        }
    }
}
