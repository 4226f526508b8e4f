using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Advice;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Tests.Features.Dossiers;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Advice;

/// <summary>Advice on a plan in confidence is for its readers and the officers, and opens with the plan (C7, C10).</summary>
public sealed class AdviceInConfidenceTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private const string Secret = "Zonneakkers aan de Stille Laan";

    [Fact]
    public async Task InConfidence_NobodyElseSeesIt_Anywhere()
    {
        // Where nothing of the kind is public.
        await host.BeginAnewAsync();
        var made = await Advised.AtAsync(host);
        var (dossier, advice) = await ConfidentialAsync(made);
        var (treasurer, stranger) = (
            await made.Data.HolderAsync(Role.Treasurer, made.Place.Association),
            await made.Data.PlaceAsync()
        );
        Person?[] others =
        [
            null,
            treasurer,
            stranger.ContactPerson,
            made.Place.Liaison,
            await made.Data.HolderAsync(Role.ExecutiveMember, made.Place.Municipality),
            await made.Data.AdministratorAsync(),
        ];
        string[] pages =
        [
            AdviceLinks.List,
            AdviceLinks.List + "?zoek=Zonneakkers",
            "/zoeken?zoek=Zonneakkers",
            "/toezeggingen",
            AdviceLinks.List + "/feed",
            "/api/v1/adviezen",
            SubjectLinks.Of(SubjectKind.Village, made.Place.Village.Id, made.Place.Village.Subject!.Slug),
        ];
        foreach (var person in others)
        {
            var browser = host.Browser(person);
            foreach (var address in new[] { Advised.Address(advice), AdviceLinks.Answer(advice.Id) })
            {
                var status = (await browser.AskAsync(address)).StatusCode;
                Assert.True(
                    status == HttpStatusCode.NotFound || (person is null && status == HttpStatusCode.Redirect),
                    $"{person?.Name}: {address} gave {status}"
                );
            }

            foreach (var page in person is null ? pages : [.. pages, "/mijn", "/toezeggingen/mijn"])
            {
                await browser.AskAsync(page);
                Assert.DoesNotContain(Secret, browser.Body, StringComparison.Ordinal);
            }
        }

        foreach (var person in new[] { made.Place.ContactPerson, made.Official })
        {
            var browser = await host.Browser(person).OpenAsync(Advised.Address(advice));
            Assert.Contains("in vertrouwen voorligt", browser.Text, StringComparison.Ordinal);
            await browser.OpenAsync(DossierLinks.Show(dossier.Id, dossier.Subject.Slug));
            Assert.Contains(Secret, browser.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task OnlyAnAssociationWithAReader_CanBeAsked()
    {
        var made = await Advised.AtAsync(host);
        var other = await made.Data.PlaceAsync();
        var dossier = await DossierExamples.InConfidenceAsync(
            made.Data,
            made.Place,
            made.Official,
            made.Place.ContactPerson,
            made.Place.Association
        );
        var official = await host.Browser(made.Official).OpenAsync(AdviceLinks.AskAbout(dossier.Id));
        var names = official.Page.QuerySelector("select")!.TextContent;
        Assert.Contains(made.Place.Association.Name, names, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Association.Name, names, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await official.AskAsync(AdviceLinks.Ask(other.Association.Id, dossier.Id))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Browser(made.Place.Liaison).AskAsync(AdviceLinks.AskAbout(dossier.Id))).StatusCode
        );
    }

    [Fact]
    public async Task WhenThePlanIsPublic_WhatWasGivenIsToo()
    {
        var made = await Advised.AtAsync(host);
        var (dossier, advice) = await ConfidentialAsync(made);
        var asked = await made.AskedAsync(dossier, "Nog een stille vraag");
        var officer = await host.Browser(made.Official).OpenAsync(DossierLinks.Confidence(dossier.Id));

        await officer.SubmitAsync("Maak het dossier nu openbaar");

        var visitor = await host.Browser().OpenAsync(Advised.Address(advice));
        Assert.Contains(Secret, visitor.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.AskAsync(Advised.Address(asked))).StatusCode);
        Assert.False((await made.NowAsync(asked.Id)).InConfidence);
    }

    [Fact]
    public async Task WhenThePlanIsWithdrawn_NobodyElseEverReadsIt()
    {
        var made = await Advised.AtAsync(host);
        var (dossier, advice) = await ConfidentialAsync(made);
        var officer = await host.Browser(made.Official).OpenAsync(DossierLinks.Confidence(dossier.Id));

        await officer.SubmitAsync("Trek het dossier in");

        foreach (var person in new[] { null, made.Place.ContactPerson, made.Place.Liaison })
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await host.Browser(person).AskAsync(Advised.Address(advice))).StatusCode
            );
        }

        Assert.Empty(
            await host.DbAsync(db =>
                db.Promises.Where(p => p.SubjectId == advice.Id && p.State == Brink.Features.Promises.PromiseState.Open)
                    .ToArrayAsync()
            )
        );
    }

    [Fact]
    public async Task AskedWhileThePlanBecomesPublic_IsAsOpenAsThePlan()
    {
        for (var round = 0; round < 5; round++)
        {
            var made = await Advised.AtAsync(host);
            var dossier = await DossierExamples.InConfidenceAsync(
                made.Data,
                made.Place,
                made.Official,
                made.Place.ContactPerson,
                made.Place.Association
            );
            var begun = await BegunAsync(made, dossier);
            var board = await host.Browser(made.Place.ContactPerson).OpenAsync(AdviceLinks.Give(begun.Id));
            var asking = await host.Browser(made.Official)
                .OpenAsync(AdviceLinks.Ask(made.Place.Association.Id, dossier.Id));
            await asking.SubmitAsync(
                "Verder",
                fields: [("Waar gaat", Secret), ("Wat wilt u weten", "Wat vindt u?"), ("Graag tot", "2026-11-20")]
            );
            var opening = await host.Browser(made.Official).OpenAsync(DossierLinks.Confidence(dossier.Id));

            var answers = await Task.WhenAll(
                asking.SubmitOnlyAsync("Verstuur deze vraag"),
                board.SubmitOnlyAsync("Geef dit advies namens " + made.Place.Association.Name),
                opening.SubmitOnlyAsync("Maak het dossier nu openbaar")
            );

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
            var now = await host.DbAsync(db =>
                db.Advices.Include(a => a.Subject).Where(a => a.DossierId == dossier.Id).ToArrayAsync()
            );
            Assert.Equal(2, now.Length);
            Assert.All(now, advice => Assert.False(advice.InConfidence));
            Assert.Equal(Visibility.Public, now.Single(a => a.Id == begun.Id).Subject.Visibility);
        }
    }

    private static Task<AdviceCase> BegunAsync(Advised made, Dossier dossier) =>
        made.Data.SaveAsync(async db =>
        {
            var advice = AdviceCase.Begin(
                Secret,
                made.Place.Association.Id,
                [made.Place.Village.Id],
                await db.Dossiers.SingleAsync(d => d.Id == dossier.Id),
                null,
                Advised.TwoPoints,
                made.Board()
            );
            db.Advices.Add(advice);
            return advice;
        });

    private static async Task<(Dossier, AdviceCase)> ConfidentialAsync(Advised made)
    {
        var dossier = await DossierExamples.InConfidenceAsync(
            made.Data,
            made.Place,
            made.Official,
            made.Place.ContactPerson,
            made.Place.Association
        );
        var advice = await made.AskedAsync(dossier, Secret);
        await made.ChangeAsync(advice.Id, a => a.Write("", Advised.TwoPoints, made.Board()));
        await made.GiveAsync(advice.Id);
        return (dossier, advice);
    }
}
