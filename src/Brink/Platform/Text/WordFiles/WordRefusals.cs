using Brink.Platform.Localisation;

namespace Brink.Platform.Text.WordFiles;

/// <summary>Why a file is not read, each in words with what to do.</summary>
internal static class WordRefusals
{
    public static WordRefusedException Broken() =>
        new(
            Texts.Mark(
                "Dit Word-bestand is beschadigd of niet heel aangekomen. Open het in Word, bewaar het opnieuw en kies het dan nog eens."
            )
        );

    public static WordRefusedException NoWordFile() =>
        new(Texts.Mark("Dit is geen Word-bestand. Kies een bestand dat eindigt op .docx."));

    public static WordRefusedException OldWord() =>
        new(
            Texts.Mark(
                "Dit is een oud Word-bestand (.doc). Open het in Word, bewaar het als .docx en kies het dan opnieuw."
            )
        );

    public static WordRefusedException Locked() =>
        new(
            Texts.Mark("Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf en kies het dan opnieuw.")
        );

    public static WordRefusedException Macros() =>
        new(
            Texts.Mark(
                "In dit bestand zitten macro's. Bewaar het in Word als .docx, zonder macro's, en kies het dan opnieuw."
            )
        );

    public static WordRefusedException TooMuch() =>
        new(
            Texts.Mark(
                "Dit bestand is uitgepakt te groot om te lezen. Maak er twee stukken van, of gebruik kleinere plaatjes."
            )
        );

    public static WordRefusedException External() =>
        new(
            Texts.Mark(
                "Dit bestand haalt iets op van een andere plek, zoals een gekoppeld plaatje. Zet het in Word in het bestand zelf en kies het dan opnieuw."
            )
        );

    public static WordRefusedException Unsafe() =>
        new(
            Texts.Mark(
                "Dit bestand is anders opgebouwd dan Word doet. Om veilig te blijven lezen wij het niet. Open het in Word, bewaar het opnieuw en kies het dan nog eens."
            )
        );

    public static WordRefusedException Incomplete() =>
        new(
            Texts.Mark("In dit bestand ontbreken delen. Open het in Word, bewaar het opnieuw en kies het dan nog eens.")
        );

    public static WordRefusedException Empty() => new(Texts.Mark("In dit bestand staat geen tekst."));
}
