using System.Text.RegularExpressions;
using Fleet.Contracts.Language;

namespace Fleet.Language;

/// <summary>Short messages that only correct what was just shown: "不是这个,另一件". Too few letters for a statistical model, and always meant the same.</summary>
internal static partial class FollowUp
{
    public const double Confidence = 0.95;

    private const int Longest = 40;

    public static Intent? Of(string text, IReadOnlyList<Entity> entities) =>
        text.Length <= Longest && entities.Any(e => e is { Type: EntityType.Reference, Value: "other" }) && Correction().IsMatch(text) ? Intent.Deny : null;

    [GeneratedRegex(@"^\s*(?:(?:不是|不对|不要|没说|no|not)[^,,。.!!]{0,12}[,,。.!!\s]*)?(?:我?(?:是|要|问|说|指|看)的?是?|i mean|i meant)?\s*(?:另外?一?(?:件|个|单|双|条|份)|另外那[个件单双条]|别的那件|the other(?: one)?)[的呢吧啊!!。.]*\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Correction();
}
