using Fleet.Runtime.Cluster;
using k8s;
using k8s.Models;

namespace Fleet.Operator.Local.Manifests;

/// <summary>
/// Feeds the cluster with a folder of manifests and follows it. A file counts as a whole: with one violation nothing of it is taken and
/// what it gave before stays; what left the folder leaves the cluster.
/// </summary>
internal sealed class ManifestFolder(string folder, ICluster cluster, Terminal terminal)
{
    /// <summary>Field manager of what people wrote.</summary>
    public const string Manager = "manifests";

    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, ManifestFile> _files = new(StringComparer.Ordinal);
    private volatile IReadOnlyList<string> _refused = [];

    /// <summary>Every violation of the files that are refused now: <c>file: path: message</c>.</summary>
    public IReadOnlyList<string> Refused => _refused;

    /// <summary>Brings the cluster in line with the folder.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var present = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".yaml" or ".yml").Order(StringComparer.Ordinal).ToList()
            : [];
        foreach (var path in present)
            await ReadAsync(path, cancellationToken);
        foreach (var gone in _files.Keys.Except(present).ToList())
        {
            _files.Remove(gone, out var file);
            await DeleteAsync(file!.Objects, cancellationToken);
        }
        _refused = [.. _files.Values.SelectMany(file => file.Violations)];
    }

    /// <summary>Reads again whenever something changes in the folder, until cancelled.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var changed = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(folder);
        void Wake(object sender, FileSystemEventArgs change) => changed.Release();
        watcher.Changed += Wake;
        watcher.Created += Wake;
        watcher.Deleted += Wake;
        watcher.Renamed += Wake;
        watcher.EnableRaisingEvents = true;
        try
        {
            while (true)
            {
                // Editors write in several steps; some file systems tell nothing, hence the look without a call.
                if (await changed.WaitAsync(Unseen, cancellationToken))
                    await Task.Delay(Settle, cancellationToken);
                while (changed.CurrentCount > 0)
                    await changed.WaitAsync(cancellationToken);
                await ReadAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task ReadAsync(string path, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Refuse(path, "", [$"cannot be read: {unreadable.Message}"]);
            return;
        }
        if (_files.GetValueOrDefault(path) is { } known && known.Text == text)
            return;
        var (objects, violations) = Manifests.Read(text, _files.Where(one => one.Key != path).SelectMany(one => one.Value.Objects));
        if (violations.Count > 0)
        {
            Refuse(path, text, violations);
            return;
        }
        var before = _files.GetValueOrDefault(path);
        foreach (var one in objects)
        {
            await cluster.ApplyAsync<IKubernetesObject<V1ObjectMeta>>(one, Manager, force: true, cancellationToken);
            terminal.Say("pool", $"{one.Kind} {one.Metadata.Name} from {Path.GetFileName(path)} {(before is null ? "read" : "read again")}");
        }
        var kept = objects.Select(Manifests.Key).ToHashSet();
        await DeleteAsync((before?.Objects ?? []).Where(one => !kept.Contains(Manifests.Key(one))), cancellationToken);
        _files[path] = new(text, objects, []);
    }

    private void Refuse(string path, string text, IReadOnlyList<string> violations)
    {
        var lines = violations.Select(violation => $"{Path.GetFileName(path)}: {violation}").ToList();
        var before = _files.GetValueOrDefault(path)?.Objects ?? [];
        if (_files.GetValueOrDefault(path) is { } known && known.Violations.SequenceEqual(lines) && known.Text == text)
            return;
        _files[path] = new(text, before, lines);
        terminal.Warn($"{Path.GetFileName(path)} is refused{(before.Count > 0 ? "; what it said before stays in force" : "")}:", lines);
    }

    private async Task DeleteAsync(IEnumerable<IKubernetesObject<V1ObjectMeta>> objects, CancellationToken cancellationToken)
    {
        foreach (var one in objects)
        {
            var resource = await cluster.ResourceOfAsync(one, cancellationToken);
            await cluster.DeleteAsync(resource, one.Metadata.NamespaceProperty, one.Metadata.Name, new Deletion(), cancellationToken);
            terminal.Say("pool", $"{one.Kind} {one.Metadata.Name} is gone from the folder: ending it");
        }
    }

    private sealed record ManifestFile(string Text, IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects, IReadOnlyList<string> Violations);
}
