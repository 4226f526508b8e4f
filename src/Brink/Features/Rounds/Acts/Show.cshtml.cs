using Brink.Features.Promises;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Acts;

/// <summary>One round: what is asked, until when, how many reacted to what, and what the municipality promised (C5).</summary>
[AllowAnonymous]
public sealed class ShowModel() : RoundPage(RoundAct.See)
{
    public IReadOnlyList<RoundExtension> Extensions { get; private set; } = [];
    public IReadOnlyList<PartOfRound> Parts { get; private set; } = [];
    public int Total { get; private set; }
    public PromiseLine Promise { get; private set; } = null!;
    public IReadOnlyList<FilterLink> Doable { get; private set; } = [];
    public ContactCard Contact { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Extensions = await Db
            .RoundExtensions.AsNoTracking()
            .Where(e => e.RoundId == Round.Id)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .ToArrayAsync(Aborted);
        var counts = (await Db.RoundCountsAsync([Round.Id], Aborted)).Where(c => c.Reactions > 0).ToArray();
        Total = counts.Sum(c => c.Reactions);
        var names = await Db.HeadingsAsync(Round, [.. counts.Select(c => c.Anchor)], Aborted);
        Parts =
        [
            .. counts
                .Select(c => new PartOfRound(
                    c.Anchor,
                    T.PartOf(c.Anchor, names.GetValueOrDefault(c.Anchor)?.Heading),
                    c.Reactions,
                    names.GetValueOrDefault(c.Anchor)?.Order ?? (c.Anchor == 0 ? -1 : int.MaxValue)
                ))
                .OrderBy(p => p.Order)
                .ThenBy(p => p.Anchor),
        ];
        var promise = await Db
            .Promises.AsNoTracking()
            .Where(p => p.Id == Round.PromiseId)
            .Select(p => new PromiseRow(p.Kind, p.What, p.ByOrganisation!.Name, p.Due, p.State, p.EndedAt, p.Ending))
            .SingleAsync(Aborted);
        Promise = T.PromiseLine(promise, Today);
        Contact = await ContactAsync();
        Doable = [.. Acting()];
    }

    private IEnumerable<FilterLink> Acting()
    {
        if (Viewer.May(RoundAct.EnterForSomeone, Standing) && Phase is RoundPhase.Open or RoundPhase.Processing)
        {
            yield return new(
                T["Voer in wat iemand op papier of per telefoon zei"],
                RoundLinks.Enter(Head.Id, Round.Id),
                0
            );
        }

        if (Viewer.May(RoundAct.ReadAlong, Standing) && Phase != RoundPhase.Planned)
        {
            yield return new(T["Naar de werklijst"], RoundLinks.Work(Head.Id, Round.Id), 0);
        }

        if (Works && Phase != RoundPhase.Finished)
        {
            yield return new(T["Maak de ronde langer"], RoundLinks.Extend(Head.Id, Round.Id), 0);
        }

        if (Works && Phase == RoundPhase.Processing)
        {
            yield return new(T["Rond de ronde af"], RoundLinks.Finish(Head.Id, Round.Id), 0);
        }
    }

    /// <summary>The officer who owns the dossier; own number and mail only with consent (P8).</summary>
    private async Task<ContactCard> ContactAsync()
    {
        var owner = await Db
            .People.AsNoTracking()
            .Where(p => p.Id == Standing.OwnerId)
            .Select(p => new
            {
                p.Name,
                p.ContactIsShared,
                p.PhoneNumber,
                p.Email,
            })
            .FirstOrDefaultAsync(Aborted);
        var shares = owner is { ContactIsShared: true };
        return new ContactCard(
            owner?.Name ?? Tenant.Info.ContactName,
            owner is null ? "" : T["beleidsambtenaar"],
            (shares ? owner!.PhoneNumber : null) ?? NullIfEmpty(Tenant.Info.ContactTelephone),
            (shares ? owner!.Email : null) ?? NullIfEmpty(Tenant.Info.ContactMail)
        );
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <param name="Order">Where it stands in the newest text; what is no longer in it comes last.</param>
public sealed record PartOfRound(int Anchor, string Name, int Reactions, int Order);
