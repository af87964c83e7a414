namespace Fleet.Runtime.Cluster;

/// <summary>Why the API server refused, as far as a caller can act on it.</summary>
public enum ClusterError
{
    /// <summary>Something else; see the message.</summary>
    Other,
    /// <summary>404: the object, or the kind, is not there.</summary>
    NotFound,
    /// <summary>409: someone else changed it since it was read, or owns a field that was applied without force.</summary>
    Conflict,
    /// <summary>409: create, and it is there already.</summary>
    AlreadyExists,
    /// <summary>400 or 422: the object breaks a rule; trying again cannot help.</summary>
    Invalid,
    /// <summary>401 or 403.</summary>
    Forbidden,
    /// <summary>410: the resource version asked for is too old; list again.</summary>
    Expired,
    /// <summary>429: slow down, see <see cref="ClusterException.RetryAfter"/>.</summary>
    TooManyRequests,
    /// <summary>5xx, a cut connection or a time-out: try again.</summary>
    Unavailable,
}

/// <summary>A call to the cluster failed.</summary>
public sealed class ClusterException(ClusterError error, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of refusal it is.</summary>
    public ClusterError Error { get; } = error;

    /// <summary>How long the server asked to wait, if it did.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
