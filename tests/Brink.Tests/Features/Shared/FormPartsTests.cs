using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Brink.Features.Shared;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Brink.Tests.Features.Shared;

public sealed class FormPartsTests
{
    private readonly ViewDataDictionary<Form> view = new(new EmptyModelMetadataProvider(), new ModelStateDictionary())
    {
        Model = new Form(),
    };
    private readonly Texts texts = Texts.Of([]);

    [Fact]
    public async Task Field_PointsFromLabelAndHelpToTheField()
    {
        var form = await Render("Title", field => field.Help = "Een paar woorden");

        var input = form.QuerySelector("input")!;
        Assert.Equal(input.Id, form.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("Een paar woorden", form.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Field_AfterARefusal_SaysWhyAndKeepsWhatWasTyped()
    {
        Refuse("Title", "zo\" onfocus=\"x<b>", "Dit is <te> kort");

        var form = await Render("Title", field => field.Help = "Hulp");

        var input = form.QuerySelector("input")!;
        Assert.Equal("zo\" onfocus=\"x<b>", input.GetAttribute("value"));
        Assert.False(input.HasAttribute("onfocus"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ');
        Assert.Equal(["Title-help", "Title-fout"], described);
        Assert.Equal("Dit is <te> kort", form.GetElementById("Title-fout")!.TextContent.Trim());
    }

    [Fact]
    public async Task TextArea_KeepsALeadingLineBreak()
    {
        // Kept words may begin with a line break; typed ones come back cleaned, without it.
        ((Form)view.Model!).Title = "\n</textarea><script>";

        var form = await Render("Title", field => field.Type = "textarea");

        Assert.Equal("\n</textarea><script>", form.QuerySelector("textarea")!.TextContent);
        Assert.Null(form.QuerySelector("script"));
    }

    [Fact]
    public async Task Password_NeverComesBack()
    {
        Refuse("Title", "geheim", "Nee");

        var form = await Render("Title", field => field.Type = "password");

        Assert.False(form.QuerySelector("input")!.HasAttribute("value"));
    }

    [Fact]
    public async Task Radio_IsAGroupWithADescriptionPerChoice()
    {
        view.Model.Owner = Owner.Together;

        var form = await Render(
            "Owner",
            field =>
            {
                field.Type = "radio";
                field.Items =
                [
                    new Choice(Owner.Residents, "Van ons", "Inwoners doen het zelf."),
                    new Choice(Owner.Together, "Samen"),
                ];
            }
        );

        Assert.Equal("radiogroup", form.QuerySelector("fieldset")!.GetAttribute("role"));
        var radios = form.QuerySelectorAll("input[type=radio]");
        Assert.Equal(["Owner", "Owner-2"], radios.Select(radio => radio.Id));
        Assert.False(radios[0].HasAttribute("checked"));
        Assert.True(radios[1].HasAttribute("checked"));
        Assert.Equal(
            "Inwoners doen het zelf.",
            form.GetElementById(radios[0].GetAttribute("aria-describedby")!)!.TextContent
        );
    }

    [Fact]
    public async Task Checkboxes_ComeBackAsTicked()
    {
        view.ModelState.SetModelValue("Themes", new[] { "groen", "zorg" }, "groen,zorg");

        var form = await Render(
            "Themes",
            field => field.Items = [new("groen", "Groen"), new("wonen", "Wonen"), new("zorg", "Zorg")]
        );

        Assert.Equal(
            ["groen", "zorg"],
            form.QuerySelectorAll("input[checked]").Select(box => box.GetAttribute("value"))
        );
    }

    [Fact]
    public async Task Select_AsksFirst_AndDoesNotChooseForYou()
    {
        var form = await Render(
            "Title",
            field =>
            {
                field.Type = "select";
                field.Items = [new(1, "Hijken"), new(2, "Elp")];
            }
        );

        var options = form.QuerySelectorAll("option");
        Assert.Equal(["", "1", "2"], options.Select(option => option.GetAttribute("value")));
        Assert.True(options[0].HasAttribute("selected"));
    }

    [Fact]
    public async Task Number_IsWrittenInTheLanguageOfThePage_AndTypedAsText()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");
        view.Model.Amount = 1250.5m;

        var input = (await Render("Amount")).QuerySelector("input")!;

        Assert.Equal("1250,5", input.GetAttribute("value"));
        Assert.Equal("text", input.GetAttribute("type"));
        Assert.Equal("decimal", input.GetAttribute("inputmode"));
    }

    [Fact]
    public async Task Field_PassesOtherAttributesOn()
    {
        var form = await Render("Title", _ => { }, new TagHelperAttribute("autocomplete", "name"));

        Assert.Equal("name", form.QuerySelector("input")!.GetAttribute("autocomplete"));
    }

    [Fact]
    public async Task Summary_NamesMistakesInTheOrderOfTheForm_EachAtItsField()
    {
        view.ModelState.AddModelError("Owner", "Kies van wie het is");
        view.ModelState.AddModelError("Title", "Vul een titel in");
        view.ModelState.AddModelError("", "Deze gemeente neemt nu niets aan");

        var summary = await Parse(new ErrorSummary(texts) { ViewContext = Context });

        Assert.Equal(
            ["Deze gemeente neemt nu niets aan", "Vul een titel in", "Kies van wie het is"],
            summary.QuerySelectorAll("li").Select(line => line.TextContent)
        );
        var link = summary.QuerySelector("a")!.GetAttribute("href")!;
        Assert.NotNull((await Render("Title")).QuerySelector(link));
        Assert.True(summary.GetElementById("fouten")!.HasAttribute("autofocus"));
    }

    [Fact]
    public async Task Summary_IsSilentWhenNothingIsWrong()
    {
        var summary = await Parse(new ErrorSummary(texts) { ViewContext = Context });

        Assert.Equal("", summary.Body!.TextContent);
        Assert.Empty(summary.Body.Children);
    }

    [Fact]
    public async Task TrapField_CantBeReachedByPeople()
    {
        var trap = (await Parse(new TrapField())).QuerySelector("input")!;

        Assert.Equal("-1", trap.GetAttribute("tabindex"));
        Assert.Equal("true", trap.ParentElement!.GetAttribute("aria-hidden"));
        Assert.Equal(TrapField.Name, trap.GetAttribute("name"));
    }

    [Fact]
    public async Task StatusBadge_HasAShapeBesideItsWord()
    {
        var badge = await Parse(new StatusBadge { Kind = StatusKind.Danger });

        Assert.NotNull(badge.QuerySelector(".utrecht-status-badge--danger svg[aria-hidden=true]"));
    }

    [Fact]
    public void Icon_ThatIsNotThere_IsAMistake() => Assert.Throws<ArgumentException>(() => Icons.Named("zeppelin"));

    private ViewContext Context => new() { ViewData = view, HttpContext = new DefaultHttpContext() };

    private void Refuse(string name, string typed, string message)
    {
        view.ModelState.SetModelValue(name, typed, typed);
        view.ModelState.AddModelError(name, message);
    }

    private Task<IDocument> Render(string name, Action<FormField>? with = null, params TagHelperAttribute[] attributes)
    {
        var field = new FormField(texts)
        {
            For = new ModelExpression(name, view.ModelExplorer.GetExplorerForProperty(name)),
            Label = "Vraag",
            ViewContext = Context,
        };
        with?.Invoke(field);
        return Parse(field, attributes);
    }

    private static async Task<IDocument> Parse(TagHelper part, params TagHelperAttribute[] attributes)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput(
            "part",
            [.. attributes],
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent())
        );
        await part.ProcessAsync(context, output);
        await using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return await new HtmlParser().ParseDocumentAsync(writer.ToString());
    }

    private enum Owner
    {
        Residents,
        Together,
    }

    private sealed class Form
    {
        public string Title { get; set; } = "";

        public Owner? Owner { get; set; }

        public List<string> Themes { get; set; } = [];

        public decimal? Amount { get; set; }
    }
}
