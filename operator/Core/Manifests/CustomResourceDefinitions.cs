using System.Reflection;
using Fleet.Contracts.Agents;
using Fleet.Core.Peaks;
using Fleet.Core.Pools;
using Fleet.Core.Schemas;
using k8s.Models;

namespace Fleet.Core.Manifests;

/// <summary>The definitions of our kinds, made from the classes; <c>crds/</c> holds them as files.</summary>
public static class CustomResourceDefinitions
{
    public static IReadOnlyList<V1CustomResourceDefinition> Build() =>
    [
        Of<AgentPool, AgentPoolSpec, AgentPoolStatus>(
            [.. Cel(Rules.All), new() { Rule = "self.role == oldSelf.role", Message = Rules.RoleStays, FieldPath = ".role" }]),
        Of<SalesPeak, SalesPeakSpec, SalesPeakStatus>([.. Cel(PeakRules.All)]),
    ];

    /// <summary>File of a definition below <c>crds/</c>.</summary>
    public static string FileOf(V1CustomResourceDefinition definition) => $"{definition.Spec.Names.Plural}.yaml";

    private static V1CustomResourceDefinition Of<TKind, TSpec, TStatus>(IList<V1ValidationRule> rules) where TSpec : new() where TStatus : new()
    {
        var entity = typeof(TKind).GetCustomAttribute<KubernetesEntityAttribute>()!;
        var spec = SchemaOf.Type<TSpec>();
        spec.XKubernetesValidations = rules;
        var root = new V1JSONSchemaProps
        {
            Type = "object",
            Required = ["spec"],
            Properties = new Dictionary<string, V1JSONSchemaProps>
            {
                ["apiVersion"] = new() { Type = "string" },
                ["kind"] = new() { Type = "string" },
                ["metadata"] = new() { Type = "object" },
                ["spec"] = spec,
                ["status"] = SchemaOf.Type<TStatus>(withDefaults: false),
            },
            XKubernetesValidations = [new() { Rule = Names.Cel, Message = "metadata.name " + Names.Message }],
        };
        return new()
        {
            ApiVersion = "apiextensions.k8s.io/v1",
            Kind = "CustomResourceDefinition",
            Metadata = new() { Name = $"{entity.PluralName}.{entity.Group}" },
            Spec = new()
            {
                Group = entity.Group,
                Scope = "Namespaced",
                Names = new()
                {
                    Kind = entity.Kind, ListKind = entity.Kind + "List", Plural = entity.PluralName, Singular = entity.Kind.ToLowerInvariant(),
                    ShortNames = typeof(TKind).GetCustomAttribute<KubernetesEntityShortNamesAttribute>()?.ShortNames, Categories = ["fleet"],
                },
                Versions =
                [
                    new()
                    {
                        Name = Labels.Version, Served = true, Storage = true,
                        Schema = new() { OpenAPIV3Schema = root },
                        Subresources = new() { Status = new Dictionary<string, object>(), Scale = Scale(typeof(TKind)) },
                        AdditionalPrinterColumns = [.. typeof(TKind).GetCustomAttributes<GenericAdditionalPrinterColumnAttribute>().Select(Column)],
                    },
                ],
            },
        };
    }

    private static IEnumerable<V1ValidationRule> Cel<TSpec>(IEnumerable<Rule<TSpec>> rules) => rules
        .Where(rule => rule.Cel is not null)
        .Select(rule => new V1ValidationRule { Rule = rule.Cel, Message = rule.Message, FieldPath = "." + rule.Path });

    private static V1CustomResourceColumnDefinition Column(GenericAdditionalPrinterColumnAttribute column) => new()
    {
        Name = column.Name, Type = column.Type, JsonPath = column.JsonPath, Description = column.Description, Priority = column.Priority > 0 ? column.Priority : null,
    };

    private static V1CustomResourceSubresourceScale? Scale(Type kind) => kind.GetCustomAttribute<ScaleSubresourceAttribute>() is { } scale
        ? new() { SpecReplicasPath = scale.SpecReplicas, StatusReplicasPath = scale.StatusReplicas, LabelSelectorPath = scale.LabelSelector }
        : null;
}
