namespace Fleet.Operator.Local.Processes;

/// <summary>The last lines that a pod's processes wrote, and all of them in a file.</summary>
internal sealed class LogRing(string file, int lines = 40) : IDisposable
{
    private readonly Queue<string> _last = new();
    private readonly Lock _gate = new();
    private StreamWriter? _writer;
    private bool _closed;

    /// <summary>Where all lines are.</summary>
    public string File { get; } = file;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<string> Last
    {
        get
        {
            lock (_gate)
                return [.. _last];
        }
    }

    /// <summary>Takes one line; after <see cref="Dispose"/> it is dropped.</summary>
    public void Add(string? line)
    {
        if (line is null)
            return;
        lock (_gate)
        {
            if (_closed)
                return;
            _last.Enqueue(line);
            if (_last.Count > lines)
                _last.Dequeue();
            try
            {
                _writer ??= new StreamWriter(File, append: true) { AutoFlush = true };
                _writer.WriteLine(line);
            }
            catch (IOException)
            {
                // A full disk must not stop an agent; the ring still has the end.
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _writer?.Dispose();
        }
    }
}
