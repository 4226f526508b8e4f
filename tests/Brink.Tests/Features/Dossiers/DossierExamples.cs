using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Dossiers;

/// <summary>Dossiers that tests start from.</summary>
public static class DossierExamples
{
    public static readonly Actor Actor = new(1, 9, null, Channel.Web, DateTimeOffset.UnixEpoch, new(2026, 11, 2));

    public static readonly DossierWords Words = new(
        "Regels voor wonen in het buitengebied",
        "De gemeente maakt nieuwe regels voor wonen buiten de dorpen.",
        "De oude regels passen niet meer.",
        "De gemeenteraad",
        "De wet van het Rijk",
        "Hoeveel woningen er bij komen",
        InvolvementLevel.Consult
    );

    /// <summary>A public dossier of an officer, for the village of the place, with its invitations.</summary>
    public static Task<Dossier> OpenAsync(
        TestData data,
        Place place,
        Person officer,
        string title = "Regels voor wonen in het buitengebied",
        DossierStart? start = null
    ) =>
        data.SaveAsync(async db =>
        {
            var actor = data.Now(officer.Id) with { OnBehalfOfId = place.Municipality.Id };
            var dossier = Dossier.Begin(
                Words with
                {
                    Title = title,
                },
                place.Municipality.Id,
                [new(Stage.Draft, actor.Today.AddDays(60)), new(Stage.Council, actor.Today.AddDays(120))],
                actor,
                start: start
            );
            dossier.Touches([place.Village.Id], false, []);
            var inviting = await db.InvitingAsync([place.Village.Id], [], actor.At, actor.Today, default);
            dossier.Invitations.AddRange(inviting.Select(invitation => invitation.Row(actor)));
            await db.AddAsync(dossier);
            return dossier;
        });

    /// <summary>In confidence before one reader, until two weeks from now.</summary>
    public static Task<Dossier> InConfidenceAsync(
        TestData data,
        Place place,
        Person officer,
        Person reader,
        Organisation organisation,
        AfterConfidence then = AfterConfidence.Opens,
        string title = "Een stil plan met zonneakkers"
    ) =>
        data.SaveAsync(async db =>
        {
            var actor = data.Now(officer.Id) with { OnBehalfOfId = place.Municipality.Id };
            var dossier = Dossier.BeginInConfidence(
                Words with
                {
                    Title = title,
                },
                place.Municipality.Id,
                [new(Stage.Draft, actor.Today.AddDays(60))],
                new ConfidenceTerms(actor.Today.AddDays(14), then),
                [
                    new DossierReader
                    {
                        PersonId = reader.Id,
                        OrganisationId = organisation.Id,
                        Role = Role.Chair,
                    },
                ],
                actor
            );
            dossier.Touches([place.Village.Id], false, []);
            await db.AddAsync(dossier);
            return dossier;
        });

    public static Task ChangeAsync(BrinkHost host, long id, Func<Dossier, Brink.Platform.Outcome> verb) =>
        host.DbAsync(async db =>
        {
            var dossier = await db
                .Dossiers.Include(d => d.Subject)
                .Include(d => d.Stages)
                .Include(d => d.Confidence)
                .SingleAsync(d => d.Id == id);
            Assert.True(verb(dossier).Succeeded);
            await db.SaveChangesAsync();
        });

    /// <summary>What suits the village of a place.</summary>
    /// <param name="ratherNot">A theme it would rather not hear of.</param>
    public static Task SuitsAsync(
        TestData data,
        Place place,
        HowOften often,
        ReachChannel[] channels,
        long? ratherNot = null
    ) =>
        data.SaveAsync(async db =>
        {
            var village = await db.Villages.Include(v => v.Subject).SingleAsync(v => v.Id == place.Village.Id);
            var actor = data.Now(place.ContactPerson.Id);
            var suits = WhatSuits.Of(village);
            db.WhatSuits.Add(suits);
            suits.Record(
                new SuitingWords(channels, often, "", ""),
                ratherNot is { } theme
                    ? new Dictionary<long, InvolvementLevel> { [theme] = InvolvementLevel.RatherNot }
                    : new Dictionary<long, InvolvementLevel>(),
                Contribution.To(village.Subject!, actor),
                actor
            );
            return true;
        });
}
