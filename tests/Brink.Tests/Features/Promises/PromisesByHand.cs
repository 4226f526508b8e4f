using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Promises;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Promises;

/// <summary>A village with an initiative, and what its people promise each other.</summary>
public abstract class PromisesByHand(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    protected const string Ask = "Iets toezeggen of vragen";

    protected BrinkHost Host => host;
    protected TestData Data { get; } = new(host);
    protected Place Place { get; private set; } = null!;
    protected Person Initiator { get; private set; } = null!;
    protected Initiative Initiative { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Host.Time.SetTo(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        Place = await Data.PlaceAsync();
        Initiator = await Data.PersonAsync("Jannie Zondernaam");
        Initiative = await Data.InitiativeAsync(Place, Initiator);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected string Association => Id(Place.Association.Id);
    protected string Municipality => Id(Place.Municipality.Id);

    protected static string Id(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An open promise of the municipality to the association about the initiative, given to the liaison.</summary>
    protected Task<Promise> MadeAsync(
        string what = "De gemeente zet een hek",
        Person? by = null,
        DateOnly? due = null,
        long? subject = null
    ) =>
        Data.SaveAsync(async db =>
        {
            var about = subject ?? Initiative.Id;
            var found = await db.Subjects.Include(s => s.Villages).SingleAsync(s => s.Id == about);
            return Promise.Make(
                found,
                PromiseKind.Agreed,
                new Party(Place.Municipality.Id, (by ?? Place.Liaison).Id),
                new Party(Place.Association.Id, null),
                due ?? new DateOnly(2026, 11, 16),
                Data.Now(Place.Liaison.Id),
                what
            );
        });

    /// <summary>Asked by the association of the municipality.</summary>
    protected Task<Promise> AskedAsync(string what = "Een lantaarnpaal bij de brug", DateOnly? due = null) =>
        Data.SaveAsync(async db =>
        {
            var found = await db.Subjects.Include(s => s.Villages).SingleAsync(s => s.Id == Initiative.Id);
            return Promise.Ask(
                found,
                new Party(Place.Municipality.Id, null),
                new Party(Place.Association.Id, Place.ContactPerson.Id),
                due ?? new DateOnly(2026, 11, 16),
                Data.Now(Place.ContactPerson.Id),
                what
            );
        });

    protected Task<Promise> ReadAsync(long id) =>
        Host.DbAsync(db => db.Promises.AsNoTracking().Include(p => p.Moves).SingleAsync(p => p.Id == id));

    /// <summary>The last that was made about the initiative.</summary>
    protected Task<Promise> LastAsync() =>
        Host.DbAsync(db =>
            db.Promises.AsNoTracking()
                .Where(p => p.Kind == PromiseKind.Agreed && p.SubjectId == Initiative.Id)
                .OrderByDescending(p => p.Id)
                .FirstAsync()
        );
}
