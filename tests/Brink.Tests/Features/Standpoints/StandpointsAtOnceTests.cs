using System.Net;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Standpoints;
using Brink.Platform;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Standpoints;

/// <summary>
/// Two things at the same moment: the outcomes are those of docs/states/standpoint.md, and the database decides. Each
/// pair is tried in both orders with one of the two looking at what is no longer so, and then really at once.
/// </summary>
public sealed class StandpointsAtOnceTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private const int Rounds = 6;

    [Fact]
    public async Task SignedWhileTheTextReopens_IsWithTheOldText_OrRefused()
    {
        var umbrella = await Umbrella.WithAsync(host, 1);
        var member = umbrella.Members[0];
        Task<Outcome> Sign(Standpoint s) => Task.FromResult(umbrella.React(s, member, Stance.Signed));
        Task<Outcome> Reopen(Standpoint s) => Task.FromResult(Change(umbrella, s, "Anders."));
        await TooLateAsync((await umbrella.SigningAsync()).Id, first: Reopen, late: Sign);
        await TooLateAsync((await umbrella.SigningAsync()).Id, first: Sign, late: Reopen);

        for (var round = 0; round < Rounds; round++)
        {
            var standpoint = await umbrella.SigningAsync();
            var signing = await host.Browser(member.ContactPerson).OpenAsync(StandpointLinks.React(standpoint.Id));
            var editing = await host.Browser(umbrella.Chair).OpenAsync(StandpointLinks.Edit(standpoint.Id));

            var answers = await Task.WhenAll(
                signing.SubmitOnlyAsync("Verstuur deze reactie", ("Wij ondertekenen", "ja"), ("In uw", "Onze woorden")),
                editing.SubmitOnlyAsync("Verander de tekst en stop het tekenen", ("Wat vraagt u", "Iets anders."))
            );

            Assert.Equal(HttpStatusCode.Redirect, answers[1].StatusCode);
            var now = await umbrella.NowAsync(standpoint.Id);
            Assert.Equal((StandpointState.Draft, 2), (now.State, now.Latest.Number));
            var old = Assert.Single(now.Rounds);
            Assert.Equal(RoundEnding.Reopened, old.Ending);
            if (answers[0].StatusCode == HttpStatusCode.Redirect)
            {
                Assert.NotNull(old.Current(member.Association.Id));
            }
            else
            {
                Assert.Equal(HttpStatusCode.BadRequest, answers[0].StatusCode);
                Assert.Contains("Uw reactie is niet bewaard.", signing.Text, StringComparison.Ordinal);
                Assert.Contains("Onze woorden", signing.Body, StringComparison.Ordinal);
                Assert.Empty(old.Signatures);
            }
        }
    }

    [Fact]
    public async Task ARoleThatEndsWhileItsHolderSigns_GivesTheSignatureOrARefusal()
    {
        var umbrella = await Umbrella.WithAsync(host, 1);
        var member = umbrella.Members[0];
        var standpoint = await umbrella.SigningAsync();
        await host.DbAsync(async db =>
        {
            var stale = await Umbrella.WholeAsync(db, standpoint.Id);
            Assert.True(umbrella.React(stale, member, Stance.Signed).Succeeded);
            await EndRoleAsync(umbrella, member.ContactPerson.Id);

            var problem = await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.SaveChangesAsync());

            Assert.True(Conflict.Is(problem));
        });

        for (var round = 0; round < Rounds; round++)
        {
            var holder = await umbrella.Data.HolderAsync(Role.Secretary, member.Association);
            var another = await umbrella.SigningAsync();
            var signing = await host.Browser(holder).OpenAsync(StandpointLinks.React(another.Id));
            var sent = signing.SubmitOnlyAsync(
                "Verstuur deze reactie",
                ("Wij ondertekenen", "ja"),
                ("In uw", "Onze woorden")
            );

            await Task.WhenAll(sent, EndRoleAsync(umbrella, holder.Id));

            var now = (await umbrella.NowAsync(another.Id)).OpenRound!;
            switch ((await sent).StatusCode)
            {
                case HttpStatusCode.Redirect:
                    Assert.Equal(Role.Secretary, now.Current(member.Association.Id)!.Role);
                    break;
                case HttpStatusCode.BadRequest:
                    Assert.Contains(
                        "Uw rol bij de vereniging is intussen beëindigd",
                        signing.Text,
                        StringComparison.Ordinal
                    );
                    Assert.Contains("Onze woorden", signing.Body, StringComparison.Ordinal);
                    Assert.Empty(now.Signatures);
                    break;
                default:
                    // It had ended before the request began: whoever has no role any more does not see it at all.
                    Assert.Equal(HttpStatusCode.NotFound, (await sent).StatusCode);
                    Assert.Empty(now.Signatures);
                    break;
            }
        }
    }

    [Fact]
    public async Task TheLastSignsAsTheTermEnds_IsInWhatIsSent_OrRefused()
    {
        var umbrella = await Umbrella.WithAsync(host, 2);
        var (first, last) = (umbrella.Members[0], umbrella.Members[1]);
        Task<Outcome> SignInTime(Standpoint s) => Task.FromResult(umbrella.React(s, last, Stance.Signed));
        Task<Outcome> SendAfter(Standpoint s) =>
            Task.FromResult(
                s.Send(
                    umbrella.Terms(),
                    [],
                    umbrella.Board() with
                    {
                        Today = s.OpenRound?.Closes.AddDays(1) ?? default,
                    }
                )
            );
        var refused = (await umbrella.SigningAsync()).Id;
        await TooLateAsync(refused, first: SendAfter, late: SignInTime);
        Assert.All((await umbrella.NowAsync(refused)).SentReactions, r => Assert.Null(r.Stance));
        var counted = (await umbrella.SigningAsync()).Id;
        await TooLateAsync(counted, first: SignInTime, late: SendAfter);
        await umbrella.ChangeAsync(counted, s => SendAfter(s).Result);
        Assert.Equal(
            Stance.Signed,
            (await umbrella.NowAsync(counted)).SentReactions.Single(r => r.AssociationId == last.Association.Id).Stance
        );

        for (var round = 0; round < Rounds; round++)
        {
            var standpoint = await umbrella.SigningAsync();
            await umbrella.ChangeAsync(standpoint.Id, s => umbrella.React(s, first, Stance.Signed));
            await umbrella.ChangeAsync(standpoint.Id, s => umbrella.React(s, last, Stance.Signed));
            var changing = await host.Browser(last.ContactPerson).OpenAsync(StandpointLinks.React(standpoint.Id));
            var sending = await host.Browser(umbrella.Chair).OpenAsync(StandpointLinks.Send(standpoint.Id));

            var answers = await Task.WhenAll(
                changing.SubmitOnlyAsync("Verstuur deze reactie", ("Wij zijn het er niet mee eens", "ja")),
                sending.SubmitOnlyAsync("Verstuur naar de gemeente")
            );

            var now = await umbrella.NowAsync(standpoint.Id);
            if (answers[1].StatusCode == HttpStatusCode.Redirect)
            {
                Assert.Equal(HttpStatusCode.BadRequest, answers[0].StatusCode);
                Assert.Contains("al aan de gemeente gestuurd", changing.Text, StringComparison.Ordinal);
                Assert.All(now.SentReactions, r => Assert.Equal(Stance.Signed, r.Stance));
            }
            else
            {
                Assert.Contains("Er kwam intussen een reactie bij.", sending.Text, StringComparison.Ordinal);
                Assert.Equal(HttpStatusCode.Redirect, answers[0].StatusCode);
                Assert.Equal(Stance.Dissented, now.OpenRound!.Current(last.Association.Id)!.Stance);
            }
        }
    }

    [Fact]
    public async Task SentWhileAReactionReadsTheStandpoint_IsSaidToBeSent()
    {
        var umbrella = await Umbrella.WithAsync(host, 1);
        var member = umbrella.Members[0];
        var id = (await umbrella.SigningAsync()).Id;
        await umbrella.ChangeAsync(id, s => umbrella.React(s, member, Stance.Signed));

        var outcome = await host.DbAsync(async db =>
        {
            var halfRead = await db.Standpoints.SingleAsync(s => s.Id == id);
            await umbrella.ChangeAsync(id, s => s.Send(umbrella.Terms(), [], umbrella.Board()));
            await Umbrella.WholeAsync(db, id);
            return umbrella.React(halfRead, member, Stance.Dissented);
        });

        Assert.Equal("Dit standpunt is al aan de gemeente gestuurd.", Assert.Single(outcome.Refusals).Message);
    }

    [Fact]
    public async Task TheTerm_EndsWithTheDayInTheNetherlands()
    {
        var umbrella = await Umbrella.WithAsync(host, 2);
        var standpoint = await umbrella.SigningAsync();
        var start = host.Time.GetUtcNow();
        try
        {
            // 12 November, 23.59.59 and 0.00 in the Netherlands.
            var (before, after) = (
                await host.Browser(umbrella.Members[0].ContactPerson).OpenAsync(StandpointLinks.React(standpoint.Id)),
                await host.Browser(umbrella.Members[1].ContactPerson).OpenAsync(StandpointLinks.React(standpoint.Id))
            );
            host.Time.SetTo(new DateTimeOffset(2026, 11, 12, 22, 59, 59, TimeSpan.Zero));
            await before.SubmitAsync("Verstuur deze reactie", fields: ("Wij ondertekenen", "ja"));
            host.Time.SetTo(new DateTimeOffset(2026, 11, 12, 23, 0, 0, TimeSpan.Zero));
            await after.SubmitAsync(
                "Verstuur deze reactie",
                HttpStatusCode.BadRequest,
                ("Wij ondertekenen", "ja"),
                ("In uw", "Net te laat")
            );

            Assert.Contains("De termijn is voorbij. Uw reactie is niet bewaard.", after.Text, StringComparison.Ordinal);
            Assert.Contains("Net te laat", after.Body, StringComparison.Ordinal);
        }
        finally
        {
            host.Time.SetTo(start);
        }
    }

    [Fact]
    public async Task AllWhoSignAtOnce_AreCounted()
    {
        var umbrella = await Umbrella.WithAsync(host, 12);
        var standpoint = await umbrella.SigningAsync();
        var browsers = new List<TestBrowser>();
        foreach (var member in umbrella.Members)
        {
            browsers.Add(await host.Browser(member.ContactPerson).OpenAsync(StandpointLinks.React(standpoint.Id)));
        }

        var answers = await Task.WhenAll(
            browsers.Select(b => b.SubmitOnlyAsync("Verstuur deze reactie", ("Wij ondertekenen", "ja")))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.True((await umbrella.NowAsync(standpoint.Id)).OpenRound!.AllAnswered);
    }

    [Fact]
    public async Task TwoOfOneAssociation_DontOverwriteEachOtherUnread()
    {
        var umbrella = await Umbrella.WithAsync(host, 1);
        var member = umbrella.Members[0];
        var chair = await umbrella.Data.HolderAsync(Role.Chair, member.Association);
        var standpoint = await umbrella.SigningAsync();
        var browsers = new[] { host.Browser(member.ContactPerson), host.Browser(chair) };
        foreach (var browser in browsers)
        {
            await browser.OpenAsync(StandpointLinks.React(standpoint.Id));
        }

        var answers = await Task.WhenAll(
            browsers[0].SubmitOnlyAsync("Verstuur deze reactie", ("Wij ondertekenen", "ja"), ("In uw", "Woorden 0")),
            browsers[1].SubmitOnlyAsync("Verstuur deze reactie", ("Wij onthouden ons", "ja"), ("In uw", "Woorden 1"))
        );

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        var lost = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
        Assert.Contains(
            "Iemand anders reageerde intussen voor uw vereniging.",
            browsers[lost].Text,
            StringComparison.Ordinal
        );
        Assert.Contains($"Woorden {1 - lost}", browsers[lost].Text, StringComparison.Ordinal);
        Assert.Contains(
            $"Woorden {lost}",
            browsers[lost].Page.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
        await browsers[lost].SubmitAsync("Verstuur deze reactie");
        Assert.Equal(2, (await umbrella.NowAsync(standpoint.Id)).OpenRound!.LastNumber(member.Association.Id));
    }

    [Fact]
    public async Task ADraftThatChangesWhileItIsSentRound_IsSignedByNobodyUnread()
    {
        var umbrella = await Umbrella.WithAsync(host, 1);
        Task<Outcome> Edit(Standpoint s) => Task.FromResult(Change(umbrella, s, "Stiekem anders."));
        Task<Outcome> Open(Standpoint s) =>
            Task.FromResult(
                s.OpenSigning(
                    [umbrella.Members[0].Association.Id],
                    umbrella.Data.Now().Today.AddDays(5),
                    umbrella.Board()
                )
            );
        await TooLateAsync((await umbrella.DraftAsync()).Id, first: Open, late: Edit);
        await TooLateAsync((await umbrella.DraftAsync()).Id, first: Edit, late: Open);
        await TooLateAsync((await umbrella.DraftAsync()).Id, first: Open, late: Open);

        var standpoint = await umbrella.DraftAsync();
        var editing = await host.Browser(umbrella.Chair).OpenAsync(StandpointLinks.Edit(standpoint.Id));
        await umbrella.ChangeAsync(standpoint.Id, s => Open(s).Result);
        await editing.SubmitAsync("Bewaar", HttpStatusCode.BadRequest, ("Wat vraagt u", "Iets anders."));

        Assert.Contains("Lees wat er gebeurt als u de tekst verandert.", editing.Text, StringComparison.Ordinal);
        Assert.Equal(StandpointState.Signing, (await umbrella.NowAsync(standpoint.Id)).State);
        await editing.SubmitAsync("Verander de tekst en stop het tekenen");
        Assert.Equal(StandpointState.Draft, (await umbrella.NowAsync(standpoint.Id)).State);
    }

    /// <summary>One acts on what it read before the other was saved: the database refuses, so that it reads again.</summary>
    private Task TooLateAsync(long id, Func<Standpoint, Task<Outcome>> first, Func<Standpoint, Task<Outcome>> late) =>
        host.DbAsync(async slow =>
        {
            var stale = await Umbrella.WholeAsync(slow, id);
            Assert.True((await late(stale)).Succeeded);
            await host.DbAsync(async db =>
            {
                Assert.True((await first(await Umbrella.WholeAsync(db, id))).Succeeded);
                await db.SaveChangesAsync();
            });

            var problem = await Assert.ThrowsAnyAsync<DbUpdateException>(() => slow.SaveChangesAsync());

            Assert.True(Conflict.Is(problem), problem.InnerException?.Message);
        });

    private static Outcome Change(Umbrella umbrella, Standpoint standpoint, string text) =>
        standpoint.Edit(Umbrella.Words with { Text = text }, Umbrella.By(umbrella.Board()), umbrella.Board());

    private Task EndRoleAsync(Umbrella umbrella, long personId) =>
        umbrella.Data.SaveAsync(async db =>
        {
            var held = await db.RoleHoldings.Where(h => h.PersonId == personId && h.To == null).ToArrayAsync();
            foreach (var holding in held)
            {
                holding.TakeAway(umbrella.Data.Now().Today, othersAdminister: true);
            }

            return held.Length;
        });
}
