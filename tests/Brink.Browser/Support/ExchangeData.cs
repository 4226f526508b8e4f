using Brink.Features.Accounts;
using Brink.Features.Exchange;
using Brink.Features.Exchange.Experts;
using Brink.Features.Places.TailorMade;
using Brink.Features.Reach;
using Brink.Features.Subjects;
using Brink.Tests.Features.Exchange;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Browser.Support;

/// <summary>Help, answers and people who know, awkward like the rest.</summary>
public sealed record ExchangeData(
    Help Help,
    Help Board,
    HelpResponse Waiting,
    HelpResponse Accepted,
    Person Helper,
    Expert Expert,
    ExpertQuestion Question
)
{
    public static async Task<ExchangeData> FillAsync(TestData data, Place place, Person initiator, string longWord)
    {
        var helper = await data.PersonAsync("Meneer Van der " + longWord);
        var help = await data.HelpAsync(place, initiator, longWord + " helpen opzetten", 3);
        var waiting = await data.AnswerAsync(help, helper);
        var accepted = await data.AnswerAsync(help, await data.PersonAsync("Kort"), Road.Telephone);
        var board = await data.HelpAsync(
            place,
            place.ContactPerson,
            "Wij zoeken een penningmeester",
            1,
            HelpKind.BoardMember,
            onBehalfOf: place.Association.Id
        );
        var successor = await data.AnswerAsync(board, helper);
        await data.SaveAsync(async db =>
        {
            foreach (var (about, answer) in new[] { (help.Id, accepted.Id), (board.Id, successor.Id) })
            {
                var found = await db.Helps.Include(h => h.Subject).SingleAsync(h => h.Id == about);
                var one = await db.HelpResponses.SingleAsync(r => r.Id == answer);
                found.Accept(one, new Decision("Fijn.", Road.Mail, ""), data.Now(initiator.Id));
            }

            return true;
        });
        var expert = await data.ExpertAsync(initiator, "Mevrouw " + longWord, longWord + ", daken");
        var question = await data.SaveAsync(async db =>
        {
            var actor = data.Now(helper.Id);
            var found = await db.Experts.Include(e => e.Subject).SingleAsync(e => e.Id == expert.Id);
            var contribution = Contribution.To(found.Subject, actor);
            var asked = ExpertQuestion.To(found, helper.Name, "Hoe zit dat?", helper.Id, contribution, actor);
            await db.AddAsync(asked);
            asked.Confirm(db, found.Subject, actor);
            return asked;
        });
        await data.SaveAsync(async db =>
        {
            var village = await db.Villages.Include(v => v.Subject).SingleAsync(v => v.Id == place.Village.Id);
            var actor = data.Now(place.ContactPerson.Id);
            var suits = WhatSuits.Of(village);
            db.WhatSuits.Add(suits);
            var themes = await db.Themes.Select(t => t.Id).ToArrayAsync();
            suits.Record(
                new SuitingWords([ReachChannel.Mail, ReachChannel.Meeting], HowOften.Weekly, longWord, longWord),
                themes.ToDictionary(id => id, _ => InvolvementLevel.CoCreate),
                Contribution.To(village.Subject!, actor),
                actor
            );
            var group = TargetGroup.Named("Mensen met een " + longWord[..40], 0);
            db.TargetGroups.Add(group);
            db.SubjectGroups.Add(new SubjectGroup { SubjectId = help.Id, GroupId = group.Id });
            return true;
        });
        return new ExchangeData(help, board, waiting, accepted, helper, expert, question);
    }
}
