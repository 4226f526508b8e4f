using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Dossiers.Opening;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Tests.Features.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace Brink.Browser.Support;

/// <summary>Plans of the municipality with long words, late dates and everything that can change.</summary>
public sealed partial class AwkwardData
{
    public Person Planner { get; private set; } = null!;

    /// <summary>Half-way an opening.</summary>
    public Person Opening { get; private set; } = null!;
    public Dossier Planned { get; private set; } = null!;
    public Dossier Ended { get; private set; } = null!;
    public Dossier Confidential { get; private set; } = null!;

    private async Task FillDossiersAsync()
    {
        Planner = await data.HolderAsync(Role.PolicyOfficer, Full.Municipality);
        Opening = await data.HolderAsync(Role.PolicyOfficer, Full.Municipality);
        await DossierExamples.SuitsAsync(data, Empty, HowOften.AtOnce, [ReachChannel.Telephone]);
        var both = new[] { Full, Empty };
        Planned = await DossierExamples.OpenAsync(data, Full, Planner, $"{LongWord} in het buitengebied");
        Ended = await DossierExamples.OpenAsync(
            data,
            Empty,
            Planner,
            "De school gaat samen",
            new DossierStart(Stage.Draft, data.Now().Today.AddDays(-40))
        );
        var telephone = await DossierExamples.OpenAsync(data, Empty, Planner, "Bellen over de bus");
        Told = telephone.Id;
        Confidential = await DossierExamples.InConfidenceAsync(
            data,
            Full,
            Planner,
            both[0].ContactPerson,
            Full.Association
        );
        var officer = data.Now(Planner.Id);
        await DossierExamples.ChangeAsync(
            host,
            Planned.Id,
            d => d.Edit(DossierExamples.Words with { Title = d.Subject.Title, Fixed = LongWord }, officer)
        );
        await DossierExamples.ChangeAsync(
            host,
            Planned.Id,
            d => d.Replan([new(Stage.Draft, officer.Today.AddDays(90))], $"Omdat {LongWord} langer duurt.", officer)
        );
        await DossierExamples.ChangeAsync(host, Planned.Id, d => d.GoTo(Stage.Exploration, officer));
        await DossierExamples.ChangeAsync(host, Ended.Id, d => d.Decide("De raad stemde voor.", officer));
        await data.SaveAsync(db =>
        {
            var draft = new DossierDraft { PersonId = Opening.Id };
            draft.Write(
                new OpeningAnswers
                {
                    Title = LongWord,
                    What = "Wat " + LongWord,
                    Why = "Waarom",
                    WhoDecides = "De gemeenteraad",
                    Open = "Alles",
                },
                officer.At
            );
            db.DossierDrafts.Add(draft);
            return Task.FromResult(true);
        });
    }

    /// <summary>The number of a plan of which an association hears by telephone.</summary>
    public long Told { get; private set; }
}
