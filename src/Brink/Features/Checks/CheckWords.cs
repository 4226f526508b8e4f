using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Checks;

/// <summary>One side's view of one statement at one time.</summary>
/// <param name="Mean">From 1 to 5; null when too few took part.</param>
public sealed record CheckScore(int Answers, decimal? Mean);

/// <summary>Both sides on one statement in one term.</summary>
public sealed record CheckRow(string Term, CheckScore Villages, CheckScore Municipality);

public static class CheckWords
{
    public static string SentenceOf(this Texts T, Statement statement) =>
        statement switch
        {
            Statement.Open => T["De ander is open. Wij horen wat er speelt."],
            Statement.Equal => T["Wij gaan gelijkwaardig met elkaar om."],
            Statement.InTime => T["Wij horen dingen op tijd."],
            Statement.Answered => T["Wij krijgen antwoord op wat wij vragen en zeggen."],
            _ => T["Het samenwerken is de moeite waard. Het kost ons niet te veel."],
        };

    public static string TermOf(this Texts T, int year, int half) =>
        half == 1 ? T["voorjaar {0}", year] : T["najaar {0}", year];

    /// <summary>From bad to good, in words, for who doesn't think in figures.</summary>
    public static IReadOnlyList<Choice> Scores(this Texts T) =>
        [
            new("1", T["Helemaal niet mee eens"]),
            new("2", T["Niet mee eens"]),
            new("3", T["Soms wel, soms niet"]),
            new("4", T["Mee eens"]),
            new("5", T["Helemaal mee eens"]),
        ];

    public static string Shown(this Texts T, CheckScore score) =>
        score.Mean is { } mean ? T["{0} van de 5", Formats.Number(mean, 1)] : T["te weinig antwoorden"];
}
