using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Brink.Platform.Startup;

namespace Brink.Platform.Database;

/// <summary>
/// The folders and settings of the embedded server. The settings are ours, the cluster and the socket are the server
/// user's, so that a server under another user can't steer what is written as root.
/// </summary>
internal sealed class ServerHome
{
    public const int Port = 5432;
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Passable = Private | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // sockaddr_un holds 108 bytes, of which one ends the text.
    private const int LongestSocketPath = 107;

    private readonly string folder;

    private ServerHome(string folder, ServerUser user)
    {
        this.folder = folder;
        User = user;
        SocketFolder = Path.Combine(folder, "socket");
    }

    public ServerUser User { get; }
    public string SocketFolder { get; private set; }
    public string Cluster => Path.Combine(folder, "data");
    public string UnfinishedCluster => Path.Combine(folder, "data.new");
    public string Settings => Path.Combine(folder, "postgresql.conf");
    public string Access => Path.Combine(folder, "pg_hba.conf");
    public string Identities => Path.Combine(folder, "pg_ident.conf");
    public bool HasCluster => File.Exists(Path.Combine(Cluster, "PG_VERSION"));

    public async Task<int> MajorAsync(CancellationToken ct) =>
        int.Parse(await File.ReadAllTextAsync(Path.Combine(Cluster, "PG_VERSION"), ct), CultureInfo.InvariantCulture);

    public static string PathIn(string dataFolder)
    {
        var path = new DirectoryInfo(Path.Combine(dataFolder, "postgres"));
        return path.LinkTarget ?? path.FullName;
    }

    public static async Task<ServerHome> PrepareAsync(string dataFolder, CancellationToken ct)
    {
        var place = PathIn(dataFolder);
        var user = await ServerUser.ChooseAsync(Path.Combine(place, "data"), ct);
        if (user.IsOther && !await user.CanReachAsync(dataFolder, ct))
            place = PlaceElsewhere(dataFolder, place);
        MakePassable(place);
        return new ServerHome(place, user);
    }

    // A data folder inside /root can't be entered by the server's user. Opening /root to everybody is no answer.
    private static string PlaceElsewhere(string dataFolder, string place)
    {
        var link = Path.Combine(dataFolder, "postgres");
        if (place != link)
            return place;
        if (Directory.Exists(link))
            throw new CannotStartException(
                $"The user that runs PostgreSQL can't enter {dataFolder} any more: make the folders above it passable again."
            );
        var elsewhere = Path.Combine("/var/lib/brink", RandomName());
        MakePassable("/var/lib/brink");
        MakePassable(elsewhere);
        File.CreateSymbolicLink(link, elsewhere);
        return elsewhere;
    }

    /// <summary>A folder the server's user can pass through but not list, whatever the process's mask.</summary>
    public static void MakePassable(string folder)
    {
        if (Directory.Exists(folder))
            return;
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, Passable);
    }

    /// <summary>A socket's path may be 107 bytes; past that the socket moves to a short private folder.</summary>
    public async Task PrepareSocketAsync(CancellationToken ct)
    {
        var place = Path.Combine(folder, "socket");
        RemoveSocket();
        if (IsPlain(place) && Encoding.UTF8.GetByteCount($"{place}/.s.PGSQL.{Port}") <= LongestSocketPath)
        {
            SocketFolder = place;
            await User.MakeFolderAsync(place, ct);
            return;
        }
        SocketFolder = Path.Combine("/tmp", "brink-" + RandomName());
        await User.MakeFolderAsync(SocketFolder, ct);
        File.CreateSymbolicLink(place, SocketFolder);
    }

    public void RemoveSocket()
    {
        var place = Path.Combine(folder, "socket");
        if (new DirectoryInfo(place).LinkTarget is { } elsewhere)
        {
            if (Directory.Exists(elsewhere))
                Directory.Delete(elsewhere, recursive: true);
            File.Delete(place);
        }
        else if (Directory.Exists(place))
            Directory.Delete(place, recursive: true);
    }

    // The server reads the folder from a list and Npgsql too, so a comma or a quote would mean something else there.
    private static bool IsPlain(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-');

    private static string RandomName() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public void WriteSettings(EmbeddedServerOptions options)
    {
        Write(Settings, ServerSettings.Text(options));
        Write(Access, "local all all peer map=brink\nlocal replication all peer map=brink\n");
        var identities = new StringBuilder();
        foreach (var role in new[] { DatabaseRoles.Admin, DatabaseRoles.Owner, DatabaseRoles.App })
            identities.Append(CultureInfo.InvariantCulture, $"brink \"{Environment.UserName}\" {role}\n");
        if (User.IsOther)
            identities.Append(CultureInfo.InvariantCulture, $"brink \"{User.Name}\" {DatabaseRoles.Admin}\n");
        Write(Identities, identities.ToString());
    }

    private static void Write(string path, string text)
    {
        File.WriteAllText(path, text);
        File.SetUnixFileMode(
            path,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead
        );
    }
}
