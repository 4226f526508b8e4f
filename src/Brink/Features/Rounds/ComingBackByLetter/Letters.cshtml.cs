using Brink.Features.Dossiers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.ComingBackByLetter;

/// <summary>One letter, for somebody without a mail address.</summary>
/// <param name="BroughtBy">The organisation that entered the words and can bring the letter; null for none.</param>
public sealed record ContributorLetter(string Name, string? BroughtBy, IReadOnlyList<Became> Said);

/// <summary>
/// Who contributed on paper hears by letter (C9). Printed by the officer; names are for the officer only.
/// </summary>
[Authorize]
public sealed class LettersModel() : DossierPage(RoundAct.Work)
{
    /// <summary>In one print; a plan has a handful.</summary>
    private const int Most = 200;

    public IReadOnlyList<ContributorLetter> Letters { get; private set; } = [];

    /// <summary>What the officer said to all at the last stage; null before there was one.</summary>
    public StageWordRow? Word { get; private set; }
    public Stage Stage { get; private set; }
    public DossierState State { get; private set; }
    public string Decision { get; private set; } = "";

    public async Task OnGetAsync()
    {
        var dossier = await Db
            .Dossiers.AsNoTracking()
            .Where(d => d.Id == Head.Id)
            .Select(d => new
            {
                d.Stage,
                d.State,
                d.EndedBecause,
                Word = d
                    .StageWords.OrderByDescending(w => w.Id)
                    .Select(w => new StageWordRow(w.Stage, w.Text, w.On))
                    .FirstOrDefault(),
            })
            .SingleAsync(Aborted);
        (Stage, State, Decision, Word) = (dossier.Stage, dossier.State, dossier.EndedBecause, dossier.Word);
        var people = await Db.WithoutMail(Head.Id).OrderBy(id => id).Take(Most).ToArrayAsync(Aborted);
        var known = await Db
            .People.AsNoTracking()
            .Where(p => people.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Name,
                BroughtBy = Db
                    .Reactions.Where(r => r.PersonId == p.Id && r.Round!.DossierId == Head.Id)
                    .OrderBy(r => r.Id)
                    .Select(r => r.Contribution!.EnteredFor!.Name)
                    .FirstOrDefault(),
            })
            .ToArrayAsync(Aborted);
        var said = (await Db.BecameAsync(Head.Id, people, Today, int.MaxValue, Aborted)).ToLookup(b => b.PersonId);
        Letters =
        [
            .. known
                .OrderBy(p => p.Name, StringComparer.CurrentCulture)
                .Select(p => new ContributorLetter(p.Name, p.BroughtBy, [.. said[p.Id]])),
        ];
    }
}
