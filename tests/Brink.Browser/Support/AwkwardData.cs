using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Browser.Support;

/// <summary>A municipality that strains every page: long compounds, much of everything, and nothing at all.</summary>
public sealed partial class AwkwardData(BrinkHost host)
{
    private const string LongWord = "Energiebesparingsadviesbijeenkomstenreeksvoorbereidingscommissie";
    public const string Password = "vier losse woorden samen";

    private readonly TestData data = new(host);

    public Place Full { get; private set; } = null!;
    public Place Empty { get; private set; } = null!;
    public Person Initiator { get; private set; } = null!;
    public Person Administrator { get; private set; } = null!;

    /// <summary>Has had everything that can happen, and waits for an answer.</summary>
    public Initiative Rich { get; private set; } = null!;
    public Initiative Answered { get; private set; } = null!;
    public Initiative Fresh { get; private set; } = null!;
    public Initiative Unconfirmed { get; private set; } = null!;
    public Question Question { get; private set; } = null!;
    public Promise Promise { get; private set; } = null!;
    public Facility Facility { get; private set; } = null!;
    public long HoldingId { get; private set; }
    public ExchangeData Exchange { get; private set; } = null!;

    /// <summary>Has a password and a second step, and has not yet taken the second.</summary>
    public Person Halfway { get; private set; } = null!;

    /// <summary>Belongs to whoever has it in the cookie of the hand-in.</summary>
    public string DraftSecret { get; } = Brink.Platform.Secret.New();

    public async Task FillAsync()
    {
        await BecomeExampleAsync();
        Full = await data.PlaceAsync("Wateroverlastbeperkingsmaatregelenveen-Zuid");
        Empty = await data.PlaceAsync("Leegveen");
        Initiator = await data.PersonAsync("Mevrouw Van der Meulen-Oosterhuis-Klinkenbergerplas");
        Administrator = await data.AdministratorAsync();
        await data.AreaAsync(
            Full.Village,
            """{"type":"Polygon","coordinates":[[[6.45,52.88],[6.54,52.88],[6.54,52.92],[6.45,52.88]]]}"""
        );
        for (var number = 1; number <= 25; number++)
        {
            await data.InitiativeAsync(Full, Initiator, $"Bankje nummer {number} bij de brug");
        }

        Fresh = await data.InitiativeAsync(Full, Initiator, "Bij");
        Rich = await data.InitiativeAsync(Full, Initiator, $"{LongWord} voor oud en jong");
        Answered = await data.InitiativeAsync(Full, Initiator, "Een speeltuin op het oude dorpsplein achter de kerk");
        Unconfirmed = await UnconfirmedByTelephoneAsync();
        await FillVillageAsync();
        await FillRichAsync();
        await AnswerAsync();
        await AgreeAsync();
        await FillPeopleAsync();
        await FillPromisesAsync();
        await FillSupportAsync();
        await FillTogetherAsync();
        await FillOnPaperAsync();
        await FillSignalsAsync();
        await FillDossiersAsync();
        await FillAdviceAsync();
        await FillRoundsAsync();
        await FillNewslettersAsync();
        Exchange = await ExchangeData.FillAsync(data, Full, Initiator, LongWord);
    }

    public Task<string> LinkAsync(LinkPurpose purpose, Person person, long? subjectId = null) =>
        host.DbAsync(async db =>
        {
            var (link, secret) = AccessLink.Make(
                purpose,
                person.Id,
                subjectId,
                host.Time.GetUtcNow(),
                TimeSpan.FromDays(1)
            );
            db.AccessLinks.Add(link);
            await db.SaveChangesAsync();
            return secret;
        });

    /// <summary>Somebody wants another mail address, and was mailed the link.</summary>
    public async Task<string> NewAddressAsync(Person person)
    {
        await host.DbAsync(async db =>
        {
            var me = await db.People.SingleAsync(p => p.Id == person.Id);
            me.AskForAddress("een-heel-lang-nieuw-mailadres-van-iemand@een-lange-naam-van-een-domein.example");
            db.Journal.Add(
                JournalEntry.General(
                    AccountVerbs.AddressAsked,
                    new(person.Id, null, null, Channel.Web, host.Time.GetUtcNow(), default)
                )
            );
            await db.SaveChangesAsync();
        });
        return await LinkAsync(LinkPurpose.ConfirmAddress, person);
    }

    public Task<string> ReceiptAsync(Initiative initiative) =>
        host.InsideAsync(services => Task.FromResult(services.GetRequiredService<ReceiptAddress>().Of(initiative.Id)));

    public string ExampleLink(Person person) =>
        host.Services.GetRequiredService<ExampleSignIn>().LinkFor(person.Email!, "");

    private async Task BecomeExampleAsync()
    {
        await using var db = new BrinkDb(Migrator.Options(host.Database.OwnerConnectionString));
        await db.Municipalities.ExecuteUpdateAsync(set => set.SetProperty(m => m.IsExample, true));
    }

    private async Task<Initiative> UnconfirmedByTelephoneAsync()
    {
        var caller = await data.SaveAsync(db =>
        {
            var person = Person.WithTelephone("Meneer Vos", "0593 111 222", host.Time.GetUtcNow());
            db.People.Add(person);
            return Task.FromResult(person);
        });
        return await data.UnconfirmedInitiativeAsync(Full, caller);
    }

    private Task FillVillageAsync() =>
        data.SaveAsync(async db =>
        {
            var village = await db.Villages.FirstAsync(v => v.Id == Full.Village.Id);
            village.About = $"Een dorp aan het kanaal met een {LongWord.ToLowerInvariant()}.\n\n- Eén\n- Twee";
            village.MeetingPlace = "Dorpshuis De Gemeenschapsaccommodatievoorziening";
            village.Website =
                "https://www.wateroverlastbeperkingsmaatregelenveen-zuid-en-omstreken.example/welkom/in/ons/dorp";
            foreach (var kind in Enum.GetValues<FacilityKind>())
            {
                Facility = new Facility
                {
                    VillageId = village.Id,
                    Kind = kind,
                    Name = "Multifunctionelesportaccommodatie Het Middelpunt",
                    State = (FacilityState)((int)kind % 3),
                    Since = new DateOnly(2020, 1, 1),
                    Note = "Alleen op woensdagmiddag.",
                };
                db.Add(Facility);
            }

            return true;
        });

    private async Task FillRichAsync()
    {
        var (today, byMunicipality, byResidents) = (
            DutchTime.Today(host.Time),
            data.Now(Full.Liaison.Id),
            data.Now(Initiator.Id)
        );
        await ChangeAsync(
            Rich,
            i =>
            {
                Done(i.Locate(new(6.53, 52.9), byResidents));
                Done(i.TakeIn(byMunicipality));
                Done(
                    i.Ask("Wie maait straks het gras, en wie betaalt de verzekering?", By(Full.Liaison), byMunicipality)
                );
                Done(i.Ask(LongWord + "?", By(Full.Liaison), byMunicipality));
                foreach (var kind in Enum.GetValues<RequirementKind>())
                {
                    Done(
                        i.Require(
                            kind,
                            "Een omgevingsvergunningaanvraagprocedure. De gemeente vraagt die aan.",
                            byMunicipality
                        )
                    );
                }

                for (var number = 1; number <= 12; number++)
                {
                    Done(
                        i.PostUpdate(
                            $"Bericht {number}: **we** gaan door.\n\n{LongWord}",
                            By(Initiator),
                            byResidents,
                            out _
                        )
                    );
                }

                Done(
                    i.MoveTo(
                        Phase.Plan,
                        today,
                        "Bijeenkomst voor alle omwonenden en belangstellenden",
                        today.AddDays(5),
                        "de werkgroep",
                        "",
                        byResidents
                    )
                );
                Promise = Promise.Make(
                    i.Subject,
                    PromiseKind.Agreed,
                    new Party(Full.Municipality.Id, Full.Liaison.Id),
                    new Party(null, Initiator.Id),
                    today.AddDays(-6),
                    byMunicipality,
                    "De gemeente zet een hek om het veldje"
                );
                Question = i.Questions[^1];
            }
        );
        await ChangeAsync(
            Rich,
            i => Done(i.Reply(i.Questions.Min(q => q.Id), "De buurt.", By(Initiator), byResidents))
        );
    }

    private Task AnswerAsync() =>
        ChangeAsync(
            Answered,
            i =>
            {
                Done(i.TakeIn(data.Now(Full.Liaison.Id)));
                Done(
                    i.AnswerWith(AnswerKind.YesIf, "Het kan, als de buurt **zelf** maait.", data.Now(Full.Liaison.Id))
                );
                Done(
                    i.MoveTo(
                        Phase.Stopped,
                        DutchTime.Today(host.Time),
                        "",
                        null,
                        "",
                        "Begin eerder met praten.",
                        data.Now(Initiator.Id)
                    )
                );
            }
        );

    private async Task FillPeopleAsync()
    {
        foreach (var role in new[] { Role.PolicyOfficer, Role.CommunityWorker, Role.Councillor })
        {
            await data.HolderAsync(role, Full.Municipality);
        }

        Halfway = await data.PersonAsync("Mevrouw Wachtwoord");
        await host.InsideAsync(services => GiveKeysAsync(services, Halfway.Id));
        HoldingId = await host.DbAsync(db =>
            db.RoleHoldings.Where(h => h.PersonId == Full.ContactPerson.Id).Select(h => h.Id).FirstAsync()
        );

        await host.DbAsync(async db =>
        {
            var draft = Draft.Of(DraftSecret);
            draft.Write(
                new Answers
                {
                    StartedAt = host.Time.GetUtcNow().AddMinutes(-2),
                    Title = LongWord,
                    What = "Vijf toestellen.",
                    Why = "Samen bewegen.",
                    VillageId = Full.Village.Id,
                    Name = "Truus",
                    ReachBy = ReachBy.Mail,
                    Mail = "truus@wateroverlastbeperkingsmaatregelenveen-zuid-en-omstreken.example",
                },
                DraftSecret,
                host.Time.GetUtcNow(),
                new Brink.Platform.Tenancy.KeepingTerms().DraftsStay
            );
            db.Add(draft);
            db.Postbox.Add(
                new PostboxMessage
                {
                    MessageId = "een",
                    To = "truus@voorbeeld.example",
                    ToName = "Truus",
                    Subject = LongWord,
                    Text =
                        "Beste Truus,\n\nKijk op https://testveen.example/initiatieven/1-"
                        + LongWord.ToLowerInvariant(),
                    At = host.Time.GetUtcNow(),
                }
            );
            await db.SaveChangesAsync();
        });
    }

    private static async Task<int> GiveKeysAsync(IServiceProvider services, long personId)
    {
        var db = services.GetRequiredService<BrinkDb>();
        var person = await db.People.FirstAsync(p => p.Id == personId);
        person.SetPassword(services.GetRequiredService<IPasswordHasher<Person>>().HashPassword(person, Password));
        var protection = services.GetRequiredService<IDataProtectionProvider>();
        (await SecondFactor.OfAsync(db, person, protection)).UseKey(OneTimeCode.NewKey());
        person.TurnOnSecondFactor();
        db.Journal.Add(
            JournalEntry.General(
                AccountVerbs.SecondFactorOn,
                new(personId, null, null, Channel.Web, person.CreatedAt, default)
            )
        );
        return await db.SaveChangesAsync();
    }

    private Task ChangeAsync(Initiative which, Action<Initiative> change) =>
        data.SaveAsync(async db =>
        {
            change(
                await db
                    .Initiatives.Include(i => i.Subject)
                        .ThenInclude(s => s.Promises)
                    .Include(i => i.Questions)
                    .Include(i => i.Phases)
                    .AsSplitQuery()
                    .FirstAsync(i => i.Id == which.Id)
            );
            return true;
        });

    private Contribution By(Person person) =>
        new()
        {
            ByPersonId = person.Id,
            Channel = Channel.Web,
            At = host.Time.GetUtcNow(),
        };

    private static void Done(Outcome outcome) => Assert.Empty(outcome.Refusals);
}
