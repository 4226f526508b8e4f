using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Dossiers;

/// <summary>However much there is, a page asks the same number of times.</summary>
public sealed class DossierQueryCountTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly QueryCounter counter = new();
    private BrinkHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = new BrinkHost(postgres) { Configure = counter.Watch };
        await host.InitializeAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Pages_AskAsOftenForMuchAsForLittle()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var officer = await data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var first = await DossierExamples.OpenAsync(data, place, officer, "Plan een");
        var ended = await DossierExamples.OpenAsync(data, place, officer, "Plan af");
        await DossierExamples.ChangeAsync(host, ended.Id, d => d.Decide("Besloten.", data.Now(officer.Id)));
        string[] addresses =
        [
            DossierLinks.List,
            DossierLinks.List + "?zoek=plan",
            DossierLinks.Show(first.Id, first.Subject.Slug),
            DossierLinks.Whole(ended.Id),
            DossierLinks.Early,
        ];
        var little = await CountAsync(addresses);
        for (var number = 0; number < 30; number++)
        {
            await DossierExamples.OpenAsync(
                data,
                number % 2 == 0 ? place : await data.PlaceAsync(),
                officer,
                $"Plan {number}"
            );
            var fixedText = $"Vast sinds {number}";
            await DossierExamples.ChangeAsync(
                host,
                first.Id,
                d => d.Edit(DossierExamples.Words with { Title = "Plan een", Fixed = fixedText }, data.Now(officer.Id))
            );
        }

        Assert.Equal(little, await CountAsync(addresses));
        Assert.InRange(little.Max(), 1, 20);
    }

    private async Task<int[]> CountAsync(string[] addresses)
    {
        var counts = new List<int>();
        foreach (var address in addresses)
        {
            counts.Add((await counter.AskedAsync(host, address)).Count);
        }

        return [.. counts];
    }
}
