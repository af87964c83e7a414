using Fleet.Contracts.Agents;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Mesh;

/// <summary>
/// Plain HTTP to ready specialists, round robin. A call that fails, or has not answered after <see cref="HedgeAfter"/>, is sent to the
/// next specialist as well and the first good answer counts: reads are harmless twice, writes carry an idempotency key.
/// </summary>
internal sealed class DirectMesh(IHttpClientFactory clients, Directory directory, TimeProvider time) : IMesh
{
    /// <summary>Tools are to answer in 300 ms; a call that takes this long is among the slowest.</summary>
    public static readonly TimeSpan HedgeAfter = TimeSpan.FromMilliseconds(300);

    private const int MostAttempts = 3;

    private int _next;

    public async Task<TaskOutcome> AskAsync(AgentRole role, TaskRequest request, CancellationToken cancellationToken)
    {
        if (directory.Of(role).Count == 0)
            await directory.RefreshAsync(role, cancellationToken);
        var urls = directory.Of(role);
        if (urls.Count == 0)
            throw new MeshException($"no {role} specialist is ready");
        using var others = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = (uint)Interlocked.Increment(ref _next);
        var running = new List<Task<TaskOutcome>>();
        var failures = new List<string>();
        for (var attempt = 0; ;)
        {
            if (attempt < MostAttempts)
                running.Add(SendAsync(urls[(int)((first + (uint)attempt) % (uint)urls.Count)], request, others.Token));
            attempt++;
            var done = await FirstOf(running, attempt < MostAttempts && running.Count == 1, cancellationToken);
            if (done is null)
                continue;
            running.Remove(done);
            if (done.IsCompletedSuccessfully)
            {
                await others.CancelAsync();
                return done.Result;
            }
            failures.Add(done.Exception?.GetBaseException().Message ?? "cancelled");
            cancellationToken.ThrowIfCancellationRequested();
            if (running.Count == 0 && attempt >= MostAttempts)
                throw new MeshException($"{role}: {string.Join("; ", failures.Distinct())}");
        }
    }

    /// <summary>The first task to end; null when it is time to hedge.</summary>
    private async Task<Task<TaskOutcome>?> FirstOf(List<Task<TaskOutcome>> running, bool hedge, CancellationToken cancellationToken)
    {
        if (!hedge)
            return await Task.WhenAny(running);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = Task.Delay(HedgeAfter, time, enough.Token);
        var done = await Task.WhenAny([timer, .. running]);
        await enough.CancelAsync();
        return done as Task<TaskOutcome>;
    }

    private async Task<TaskOutcome> SendAsync(Uri specialist, TaskRequest request, CancellationToken cancellationToken)
    {
        var client = clients.CreateClient(nameof(DirectMesh));
        using var response = await client.PostAsJsonAsync(new Uri(specialist, AgentEndpoints.Turns), request, Wire.Json, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new MeshException($"{specialist} answered {(int)response.StatusCode}");
        return await response.Content.ReadFromJsonAsync<TaskOutcome>(Wire.Json, cancellationToken)
            ?? throw new MeshException($"{specialist} answered null");
    }
}
