using System.Globalization;
using Brink.Bench.Generate;
using Brink.Platform.Database;

// Generate DIR INITIATIVES MUNICIPALITIES: fills a new private database in DIR, for a Brink to be started on.
if (
    args is not [var folder, var initiatives, var municipalities]
    || !int.TryParse(initiatives, NumberStyles.None, CultureInfo.InvariantCulture, out var many)
    || !int.TryParse(municipalities, NumberStyles.None, CultureInfo.InvariantCulture, out var spread)
)
{
    await Console.Error.WriteLineAsync("Usage: Generate DIR INITIATIVES MUNICIPALITIES");
    return 1;
}

await using var server = await EmbeddedServer.StartAsync(folder);
await server.DatabaseAsync("brink");
await new Generator(server, "brink", new Amounts(many, spread), Console.WriteLine).FillAsync();
return 0;
