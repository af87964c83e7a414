using System.Globalization;
using Fleet.Contracts.Language;

namespace Fleet.Agents.Skills;

/// <summary>
/// Which of the customer's own things is meant: numbers first, then what points at a list shown before, then date, goods and color, then
/// what the talk was about. Nothing outside <see cref="SkillTask.Items"/> can ever be chosen.
/// </summary>
/// <param name="Best">The one meant; null when the customer has nothing that fits.</param>
/// <param name="Others">Further ones that fit as well.</param>
/// <param name="Sure">The customer's words or the talk leave one only.</param>
internal sealed record ItemChoice(Item? Best, IReadOnlyList<Item> Others, bool Sure)
{
    /// <param name="fits">What the intent can be about at all.</param>
    /// <param name="colorIsWish">A color names what is wanted, not what was bought.</param>
    public static ItemChoice Of(SkillTask task, Func<Item, bool> fits, bool colorIsWish = false)
    {
        var pool = task.Items.Where(fits).ToList();
        if (ByNumber(task) is { Count: > 0 } numbered)
            return new(numbered[0], [.. numbered.Skip(1)], true);
        if (ByPointing(task, pool) is { } pointed)
            return new(pointed, [.. pool.Where(i => i != pointed)], true);
        var described = Described(task, pool, colorIsWish);
        if (described.Count > 0 && described.Count < pool.Count)
            return new(described[0], [.. described.Skip(1)], described.Count == 1);
        if (task.Fact("focus.line") is { } focus && pool.FirstOrDefault(i => i.Line.Id == focus) is { } same)
            return new(same, [.. pool.Where(i => i != same)], true);
        return new(pool.FirstOrDefault(), [.. pool.Skip(1)], pool.Count == 1);
    }

    private static List<Item> ByNumber(SkillTask task)
    {
        var numbers = task.Request.Entities.Where(e => e.Type is EntityType.OrderNumber or EntityType.TrackingNumber)
            .Select(e => e.Value.Split(':')[0]).ToList();
        return numbers.Count == 0 ? [] : [.. task.Items.Where(i => numbers.Contains(i.Order.Number)
            || (i.Parcel is { } parcel && numbers.Contains(parcel.TrackingNumber, StringComparer.OrdinalIgnoreCase)))];
    }

    private static Item? ByPointing(SkillTask task, List<Item> pool)
    {
        var shown = task.Fact("candidates")?.Split(',') ?? [];
        var focus = task.Fact("focus.line");
        var words = task.Request.Entities.Where(e => e.Type == EntityType.Reference).Select(e => e.Value).ToList();
        var index = words.Contains("first") ? 0 : words.Contains("second") ? 1 : words.Contains("third") ? 2 : -1;
        if (index >= 0 && index < shown.Length)
            return task.Items.FirstOrDefault(i => i.Line.Id == shown[index]);
        if (words.Contains("other") && focus is not null)
            return pool.Concat(task.Items).FirstOrDefault(i => i.Line.Id != focus && (shown.Length < 2 || shown.Contains(i.Line.Id)));
        return null;
    }

    private static List<Item> Described(SkillTask task, List<Item> pool, bool colorIsWish)
    {
        var fit = pool;
        foreach (var entity in task.Request.Entities)
        {
            var narrowed = entity.Type switch
            {
                EntityType.Date => fit.Where(i => On(i, entity.Value, task.Request.Now.Offset)).ToList(),
                EntityType.Product => fit.Where(i => i.Line.Name.Contains(entity.Value, StringComparison.OrdinalIgnoreCase) || Kind(i, entity.Value)).ToList(),
                EntityType.Color when !colorIsWish => fit.Where(i => i.Line.Color == entity.Value).ToList(),
                _ => fit,
            };
            // A word that fits nothing ("my parcel", a wrong day) does not hide what the customer has.
            if (narrowed.Count > 0)
                fit = narrowed;
        }
        return fit;
    }

    private static bool Kind(Item item, string word) => (item.Line.Category, word) switch
    {
        ("clothes", "衣服" or "外套") or ("shoes", "鞋") or ("earphones", "耳机") => true,
        _ => false,
    };

    private static bool On(Item item, string dates, TimeSpan offset)
    {
        var placed = DateOnly.FromDateTime(item.Order.PlacedAt.ToOffset(offset).DateTime);
        var span = dates.Split('/');
        return DateOnly.TryParseExact(span[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && DateOnly.TryParseExact(span[^1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            && placed >= from && placed <= to;
    }
}
