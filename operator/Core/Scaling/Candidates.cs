using System.Globalization;

namespace Fleet.Core.Scaling;

/// <summary>Collects the voices of a decision; the largest that counts wins, the first of equals.</summary>
internal sealed class Candidates
{
    private readonly List<(CandidateKind Kind, int Replicas, string Inputs, string? Ruled)> _voices = [];

    internal int Largest => _voices.Where(voice => voice.Ruled is null).Select(voice => voice.Replicas).DefaultIfEmpty(0).Max();

    /// <param name="ruled">Why this voice is only shown and does not count; null when it counts.</param>
    internal void Add(CandidateKind kind, double replicas, FormattableString inputs, string? ruled = null) =>
        _voices.Add((kind, Whole(replicas), inputs.ToString(CultureInfo.InvariantCulture), ruled));

    internal (Candidate Winner, IReadOnlyList<Candidate> All) Elect()
    {
        var best = -1;
        for (var i = 0; i < _voices.Count; i++)
        {
            if (_voices[i].Ruled is null && (best < 0 || _voices[i].Replicas > _voices[best].Replicas)) best = i;
        }

        var winner = _voices[best];
        var all = new Candidate[_voices.Count];
        for (var i = 0; i < all.Length; i++)
        {
            var (kind, replicas, inputs, ruled) = _voices[i];
            all[i] = new(kind, replicas, inputs, i == best ? null : ruled ?? Lost(replicas, winner.Replicas, winner.Kind));
        }
        return (all[best], all);
    }

    private static string Lost(int replicas, int best, CandidateKind kind) =>
        replicas == best ? $"as much as {kind}, which comes first" : string.Create(CultureInfo.InvariantCulture, $"{replicas} is less than {best} of {kind}");

    // A hair above a whole number is rounding of the doubles, not a pod.
    private static int Whole(double replicas) => (int)Math.Min(Math.Ceiling(replicas - 1e-9), 1_000_000);
}
