namespace Fleet.Operator.Commands;

/// <summary>A parsed command line: options by name, and the rest in order.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>What is no option.</summary>
    public IReadOnlyList<string> Operands { get; private init; } = [];

    /// <summary>The value of an option, or null.</summary>
    public string? this[string option] => _values.GetValueOrDefault(option);

    /// <summary>Whether a switch is given.</summary>
    public bool Has(string option) => _values.ContainsKey(option);

    /// <summary>Reads <c>--name value</c>, <c>--name=value</c> and switches.</summary>
    /// <exception cref="UsageException">Unknown option, missing value, or a value for a switch.</exception>
    public static Arguments Parse(IReadOnlyList<string> words, IReadOnlyList<Option> options)
    {
        var operands = new List<string>();
        var parsed = new Arguments { Operands = operands };
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is not ['-', _, ..])
            {
                operands.Add(words[i]);
                continue;
            }
            var (name, given) = words[i].Split('=', 2) is [var left, var right] ? (left, right) : (words[i], null);
            var option = options.FirstOrDefault(one => one.Name == name) ?? throw new UsageException(Unknown(name, options));
            if (option.Value is null)
            {
                if (given is not null)
                    throw new UsageException($"{name} is a switch and takes no value.");
                given = "";
            }
            given ??= ++i < words.Count ? words[i] : throw new UsageException($"{name} needs a value: {name} {option.Value}");
            parsed._values[name] = given;
        }
        return parsed;
    }

    private static string Unknown(string name, IReadOnlyList<Option> options) =>
        Spelling.Nearest(name, options.Select(option => option.Name)) is { } near
            ? $"{name} is no option here. Did you mean {near}?"
            : $"{name} is no option here.";
}
