using System.ComponentModel;
using System.Text.Json.Serialization;
using Fleet.Core.Schemas;

namespace Fleet.Core.Pools;

/// <summary>Who speaks the model's protocol.</summary>
public enum ModelProvider { OpenAI, AzureOpenAI }

/// <summary>A language model behind the local understanding.</summary>
public sealed record ModelSpec
{
    [JsonPropertyName("provider"), JsonConverter(typeof(JsonStringEnumConverter<ModelProvider>)), Description("The protocol; most servers speak OpenAI's.")]
    public ModelProvider Provider { get; init; } = ModelProvider.OpenAI;

    [JsonPropertyName("endpoint"), Required, Description("Base URL of the server."), Pattern(@"^https?://[^\s]+$", "https://models.example.com/v1")]
    public string Endpoint { get; init; } = null!;

    [JsonPropertyName("name"), Required, Description("Name of the model or deployment."), Pattern(@"^[^\s]{1,200}$", "qwen3-8b")]
    public string Name { get; init; } = null!;

    [JsonPropertyName("apiKeySecretRef"), Description("Secret with the key under 'apiKey'; left out where the server asks for none.")]
    public SecretReference? ApiKeySecretRef { get; init; }

    [JsonPropertyName("timeout"), JsonConverter(typeof(DurationText)), Description("The agents go on without the model after this long; at most 30s.")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);
}
