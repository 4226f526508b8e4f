using Brink.Features.Accounts;
using Brink.Features.Accounts.Privacy;
using Brink.Features.Initiatives;
using Brink.Features.Notices.Jobs;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Accounts.Privacy;

/// <summary>What tests about own data share.</summary>
internal static class PrivacyActs
{
    public static Task<Brink.Platform.Outcome> EraseAsync(
        this NoticesHost host,
        Person person,
        bool wordsToo = false,
        bool handOver = true
    ) =>
        host.Brink.InsideAsync(services =>
            services
                .GetRequiredService<Erasing>()
                .EraseAsync(
                    services.GetRequiredService<BrinkDb>(),
                    person.Id,
                    new Farewell(wordsToo, handOver),
                    host.Data.Now(person.Id),
                    default
                )
        );

    public static Task RunAsync<T>(this NoticesHost host)
        where T : IMunicipalityJob =>
        host
            .Brink.Services.GetRequiredService<MunicipalityJobs>()
            .RunAsync(host.Brink.Services.GetRequiredService<T>(), default);

    public static Task<Person> PersonAsync(this NoticesHost host, Person person) =>
        host.Brink.DbAsync(db => db.People.AsNoTracking().SingleAsync(p => p.Id == person.Id));

    public static Task<Initiative> InitiativeAsync(this NoticesHost host, long id) =>
        host.Brink.DbAsync(db =>
            db.Initiatives.AsNoTracking()
                .Include(i => i.Subject.Files)
                .Include(i => i.Initiators)
                .Include(i => i.Contribution)
                .Include(i => i.Updates)
                .AsSplitQuery()
                .SingleAsync(i => i.Id == id)
        );

    public static Task ChangeAsync(this NoticesHost host, Person person, Action<Person> change) =>
        host.Data.SaveAsync(async db =>
        {
            change(await db.People.SingleAsync(p => p.Id == person.Id));
            return true;
        });

    public static Task FollowAsync(this NoticesHost host, Person person, long subjectId, Frequency frequency) =>
        host.Brink.DbAsync(async db =>
        {
            await Brink.Features.Notices.Following.ChooseAsync(
                db,
                person.Id,
                subjectId,
                frequency,
                host.Brink.Time.GetUtcNow(),
                default
            );
            await db.SaveChangesAsync();
        });

    public static Task UpdateAsync(
        this NoticesHost host,
        long initiativeId,
        Person by,
        string text = "Het gaat goed."
    ) =>
        host.Brink.DbAsync(async db =>
        {
            var initiative = await db.Initiatives.Include(i => i.Subject).SingleAsync(i => i.Id == initiativeId);
            var actor = host.Data.Now(by.Id);
            initiative.PostUpdate(text, Contribution.To(initiative.Subject, actor), actor, out _);
            await db.SaveChangesAsync();
        });
}
