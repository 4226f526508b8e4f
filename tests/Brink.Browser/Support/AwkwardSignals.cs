using Brink.Features.Accounts;
using Brink.Features.Developments;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Places;
using Brink.Features.Signals;
using Brink.Features.Signals.Concerns;
using Brink.Features.Subjects;
using Brink.Tests.Features.Signals;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Browser.Support;

/// <summary>Signals, what they are gathered under, and a watch list.</summary>
public sealed partial class AwkwardData
{
    public Signal OpenSignal { get; private set; } = null!;
    public Signal TriagedSignal { get; private set; } = null!;
    public Signal AnsweredSignal { get; private set; } = null!;
    public Signal UnconfirmedSignal { get; private set; } = null!;
    public SharedConcern Concern { get; private set; } = null!;
    public Development Watched { get; private set; } = null!;
    public Person UmbrellaChair { get; private set; } = null!;

    /// <summary>Works at an organisation to which a signal was passed on.</summary>
    public Person Officer { get; private set; } = null!;

    public Task<string> ReceiptTokenAsync(long subjectId) =>
        host.InsideAsync(services => Task.FromResult(services.GetRequiredService<ReceiptAddress>().Token(subjectId)));

    private async Task FillSignalsAsync()
    {
        var umbrella = await data.OrganisationAsync(OrganisationKind.Umbrella);
        var police = await data.OrganisationAsync(OrganisationKind.Police);
        UmbrellaChair = await data.HolderAsync(Role.Chair, umbrella);
        Officer = await data.HolderAsync(Role.ContactPerson, police);
        OpenSignal = await data.SignalAsync(host, Full, Initiator, $"{LongWord} bij de brug");
        TriagedSignal = await data.SignalAsync(host, Full, Initiator, "Gevaarlijke brug bij de sluis");
        AnsweredSignal = await data.SignalAsync(host, Full, Initiator, "De bus rijdt niet meer door het dorp");
        await host.ActAsync(Full, TriagedSignal.Id, (s, a) => s.Triage(host.Today().AddDays(20), a));
        await host.ActAsync(
            Full,
            TriagedSignal.Id,
            (s, a) => s.Forward(new SignalForward { OrganisationId = police.Id, Note = "Kunt u hier meten?" }, a)
        );
        await host.ActAsync(
            Full,
            AnsweredSignal.Id,
            (s, a) => s.AnswerWith(SignalAnswer.WithAnother, $"Dat ligt bij de provincie.\n\n{LongWord}", a)
        );
        (UnconfirmedSignal, Concern, Watched) = await data.SaveAsync(async db =>
        {
            var caller = Person.WithTelephone("Mevrouw Vos", "0593 111 333", host.Time.GetUtcNow());
            db.People.Add(caller);
            var village = await db.Villages.FirstAsync(v => v.Id == Full.Village.Id);
            var unconfirmed = Signal.Raise(
                new(SignalKind.Chance, "Lege winkel", "Daar kan iets in."),
                village,
                new Contribution { ByPersonId = caller.Id, At = host.Time.GetUtcNow() },
                data.Now(caller.Id)
            );
            db.Signals.Add(unconfirmed);
            var concern = SharedConcern.Name("Onveilige bruggen", LongWord, umbrella.Id, data.Now(UmbrellaChair.Id));
            db.SharedConcerns.Add(concern);
            var signals = await db
                .Signals.Include(s => s.Subject.Villages)
                .Where(s => s.Id == OpenSignal.Id || s.Id == TriagedSignal.Id)
                .ToArrayAsync();
            Done(concern.Gather(signals, data.Now(UmbrellaChair.Id)));
            var watched = Development.Watch(
                new DevelopmentWords(
                    $"{LongWord} in het land",
                    DevelopmentLevel.National,
                    "Er komt een wet aan.",
                    "Dorpen moeten **meer** zelf doen.",
                    host.Today().AddDays(12),
                    "https://www.wetten.example/",
                    UmbrellaChair.Id,
                    IsPublic: true
                ),
                umbrella.Id,
                data.Now(UmbrellaChair.Id)
            );
            db.Developments.Add(watched);
            return (unconfirmed, concern, watched);
        });
        await host.DbAsync(db =>
            db.Municipalities.ExecuteUpdateAsync(set =>
                set.SetProperty(m => m.DefectAddress, "https://meldingen.gemeente.example/?t={text}")
            )
        );
    }
}
