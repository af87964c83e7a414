using System.Globalization;

namespace Fleet.Dialogue.Wording;

/// <summary>The Router's sentences by language and key, read from resources by the Host.</summary>
/// <param name="Languages">Language to key to sentence; a sentence may hold <c>{0}</c>.</param>
public sealed record Phrasebook(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Languages)
{
    /// <summary>The sentence; Chinese where the language has no book, since that is the shop's own language.</summary>
    /// <exception cref="KeyNotFoundException">No book has the key: a test reads every key in every language.</exception>
    public string Say(string language, string key, params object[] arguments)
    {
        var book = Languages.TryGetValue(language, out var own) ? own : Languages["zh"];
        return string.Format(CultureInfo.InvariantCulture, book[key], arguments);
    }
}
