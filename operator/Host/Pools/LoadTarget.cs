namespace Fleet.Operator.Pools;

/// <summary>What a pool is sized by.</summary>
internal enum LoadTarget { Turns, Conversations, Calls }
