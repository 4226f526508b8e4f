using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives.GroundRules;

/// <summary>One initiative whose parties agree on rules, anew for each test.</summary>
public abstract class RulesOfOneInitiative(BrinkHost host) : ActsOnOneInitiative(host)
{
    protected const string Propose = "spelregels/voorstel";
    protected const string Answer = "spelregels/antwoord";

    protected string RulesPage => InitiativeLinks.GroundRules(Initiative.Id);

    protected static RulesParts Parts(string deciding = "Wij beslissen.") =>
        RulesParts.None with
        {
            Deciding = deciding,
            Talking = "Elke maand.",
        };

    /// <summary>Through the form, by way of the check page.</summary>
    protected async Task<TestBrowser> ProposeAsync(Person person, string deciding, string owner = "Van bewoners")
    {
        var browser = await OpenAsync(person, Propose);
        await browser.SubmitAsync("Verder", fields: (owner, "ja"));
        await browser.SubmitAsync("Bekijk het voorstel", fields: ("Wie beslist?", deciding));
        return await browser.SubmitAsync("Stel dit voor");
    }

    protected async Task<TestBrowser> AcceptAsync(Person person)
    {
        var browser = await OpenAsync(person, Answer);
        return await browser.SubmitAsync("Geef dit antwoord", fields: ("Wij aanvaarden deze spelregels", "ja"));
    }

    /// <summary>Without the pages, where a test is about what comes after.</summary>
    protected Task ProposeDirectlyAsync(
        RulesPartyKind side,
        RulesParts? parts = null,
        OwnerType owner = OwnerType.Community,
        Phase? phase = null
    ) =>
        ChangeAsync(i =>
            Done(
                i.ProposeRules(
                    new(
                        phase,
                        owner,
                        parts ?? Parts(),
                        "",
                        i.GroundRulesVersions.Select(v => v.Number).DefaultIfEmpty().Max()
                    ),
                    side,
                    null,
                    Contribution.To(i.Subject, Data.Now()),
                    Data.Now()
                )
            )
        );

    protected Task AcceptDirectlyAsync(RulesPartyKind side) =>
        ChangeAsync(i =>
            Done(
                i.AnswerRules(
                    i.ProposedRules!.Id,
                    i.GroundRulesParties.First(p => p.Kind == side && p.Until is null).Id,
                    RulesAnswerKind.Accepts,
                    "",
                    Contribution.To(i.Subject, Data.Now()),
                    Data.Now()
                )
            )
        );

    protected Task<GroundRulesVersion[]> VersionsAsync() =>
        Host.DbAsync(db =>
            db.GroundRulesVersions.Include(v => v.Responses)
                .Where(v => v.InitiativeId == Initiative.Id)
                .OrderBy(v => v.Number)
                .ToArrayAsync()
        );

    protected Task<OwnerType?> OwnerAsync() =>
        Host.DbAsync(db => db.Initiatives.Where(i => i.Id == Initiative.Id).Select(i => i.OwnerType).SingleAsync());

    protected static void Done(Outcome outcome) => Assert.Empty(outcome.Refusals);
}
