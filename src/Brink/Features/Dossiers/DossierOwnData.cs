using Brink.Features.Accounts;
using Brink.Features.Dossiers.Opening;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <summary>The dossiers of an officer, what somebody read and said in confidence, and who was told (P8).</summary>
public sealed class DossierOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers =>
        [typeof(Dossier), typeof(DossierReader), typeof(DossierInvitation), typeof(DossierDraft)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var owned = await db
            .Dossiers.AsNoTracking()
            .Where(d => d.OwnerId == personId)
            .OrderByDescending(d => d.Id)
            .Select(d => d.Subject.Title)
            .ToArrayAsync(cancellation);
        var openings = await db
            .DossierOpenings.AsNoTracking()
            .Where(o => o.Reader!.PersonId == personId)
            .OrderByDescending(o => o.At)
            .Join(db.Subjects, o => o.DossierId, s => s.Id, (o, s) => new { s.Title, o.At })
            .ToArrayAsync(cancellation);
        var words = await db
            .DossierWords.AsNoTracking()
            .Where(w => w.Contribution!.ByPersonId == personId)
            .OrderByDescending(w => w.Id)
            .Select(w => new
            {
                w.Text,
                w.Contribution!.At,
                w.Contribution.Subject!.Title,
            })
            .ToArrayAsync(cancellation);
        var told = await db
            .DossierInvitations.AsNoTracking()
            .Where(i => i.ToldById == personId)
            .OrderByDescending(i => i.Id)
            .Select(i => new
            {
                i.Dossier!.Subject.Title,
                i.Organisation!.Name,
                i.ToldOn,
            })
            .ToArrayAsync(cancellation);
        var draft = await db
            .DossierDrafts.AsNoTracking()
            .FirstOrDefaultAsync(d => d.PersonId == personId, cancellation);
        return new OwnDataPart(
            T["Plannen van de gemeente waaraan u werkte of die u in vertrouwen las"],
            "dossiers",
            [
                .. owned.Select(title => (IReadOnlyList<OwnFact>)[new(T["Uw plan"], title)]),
                .. openings.Select(o =>
                    (IReadOnlyList<OwnFact>)
                        [new(T["In vertrouwen gelezen"], o.Title), new(T["Op"], Formats.Moment(o.At))]
                ),
                .. words.Select(w =>
                    (IReadOnlyList<OwnFact>)
                        [
                            new(T["In vertrouwen gezegd over"], w.Title),
                            new(T["Tekst"], w.Text),
                            new(T["Op"], Formats.Moment(w.At)),
                        ]
                ),
                .. told.Select(i =>
                    (IReadOnlyList<OwnFact>)
                        [
                            new(T["U nodigde uit"], i.Name),
                            new(T["Voor"], i.Title),
                            new(T["Op"], i.ToldOn is { } day ? Formats.Date(day) : ""),
                        ]
                ),
                .. draft is null
                    ? Array.Empty<IReadOnlyList<OwnFact>>()
                    :
                    [
                        [new OwnFact(T["Een dossier dat u nog niet opende"], DraftWords(draft))],
                    ],
            ]
        );
    }

    public override async Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    )
    {
        foreach (
            var dossier in await db
                .Dossiers.Include(d => d.Subject)
                .Where(d => d.OwnerId == personId)
                .ToArrayAsync(cancellation)
        )
        {
            dossier.LetOwnerGo(actor);
        }

        // That somebody in this role read it, and that somebody told an association, stays true.
        foreach (var reader in await db.DossierReaders.Where(r => r.PersonId == personId).ToArrayAsync(cancellation))
        {
            reader.PersonId = null;
        }

        foreach (
            var invitation in await db.DossierInvitations.Where(i => i.ToldById == personId).ToArrayAsync(cancellation)
        )
        {
            invitation.ToldById = null;
        }

        // Nobody but the officers ever read it: it goes with who said it.
        foreach (
            var word in await db
                .DossierWords.Where(w => w.Contribution!.ByPersonId == personId)
                .ToArrayAsync(cancellation)
        )
        {
            word.Text = "";
        }

        db.RemoveRange(await db.DossierDrafts.Where(d => d.PersonId == personId).ToArrayAsync(cancellation));
    }

    private static string DraftWords(DossierDraft draft)
    {
        var answers = draft.Read();
        return string.Join(
            '\n',
            new[] { answers.Title, answers.What, answers.Why, answers.Open, answers.Fixed }.Where(text =>
                text.Length > 0
            )
        );
    }
}
