using Brink.Features.Accounts;
using Brink.Features.Initiatives.Support;
using Brink.Features.Journal;
using Brink.Features.Subjects;
using Microsoft.EntityFrameworkCore;

namespace Brink.Browser.Support;

/// <summary>Much support, in long words: people, associations, concerns and lists on paper.</summary>
public sealed partial class AwkwardData
{
    /// <summary>Backs the rich initiative and voiced <see cref="ConcernId"/>.</summary>
    public Person Backer { get; private set; } = null!;

    /// <summary>Open, and of <see cref="Backer"/>.</summary>
    public long ConcernId { get; private set; }

    /// <summary>Counted twice, and not the same.</summary>
    public long TallyId { get; private set; }

    private async Task FillSupportAsync()
    {
        var now = data.Now(Initiator.Id);
        Backer = await data.PersonAsync("Mevrouw " + LongWord);
        for (var number = 0; number < 9; number++)
        {
            var person = number == 0 ? Backer : await data.PersonAsync($"Meneer {LongWord} {number}");
            await host.DbAsync(db =>
                Backings.BackAsync(
                    db,
                    Rich.Id,
                    new BackingChoice(number % 2 == 0 ? Full.Village.Id : null, number < 7),
                    data.Now(person.Id),
                    default
                )
            );
        }

        await data.SaveAsync(async db =>
        {
            for (var number = 1; number <= 8; number++)
            {
                var concern = Brink.Features.Initiatives.Support.Concern.Voice(
                    Rich.Id,
                    number > 5 ? number - 5 : number,
                    $"Zorg {number}: wie ruimt na de {LongWord} alles op?\n\n{LongWord}",
                    number % 2 == 0 ? Full.Village.Id : null,
                    Provenance(number > 5 ? Full.Liaison : Backer),
                    data.Now(number > 5 ? Full.Liaison.Id : Backer.Id),
                    isKnown: true
                );
                db.Concerns.Add(concern);
                if (number % 3 == 0)
                {
                    concern.AnswerWith(
                        $"Wij, met de {LongWord}.",
                        Brink.Features.Initiatives.Support.Concern.VersionOf(concern.Text),
                        Provenance(Initiator),
                        now
                    );
                }
                else if (number == 1)
                {
                    ConcernId = concern.Id;
                }
            }

            var endorsement = Endorsement.Of(Rich.Id, Full.Association.Id);
            endorsement.Back($"Het hele dorp wil dit, en de {LongWord} ook.", now);
            db.Endorsements.Add(endorsement);
            foreach (var second in new[] { 45, 47 })
            {
                var tally = PaperTally.Enter(
                    Rich.Id,
                    new PaperList(now.Today.AddDays(-2), "Bij de " + LongWord, new string('a', 64), "application/pdf"),
                    new CountedSignatures(45, 12),
                    Provenance(Initiator),
                    now
                );
                tally.Count(new CountedSignatures(second, 12), data.Now(Full.ContactPerson.Id));
                db.PaperTallies.Add(tally);
                TallyId = tally.Id;
            }

            db.Journal.Add(JournalEntry.Beside(Rich.Id, PaperVerbs.Entered, now));
            return await Task.FromResult(true);
        });
    }

    private Contribution Provenance(Person person)
    {
        var provenance = By(person);
        provenance.SubjectId = Rich.Id;
        return provenance;
    }
}
