using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Mail;
using Brink.Platform.Text;

namespace Brink.Features.Exchange.Asking;

/// <summary>What somebody typed to ask for or offer something. Names of fields are those of the page's form.</summary>
public sealed class HelpForm
{
    private const int LongestTitle = 120;
    private const int LongestName = 80;

    /// <summary>Longer than this nobody knows whether it still holds.</summary>
    private const int MostDays = 366;

    /// <summary>How long it stays on the list when nobody says.</summary>
    private const int UsualDays = 60;

    public HelpDirection? Direction { get; set; }
    public HelpKind? Kind { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
    public int? Number { get; set; }
    public List<long> Villages { get; set; } = [];

    /// <summary>What it is about and for whom it is most (P9); none of both is for everybody.</summary>
    public List<long> Themes { get; set; } = [];
    public List<long> Groups { get; set; } = [];
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public DateOnly? EndsOn { get; set; }
    public long? InitiativeId { get; set; }

    /// <summary>'self', 'org:12' for an association, or 'for:12' for somebody who telephoned or wrote.</summary>
    public string? As { get; set; }
    public string? Name { get; set; }
    public string? Mail { get; set; }
    public string? Telephone { get; set; }
    public Subjects.Channel? Road { get; set; }
    public bool NameIsPublic { get; set; }

    public string CleanName => TextRules.Line(Name);

    public string CleanMail => (Mail ?? "").Trim();

    public string CleanTelephone => TextRules.Line(Telephone);

    /// <param name="speaker">Who it is for, as access found it.</param>
    public Outcome Check(Speaker speaker, DateOnly today)
    {
        var wrong = new List<Refusal>();
        Need(wrong, Direction is null, nameof(Direction), Texts.Mark("Kies of u hulp vraagt of aanbiedt."));
        Need(wrong, Kind is null, nameof(Kind), Texts.Mark("Kies waar het om gaat."));
        Need(
            wrong,
            Kind == HelpKind.BoardMember && speaker.OnBehalfOfId is null,
            nameof(Kind),
            Texts.Mark(
                "Alleen een dorpsvereniging kan een bestuurslid zoeken. Kies bij 'Voor wie is dit?' uw vereniging."
            )
        );
        Need(
            wrong,
            Kind == HelpKind.BoardMember && Direction == HelpDirection.Offer,
            nameof(Kind),
            Texts.Mark("Een bestuurslid kunt u alleen zoeken. Wilt u zelf in een bestuur? Kijk bij de oproepen.")
        );
        var title = TextRules.Line(Title, LongestTitle);
        Need(wrong, title.IsEmpty, nameof(Title), Texts.Mark("Schrijf in een paar woorden wat u vraagt of aanbiedt."));
        Add(wrong, nameof(Title), title);
        Add(wrong, nameof(Text), TextRules.Paragraphs(Text, Help.LongestText));
        Need(
            wrong,
            Number is < 1 or > Help.MostPlaces,
            nameof(Number),
            Texts.Mark("Vul een aantal in van 1 tot en met 500.")
        );
        Need(wrong, Villages.Count == 0, nameof(Villages), Texts.Mark("Kies voor welk dorp dit is."));
        Dates(wrong, today);
        Who(wrong, speaker);
        return Outcome.Of(wrong);
    }

    public HelpWords Words(DateOnly today) =>
        new(
            Direction!.Value,
            Kind!.Value,
            TextRules.Line(Title),
            TextRules.Paragraphs(Text, Help.LongestText).Text,
            Number ?? 1,
            From ?? To,
            From is null ? null : To,
            Last(today),
            InitiativeId
        );

    /// <summary>The last day on the list: as said, else the day itself, else after two months.</summary>
    public DateOnly Last(DateOnly today) => EndsOn ?? To ?? From ?? today.AddDays(UsualDays);

    private void Dates(List<Refusal> wrong, DateOnly today)
    {
        Need(wrong, From < today, nameof(From), Texts.Mark("Deze dag is al voorbij. Kies een dag die nog komt."));
        Need(wrong, To < (From ?? today), nameof(To), Texts.Mark("De laatste dag ligt voor de eerste dag."));
        Need(wrong, EndsOn < today, nameof(EndsOn), Texts.Mark("Deze dag is al voorbij. Kies een dag die nog komt."));
        Need(
            wrong,
            Last(today) > today.AddDays(MostDays),
            EndsOn is null ? nameof(To) : nameof(EndsOn),
            Texts.Mark("Kies een dag binnen een jaar. Daarna kunt u het opnieuw plaatsen.")
        );
    }

    private void Who(List<Refusal> wrong, Speaker speaker)
    {
        if (speaker.Kind is SpeakerKind.Stranger or SpeakerKind.ForSomeone)
        {
            Need(wrong, CleanName.Length == 0, nameof(Name), Texts.Mark("Vul een naam in."));
            Add(wrong, nameof(Name), TextRules.Line(Name, LongestName));
        }

        Need(
            wrong,
            speaker.Kind == SpeakerKind.Stranger && !TypedMailAddress.IsOne(CleanMail),
            nameof(Mail),
            Texts.Mark("Vul uw mailadres in, zoals naam@voorbeeld.nl.")
        );
        if (speaker.Kind != SpeakerKind.ForSomeone)
        {
            return;
        }

        Need(
            wrong,
            CleanMail.Length > 0 && !TypedMailAddress.IsOne(CleanMail),
            nameof(Mail),
            Texts.Mark("Dit is geen mailadres. Vul het in zoals naam@voorbeeld.nl, of laat het leeg.")
        );
        Need(
            wrong,
            CleanTelephone.Length > 0 && !TelephoneNumber.IsOne(CleanTelephone),
            nameof(Telephone),
            Texts.Mark("Dit is geen telefoonnummer. Vul het in zoals 0593 12 34 56.")
        );
        Need(
            wrong,
            CleanMail.Length == 0 && CleanTelephone.Length == 0,
            nameof(Telephone),
            Texts.Mark("Vul een telefoonnummer of een mailadres in, zodat u deze persoon kunt bereiken.")
        );
    }

    private static void Need(List<Refusal> wrong, bool isWrong, string field, string message)
    {
        if (isWrong)
        {
            wrong.Add(new Refusal("Input." + field, message));
        }
    }

    private static void Add(List<Refusal> wrong, string field, TextCheck check)
    {
        if (check.Problem is { } problem)
        {
            wrong.Add(new Refusal("Input." + field, problem, check.Arguments));
        }
    }
}

public enum SpeakerKind
{
    /// <summary>Nobody is signed in: a mail confirms it.</summary>
    Stranger,
    Self,
    Association,

    /// <summary>Entered for somebody who telephoned, wrote or came by (T3).</summary>
    ForSomeone,
}

/// <summary>For whom the viewer asks or offers.</summary>
/// <param name="EnteredForId">The organisation whose role allows the assisted entry.</param>
public sealed record Speaker(SpeakerKind Kind, long? OnBehalfOfId = null, long? EnteredForId = null);
