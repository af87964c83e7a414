using Fleet.Contracts.Language;
using Fleet.Dialogue.Sessions;

namespace Fleet.Dialogue.Care;

/// <summary>Counts unhappy messages in a row, forgiving one with each calm one.</summary>
internal static class Unhappiness
{
    public static int After(Session session, Emotion emotion) => emotion.Label switch
    {
        EmotionLabel.Dissatisfied or EmotionLabel.Angry => session.UnhappyTurns + 1,
        EmotionLabel.Pleased => 0,
        _ => Math.Max(0, session.UnhappyTurns - 1),
    };
}
