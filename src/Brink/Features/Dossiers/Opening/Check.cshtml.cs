using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Opening;

/// <summary>All answers once more, with who will hear of it and how; and then publish.</summary>
public class CheckModel : OpeningPage
{
    public override OpeningStep Step => OpeningStep.Check;

    public AnswerList Overview { get; private set; } = new([]);

    /// <summary>Who is invited and how; in confidence nobody is yet.</summary>
    public IReadOnlyList<PlannedInvitation> Inviting { get; private set; } = [];
    public IReadOnlyList<WhatSuitsView> Suits { get; private set; } = [];

    /// <summary>Touched villages that nobody speaks for.</summary>
    public IReadOnlyList<string> WithoutAssociation { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (FirstToMend() is { } step)
        {
            return Redirect(OpeningSteps.Change(step));
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (HasDraft && FirstToMend() is { } step)
        {
            return Redirect(OpeningSteps.Change(step));
        }

        Dossier? made = null;
        return await DoAsync(
            async () =>
            {
                if (await DraftAsync(tracked: true) is not { } draft)
                {
                    return Outcome.Refuse("", "Dit dossier is al geopend. U vindt het in de lijst.");
                }

                made = await MakeAsync(draft.Read());
                if (made is null)
                {
                    return Outcome.Refuse(
                        "",
                        "Iemand die u koos, kan het niet meer in vertrouwen lezen. Kies opnieuw wie het leest."
                    );
                }

                Db.Remove(draft);
                return Outcome.Done;
            },
            () => DossierLinks.Receipt(made!.Id),
            LoadAsync
        );
    }

    /// <summary>Null when a chosen reader no longer speaks for the organisation.</summary>
    private async Task<Dossier?> MakeAsync(OpeningAnswers answers)
    {
        var organisation = Viewer.Roles.First(r => r.Role == Role.PolicyOfficer).OrganisationId;
        var actor = Acts(organisation);
        var villages = await VillagesAsync(answers);
        var stages = answers.Planned.After(answers.Stage);
        Dossier made;
        if (answers.InConfidence)
        {
            var known = await PossibleReaders.OfAsync(Db, answers.VillageIds, Today, Aborted);
            var readers = known.Where(reader => answers.Readers.Contains(reader.Key, StringComparer.Ordinal)).ToArray();
            if (readers.Length < answers.Readers.Length)
            {
                return null;
            }

            made = Dossier.BeginInConfidence(
                answers.Words(),
                organisation,
                stages,
                new ConfidenceTerms(answers.Until!.Value, answers.Then),
                readers.Select(reader => reader.Row()),
                actor,
                answers.Start()
            );
        }
        else
        {
            made = Dossier.Begin(answers.Words(), organisation, stages, actor, start: answers.Start());
            var inviting = await Db.InvitingAsync(villages, answers.ThemeIds, actor.At, Today, Aborted);
            made.Invitations.AddRange(inviting.Select(invitation => invitation.Row(actor)));
        }

        made.Touches(villages, answers.VillageIds.Length == 0, answers.ThemeIds);
        await Db.AddAsync(made, Aborted);
        return made;
    }

    protected override async Task LoadAsync()
    {
        var villages = await VillagesAsync(Answers);
        Inviting = await Db.InvitingAsync(villages, Answers.ThemeIds, Time.GetUtcNow(), Today, Aborted);
        Suits = await Db.TailorMadeOfAsync(villages, Aborted);
        var spokenFor = Inviting.SelectMany(invitation => invitation.Villages).ToHashSet();
        WithoutAssociation = [.. Suits.Where(v => !spokenFor.Contains(v.VillageId)).Select(v => v.Village)];
        var themes = await Db
            .Themes.Where(t => Answers.ThemeIds.Contains(t.Id))
            .OrderBy(t => t.Order)
            .Select(t => t.Subject!.Title)
            .ToArrayAsync(Aborted);
        Overview = new AnswerList([
            new(T["Naam"], Answers.Title, OpeningSteps.Change(OpeningStep.What)),
            new(T["Wat"], Answers.What, OpeningSteps.Change(OpeningStep.What)),
            new(T["Waarom"], Answers.Why, OpeningSteps.Change(OpeningStep.What)),
            new(
                T["Dorpen"],
                Answers.VillageIds.Length == 0 ? T["Alle dorpen"] : string.Join(", ", Suits.Select(v => v.Village)),
                OpeningSteps.Change(OpeningStep.Places)
            ),
            new(
                T["Onderwerpen"],
                themes.Length == 0 ? T["Geen gekozen"] : string.Join(", ", themes),
                OpeningSteps.Change(OpeningStep.Places)
            ),
            new(T["Wie beslist"], Answers.WhoDecides ?? "", OpeningSteps.Change(OpeningStep.Decides)),
            new(T["Hoe ver de dorpen meedoen"], T.LevelOf(Answers.Level), OpeningSteps.Change(OpeningStep.Decides)),
            new(
                T["Wat nog open is"],
                Answers.Open.Length > 0 ? Answers.Open : T["Niets"],
                OpeningSteps.Change(OpeningStep.Room)
            ),
            new(
                T["Wat vaststaat"],
                Answers.Fixed.Length > 0 ? Answers.Fixed : T["Niets"],
                OpeningSteps.Change(OpeningStep.Room)
            ),
            new(T["Waar het plan nu staat"], T.NameOf(Answers.Stage), OpeningSteps.Change(OpeningStep.Stages)),
            .. Answers.Start().DraftOn is { } draftOn
                ? [new(T["Er is een ontwerp sinds"], Formats.Date(draftOn), OpeningSteps.Change(OpeningStep.Stages))]
                : Array.Empty<Answer>(),
            .. Answers
                .Planned.After(Answers.Stage)
                .Where(date => date.On is not null)
                .Select(date => new Answer(
                    T.NameOf(date.Stage),
                    Formats.Date(date.On!.Value),
                    OpeningSteps.Change(OpeningStep.Stages)
                )),
            new(
                T["Wie het leest"],
                Answers.InConfidence
                    ? T[
                        "In vertrouwen tot en met {0}. Daarna: {1}.",
                        Formats.Date(Answers.Until ?? Today),
                        T.NameOf(Answers.Then)
                    ]
                    : T["Iedereen, vanaf vandaag"],
                OpeningSteps.Change(OpeningStep.Readers)
            ),
            .. Answers.InConfidence
                ?
                [
                    new(
                        T["Lezers in vertrouwen"],
                        string.Join(", ", await ReaderNamesAsync()),
                        OpeningSteps.Change(OpeningStep.Readers)
                    ),
                ]
                : Array.Empty<Answer>(),
        ]);
    }

    private async Task<IEnumerable<string>> ReaderNamesAsync() =>
        (await PossibleReaders.OfAsync(Db, Answers.VillageIds, Today, Aborted))
            .Where(reader => Answers.Readers.Contains(reader.Key, StringComparer.Ordinal))
            .Select(reader => T["{0} ({1})", reader.Name, reader.Organisation]);

    private Task<long[]> VillagesAsync(OpeningAnswers answers) =>
        Db
            .Villages.Where(v => answers.VillageIds.Length == 0 || answers.VillageIds.Contains(v.Id))
            .OrderBy(v => v.Subject!.Title)
            .Select(v => v.Id)
            .ToArrayAsync(Aborted);

    /// <summary>The first question whose answer can't stay so.</summary>
    private OpeningStep? FirstToMend() =>
        !OpeningRules.OfWhat(Answers).Succeeded ? OpeningStep.What
        : !OpeningRules.OfDeciding(Answers).Succeeded ? OpeningStep.Decides
        : !OpeningRules.OfRoom(Answers).Succeeded ? OpeningStep.Room
        : !OpeningRules.OfStages(Answers, Today).Succeeded ? OpeningStep.Stages
        : !OpeningRules.OfReaders(Answers, Today).Succeeded ? OpeningStep.Readers
        : null;
}
