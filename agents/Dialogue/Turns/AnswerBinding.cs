using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Dialogue.Turns;

/// <summary>Decides whether something said answers the question that is open.</summary>
internal static class AnswerBinding
{
    // Longer than this, an unrecognised message is a new topic rather than the answer to a question.
    private const int ShortAnswerLength = 30;

    /// <summary>How <paramref name="heard"/> answers <paramref name="open"/>; null when it is a topic of its own.</summary>
    public static Intent? Of(IntentScore heard, OpenQuestion open, Understanding understanding) => heard.Name switch
    {
        Intent.Affirm or Intent.Deny or Intent.ProvideInfo => heard.Name,
        var same when same == open.Intent => same,
        Intent.OutOfScope when understanding.Intents.Count == 1 && Fits(open, understanding) => Intent.ProvideInfo,
        // "那就换成蓝色吧" sounds like a change of the order, but it names the color that was asked for.
        Intent.ChangeOrder or Intent.ExchangeItem or Intent.StockQuery or Intent.ProductInfo or Intent.PriceQuery
            when understanding.Entities.Any(entity => Names(open.Slot, entity.Type)) && open.Slot is "color" or "size" => Intent.ProvideInfo,
        // "质量问题" as the reason of a return is an answer, not a second case.
        var near when open.Slot is "reason" && IntentDomains.Of(near) == IntentDomains.Of(open.Intent)
            && understanding.Intents.Count == 1 && understanding.Text.Length <= ShortAnswerLength => Intent.ProvideInfo,
        _ => null,
    };

    private static bool Fits(OpenQuestion open, Understanding understanding) =>
        understanding.Entities.Any(entity => Names(open.Slot, entity.Type)) || understanding.Text.Length <= ShortAnswerLength;

    private static bool Names(string slot, EntityType type) => (slot, type) switch
    {
        ("item", EntityType.Product or EntityType.Reference or EntityType.OrderNumber or EntityType.Date or EntityType.Color) => true,
        ("color" or "size", EntityType.Color or EntityType.Size) or ("address", EntityType.Address) or ("code", EntityType.Code) => true,
        ("quantity", EntityType.Quantity) => true,
        _ => false,
    };
}
