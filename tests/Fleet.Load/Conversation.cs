namespace Fleet.Load;

/// <summary>One customer who writes, one message after the other.</summary>
internal sealed class Conversation(int number, string run)
{
    private int _turns;

    /// <summary>One of the five prepared customers of local mode; the account keeps the conversations of one customer apart.</summary>
    public string Sender { get; } = $"demo-{number % 5 + 1}";

    public string Account { get; } = $"{run}-{number}";

    /// <summary>The session that the first reply named; every later one must name the same.</summary>
    public string? Session { get; set; }

    /// <summary>The next message: a text and an id that no other message has.</summary>
    public (string Id, string Text) Next()
    {
        var turn = _turns++;
        return ($"{Account}-{turn}", Phrases.All[(number * 7 + turn * 5) % Phrases.All.Count]);
    }
}
