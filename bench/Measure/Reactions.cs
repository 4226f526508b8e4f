using System.Diagnostics;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Brink.Features.Dossiers;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Features.Rounds;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Bench.Measure;

/// <summary>
/// Plans that differ only in how many reacted, and people who react at once as they do in use: they open the page, check
/// what they typed and send it, each with a browser of their own.
/// </summary>
public sealed class Reactions : IAsyncDisposable
{
    private const long Municipality = 1;
    private const string Title = "Proefplan met reacties";
    private const string Words =
        "Wij vinden dat de weg langs het dorp smaller kan en dat er een fietspad bij moet komen. Nu rijden er te veel auto's te hard, en kinderen durven niet alleen naar school. ";
    private readonly ServiceProvider services;
    private long[] people = [];

    private Reactions(ServiceProvider services) => this.services = services;

    public Plan Few { get; private set; } = null!;
    public Plan Some { get; private set; } = null!;
    public Plan Many { get; private set; } = null!;

    /// <param name="many">How many reacted to <see cref="Many"/>; to <see cref="Some"/> a tenth, to <see cref="Few"/> ten.</param>
    public static async Task<Reactions> OpenAsync(Dataset data, int many)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddBrinkDatabase(data.App);
        var reactions = new Reactions(services.BuildServiceProvider());
        await using (var db = await reactions.OpenAsync())
            reactions.people = await db
                .People.Where(p => p.Name == "")
                .OrderBy(p => p.Id)
                .Select(p => p.Id)
                .Take(many)
                .ToArrayAsync();
        reactions.Few = await reactions.PlanAsync(10);
        reactions.Some = await reactions.PlanAsync(many / 10);
        reactions.Many = await reactions.PlanAsync(many);
        return reactions;
    }

    /// <summary>A round that is open now, that nobody reacted to yet.</summary>
    public async Task<Plan> NewAsync()
    {
        await using var db = await OpenAsync();
        return await BeginAsync(db, "Proefplan waarop velen tegelijk reageren", TimeProvider.System.GetUtcNow(), 10);
    }

    /// <summary>How many reactions of that round the database holds, those that wait for their mail included.</summary>
    public async Task<int> KeptAsync(Plan plan)
    {
        await using var db = await OpenAsync();
        return await db.Reactions.CountAsync(r => r.RoundId == plan.Round);
    }

    /// <summary>People who react, spread evenly over a time; none for all in one instant.</summary>
    /// <returns>The median time of sending, in milliseconds.</returns>
    public static async Task<double> ReactAsync(RunningProgram program, Plan plan, int count, TimeSpan over)
    {
        var visitors = Enumerable.Range(0, count).Select(_ => new Visitor(program.Address)).ToArray();
        await Parallel.ForEachAsync(
            visitors.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (one, _) => await one.Item.PrepareAsync(plan, one.Index)
        );
        var took = await Task.WhenAll(
            visitors.Select(
                async (visitor, number) =>
                {
                    await Task.Delay(over * number / count);
                    return await visitor.SendAsync();
                }
            )
        );
        foreach (var visitor in visitors)
            visitor.Dispose();
        return took.Order().ElementAt(took.Length / 2);
    }

    /// <summary>How long it takes to receive a whole file, and how much memory the program takes more for it.</summary>
    public static async Task<(double Seconds, double Megabytes, long Bytes)> DownloadAsync(
        RunningProgram program,
        string file
    )
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        var before = program.ResidentMemory();
        program.ForgetMostMemory();
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(
            new Uri(program.Address + file),
            HttpCompletionOption.ResponseHeadersRead
        );
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var (buffer, bytes) = (new byte[65536], 0L);
        while (await body.ReadAsync(buffer) is > 0 and var read)
            bytes += read;
        return (clock.Elapsed.TotalSeconds, (program.MostMemory() - before) / 1e6, bytes);
    }

    private async Task<Plan> PlanAsync(int count)
    {
        await using var db = await OpenAsync();
        var title = string.Create(CultureInfo.InvariantCulture, $"{Title} {count}");
        var found = await db.Rounds.Where(r => r.Dossier!.Subject.Title == title).FirstOrDefaultAsync();
        if (found is not null)
        {
            var slug = await db.Subjects.Where(s => s.Id == found.DossierId).Select(s => s.Slug).SingleAsync();
            return new Plan(found.DossierId, slug, found.Id);
        }

        // The round was a month ago, so that its report may be read.
        var then = TimeProvider.System.GetUtcNow().AddDays(-40);
        var plan = await BeginAsync(db, title, then, 10);
        foreach (var part in Enumerable.Range(0, count).Chunk(500))
        {
            db.ChangeTracker.Clear();
            var round = await db.Rounds.Include(r => r.Dossier!.Subject).SingleAsync(r => r.Id == plan.Round);
            foreach (var number in part)
                Add(db, round, ActorOf(people[number % people.Length], then.AddMinutes(1 + number * 0.5)), number);
            await db.SaveChangesAsync();
        }

        return plan;
    }

    private static void Add(BrinkDb db, Round round, Actor actor, int number)
    {
        var (outcome, reaction) = Reaction.Give(
            round,
            ReactionPlace.Whole,
            new ReactionWords(
                ReactionKind.Reaction,
                string.Create(CultureInfo.InvariantCulture, $"{number}. {Words}{Words}"),
                ""
            ),
            new Contribution
            {
                SubjectId = round.DossierId,
                ByPersonId = actor.PersonId,
                At = actor.At,
            },
            actor,
            isKnown: true
        );
        if (reaction is null)
            throw new InvalidOperationException(outcome.Refusals[0].Message);
        db.Reactions.Add(reaction);
        db.Journal.Add(JournalEntry.Beside(round.DossierId, ReactionVerbs.Given, actor, ("round", round.Id)));
    }

    private async Task<Plan> BeginAsync(BrinkDb db, string title, DateTimeOffset at, int days)
    {
        var municipality = await db
            .Organisations.Where(o => o.Kind == OrganisationKind.Municipality)
            .Select(o => o.Id)
            .FirstAsync();
        var actor = ActorOf(people[0], at);
        var dossier = Dossier.Begin(
            new DossierWords(title, "Wat", "Waarom", "de gemeenteraad", "", "Alles", InvolvementLevel.Consult),
            municipality,
            [],
            actor
        );
        var round = Round.Set(
            dossier,
            null,
            new RoundPlan(RoundKind.Draft, "Wat vindt u ervan?", at, at.AddDays(days), true, actor.Today.AddDays(60)),
            actor
        );
        db.Dossiers.Add(dossier);
        db.Rounds.Add(round);
        await db.SaveChangesAsync();
        return new Plan(dossier.Id, dossier.Subject.Slug, round.Id);
    }

    private async Task<BrinkDb> OpenAsync()
    {
        var db = await services.GetRequiredService<IDbContextFactory<BrinkDb>>().CreateDbContextAsync();
        db.TenantId = Municipality;
        return db;
    }

    private static Actor ActorOf(long person, DateTimeOffset at) =>
        new(person, null, null, Channel.Web, at, DutchTime.DateOf(at));

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>A plan with one round.</summary>
    public sealed record Plan(long Dossier, string Slug, long Round)
    {
        public string Page => DossierLinks.Show(Dossier, Slug);
        public string Pdf => RoundLinks.Pdf(Dossier, Round);
        public string Spreadsheet => RoundLinks.Download(Dossier, Round);
    }

    /// <summary>Somebody without an account, up to the last button and then that button.</summary>
    private sealed class Visitor(string address) : IDisposable
    {
        private readonly HttpClient client = new(new SocketsHttpHandler { CookieContainer = new() })
        {
            BaseAddress = new Uri(address),
            Timeout = TimeSpan.FromMinutes(5),
        };
        private Uri page = null!;
        private Dictionary<string, string> form = [];

        public async Task PrepareAsync(Plan plan, int number)
        {
            page = new Uri(RoundLinks.React(plan.Dossier, plan.Round), UriKind.Relative);
            form = Fields(await client.GetStringAsync(page));
            form["Input.Kind"] = nameof(ReactionKind.Reaction);
            form["Input.Text"] = Words;
            form["Mail"] = string.Create(CultureInfo.InvariantCulture, $"reageert{number}@bench.example");
            form["Step"] = "Check";
            using var checking = await PostAsync();
            form = Fields(await checking.Content.ReadAsStringAsync());
            form["Step"] = "Send";
        }

        /// <returns>In milliseconds, until it is known to be kept.</returns>
        public async Task<double> SendAsync()
        {
            var clock = Stopwatch.StartNew();
            using var sent = await PostAsync();
            return sent.RequestMessage!.RequestUri!.AbsolutePath.EndsWith("/ontvangen", StringComparison.Ordinal)
                ? clock.Elapsed.TotalMilliseconds
                : throw new InvalidOperationException($"A reaction was not taken: {(int)sent.StatusCode}.");
        }

        private async Task<HttpResponseMessage> PostAsync() =>
            await client.PostAsync(page, new FormUrlEncodedContent(form));

        private static Dictionary<string, string> Fields(string html) =>
            new HtmlParser()
                .ParseDocument(html)
                .QuerySelectorAll("main form[method=post] input[type=hidden]")
                .OfType<IHtmlInputElement>()
                .Where(field => field.Name is not null)
                .DistinctBy(field => field.Name)
                .ToDictionary(field => field.Name!, field => field.Value, StringComparer.Ordinal);

        public void Dispose() => client.Dispose();
    }
}
