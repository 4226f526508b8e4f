using Brink.Features.Accounts;
using Brink.Features.Agreements;
using Brink.Features.Channels;
using Brink.Features.Checks;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.EntityFrameworkCore;

namespace Brink.Browser.Support;

/// <summary>Agreements with long words and in every state.</summary>
public sealed partial class AwkwardData
{
    public Person Alderman { get; private set; } = null!;
    public Agreement BegunOnPaper { get; private set; } = null!;
    public Agreement RoundOnPaper { get; private set; } = null!;
    public Agreement HeldOnPaper { get; private set; } = null!;

    public long PostId { get; private set; }
    public Check LookedBack { get; private set; } = null!;
    public Check LookingBack { get; private set; } = null!;

    private async Task FillOnPaperAsync()
    {
        PostId = await PostsAsync();
        LookedBack = await CheckAsync(-200, 12);
        LookingBack = await CheckAsync(0, 0);
        Alderman = await data.HolderAsync(Role.ExecutiveMember, Full.Municipality);
        BegunOnPaper = await AgreementAsync();
        RoundOnPaper = await AgreementAsync("round", "talk");
        HeldOnPaper = await AgreementAsync("record", "renew", "round", "talk");
    }

    /// <summary>A page and a half in the channel of the fullest initiative; the first is closed.</summary>
    private async Task<long> PostsAsync()
    {
        var first = 0L;
        for (var number = 0; number < 30; number++)
        {
            var post = await data.SaveAsync(async db =>
            {
                var actor = data.Now(Full.ContactPerson.Id) with { OnBehalfOfId = Full.Association.Id };
                var written = ChannelPost.Write(
                    await db.Subjects.SingleAsync(s => s.Id == Rich.Id),
                    $"De {LongWord} komt morgen langs.",
                    number == 0 ? "Het gaat over één persoon." : "",
                    By(actor),
                    actor
                );
                db.ChannelPosts.Add(written);
                return written;
            });
            first = first == 0 ? post.Id : first;
        }

        return first;
    }

    /// <param name="answers">Of associations; of liaisons there are too few to show.</param>
    private Task<Check> CheckAsync(int days, int answers) =>
        data.SaveAsync(db =>
        {
            var today = data.Now().Today.AddDays(days);
            var check = Check.Begin(
                "Samen terugkijken",
                (today.Year, today.Month > 6 ? 2 : 1, today, today.AddDays(20)),
                data.Now()
            );
            for (var number = 0; number < answers; number++)
            {
                foreach (var tally in check.Tallies.Where(t => t.Side == CheckSide.Villages))
                {
                    tally.Add((number % Check.HighestScore) + 1);
                }
            }

            db.Checks.Add(check);
            return Task.FromResult(check);
        });

    private async Task<Agreement> AgreementAsync(params string[] road)
    {
        var agreement = await data.SaveAsync(db =>
        {
            var actor = Executive();
            var drafted = Agreement.Draft(
                AgreementKind.SocialAgreement,
                $"Akkoord over de {LongWord} en alles wat daarbij hoort",
                Full.Municipality.Id,
                actor.Today,
                actor.Today.AddYears(4),
                actor
            );
            drafted.BringTogether([Full.Association.Id, Empty.Association.Id, Umbrella.Id], actor);
            drafted.Write($"Vooraf.\n\n# Artikel 1. {LongWord}\n- een\n- twee\n\n# Artikel 2\nDit ook.", actor);
            drafted.Pledge(Full.Association.Id, null, $"De {LongWord} regelen", actor.Today.AddDays(50), actor);
            drafted.PlanEvaluation(actor.Today.AddYears(1), actor);
            db.Agreements.Add(drafted);
            return Task.FromResult(drafted);
        });
        foreach (var step in road)
        {
            await host.DbAsync(async db =>
            {
                var found = await db.Agreements.Whole().SingleAsync(a => a.Id == agreement.Id);
                Assert.True(Take(found, step).Succeeded, step);
                await db.SaveChangesAsync();
            });
        }

        return agreement;
    }

    private Outcome Take(Agreement agreement, string step)
    {
        var actor = Executive();
        switch (step)
        {
            case "round":
                return agreement.SendRound(actor);
            case "record":
                return agreement.Record("in 1999", new DateOnly(1999, 1, 1), actor);
            case "renew":
                return agreement.Renew($"De {LongWord} is veranderd.", actor);
            default:
                var by = data.Now(Full.ContactPerson.Id) with { OnBehalfOfId = Full.Association.Id };
                return agreement.Answer(
                    agreement.Open!.Number,
                    Full.Association.Id,
                    0,
                    AnswerKind.WantsToTalk,
                    $"Eerst over de {LongWord}.",
                    By(by),
                    by
                );
        }
    }

    private Actor Executive() => data.Now(Alderman.Id) with { OnBehalfOfId = Full.Municipality.Id };
}
