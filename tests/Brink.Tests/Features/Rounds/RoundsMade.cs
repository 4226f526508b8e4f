using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Features.Rounds;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>A plan with a document and a round, and those who work in it.</summary>
public sealed class RoundsMade
{
    public const string FirstText =
        "Vooraf.\n\n# 1. Verkeer\n\nDe snelheid wordt 60 kilometer per uur.\n\n# 2. Groen\n\nEr komen bomen langs de Hoofdweg.";

    public required BrinkHost Host { get; init; }
    public required TestData Data { get; init; }
    public required Place Place { get; init; }
    public required Person Officer { get; init; }
    public required Person Colleague { get; init; }
    public required long DossierId { get; init; }
    public long DocumentId { get; private set; }
    public long RoundId { get; private set; }

    /// <summary>A published document and an open round that closes in ten days; answers within thirty.</summary>
    public static async Task<RoundsMade> WithAsync(
        BrinkHost host,
        bool mailIsEnough = true,
        string? text = FirstText,
        TestData? data = null,
        Place? at = null
    )
    {
        data ??= new TestData(host);
        var place = at ?? await data.PlaceAsync();
        var officer = await data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var dossier = await data.SaveAsync(db =>
        {
            var made = Dossier.Begin(
                new DossierWords(
                    "Dorpenbeleid 2027",
                    "Wat",
                    "Waarom",
                    "de gemeenteraad",
                    "",
                    "Alles",
                    InvolvementLevel.Consult
                ),
                place.Municipality.Id,
                [],
                data.Now(officer.Id)
            );
            db.Dossiers.Add(made);
            return Task.FromResult(made.Id);
        });
        var made = new RoundsMade
        {
            Host = host,
            Data = data,
            Place = place,
            Officer = officer,
            Colleague = await data.HolderAsync(Role.PolicyOfficer, place.Municipality),
            DossierId = dossier,
        };
        if (text is not null)
        {
            made.DocumentId = await made.PublishedAsync(text);
        }

        made.RoundId = await made.OpenedAsync(mailIsEnough);
        return made;
    }

    public string React => RoundLinks.React(DossierId, RoundId);
    public string Work => RoundLinks.Work(DossierId, RoundId);

    public Task<long> PublishedAsync(string text) =>
        Data.SaveAsync(async db =>
        {
            var dossier = await db.Dossiers.Include(d => d.Subject).SingleAsync(d => d.Id == DossierId);
            var document = Document.Begin(dossier, "Dorpenbeleid", text, Data.Now(Officer.Id));
            db.Documents.Add(document);
            Must(document.Publish("concept", Document.VersionOf(text), [], Data.Now(Officer.Id)));
            return document.Id;
        });

    /// <summary>The next version of the document.</summary>
    public Task ReplaceAsync(string text) =>
        Data.SaveAsync(async db =>
        {
            var document = await db
                .Documents.Include(d => d.Dossier!.Subject)
                .Include(d => d.Versions)
                    .ThenInclude(v => v.Sections)
                .SingleAsync(d => d.Id == DocumentId);
            Must(document.Write(document.Title, text, Document.VersionOf(document.Draft), Data.Now(Officer.Id)));
            Must(
                document.Publish(
                    "ontwerp",
                    Document.VersionOf(text),
                    document.Versions.MaxBy(v => v.Number)!.Sections,
                    Data.Now(Officer.Id)
                )
            );
            return document.Id;
        });

    public Task<long> OpenedAsync(bool mailIsEnough = true) =>
        Data.SaveAsync(async db =>
        {
            var dossier = await db.Dossiers.Include(d => d.Subject).SingleAsync(d => d.Id == DossierId);
            var document = await db.Documents.FirstOrDefaultAsync(d => d.Id == DocumentId);
            var round = Round.Set(dossier, document, Plan(Data.Now(), mailIsEnough), Data.Now(Officer.Id));
            db.Rounds.Add(round);
            return round.Id;
        });

    public static RoundPlan Plan(Actor now, bool mailIsEnough = true) =>
        new(
            RoundKind.Draft,
            "Wat vindt u van het concept?",
            now.At,
            now.At.AddDays(10),
            mailIsEnough,
            now.Today.AddDays(30)
        );

    public Task<Reaction> SaidAsync(
        Person person,
        string text = "Ik vind dit te hard.",
        string? heading = null,
        string quote = "",
        long? organisation = null,
        long? enteredBy = null,
        ReactionKind kind = ReactionKind.Reaction
    ) =>
        Data.SaveAsync(async db =>
        {
            var round = await db.Rounds.Include(r => r.Dossier!.Subject).SingleAsync(r => r.Id == RoundId);
            var section = heading is null
                ? null
                : await db
                    .DocumentSections.Where(s => s.Version!.DocumentId == DocumentId && s.Heading.Contains(heading))
                    .OrderByDescending(s => s.Version!.Number)
                    .FirstAsync();
            var actor = Data.Now(person.Id) with { OnBehalfOfId = organisation, EnteredById = enteredBy };
            var (outcome, reaction) = Reaction.Give(
                round,
                section is null ? ReactionPlace.Whole : new ReactionPlace(section.Id, section.Anchor, quote, 0),
                new ReactionWords(kind, text, kind == ReactionKind.Suggestion ? "Andere woorden." : ""),
                new Contribution
                {
                    SubjectId = DossierId,
                    ByPersonId = person.Id,
                    OnBehalfOfId = organisation,
                    EnteredById = enteredBy,
                    EnteredForId = enteredBy is null ? null : Place.Municipality.Id,
                    At = actor.At,
                },
                actor,
                isKnown: true
            );
            Must(outcome);
            db.Reactions.Add(reaction!);
            db.Journal.Add(
                Brink.Features.Journal.JournalEntry.Beside(
                    DossierId,
                    ReactionVerbs.Given,
                    actor,
                    ("reaction", reaction!.Id),
                    ("round", RoundId)
                )
            );
            return reaction;
        });

    /// <summary>An officer takes these up together.</summary>
    public Task<long> TakenUpAsync(params long[] reactions) =>
        Data.SaveAsync(async db =>
        {
            var round = await db.Rounds.SingleAsync(r => r.Id == RoundId);
            var answer = RoundAnswer.TakeUp(
                round,
                "Samen",
                await db.Reactions.Where(r => reactions.Contains(r.Id)).ToArrayAsync(),
                Data.Now(Officer.Id)
            )!;
            db.RoundAnswers.Add(answer);
            return answer.Id;
        });

    /// <summary>Written by one officer, read and given by the other; after the round closed.</summary>
    public Task<long> AnsweredAsync(long answerId, AnswerOutcome verdict = AnswerOutcome.TakenOver) =>
        Data.SaveAsync(async db =>
        {
            var answer = await db
                .RoundAnswers.Include(a => a.Round)
                .Include(a => a.Reactions)
                .SingleAsync(a => a.Id == answerId);
            Must(answer.Write(verdict, "het klopt wat u zegt.", RoundAnswer.VersionOf(answer), Data.Now(Officer.Id)));
            Must(answer.Offer());
            Must(answer.Publish(RoundAnswer.VersionOf(answer), Data.Now(Colleague.Id)));
            db.Journal.Add(
                Brink.Features.Journal.JournalEntry.Beside(
                    DossierId,
                    AnswerVerbs.Published,
                    Data.Now(Colleague.Id),
                    ("answer", answerId),
                    ("round", RoundId)
                )
            );
            return answerId;
        });

    /// <summary>Written, and waits for a reader.</summary>
    public Task<long> OfferedAsync(long answerId) =>
        Data.SaveAsync(async db =>
        {
            var answer = await db.RoundAnswers.Include(a => a.Round).SingleAsync(a => a.Id == answerId);
            Must(answer.Write(AnswerOutcome.NotTaken, "daarom", RoundAnswer.VersionOf(answer), Data.Now(Officer.Id)));
            Must(answer.Offer());
            return answerId;
        });

    /// <summary>The round closed a moment ago, without moving the clock of everything else.</summary>
    public Task CloseNowAsync() =>
        Host.DbAsync(db =>
            db.Rounds.Where(r => r.Id == RoundId)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(r => r.OpensAt, Host.Time.GetUtcNow().AddDays(-10))
                        .SetProperty(r => r.ClosesAt, Host.Time.GetUtcNow().AddMinutes(-1))
                )
        );

    public Task<long> FinishAsync() =>
        Data.SaveAsync(async db =>
        {
            var round = await db
                .Rounds.Include(r => r.Dossier!.Subject)
                .Include(r => r.Promise)
                .SingleAsync(r => r.Id == RoundId);
            Must(round.Finish(0, Data.Now(Officer.Id)));
            return round.Id;
        });

    /// <summary>To the moment after the round closed; put the clock back with what this gives.</summary>
    public IDisposable Closed()
    {
        var before = Host.Time.GetUtcNow();
        Host.Time.Advance(TimeSpan.FromDays(11));
        return new Clock(Host, before);
    }

    public Task<Reaction> ReactionAsync(long id) =>
        Host.DbAsync(db => db.Reactions.AsNoTracking().Include(r => r.Contribution).SingleAsync(r => r.Id == id));

    public static void Must(Outcome outcome) =>
        Assert.True(outcome.Succeeded, string.Join(", ", outcome.Refusals.Select(r => r.Message)));

    private sealed class Clock(BrinkHost host, DateTimeOffset before) : IDisposable
    {
        public void Dispose() => host.Time.SetTo(before);
    }
}
