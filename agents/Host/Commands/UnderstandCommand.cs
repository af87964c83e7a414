using System.Text.Json;
using Fleet.Contracts.Turns;
using Fleet.Language;

namespace Fleet.Agents.Commands;

/// <summary>One utterance a line in, one JSON object a line out.</summary>
internal sealed class UnderstandCommand : ICommand
{
    public string Name => "understand";

    public string Summary => "read one utterance a line from stdin, write what it means as one JSON object a line";

    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (args is ["--help" or "-h", ..])
        {
            Console.WriteLine($"agent understand: {Summary}.");
            return 0;
        }
        var understanding = LocalUnderstanding.Load();
        using var input = new StreamReader(Console.OpenStandardInput());
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            var heard = understanding.Understand(line, new(DateTimeOffset.Now));
            await output.WriteLineAsync(JsonSerializer.Serialize(Shape(heard), Wire.Json));
            // Who asks line by line waits for each answer; who pipes a file does not mind.
            await output.FlushAsync(cancellationToken);
        }
        return 0;
    }

    private static object Shape(Fleet.Contracts.Language.Understanding heard) => new
    {
        heard.Text,
        Intents = heard.Intents.Select(i => new { i.Name, i.Confidence }),
        Entities = heard.Entities.Select(e => new { e.Type, e.Value, e.Start, e.Length }),
        Emotion = new { heard.Emotion.Label, heard.Emotion.Intensity },
        heard.Language,
    };
}
