using Brink;
using Brink.Features.Accounts;
using Brink.Features.Places.Example;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Brink.Platform.Startup;

BrinkModel.Prepare();
return await Launch.RunAsync(
    args,
    async launch =>
    {
        // The program is put together while the database is brought up to date: whoever starts it waits for both.
        var prepared = Task.Run(() => PrepareAsync(launch));
        var builder = WebApplication.CreateBuilder(launch.HostArguments);
        builder.WebHost.UseUrls(launch.Address);
        builder.AddBrink(new BrinkSettings(launch.Database.App, launch.Database.Owner, launch.Asked.DataFolder));
        await using var app = builder.Build();
        launch.LogTo(app.Logger);
        app.UseBrink();
        await prepared;
        SealingKey.EnsureOpens(app.Services, launch.Asked.DataFolder);
        await app.StartAsync(launch.Stopping);
        foreach (var line in await WaysIn.LinesAsync(app.Services, launch.Address, ExamplePeople.WithMail))
        {
            Console.WriteLine(line);
        }

        await app.WaitForShutdownAsync(launch.Stopping);
    }
);

static async Task PrepareAsync(Launch launch)
{
    await Migrator.MigrateAsync(launch.Database.Owner, launch.Stopping);
    if (!launch.Asked.Empty)
    {
        await ExampleMunicipality.LoadAsync(launch.Database.Owner, TimeProvider.System, launch.Stopping);
    }
}
