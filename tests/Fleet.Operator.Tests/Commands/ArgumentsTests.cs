using Fleet.Operator.Commands;
using Fleet.Operator.Local;

namespace Fleet.Operator.Tests.Commands;

public sealed class ArgumentsTests
{
    [Fact]
    public void Options_are_read_with_a_space_and_with_an_equals_sign()
    {
        var options = UpOptions.From(Arguments.Parse(["--listen", "http://127.0.0.1:9000", "--redis=localhost:6379"], UpOptions.Known));

        Assert.Equal(9000, options.Listen.Port);
        Assert.Equal(("localhost", 6379), (options.Redis!.Host, options.Redis.Port));
        Assert.Null(options.Manifests);
    }

    [Fact]
    public void A_misspelled_option_names_the_one_that_was_meant()
    {
        var wrong = Assert.Throws<UsageException>(() => Arguments.Parse(["--listne", "x"], UpOptions.Known));

        Assert.Contains("Did you mean --listen?", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--listen", "8080")]
    [InlineData("--listen", "ftp://localhost:1")]
    [InlineData("--redis", "localhost")]
    [InlineData("--redis", "localhost:0")]
    [InlineData("--redis", "localhost:99999")]
    [InlineData("--manifests", "no-such-folder-anywhere")]
    public void A_value_that_cannot_be_used_is_refused_with_the_option_and_the_value(string option, string value)
    {
        var wrong = Assert.Throws<UsageException>(() => UpOptions.From(Arguments.Parse([option, value], UpOptions.Known)));

        Assert.Contains($"{option} {value}", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_without_its_value_is_refused() =>
        Assert.Throws<UsageException>(() => Arguments.Parse(["--listen"], UpOptions.Known));

    [Theory]
    [InlineData("upp", "up")]
    [InlineData("rendr", "render")]
    [InlineData("completely-else", null)]
    public void The_nearest_word_is_found_only_when_it_is_near(string typed, string? meant) =>
        Assert.Equal(meant, Spelling.Nearest(typed, ["up", "render", "simulate"]));
}
