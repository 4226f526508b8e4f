using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Localisation;

namespace Brink.Features.Standpoints;

/// <summary>What must be there before words can be a standpoint, and how long they may be.</summary>
public static class WordingRules
{
    public const string TitleField = "NewTitle";
    public const string TextField = "Text";
    public const string AsksField = "Asks";

    public static Outcome Check(string? title, string? text, string? asks) =>
        Outcome.Of([
            .. Missing(TitleField, title, Texts.Mark("Geef het standpunt een titel.")),
            .. Missing(TextField, text, Texts.Mark("Schrijf wat de dorpen vinden.")),
            .. Missing(AsksField, asks, Texts.Mark("Schrijf wat u de gemeente vraagt.")),
            .. Typed.Fits(TitleField, title, 100, 180),
            .. Typed.Fits(TextField, text, 6000, 20000),
            .. Typed.Fits(AsksField, asks, 3000, 20000),
        ]);

    private static Refusal[] Missing(string field, string? text, string message) =>
        string.IsNullOrWhiteSpace(text) ? [new Refusal(field, message)] : [];

    public static Wording Wording(string? title, string? text, string? asks) =>
        new(
            Platform.Text.TextRules.Line(title),
            Platform.Text.TextRules.Clean(text),
            Platform.Text.TextRules.Clean(asks)
        );
}
