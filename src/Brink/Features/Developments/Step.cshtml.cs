using Brink.Features.Agenda;
using Brink.Features.Initiatives;
using Brink.Features.Shared;
using Brink.Features.Signals;
using Brink.Features.Signals.Concerns;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Developments;

/// <summary>In one step a development becomes a point on the agenda, a next step, a shared concern or a signal (S5).</summary>
public class StepModel() : DevelopmentPage(DevelopmentAct.Act)
{
    [BindProperty]
    public string? StepText { get; set; }

    [BindProperty]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public long? VillageId { get; set; }

    [BindProperty]
    public SignalKind Kind { get; set; } = SignalKind.Bottleneck;

    public IReadOnlyList<Choice> Villages { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds =>
        [
            new(SignalKind.Bottleneck, T.NameOf(SignalKind.Bottleneck)),
            new(SignalKind.Chance, T.NameOf(SignalKind.Chance)),
        ];

    [BindProperty]
    public string? Remark { get; set; }

    private string made = "";

    public Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAgendaAsync() =>
        DoAsync(
            () =>
                Db.PutAsync(
                    Standing.UmbrellaId,
                    new AgendaSubject(Id, SubjectKind.Development, Name, ""),
                    Remark,
                    ActsForUmbrella(),
                    Aborted
                ),
            () => AgendaLinks.Saved(Standing.UmbrellaId),
            ReadAsync
        );

    public Task<IActionResult> OnPostPlanAsync() =>
        DoAsync(
            async () =>
            {
                var check = Outcome.Of([
                    .. Due is null ? [new Refusal(nameof(Due), "Kies een datum.")] : Array.Empty<Refusal>(),
                    .. Typed.Fits(nameof(StepText), StepText, 200, 480),
                ]);
                return check.Succeeded
                    ? (await LoadAsync()).PlanStep(StepText ?? "", Due!.Value, ActsForUmbrella())
                    : check;
            },
            () => Address,
            ReadAsync
        );

    public Task<IActionResult> OnPostConcernAsync() =>
        DoAsync(
            async () =>
            {
                var development = await LoadAsync();
                var actor = ActsForUmbrella();
                var concern = SharedConcern.Name(
                    development.Subject.Title,
                    Words(development),
                    Standing.UmbrellaId,
                    actor
                );
                await Db.AddAsync(concern, Aborted);
                made = SignalLinks.GatherInto(concern.Id);
                return development.Became(concern.Subject, actor);
            },
            () => made,
            ReadAsync
        );

    public Task<IActionResult> OnPostSignalAsync() =>
        DoAsync(
            async () =>
            {
                var village = await Db.Villages.FirstOrDefaultAsync(v => v.Id == VillageId, Aborted);
                if (village is null)
                {
                    return Outcome.Refuse(nameof(VillageId), "Kies het dorp waar het speelt.");
                }

                var development = await LoadAsync();
                var actor = ActsForUmbrella();
                var signal = Signal.Raise(
                    new SignalWords(Kind, development.Subject.Title, Words(development)),
                    village,
                    new Contribution
                    {
                        ByPersonId = actor.PersonId,
                        OnBehalfOfId = actor.OnBehalfOfId,
                        Channel = Channel.Web,
                        At = actor.At,
                    },
                    actor
                );
                await Db.AddAsync(signal, Aborted);
                signal.Confirm(actor, await ServiceTermsOf.VillageAsync(Db, village.Id, Today, Aborted));
                made = SignalLinks.Show(signal.Id, signal.Subject.Slug);
                return development.Became(signal.Subject, actor);
            },
            () => made,
            ReadAsync
        );

    protected override async Task ReadAsync() =>
        Villages = await Db
            .Villages.AsNoTracking()
            .OrderBy(v => v.Subject!.Title)
            .Select(v => new Choice(v.Id, v.Subject!.Title, null))
            .ToArrayAsync(Aborted);

    private static string Words(Development development) =>
        string.Join("\n\n", new[] { development.What, development.Meaning }.Where(text => text.Length > 0));
}
