using Brink.Features.Notices;
using Brink.Features.Notices.Mails;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <summary>The words of mails about dossiers.</summary>
internal static class DossierMails
{
    /// <summary>Enough to know whether it matters; the rest is on the page.</summary>
    private const int MostOfAText = 500;

    public static string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb switch
        {
            DossierVerbs.Opened => T["De gemeente is iets van plan: {0}", subject.Title],
            DossierVerbs.PlacesChanged => T["Voor welke dorpen '{0}' is, is veranderd", subject.Title],
            DossierVerbs.SoundedOut or DossierVerbs.ReaderAdded => T[
                "In vertrouwen: wilt u dit plan van de gemeente lezen?"
            ],
            DossierVerbs.ConfidenceEndsSoon => T["Het vertrouwelijke deel eindigt binnenkort"],
            DossierVerbs.WordGiven => T["Een lezer zei iets terug in vertrouwen"],
            DossierVerbs.HandedOver => T["U doet voortaan het plan '{0}'", subject.Title],
            DossierVerbs.WentOn => T["Een volgende stap voor '{0}'", subject.Title],
            DossierVerbs.RoomChanged => T["Er is iets veranderd in '{0}'", subject.Title],
            DossierVerbs.Replanned => T["Andere datums voor '{0}'", subject.Title],
            DossierVerbs.Decided => T["Er is besloten over '{0}'", subject.Title],
            DossierVerbs.Stopped => T["De gemeente stopt met '{0}'", subject.Title],
            _ => null,
        };
    }

    public static async Task<IReadOnlyList<LetterPart>> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var dossier = await desk
            .Db.Dossiers.AsNoTracking()
            .Where(d => d.Id == subject.Id)
            .Select(d => new
            {
                d.What,
                d.Open,
                d.Fixed,
                d.Level,
                d.WhoDecides,
                d.EndedBecause,
                Until = (DateOnly?)d.Confidence!.Until,
                Then = (AfterConfidence?)d.Confidence.Then,
                Because = desk
                    .Db.Set<DossierDateChange>()
                    .Where(c => c.DossierId == d.Id)
                    .OrderByDescending(c => c.Id)
                    .Select(c => c.Because)
                    .FirstOrDefault(),
            })
            .SingleAsync(cancellation);
        var button = new Button(T["Bekijk het plan"], desk.Href(subject.Href));
        switch (line.Verb)
        {
            case DossierVerbs.Opened or DossierVerbs.PlacesChanged:
                return
                [
                    .. line.Verb == DossierVerbs.Opened
                        ? [new Paragraph(T["De gemeente vertelt u dit op de eerste dag. Dit wil zij doen:"])]
                        : await DossierChangeHearers.PartsAsync(desk, subject, line, cancellation),
                    new Quote(Markdown.Excerpt(dossier.What, MostOfAText)),
                    new Heading(T["Wat nog open is"]),
                    new Paragraph(dossier.Open.Length > 0 ? Markdown.Excerpt(dossier.Open, MostOfAText) : T["Niets."]),
                    new Heading(T["Wat vaststaat"]),
                    new Paragraph(
                        dossier.Fixed.Length > 0 ? Markdown.Excerpt(dossier.Fixed, MostOfAText) : T["Nog niets."]
                    ),
                    new Paragraph(
                        T[
                            "{0}: {1} Wie beslist: {2}.",
                            T.LevelOf(dossier.Level),
                            T.Meaning(dossier.Level),
                            dossier.WhoDecides
                        ]
                    ),
                    button,
                ];
            case DossierVerbs.SoundedOut or DossierVerbs.ReaderAdded:
                return
                [
                    new Paragraph(
                        T[
                            "De gemeente legt u dit in vertrouwen voor, tot en met {0}. Deel het niet. Daarna: {1}.",
                            Formats.Date(dossier.Until ?? desk.Today),
                            T.NameOf(dossier.Then ?? AfterConfidence.Opens)
                        ]
                    ),
                    new Paragraph(
                        T[
                            "Elke keer dat u het opent, wordt vastgelegd. U kunt kort iets terugzeggen. Dat blijft privé."
                        ]
                    ),
                    button,
                ];
            case DossierVerbs.ConfidenceEndsSoon:
                return
                [
                    new Paragraph(
                        T[
                            "Het vertrouwelijke deel duurt tot en met {0}. De nacht daarna gebeurt dit vanzelf: {1}.",
                            Formats.Date(dossier.Until ?? desk.Today),
                            T.NameOf(dossier.Then ?? AfterConfidence.Opens)
                        ]
                    ),
                    button,
                ];
            case DossierVerbs.Replanned:
                return [new Paragraph(line.Sentence), new Quote(dossier.Because ?? ""), button];
            case DossierVerbs.Decided or DossierVerbs.Stopped:
                return
                [
                    new Paragraph(line.Sentence),
                    new Quote(Markdown.Plain(dossier.EndedBecause)),
                    .. await Rounds.ComingBack.PartsAsync(desk, subject, line, cancellation),
                    button,
                ];
            case DossierVerbs.WentOn:
                return
                [
                    new Paragraph(line.Sentence),
                    .. await Rounds.ComingBack.PartsAsync(desk, subject, line, cancellation),
                    button,
                ];
            default:
                return [new Paragraph(line.Sentence), button];
        }
    }
}
