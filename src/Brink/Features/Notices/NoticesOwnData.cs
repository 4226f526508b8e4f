using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>
/// The mails to somebody, which are kept without their words. What waits lapses; a mail that is being handed over at that
/// very moment may still arrive.
/// </summary>
public sealed class MailsOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers { get; } = [typeof(MailMessage), typeof(DigestLine)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var mails = await db
            .MailMessages.AsNoTracking()
            .Where(m => m.PersonId == personId)
            .OrderByDescending(m => m.NotBefore)
            .ThenByDescending(m => m.Id)
            .Select(m => new
            {
                m.Kind,
                m.NotBefore,
                m.SentAt,
                m.ToAddress,
            })
            .ToArrayAsync(cancellation);
        var waiting = await db.DigestLines.CountAsync(l => l.PersonId == personId, cancellation);
        return new OwnDataPart(
            T["Mails aan u"],
            "mails",
            [
                .. waiting == 0
                    ? Array.Empty<IReadOnlyList<OwnFact>>()
                    :
                    [
                        [new(T["Berichten voor uw volgende dagelijkse mail"], Formats.Number(waiting))],
                    ],
                .. mails.Select(
                    IReadOnlyList<OwnFact> (mail) =>
                        [
                            new(T["Mail"], new UndeliveredMail(0, "", mail.Kind, mail.NotBefore).What(T)),
                            new(T["Naar een ander adres dan het uwe"], mail.ToAddress ?? ""),
                            new(T["Verstuurd"], mail.SentAt is { } sent ? Formats.Moment(sent) : T["niet verstuurd"]),
                        ]
                ),
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
        await db.DigestLines.Where(l => l.PersonId == personId).ExecuteDeleteAsync(cancellation);
        await db
            .MailMessages.Where(m => m.PersonId == personId && m.State == MailState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Lapsed), cancellation);
        await db
            .MailMessages.Where(m => m.PersonId == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ToAddress, (string?)null), cancellation);
        // The copies that the example keeps hold the address in words.
        var address = await db.People.Where(p => p.Id == personId).Select(p => p.Email).SingleAsync(cancellation);
        await db.Postbox.Where(m => m.To == address).ExecuteDeleteAsync(cancellation);
    }
}

/// <summary>
/// What somebody did, as the journal has it: references only. Its lines can't be removed; without a name they say 'een
/// inwoner'.
/// </summary>
public sealed class DeedsOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers { get; } = [];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var rows = await db
            .Journal.AsNoTracking()
            .Where(e => e.PersonId == personId || e.EnteredById == personId)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Select(e => new
            {
                e.At,
                e.Verb,
                e.About,
                Title = (string?)e.Subject!.Title,
            })
            .ToArrayAsync(cancellation);
        var wording = new JournalWording(T);
        return new OwnDataPart(
            T["Wat u deed"],
            "logboek",
            [
                .. rows.Select(
                    IReadOnlyList<OwnFact> (row) =>
                        [
                            new(T["Wanneer"], Formats.Moment(row.At)),
                            new(T["Wat"], wording.Sentence(row.Verb, T["U"], JournalFacts.Of(row.About))),
                            new(T["Over"], row.Title ?? ""),
                        ]
                ),
            ]
        );
    }

    public override Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    ) => Task.CompletedTask;
}
