using Fleet.Contracts.Language;

namespace Fleet.Language.Evaluation;

/// <summary>Figures of one evaluation; rates in 0..1.</summary>
/// <param name="Rows">Utterances scored.</param>
/// <param name="Accuracy">Share of single-intent rows whose first guess is right.</param>
/// <param name="ExactMatch">Share of rows whose set of intents is exactly right.</param>
/// <param name="PairsFound">Share of rows with two or more intents for which every one was found.</param>
/// <param name="EmotionAccuracy">Share of rows with the right emotion.</param>
/// <param name="EmotionMacroF1">Mean F1 over the emotions that occur.</param>
/// <param name="CalibrationError">Expected calibration error of the first guess, ten bins (Guo et al. 2017).</param>
/// <param name="PerSecond">Utterances understood in a second on one core.</param>
public sealed record EvaluationReport(
    int Rows, double Accuracy, double ExactMatch, double PairsFound, double MicroF1, double MacroF1, double EmotionAccuracy, double EmotionMacroF1,
    double CalibrationError, double AbstainRate, double PerSecond, IReadOnlyList<LabelScore> Intents, IReadOnlyList<Confusion> Confusions);

/// <summary>One label's line.</summary>
public sealed record LabelScore(string Name, int Rows, double Precision, double Recall, double F1);

/// <summary>How often a row of one intent was taken for another.</summary>
public sealed record Confusion(Intent Truth, Intent Guess, int Rows, string Example);
