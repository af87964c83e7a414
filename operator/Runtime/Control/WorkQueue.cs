using System.Diagnostics.CodeAnalysis;

namespace Fleet.Runtime.Control;

/// <summary>How soon a key is wanted.</summary>
public enum Priority
{
    /// <summary>First list, resync, a later look that was asked for: when there is nothing fresh to do.</summary>
    Resync,
    /// <summary>Something changed.</summary>
    Fresh,
}

/// <summary>A key handed to a worker.</summary>
/// <param name="Key">The key.</param>
/// <param name="Waited">How long it stood in the queue after it was due.</param>
public sealed record Work<TKey>(TKey Key, TimeSpan Waited);

/// <summary>
/// The queue between watches and workers. A key stands in it at most once; a key that is being worked on is not handed out again, and is
/// queued again on <see cref="Done"/> if it was added meanwhile. Fresh keys go before resynced ones; within a priority the order is that of adding.
/// A key that waits for a delay is overtaken by an immediate add, and the earlier of two delays counts.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue.")]
public sealed class WorkQueue<TKey> : IDisposable where TKey : notnull
{
    private sealed class Entry
    {
        public bool Queued;
        public bool Working;
        public bool Again;
        public Priority Priority;
        public DateTimeOffset Since;
        public DateTimeOffset? Due;
        public Priority DuePriority;
        public int Failures;
        public LinkedListNode<TKey>? Node;
    }

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Backoff _backoff;
    private readonly Dictionary<TKey, Entry> _entries = [];
    private readonly LinkedList<TKey>[] _ready = [new(), new()];
    private readonly PriorityQueue<TKey, DateTimeOffset> _delayed = new();
    private readonly SemaphoreSlim _available = new(0);
    private readonly ITimer _timer;
    private readonly QueueMetrics? _metrics;
    private bool _closed;

    /// <param name="clock">Measures delays.</param>
    /// <param name="backoff">Delay of failed keys.</param>
    /// <param name="metrics">Where depth, adds, latency and retries are counted.</param>
    public WorkQueue(TimeProvider clock, Backoff backoff, QueueMetrics? metrics = null)
    {
        (_clock, _backoff, _metrics) = (clock, backoff, metrics);
        _timer = clock.CreateTimer(_ => Promote(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Keys that stand ready.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _ready[0].Count + _ready[1].Count;
        }
    }

    /// <summary>Queues the key now.</summary>
    public void Add(TKey key, Priority priority = Priority.Fresh)
    {
        lock (_gate)
        {
            if (!_closed)
                Enqueue(key, Find(key), priority);
        }
    }

    /// <summary>Queues the key after a delay; an earlier delay it has already stays.</summary>
    public void AddAfter(TKey key, TimeSpan delay, Priority priority = Priority.Resync)
    {
        if (delay <= TimeSpan.Zero)
        {
            Add(key, priority);
            return;
        }
        lock (_gate)
        {
            if (!_closed)
                Delay(key, Find(key), _clock.GetUtcNow() + delay, priority);
        }
    }

    /// <summary>Queues a key that failed, with growing delay until <see cref="Forget"/>. Returns the delay.</summary>
    public TimeSpan AddFailed(TKey key)
    {
        lock (_gate)
        {
            var entry = Find(key);
            var delay = _backoff.After(++entry.Failures);
            _metrics?.Retried();
            if (!_closed)
                Delay(key, entry, _clock.GetUtcNow() + delay, Priority.Fresh);
            return delay;
        }
    }

    /// <summary>The key succeeded: its next failure waits the shortest time again.</summary>
    public void Forget(TKey key)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry))
            {
                entry.Failures = 0;
                Drop(key, entry);
            }
        }
    }

    /// <summary>How often the key failed in a row.</summary>
    public int FailuresOf(TKey key)
    {
        lock (_gate)
            return _entries.TryGetValue(key, out var entry) ? entry.Failures : 0;
    }

    /// <summary>Waits for the next key; null once the queue is closed and empty. Every key taken must be given back by <see cref="Done"/>.</summary>
    public async ValueTask<Work<TKey>?> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _available.WaitAsync(cancellationToken);
            lock (_gate)
            {
                var ready = _ready[(int)Priority.Fresh].Count > 0 ? _ready[(int)Priority.Fresh] : _ready[(int)Priority.Resync];
                if (ready.First is not { } first)
                {
                    if (!_closed)
                        continue;
                    _available.Release();
                    return null;
                }
                ready.RemoveFirst();
                var entry = _entries[first.Value];
                (entry.Queued, entry.Working, entry.Node) = (false, true, null);
                var waited = _clock.GetUtcNow() - entry.Since;
                _metrics?.Taken(Depth, waited);
                return new Work<TKey>(first.Value, waited);
            }
        }
    }

    /// <summary>The worker is done with the key, however it went.</summary>
    public void Done(TKey key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry) || !entry.Working)
                return;
            entry.Working = false;
            if (entry.Again && !_closed)
            {
                entry.Again = false;
                Enqueue(key, entry, entry.Priority);
            }
            Drop(key, entry);
        }
    }

    /// <summary>Takes nothing more in, drops what waits for a delay; what stands ready is still handed out.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _delayed.Clear();
            _available.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _timer.Dispose();
    }

    private int Depth => _ready[0].Count + _ready[1].Count;

    private Entry Find(TKey key)
    {
        if (!_entries.TryGetValue(key, out var entry))
            _entries[key] = entry = new Entry();
        return entry;
    }

    private void Enqueue(TKey key, Entry entry, Priority priority)
    {
        entry.Due = null;
        if (entry.Working)
        {
            entry.Priority = entry.Again ? Max(entry.Priority, priority) : priority;
            entry.Again = true;
        }
        else if (!entry.Queued)
        {
            (entry.Queued, entry.Priority, entry.Since) = (true, priority, _clock.GetUtcNow());
            entry.Node = _ready[(int)priority].AddLast(key);
            _available.Release();
            _metrics?.Added(Depth);
        }
        else if (priority > entry.Priority)
        {
            _ready[(int)entry.Priority].Remove(entry.Node!);
            entry.Priority = priority;
            entry.Node = _ready[(int)priority].AddLast(key);
        }
    }

    private void Delay(TKey key, Entry entry, DateTimeOffset due, Priority priority)
    {
        // It is run anyway, and sooner.
        if (entry.Queued || entry.Again)
            return;
        entry.DuePriority = entry.Due is null ? priority : Max(entry.DuePriority, priority);
        if (entry.Due is { } earlier && earlier <= due)
            return;
        entry.Due = due;
        _delayed.Enqueue(key, due);
        Arm();
    }

    private void Promote()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            while (_delayed.TryPeek(out var key, out var due) && due <= now)
            {
                _delayed.Dequeue();
                // A due time that was overtaken no longer stands in the entry.
                if (_entries.TryGetValue(key, out var entry) && entry.Due == due)
                    Enqueue(key, entry, entry.DuePriority);
            }
            Arm();
        }
    }

    private void Arm()
    {
        if (_delayed.TryPeek(out _, out var due))
        {
            var wait = due - _clock.GetUtcNow();
            // Timers count whole milliseconds; rounding down would wake just before the time and spin.
            _timer.Change(wait <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(wait.TotalMilliseconds, 86_400_000))), Timeout.InfiniteTimeSpan);
        }
    }

    private void Drop(TKey key, Entry entry)
    {
        if (entry is { Queued: false, Working: false, Again: false, Due: null, Failures: 0 })
            _entries.Remove(key);
    }

    private static Priority Max(Priority one, Priority other) => one > other ? one : other;
}
