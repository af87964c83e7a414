namespace Fleet.Core.Schemas;

/// <summary>Smallest value of a number, or smallest count of a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RangeMinimumAttribute(double minimum) : Attribute
{
    public double Minimum => minimum;
}

/// <summary>Largest value of a number, or largest count of a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RangeMaximumAttribute(double maximum) : Attribute
{
    public double Maximum => maximum;
}

/// <summary>Regular expression that a text matches as a whole; write it with ^ and $.</summary>
/// <param name="example">A right value, shown with the refusal.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatternAttribute(string pattern, string example) : Attribute
{
    public string Pattern => pattern;

    public string Example => example;
}

/// <summary>The field has to be there.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredAttribute : Attribute;

/// <summary>Whatever stands in the field is kept and not checked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PreserveUnknownFieldsAttribute : Attribute;

/// <summary>A list that server-side apply merges by this field of its items.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ListMapAttribute(string key) : Attribute
{
    public string Key => key;
}

/// <summary>Short names of a kind, for kubectl.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KubernetesEntityShortNamesAttribute(params string[] shortNames) : Attribute
{
    public string[] ShortNames => shortNames;
}

/// <summary>A column of <c>kubectl get</c>.</summary>
/// <param name="jsonPath">Path from the object's root, as <c>.spec.role</c>.</param>
/// <param name="type">string, integer, boolean, date or number.</param>
/// <param name="priority">Columns over 0 show with <c>-o wide</c> alone.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class GenericAdditionalPrinterColumnAttribute(string jsonPath, string name, string type, string description, int priority = 0) : Attribute
{
    public string JsonPath => jsonPath;

    public string Name => name;

    public string Type => type;

    public string Description => description;

    public int Priority => priority;
}

/// <summary>The kind has a scale subresource with these paths.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScaleSubresourceAttribute(string specReplicas, string statusReplicas, string labelSelector) : Attribute
{
    public string SpecReplicas => specReplicas;

    public string StatusReplicas => statusReplicas;

    public string LabelSelector => labelSelector;
}
