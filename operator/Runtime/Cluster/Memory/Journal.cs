using System.Threading.Channels;

namespace Fleet.Runtime.Cluster.Memory;

/// <summary>The last changes, for watches that resume, and the watches that are open. Not safe for threads: the cluster's lock guards it.</summary>
internal sealed class Journal(int capacity)
{
    private readonly Queue<Happening> _past = new();
    private readonly HashSet<ChannelWriter<Happening>> _watches = [];
    private long _forgotten;

    public void Add(Happening happening)
    {
        _past.Enqueue(happening);
        if (_past.Count > capacity)
            _forgotten = _past.Dequeue().Version;
        foreach (var watch in _watches)
            watch.TryWrite(happening);
    }

    /// <summary>Drops the past, as compaction does: a watch from before now is Expired.</summary>
    public void Compact(long version)
    {
        _past.Clear();
        _forgotten = version;
    }

    /// <summary>Ends every open watch, as a server that goes away does.</summary>
    public void Cut()
    {
        foreach (var watch in _watches)
            watch.TryComplete();
        _watches.Clear();
    }

    /// <summary>A channel with everything after the version, and what comes.</summary>
    public Channel<Happening> Open(long after)
    {
        if (after < _forgotten)
            throw new ClusterException(ClusterError.Expired, $"resource version {after} is too old: the past begins at {_forgotten}");
        var channel = Channel.CreateUnbounded<Happening>(new UnboundedChannelOptions { SingleReader = true });
        foreach (var happening in _past.Where(happening => happening.Version > after))
            channel.Writer.TryWrite(happening);
        _watches.Add(channel.Writer);
        return channel;
    }

    public void Close(Channel<Happening> channel) => _watches.Remove(channel.Writer);
}
