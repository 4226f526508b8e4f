using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Brink.Features.Shared;

/// <summary>
/// One question of a form: label, help, message, field. What was typed comes back after a refusal, except passwords
/// and files, which browsers don't let a page fill in. Attributes it doesn't know go to the field itself.
/// </summary>
[HtmlTargetElement("form-field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormField(Texts T) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Help { get; set; }

    /// <summary>
    /// text, email, tel, number, date, time, password, search, url, textarea, select, radio, checkbox, checkboxes or
    /// file. Left out, it follows from the type of the property.
    /// </summary>
    public string? Type { get; set; }

    public IEnumerable<Choice>? Items { get; set; }

    /// <summary>Most questions must be answered, so it is the others that are marked.</summary>
    public bool Optional { get; set; }

    /// <summary>short or middle, where the answer is: a year, a postcode, a telephone number.</summary>
    public string? Width { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var answer = new FieldAnswer(For, ViewContext);
        FieldLabels.Remember(ViewContext.HttpContext, answer.Name, Label);
        var kind = Type ?? answer.NaturalType(Items is not null);
        var passed = output.Attributes.ToList();
        output.Attributes.Clear();
        var parts = kind switch
        {
            "radio" or "checkboxes" => Group(answer, kind, passed),
            "checkbox" => Single(answer, passed),
            _ => Labelled(answer, kind, passed),
        };
        output.TagName = kind is "radio" or "checkboxes" ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Classes(answer, kind));
        if (kind is "radio" or "checkboxes")
            Describe(answer, kind, output);
        foreach (var part in parts)
            output.Content.AppendHtml(part);
        output.Content.AppendHtml(await output.GetChildContentAsync());
    }

    private static string Classes(FieldAnswer answer, string kind)
    {
        var block = kind is "radio" or "checkboxes" ? "utrecht-form-fieldset" : "utrecht-form-field";
        return (kind is "checkbox" ? $"{block} {block}--checkbox" : block)
            + (answer.Error is null ? "" : $" {block}--invalid");
    }

    private void Describe(FieldAnswer answer, string kind, TagHelperOutput output)
    {
        if (kind is "radio")
            output.Attributes.SetAttribute("role", "radiogroup");
        if (DescribedBy(answer) is { } ids)
            output.Attributes.SetAttribute("aria-describedby", ids);
        if (kind is "radio" && answer.Error is not null)
            output.Attributes.SetAttribute("aria-invalid", "true");
    }

    private IEnumerable<IHtmlContent> Labelled(FieldAnswer answer, string kind, List<TagHelperAttribute> passed)
    {
        var label = Element("label", "utrecht-form-label", LabelText());
        label.Attributes["for"] = answer.Id;
        yield return Element("div", "utrecht-form-field__label", label);
        foreach (var part in HelpAndError(answer))
            yield return part;

        var field = kind switch
        {
            "textarea" => TextArea(answer),
            "select" => Select(answer),
            _ => Input(answer, kind),
        };
        field.Attributes["id"] = answer.Id;
        field.Attributes["name"] = answer.Name;
        if (Width is not null)
            field.AddCssClass($"brink-width--{Width}");
        if (answer.Error is not null)
            field.Attributes["aria-invalid"] = "true";
        if (DescribedBy(answer) is { } ids)
            field.Attributes["aria-describedby"] = ids;
        Pass(passed, field);
        yield return Element("div", "utrecht-form-field__input", field);
    }

    private static TagBuilder TextArea(FieldAnswer answer)
    {
        var area = Element("textarea", Block("utrecht-textarea", "html-textarea", answer));
        area.Attributes["rows"] = "6";
        // A browser drops the first line break in a text area: give it one to drop.
        area.InnerHtml.AppendHtml("\n").Append(answer.Text("textarea"));
        return area;
    }

    private TagBuilder Select(FieldAnswer answer)
    {
        var select = Element("select", Block("utrecht-select", "html-select", answer));
        var chosen = answer.Values();
        if (chosen.Count == 0 || !Items!.Any(item => chosen.Contains(item.Value)))
            select.InnerHtml.AppendHtml(Option("", T["Kies een antwoord"], chosen: true));
        foreach (var item in Items!)
            select.InnerHtml.AppendHtml(Option(item.Value, item.Text, chosen.Contains(item.Value)));
        return select;
    }

    private static TagBuilder Option(string value, string text, bool chosen)
    {
        var option = Element("option", null, Text(text));
        option.Attributes["value"] = value;
        if (chosen)
            option.Attributes["selected"] = "selected";
        return option;
    }

    private static TagBuilder Input(FieldAnswer answer, string kind)
    {
        var input = Element("input", Block("utrecht-textbox", "html-input", answer));
        input.TagRenderMode = TagRenderMode.SelfClosing;
        // A number is typed as people write it, '1.250,50': the browser's number field can't take that.
        input.Attributes["type"] = kind is "number" ? "text" : kind;
        switch (kind)
        {
            case "number":
                input.Attributes["inputmode"] = answer.IsWhole ? "numeric" : "decimal";
                input.Attributes["autocomplete"] = "off";
                break;
            case "email":
                input.Attributes["autocomplete"] = "email";
                input.Attributes["spellcheck"] = "false";
                break;
            case "tel":
                input.Attributes["autocomplete"] = "tel";
                break;
        }
        if (kind is not ("file" or "password") && answer.Text(kind) is { Length: > 0 } text)
            input.Attributes["value"] = text;
        return input;
    }

    private IEnumerable<IHtmlContent> Group(FieldAnswer answer, string kind, List<TagHelperAttribute> passed)
    {
        yield return Element("legend", "utrecht-form-fieldset__legend", LabelText());
        foreach (var part in HelpAndError(answer))
            yield return part;

        var chosen = answer.Values();
        var choices = Element("div", "brink-choices");
        foreach (var (item, index) in (Items ?? []).Select((item, index) => (item, index)))
        {
            var id = index == 0 ? answer.Id : $"{answer.Id}-{index + 1}";
            var type = kind is "radio" ? "radio" : "checkbox";
            choices.InnerHtml.AppendHtml(ChoiceOf(answer, type, id, item, chosen.Contains(item.Value), passed));
        }
        yield return choices;
    }

    private IEnumerable<IHtmlContent> Single(FieldAnswer answer, List<TagHelperAttribute> passed)
    {
        if (answer.Error is not null)
            yield return ErrorMessage(answer);
        var item = new Choice("true", Label, Help);
        yield return ChoiceOf(
            answer,
            "checkbox",
            answer.Id,
            item,
            answer.Values().Contains("true", StringComparer.OrdinalIgnoreCase),
            passed
        );
    }

    private static TagBuilder ChoiceOf(
        FieldAnswer answer,
        string type,
        string id,
        Choice item,
        bool chosen,
        List<TagHelperAttribute> passed
    )
    {
        var block = type is "radio" ? "utrecht-radio-button" : "utrecht-checkbox";
        var input = Element("input", $"{block} {block}--html-input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = type;
        input.Attributes["id"] = id;
        input.Attributes["name"] = answer.Name;
        input.Attributes["value"] = item.Value;
        if (chosen)
            input.Attributes["checked"] = "checked";
        Pass(passed, input);
        List<string> described = [];
        if (item.Description is not null)
            described.Add($"{id}-means");
        if (answer.Error is not null && type is "checkbox")
        {
            input.Attributes["aria-invalid"] = "true";
            described.Add(answer.ErrorId);
        }
        if (described.Count > 0)
            input.Attributes["aria-describedby"] = string.Join(' ', described);

        var label = Element("label", null, Text(item.Text));
        label.Attributes["for"] = id;
        var choice = Element("div", "brink-choice", input, label);
        if (item.Description is not null)
        {
            var means = Element("div", "brink-choice__description", Text(item.Description));
            means.Attributes["id"] = $"{id}-means";
            choice.InnerHtml.AppendHtml(means);
        }
        return choice;
    }

    private IHtmlContent LabelText()
    {
        var text = new HtmlContentBuilder().Append(Label);
        return Optional
            ? text.Append(" ").AppendHtml(Element("span", "brink-optional", Text(T["(niet verplicht)"])))
            : text;
    }

    private IEnumerable<IHtmlContent> HelpAndError(FieldAnswer answer)
    {
        if (Help is not null)
        {
            var help = Element("div", "utrecht-form-field-description", Text(Help));
            help.Attributes["id"] = answer.HelpId;
            yield return help;
        }
        if (answer.Error is not null)
            yield return ErrorMessage(answer);
    }

    private TagBuilder ErrorMessage(FieldAnswer answer)
    {
        var message = Element(
            "div",
            "utrecht-form-field-error-message",
            Icons.Named("circle-alert"),
            Element("span", null, Text(T[answer.Error!]))
        );
        message.Attributes["id"] = answer.ErrorId;
        return message;
    }

    private string? DescribedBy(FieldAnswer answer) =>
        (Help, answer.Error) switch
        {
            (null, null) => null,
            (_, null) => answer.HelpId,
            (null, _) => answer.ErrorId,
            _ => $"{answer.HelpId} {answer.ErrorId}",
        };

    private static string Block(string block, string variant, FieldAnswer answer) =>
        $"{block} {block}--{variant}" + (answer.Error is null ? "" : $" {block}--invalid");

    private static void Pass(List<TagHelperAttribute> attributes, TagBuilder field)
    {
        foreach (var attribute in attributes)
            field.MergeAttribute(attribute.Name, attribute.Value?.ToString() ?? attribute.Name, replaceExisting: true);
    }

    private static TagBuilder Element(string name, string? cssClass, params IHtmlContent[] content)
    {
        var element = new TagBuilder(name);
        if (cssClass is not null)
            element.Attributes["class"] = cssClass;
        foreach (var part in content)
            element.InnerHtml.AppendHtml(part);
        return element;
    }

    private static HtmlContentBuilder Text(string text)
    {
        var content = new HtmlContentBuilder();
        content.Append(text);
        return content;
    }
}
