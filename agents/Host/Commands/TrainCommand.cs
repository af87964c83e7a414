using System.Diagnostics;
using Fleet.Language.Evaluation;
using Fleet.Language.Training;

namespace Fleet.Agents.Commands;

/// <summary>Trains the understanding from a corpus; the same corpus gives the same bytes.</summary>
internal sealed class TrainCommand : ICommand
{
    public string Name => "train";

    public string Summary => "train the understanding: agent train CORPUS.tsv MODEL-FILE";

    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (args is not [var corpus, var target] || corpus.StartsWith('-'))
        {
            Console.WriteLine($"{Summary}\n  rows of the train split are learned, rows of the dev split are scored at the end");
            return args is ["--help" or "-h", ..] ? 0 : 2;
        }
        try
        {
            var begun = Stopwatch.GetTimestamp();
            var rows = CorpusReader.Read(File.ReadLines(corpus), corpus);
            var model = ModelTrainer.Train(rows, (epoch, loss) => Console.WriteLine($"epoch {epoch}: loss {loss:F4}"));
            await File.WriteAllBytesAsync(target, model, cancellationToken);
            var report = Evaluator.Run(ModelTrainer.Open(model), [.. rows.Where(r => r.Split == CorpusSplit.Dev)]);
            Console.WriteLine($"{rows.Count} rows, {model.Length / 1024} KiB, {Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s; dev: accuracy {report.Accuracy:P2}, "
                + $"exact {report.ExactMatch:P2}, several {report.PairsFound:P2}, macro-F1 {report.MacroF1:P2}, emotion F1 {report.EmotionMacroF1:P2}");
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"agent train: {e.Message}");
            return 1;
        }
    }
}
