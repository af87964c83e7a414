using System.Text.Json;
using Fleet.Contracts.Turns;
using Fleet.Language;
using Fleet.Language.Evaluation;
using Fleet.Language.Training;

namespace Fleet.Agents.Commands;

/// <summary>Scores the shipped model, or another, on labelled utterances.</summary>
internal sealed class EvalCommand : ICommand
{
    private const string Usage = "agent eval FILE.tsv [--json] [--split train|dev|test] [--model FILE]";

    public string Name => "eval";

    public string Summary => "score the understanding on FILE.tsv: text TAB intents(comma) TAB emotion";

    public Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (args is [] or ["--help" or "-h", ..])
        {
            Console.WriteLine($"{Usage}\n  {Summary}\n  --split  only rows of that part of the corpus (needs the column family)");
            return Task.FromResult(args is [] ? 2 : 0);
        }
        try
        {
            var rows = CorpusReader.Read(File.ReadLines(args[0]), args[0]);
            if (Value(args, "--split") is { } split)
                rows = [.. rows.Where(r => string.Equals(r.Split.ToString(), split, StringComparison.OrdinalIgnoreCase))];
            var understanding = Value(args, "--model") is { } path ? ModelTrainer.Open(File.ReadAllBytes(path)) : LocalUnderstanding.Load();
            var report = Evaluator.Run(understanding, rows);
            Console.WriteLine(args.Contains("--json") ? JsonSerializer.Serialize(report, Wire.Json) : Table(report));
            return Task.FromResult(0);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"agent eval: {e.Message}");
            return Task.FromResult(1);
        }
    }

    private static string Table(EvaluationReport report)
    {
        var lines = new List<string>
        {
            $"rows {report.Rows}   accuracy {report.Accuracy:P2}   exact match {report.ExactMatch:P2}   all of several found {report.PairsFound:P2}",
            $"micro-F1 {report.MicroF1:P2}   macro-F1 {report.MacroF1:P2}   calibration error {report.CalibrationError:F3}   abstains {report.AbstainRate:P1}",
            $"emotion accuracy {report.EmotionAccuracy:P2}   macro-F1 {report.EmotionMacroF1:P2}   {report.PerSecond:F0} utterances/s", "",
            $"{"intent",-22}{"rows",6}{"precision",11}{"recall",9}{"F1",9}",
        };
        lines.AddRange(report.Intents.Select(i => $"{i.Name,-22}{i.Rows,6}{i.Precision,11:P1}{i.Recall,9:P1}{i.F1,9:P1}"));
        lines.Add("\nmost confused");
        lines.AddRange(report.Confusions.Take(25).Select(c => $"{c.Rows,4}  {c.Truth} taken for {c.Guess}: {c.Example}"));
        return string.Join('\n', lines);
    }

    private static string? Value(string[] args, string option) =>
        Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
