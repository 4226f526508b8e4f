using Brink.Bench.Measure;

var settings = Settings.Read(args);
var report = new Report(settings);

await using var few = await Dataset.OpenAsync(Path.Combine(settings.Data, "few"), settings.Few);
await using var many = await Dataset.OpenAsync(Path.Combine(settings.Data, "many"), settings.Many);
if (settings.Prepares)
    return 0;
var pagesOfFew = await Pages.ChooseAsync(few, Path.Combine(settings.Data, "pages", "few"));
await using var supporters = await Supporters.OpenAsync(few);
await using var reactions = await Reactions.OpenAsync(few, settings.ManyReactions);
var pages = await Pages.ChooseAsync(many, Path.Combine(settings.Data, "pages", "many"));

await using (var fresh = await RunningProgram.BrinkAsync(settings, many, settings.Port, cached: false))
await using (var cached = await RunningProgram.BrinkAsync(settings, many, settings.Port + 1, cached: true))
await using (var small = await RunningProgram.BrinkAsync(settings, few, settings.Port + 2, cached: false))
{
    await pages.KeepAsync(fresh);
    await using var limit = await RunningProgram.LimitAsync(settings, many, settings.Port + 3, pages);
    await pages.CheckAsync(limit);

    var freshClock = new CpuClock(fresh.ProcessId, many.ServerProcess);
    var cachedClock = new CpuClock(cached.ProcessId, many.ServerProcess);
    var smallClock = new CpuClock(small.ProcessId, few.ServerProcess);
    var limitClock = new CpuClock(limit.ProcessId, many.ServerProcess);
    foreach (var (name, shown) in Pages.All)
    {
        var ours = await WarmAsync(fresh, pages.AddressOf(name), freshClock);
        var kept = await WarmAsync(cached, pages.AddressOf(name), cachedClock);
        var oursOfFew = await WarmAsync(small, pagesOfFew.AddressOf(name), smallClock);
        var razor = await WarmAsync(limit, "/razor/" + name, limitClock);
        var raw = await WarmAsync(limit, "/raw/" + name, limitClock);
        report.AtLeast($"{shown}, made anew, beside a bare Razor page", await InTurnsAsync(ours, razor), 0.5);
        report.AtLeast($"{shown}, from the output cache, beside raw Kestrel", await InTurnsAsync(kept, raw), 0.5);
        report.AtMost($"{shown}, cost with many initiatives beside few", await InTurnsAsync(oursOfFew, ours), 1.5);
    }

    report.AtMost(
        "initiative page, cost with 5,000 supporters, 500 concerns and 500 updates beside 5",
        await InTurnsAsync(
            await WarmAsync(small, supporters.Little, smallClock),
            await WarmAsync(small, supporters.Much, smallClock)
        ),
        1.3
    );

    report.AtMost(
        $"page of a plan, cost with {settings.ManyReactions} reactions beside 10",
        await InTurnsAsync(
            await WarmAsync(small, reactions.Few.Page, smallClock),
            await WarmAsync(small, reactions.Many.Page, smallClock)
        ),
        1.5
    );
    await FilesAsync(small);
    await TogetherAsync(small);

    var everything = cached.Address + pages.AddressOf("page");
    report.Below("page with everything, received by a browser", "bytes", await Weight.BytesAsync(everything), 120_000);
    report.None("render-blocking scripts on it", await Weight.BlockingScriptsAsync(everything));
    report.Below("memory after all this, pages made anew", "MB", fresh.ResidentMemory() / 1e6, 300);
    report.Below("memory after all this, pages from the cache", "MB", cached.ResidentMemory() / 1e6, 300);
}

{
    var clock = new CpuClock(Environment.ProcessId, few.ServerProcess);
    await supporters.BrinkAsync(settings.WarmUpSeconds);
    await supporters.BareAsync(settings.WarmUpSeconds);
    report.AtLeast(
        "backing an initiative with journal and count, beside a bare insert with a uniqueness check",
        await InTurnsAsync(
            () => Sample.TakeAsync(clock, () => supporters.BrinkAsync(settings.Seconds)),
            () => Sample.TakeAsync(clock, () => supporters.BareAsync(settings.Seconds))
        ),
        0.5
    );
}

await using (var handIns = await HandIns.OpenAsync(many, municipality: 2))
{
    var clock = new CpuClock(Environment.ProcessId, many.ServerProcess);
    await handIns.BrinkAsync(settings.WarmUpSeconds);
    await handIns.BareAsync(settings.WarmUpSeconds);
    report.AtLeast(
        "hand-in with journal, promises and outbox, beside a bare insert",
        await InTurnsAsync(
            () => Sample.TakeAsync(clock, () => handIns.BrinkAsync(settings.Seconds)),
            () => Sample.TakeAsync(clock, () => handIns.BareAsync(settings.Seconds))
        ),
        0.3
    );
    // Nobody waits for the mails of a measurement.
    await many.AskAsync<int>(
        "DELETE FROM pending_dispatches; DELETE FROM mail_messages; TRUNCATE bench_inserts; SELECT 1"
    );
}

Console.WriteLine(await report.WriteAsync());
return report.AllMet || settings.IsQuick ? 0 : 1;

async Task FilesAsync(RunningProgram program)
{
    foreach (
        var (name, of) in new[]
        {
            ("PDF", (Func<Reactions.Plan, string>)(p => p.Pdf)),
            ("spreadsheet", p => p.Spreadsheet),
        }
    )
    {
        await Reactions.DownloadAsync(program, of(reactions.Some));
        var some = await Reactions.DownloadAsync(program, of(reactions.Some));
        var much = await Reactions.DownloadAsync(program, of(reactions.Many));
        report.AtMost(
            $"report of {settings.ManyReactions} reactions as {name}, time beside ten times that of a tenth",
            (
                FormattableString.Invariant($"{much.Seconds:0.00} s, {much.Bytes / 1e6:0.0} MB"),
                FormattableString.Invariant($"{some.Seconds:0.00} s")
            ),
            much.Seconds / (10 * some.Seconds),
            1.2
        );
        report.Below($"memory taken more while that {name} was made", "MB", much.Megabytes, 50);
    }
}

async Task TogetherAsync(RunningProgram program)
{
    var alone = await reactions.NewAsync();
    await Reactions.ReactAsync(program, alone, 5, TimeSpan.FromSeconds(1));
    var unloaded = await Reactions.ReactAsync(program, alone, 20, TimeSpan.FromSeconds(20));
    foreach (var (name, over) in new[] { ("within half a minute", 30), ("in one instant", 0) })
    {
        var plan = await reactions.NewAsync();
        var median = await Reactions.ReactAsync(program, plan, settings.PeopleAtOnce, TimeSpan.FromSeconds(over));
        report.None(
            $"reactions lost of {settings.PeopleAtOnce} people who send {name}",
            settings.PeopleAtOnce - await reactions.KeptAsync(plan)
        );
        report.AtMost(
            $"{settings.PeopleAtOnce} people who send a reaction {name}, median beside one at a time",
            (FormattableString.Invariant($"{median:0} ms"), FormattableString.Invariant($"{unloaded:0} ms")),
            median / unloaded,
            3
        );
    }
}

async Task<Func<Task<Sample>>> WarmAsync(RunningProgram program, string address, CpuClock clock)
{
    await Wrk.WarmUpAsync(program.Address + address, settings.WarmUpSeconds, settings.MostWarmUps);
    return () => Sample.TakeAsync(clock, () => Wrk.RunAsync(program.Address + address, settings.Seconds));
}

Task<Comparison> InTurnsAsync(Func<Task<Sample>> brink, Func<Task<Sample>> beside) =>
    Comparison.OfAsync(settings.Rounds, brink, beside);
