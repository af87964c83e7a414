using Fleet.Contracts.Language;

namespace Fleet.Language;

/// <summary>Turns a message into intents, entities and emotion, locally and within milliseconds.</summary>
public interface IUnderstanding
{
    /// <summary>What <paramref name="text"/> means in its context; total: an empty text is OutOfScope.</summary>
    Understanding Understand(string text, UnderstandingContext context);
}
