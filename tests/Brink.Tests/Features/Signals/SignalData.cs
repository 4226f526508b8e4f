using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Signals;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Signals;

/// <summary>Signals that a test begins with, by intent.</summary>
public static class SignalData
{
    /// <summary>A confirmed signal, followed by who raised it, as yet unseen by the municipality.</summary>
    public static Task<Signal> SignalAsync(
        this TestData data,
        BrinkHost host,
        Place place,
        Person by,
        string title = "Te hard rijden op de Hoofdstraat",
        string text = "Auto's rijden hier veel te hard."
    ) =>
        data.SaveAsync(async db =>
        {
            var village = await db.Villages.FirstAsync(v => v.Id == place.Village.Id);
            var actor = data.Now(by.Id);
            var provenance = new Contribution
            {
                ByPersonId = by.Id,
                Channel = Channel.Web,
                At = actor.At,
            };
            var signal = Signal.Raise(new(SignalKind.Bottleneck, title, text), village, provenance, actor);
            db.Signals.Add(signal);
            signal.Confirm(actor, data.TermsOf(place));
            db.Follows.Add(
                new Follow
                {
                    SubjectId = signal.Id,
                    PersonId = by.Id,
                    Frequency = Frequency.AtOnce,
                    Since = actor.At,
                }
            );
            return signal;
        });

    public static ServiceTerms TermsOf(this TestData data, Place place)
    {
        var today = data.Now().Today;
        return new ServiceTerms(place.Municipality.Id, place.Liaison.Id, today.AddDays(7), today.AddDays(42));
    }

    /// <summary>Does something to a signal as the liaison, with everything loaded.</summary>
    public static Task ActAsync(this BrinkHost host, Place place, long id, Func<Signal, Actor, Outcome> act) =>
        host.DbAsync(async db =>
        {
            var signal = await host.LoadAsync(db, id);
            var actor = new TestData(host).Now(place.Liaison.Id) with { OnBehalfOfId = place.Municipality.Id };
            Assert.Empty(act(signal, actor).Refusals);
            await db.SaveChangesAsync();
        });

    public static Task<Signal> LoadAsync(this BrinkHost host, Brink.Platform.Database.BrinkDb db, long id) =>
        db
            .Signals.Include(s => s.Subject.Promises)
            .Include(s => s.Subject.Villages)
            .Include(s => s.Subject.Themes)
            .Include(s => s.Contribution)
            .Include(s => s.Forwards)
            .AsSplitQuery()
            .SingleAsync(s => s.Id == id);

    public static string Address(this Signal signal) => SignalLinks.Show(signal.Id, signal.Subject.Slug);

    public static DateOnly Today(this BrinkHost host) => DutchTime.Today(host.Time);
}
