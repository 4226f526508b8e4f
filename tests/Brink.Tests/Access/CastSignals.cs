using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Signals;
using Brink.Features.Subjects;
using Brink.Platform.Tenancy;
using Brink.Tests.Features.Signals;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Access;

/// <summary>Signals in the states in which everybody may try everything.</summary>
public static class CastSignals
{
    public static async Task<IReadOnlyList<(string State, long Id, string Slug)>> OfAsync(
        BrinkHost host,
        TenantInfo elsewhere,
        Place place,
        Place foreignPlace,
        Person sender,
        Person foreignPerson
    )
    {
        var (data, foreignData) = (new TestData(host), new TestData(host, elsewhere));
        var open = await data.SignalAsync(host, place, sender);
        var withdrawn = await data.SignalAsync(host, place, sender, "Toch maar niet");
        await host.ActAsync(place, withdrawn.Id, (s, a) => s.Withdraw(a));
        var unconfirmed = await data.SaveAsync(async db =>
        {
            var village = await db.Villages.FirstAsync(v => v.Id == place.Village.Id);
            var made = Signal.Raise(
                new(SignalKind.Chance, "Nog niet bevestigd", "Tekst."),
                village,
                new Contribution { ByPersonId = sender.Id, At = host.Time.GetUtcNow() },
                data.Now(sender.Id)
            );
            db.Signals.Add(made);
            return made;
        });
        var foreign = await foreignData.SignalAsync(host, foreignPlace, foreignPerson);
        return
        [
            ("public", open.Id, open.Subject.Slug),
            ("unconfirmed", unconfirmed.Id, unconfirmed.Subject.Slug),
            ("withdrawn", withdrawn.Id, withdrawn.Subject.Slug),
            ("foreign", foreign.Id, foreign.Subject.Slug),
        ];
    }
}
