using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives;

/// <summary>One initiative with everybody around it, anew for each test.</summary>
public abstract class ActsOnOneInitiative(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    protected BrinkHost Host { get; } = host;
    protected TestData Data { get; } = new(host);
    protected Place Place { get; private set; } = null!;
    protected Person Initiator { get; private set; } = null!;
    protected Initiative Initiative { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Place = await Data.PlaceAsync();
        Initiator = await Data.PersonAsync("Bewoner met een idee");
        Initiative = await Data.InitiativeAsync(Place, Initiator);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected string Address => InitiativeLinks.Show(Initiative.Id, Initiative.Subject.Slug);

    protected static (string Label, string Value)[] FieldsOf(string act) =>
        act switch
        {
            "vraag" => [("Uw vraag", "Waar komt het?")],
            "begroting/nieuw/kosten" => [("Wat kost geld?", "Hout"), ("Hoeveel euro?", "1.250,50")],
            "nodig" => [("Grond", "ja"), ("Wat is er nodig", "Een stukje grond.")],
            "bericht" => [("Uw bericht", "Het gaat goed.")],
            "fase" => [("Wat is de volgende stap?", "Een avond")],
            "aanpassen" => [("Waarom wilt u dat?", "Daarom.")],
            _ => [],
        };

    protected Task<TestBrowser> OpenAsync(Person person, string act) =>
        Host.Browser(person).OpenAsync($"/initiatieven/{Initiative.Id}/{act}");

    protected async Task<TestBrowser> VisitAsync()
    {
        var slug = await Host.DbAsync(db =>
            db.Subjects.Where(s => s.Id == Initiative.Id).Select(s => s.Slug).SingleAsync()
        );
        return await Host.Browser().OpenAsync(InitiativeLinks.Show(Initiative.Id, slug));
    }

    protected Task<int> CountAsync(string verb) =>
        Host.DbAsync(db => db.Set<JournalEntry>().CountAsync(e => e.SubjectId == Initiative.Id && e.Verb == verb));

    protected Task ChangeAsync(Action<Initiative> change) =>
        Host.DbAsync(async db =>
        {
            var found = await db
                .Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .Include(i => i.Contribution)
                .Include(i => i.GroundRulesParties)
                .Include(i => i.GroundRulesVersions)
                    .ThenInclude(v => v.Responses)
                .AsSplitQuery()
                .SingleAsync(i => i.Id == Initiative.Id);
            change(found);
            await db.SaveChangesAsync();
        });
}
