using Fleet.Runtime.Control;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;

namespace Fleet.Runtime.Tests.Control;

public sealed class WorkQueueTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_key_added_often_is_handed_out_once()
    {
        using var queue = Queue();
        queue.Add("a");
        queue.Add("a");
        queue.Add("b");

        Assert.Equal(["a", "b"], await Drain(queue));
    }

    [Fact]
    public async Task A_key_in_work_is_not_handed_out_again_but_comes_back_when_it_was_added_meanwhile()
    {
        using var queue = Queue();
        queue.Add("a");
        var work = await queue.TakeAsync(TestContext.Current.CancellationToken);
        queue.Add("a");
        Assert.Equal(0, queue.Count);

        queue.Done(work!.Key);

        Assert.Equal(["a"], await Drain(queue));
    }

    [Fact]
    public async Task Fresh_keys_overtake_resynced_ones_and_a_resynced_key_can_turn_fresh()
    {
        using var queue = Queue();
        queue.Add("old-1", Priority.Resync);
        queue.Add("old-2", Priority.Resync);
        queue.Add("new");
        queue.Add("old-2");

        Assert.Equal(["new", "old-2", "old-1"], await Drain(queue));
    }

    [Fact]
    public async Task A_delayed_key_comes_when_due_and_the_earlier_delay_counts()
    {
        using var queue = Queue();
        queue.AddAfter("a", TimeSpan.FromSeconds(10));
        queue.AddAfter("a", TimeSpan.FromSeconds(2));
        queue.AddAfter("a", TimeSpan.FromSeconds(20));

        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal(0, queue.Count);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(["a"], await Drain(queue));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public async Task An_immediate_add_overtakes_a_delay()
    {
        using var queue = Queue();
        queue.AddAfter("a", TimeSpan.FromSeconds(10));
        queue.Add("a");
        Assert.Equal(["a"], await Drain(queue));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public async Task A_failing_key_is_retried_for_ever_with_growing_delay_until_forgotten()
    {
        using var queue = Queue();
        queue.Add("a");
        for (var failure = 1; failure <= 40; failure++)
        {
            var work = await queue.TakeAsync(TestContext.Current.CancellationToken);
            var delay = queue.AddFailed(work!.Key);
            queue.Done(work.Key);
            Assert.Equal(TimeSpan.FromMilliseconds(Math.Min(60_000, 5 * Math.Pow(2, failure - 1))), delay);
            _clock.Advance(delay);
            Assert.Equal(1, queue.Count);
        }
        queue.Forget("a");
        Assert.Equal(TimeSpan.FromMilliseconds(5), queue.AddFailed("a"));
    }

    [Fact]
    public async Task A_closed_queue_hands_out_what_is_ready_and_then_ends_for_every_worker()
    {
        using var queue = Queue();
        queue.Add("a");
        queue.Close();
        queue.Add("late");

        Assert.Equal("a", (await queue.TakeAsync(TestContext.Current.CancellationToken))!.Key);
        Assert.Null(await queue.TakeAsync(TestContext.Current.CancellationToken));
        Assert.Null(await queue.TakeAsync(TestContext.Current.CancellationToken));
    }

    [Property]
    public Property The_wait_never_exceeds_the_cap_and_never_falls_below_four_fifths_of_the_power() => Prop.ForAll(
        Gen.Choose(1, 5000).ToArbitrary(), Gen.Choose(0, 999).ToArbitrary(), (failures, chance) =>
        {
            var wait = new Backoff(TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(60), () => chance / 1000.0).After(failures).TotalMilliseconds;
            var full = Math.Min(60_000, 5 * Math.Pow(2, Math.Min(failures - 1, 52)));
            return wait <= full && wait >= (full * 0.8) - 0.001;
        });

    /// <summary>Any order of adds, takes, dones, failures and passing time: one worker a key, no key twice in line, and every add is followed by a run.</summary>
    [Property(MaxTest = 300)]
    public Property No_key_runs_twice_at_once_and_no_add_is_lost() => Prop.ForAll(
        Gen.ListOf(Gen.Zip(Gen.Choose(0, 5), Gen.Choose(0, 4))).ToArbitrary(), steps =>
        {
            var clock = new FakeTimeProvider();
            using var queue = new WorkQueue<int>(clock, new Backoff(TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(60), () => 0));
            HashSet<int> working = [], owed = [];
            var sound = true;

            void Take()
            {
                var work = queue.TakeAsync(CancellationToken.None).AsTask().Result!;
                sound &= working.Add(work.Key);
                owed.Remove(work.Key);
            }

            foreach (var (action, key) in steps)
            {
                switch (action)
                {
                    case 0: queue.Add(key); owed.Add(key); break;
                    case 1: queue.Add(key, Priority.Resync); owed.Add(key); break;
                    case 2: queue.AddAfter(key, TimeSpan.FromSeconds(key + 1)); owed.Add(key); break;
                    case 3 when queue.Count > 0: Take(); break;
                    case 4 when working.Remove(key): queue.AddFailed(key); owed.Add(key); queue.Done(key); break;
                    case 5: clock.Advance(TimeSpan.FromSeconds(1)); break;
                }
            }
            foreach (var key in working.ToList())
            {
                working.Remove(key);
                queue.Done(key);
            }
            clock.Advance(TimeSpan.FromHours(1));
            while (queue.Count > 0)
                Take();
            return sound && owed.Count == 0;
        });

    private WorkQueue<string> Queue() => new(_clock, new Backoff(TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(60), () => 0));

    private static async Task<List<string>> Drain(WorkQueue<string> queue)
    {
        List<string> keys = [];
        while (queue.Count > 0)
        {
            var work = await queue.TakeAsync(TestContext.Current.CancellationToken);
            keys.Add(work!.Key);
            queue.Done(work.Key);
        }
        return keys;
    }
}
