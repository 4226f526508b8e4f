using System.Text.RegularExpressions;
using Brink.Features.Accounts;
using Brink.Features.Exchange;
using Brink.Features.Exchange.Experts;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Exchange;

/// <summary>Needs, answers and people who know, as tests want them.</summary>
public static class ExchangeMade
{
    public static Task<Help> HelpAsync(
        this TestData data,
        Place place,
        Person by,
        string title = "Een heg planten",
        int number = 2,
        HelpKind kind = HelpKind.Hands,
        DateOnly? endsOn = null,
        long? initiativeId = null,
        long? onBehalfOf = null,
        bool confirmed = true
    ) =>
        data.SaveAsync(async db =>
        {
            var actor = data.Now(by.Id) with { OnBehalfOfId = onBehalfOf };
            var words = new HelpWords(
                HelpDirection.Need,
                kind,
                title,
                "Neem een schep mee.",
                number,
                null,
                null,
                endsOn ?? actor.Today.AddDays(30),
                initiativeId
            );
            var contribution = new Contribution
            {
                ByPersonId = by.Id,
                OnBehalfOfId = onBehalfOf,
                Channel = Channel.Web,
                At = actor.At,
            };
            var help = Help.HandIn(words, [place.Village.Id], contribution, actor);
            await db.AddAsync(help);
            if (confirmed)
            {
                help.Confirm(actor);
            }

            return help;
        });

    public static Task<HelpResponse> AnswerAsync(
        this TestData data,
        Help help,
        Person by,
        Road road = Road.Mail,
        bool confirmed = true
    ) =>
        data.SaveAsync(async db =>
        {
            var actor = data.Now(by.Id);
            var about = await db.Helps.Include(h => h.Subject).SingleAsync(h => h.Id == help.Id);
            var contribution = new Contribution
            {
                SubjectId = help.Id,
                ByPersonId = by.Id,
                Channel = Channel.Web,
                At = actor.At,
            };
            var answer = HelpResponse.To(
                about,
                new ResponseWords(by.Name, "Ik kom graag.", road, road == Road.Telephone ? "0593 11 22 33" : ""),
                by.Id,
                contribution,
                actor
            );
            await db.AddAsync(answer);
            if (confirmed)
            {
                answer.Confirm(db, about.Subject, actor);
            }

            return answer;
        });

    public static Task<Expert> ExpertAsync(
        this TestData data,
        Person by,
        string name = "Mevrouw Dak",
        string topics = "subsidies, dakisolatie",
        long[]? villages = null,
        long? onBehalfOf = null
    ) =>
        data.SaveAsync(async db =>
        {
            var actor = data.Now(by.Id) with { OnBehalfOfId = onBehalfOf };
            var contribution = new Contribution
            {
                ByPersonId = by.Id,
                OnBehalfOfId = onBehalfOf,
                Channel = Channel.Web,
                At = actor.At,
            };
            var expert = Expert.Join(
                new ExpertWords(name, topics, "Vraag gerust.", PreferredRoad.Mail),
                villages ?? [],
                contribution,
                actor
            );
            await db.AddAsync(expert);
            return expert;
        });

    /// <summary>Where a link in a mail leads; empty when there is none of this kind.</summary>
    public static string LinkIn(string mail, string start) =>
        Regex
            .Match(
                mail,
                @"(?<=\.example)" + Regex.Escape(start) + @"\S+",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )
            .Value;
}
