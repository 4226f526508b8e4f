using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Brink.Platform.Time;

namespace Brink.Bench.Micro;

/// <summary>What a page does many times: look up a text, lay out Markdown, count working days, ask access, make a slug.</summary>
[Config(typeof(InThisProcess))]
[MemoryDiagnoser]
public class HotPieces
{
    private const string Story = """
        Wij willen een **beweegtuin** voor oud en jong, [naast de school](https://voorbeeld.example/kaart).

        - vijf toestellen
        - een bankje
        - wat schaduw

        We beginnen klein, met zes buren. Wie mee wil doen is welkom op de eerste werkdag.
        """;

    private static readonly DateOnly Monday = new(2026, 11, 2);
    private static readonly Viewer Liaison = new(
        7,
        "Dorpscontactambtenaar",
        [new HeldRole(Role.Liaison, 1, "Gemeente", OrganisationKind.Municipality, null, [1, 2, 3])]
    );
    private static readonly InitiativeStanding Standing = new(Visibility.Public, 2, null, null, [11, 12], [13], []);
    private Texts texts = null!;

    [Params("nl", "en")]
    public string Language { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        texts = Texts.Load(AppContext.BaseDirectory);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Language);
    }

    [Benchmark]
    public string Text() => texts["Ik heb een idee"];

    [Benchmark]
    public string CountedText() => texts.Count(12, "1 initiatief", "{0} initiatieven");

    [Benchmark]
    public object MarkdownAsHtml() => Markdown.Html(Story);

    [Benchmark]
    public string MarkdownExcerpt() => Markdown.Excerpt(Story, 150);

    [Benchmark]
    public DateOnly ThirtyWorkingDays() => WorkingDays.Add(Monday, 30);

    [Benchmark]
    public bool Access() => Liaison.May(InitiativeAct.Answer, Standing);

    [Benchmark]
    public string SlugOfTitle() => Slug.From("Een beweegtuin voor oud en jong, naast de school van Proefdorp");

    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
