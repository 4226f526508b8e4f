using Brink.Platform;
using Brink.Platform.Mail;
using Brink.Platform.Text;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>What each question asks for at least and at most. Lengths are as a reader counts.</summary>
public static class IdeaRules
{
    public const int MostTitle = 100;
    public const int MostText = 3000;
    public const int MostPlaceNote = 200;
    public const int MostGroupName = 100;
    public const int MostCompanions = 500;
    public const int MostName = 80;

    public static Outcome OfIdea(Answers answers) =>
        Outcome.Of([
            .. Needed(
                nameof(Answers.Title),
                answers.Title,
                new Refusal(nameof(Answers.Title), "Geef uw idee een naam.")
            ),
            .. Fits(nameof(Answers.Title), answers.Title, MostTitle, 180),
            .. Needed(
                nameof(Answers.What),
                answers.What,
                new Refusal(nameof(Answers.What), "Schrijf wat u wilt doen.")
            ),
            .. Fits(nameof(Answers.What), answers.What, MostText, 20000),
            .. Needed(
                nameof(Answers.Why),
                answers.Why,
                new Refusal(nameof(Answers.Why), "Schrijf waarom u dit wilt. Eén zin is genoeg.")
            ),
            .. Fits(nameof(Answers.Why), answers.Why, MostText, 20000),
        ]);

    public static Outcome OfPlace(Answers answers) =>
        Outcome.Of([
            .. answers.VillageId is null
                ? [new Refusal(nameof(Answers.VillageId), "Kies het dorp waar uw idee bij hoort.")]
                : Array.Empty<Refusal>(),
            .. Fits(nameof(Answers.PlaceNote), answers.PlaceNote, MostPlaceNote, 300),
        ]);

    public static Outcome OfWho(Answers answers) =>
        Outcome.Of([
            .. Fits(nameof(Answers.GroupName), answers.GroupName, MostGroupName, 160),
            .. Fits(nameof(Answers.Companions), answers.Companions, MostCompanions, 1000),
        ]);

    public static Outcome OfReach(Answers answers) =>
        Outcome.Of([
            .. Needed(nameof(Answers.Name), answers.Name, new Refusal(nameof(Answers.Name), "Vul uw naam in.")),
            .. Fits(nameof(Answers.Name), answers.Name, MostName, 120),
            .. answers.ReachBy == ReachBy.Mail
                ? OfMail(answers.Mail, new Refusal(nameof(Answers.Mail), "Vul uw mailadres in, of kies 'Bel mij'."))
                : OfTelephone(
                    answers.Telephone,
                    new Refusal(nameof(Answers.Telephone), "Vul uw telefoonnummer in, of kies 'Mail mij'.")
                ),
        ]);

    /// <summary>For another a name is enough: not everyone has mail or wants to be called.</summary>
    public static Outcome OfSomeoneElse(Answers answers) =>
        Outcome.Of([
            .. Needed(
                nameof(Answers.Name),
                answers.Name,
                new Refusal(nameof(Answers.Name), "Vul in van wie het idee is.")
            ),
            .. Fits(nameof(Answers.Name), answers.Name, MostName, 120),
            .. answers.Mail.Length > 0 ? OfMail(answers.Mail, null) : [],
            .. answers.Telephone.Length > 0 ? OfTelephone(answers.Telephone, null) : [],
        ]);

    private static IEnumerable<Refusal> OfMail(string mail, Refusal? whenEmpty)
    {
        if (mail.Length == 0)
        {
            return whenEmpty is null ? [] : [whenEmpty];
        }

        return TypedMailAddress.IsOne(mail)
            ? []
            :
            [
                new Refusal(
                    nameof(Answers.Mail),
                    "Dit mailadres klopt niet. Een goed adres is bijvoorbeeld naam@voorbeeld.nl."
                ),
            ];
    }

    private static IEnumerable<Refusal> OfTelephone(string telephone, Refusal? whenEmpty)
    {
        if (telephone.Length == 0)
        {
            return whenEmpty is null ? [] : [whenEmpty];
        }

        return TelephoneNumber.IsOne(telephone)
            ? []
            :
            [
                new Refusal(
                    nameof(Answers.Telephone),
                    "Dit telefoonnummer klopt niet. Een goed nummer is bijvoorbeeld 0593 123 456."
                ),
            ];
    }

    private static IEnumerable<Refusal> Needed(string field, string text, Refusal refusal) =>
        text.Any(IsVisible) ? [] : [refusal with { Field = field }];

    private static bool IsVisible(char sign) =>
        !char.IsWhiteSpace(sign) && char.GetUnicodeCategory(sign) != System.Globalization.UnicodeCategory.Format;

    /// <param name="column">What the database takes, in its own way of counting: a family of emoji is one sign to a reader.</param>
    private static IEnumerable<Refusal> Fits(string field, string text, int most, int column)
    {
        if (text.Length <= most)
        {
            return [];
        }

        var length = text.Length > column * 4 ? text.Length : TextRules.Length(text);
        return length > most || text.Length > column
            ? [new Refusal(field, "Dit is te lang: {0} tekens. Er passen er {1}.", Math.Max(length, most + 1), most)]
            : [];
    }
}
