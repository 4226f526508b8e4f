using System.Collections;
using System.Globalization;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Brink.Features.Shared;

/// <summary>What stands in a field: as typed when the form comes back, else what the page knows.</summary>
internal sealed class FieldAnswer
{
    private readonly ModelExpression expression;
    private readonly ModelStateEntry? entry;

    public FieldAnswer(ModelExpression expression, ViewContext view)
    {
        this.expression = expression;
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Id = IdOf(Name);
        entry = view.ViewData.ModelState.TryGetValue(Name, out var found) ? found : null;
    }

    public string Name { get; }

    public string Id { get; }

    public string HelpId => $"{Id}-help";

    public string ErrorId => $"{Id}-fout";

    public string? Error => entry?.Errors.FirstOrDefault()?.ErrorMessage;

    public bool IsWhole => ValueType != typeof(decimal) && ValueType != typeof(double);

    private Type ValueType =>
        Nullable.GetUnderlyingType(expression.ModelExplorer.ModelType) ?? expression.ModelExplorer.ModelType;

    /// <summary>The id that a field of this name has, so that others can point at it.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "-");

    public string NaturalType(bool hasItems)
    {
        var type = ValueType;
        if (hasItems)
            return IsMany(type) ? "checkboxes" : "select";
        if (type == typeof(bool))
            return "checkbox";
        if (type == typeof(DateOnly))
            return "date";
        if (type == typeof(TimeOnly))
            return "time";
        if (typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type))
            return "file";
        if (type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double))
            return "number";
        return expression.Metadata.DataTypeName switch
        {
            "EmailAddress" => "email",
            "PhoneNumber" => "tel",
            "Password" => "password",
            "MultilineText" => "textarea",
            "Url" => "url",
            _ => "text",
        };
    }

    public string Text(string type) =>
        entry?.AttemptedValue is { } typed ? TextRules.Clean(typed) : Written(expression.Model, type);

    public IReadOnlyCollection<string> Values() =>
        entry?.RawValue switch
        {
            string one => [one],
            string?[] many => [.. many.OfType<string>()],
            _ => expression.Model switch
            {
                null => [],
                string one => one.Length == 0 ? [] : [one],
                IEnumerable many => [.. many.Cast<object>().Select(value => Written(value, ""))],
                var one => [Written(one, "")],
            },
        };

    private static bool IsMany(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static string Written(object? value, string type) =>
        value switch
        {
            null => "",
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            Enum name => name.ToString(),
            IFormattable number when type is "number" => number.ToString(null, CultureInfo.CurrentCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
