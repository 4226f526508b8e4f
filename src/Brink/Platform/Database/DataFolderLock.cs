using Brink.Platform.Startup;

namespace Brink.Platform.Database;

public sealed class DataFolderInUseException(string dataFolder)
    : CannotStartException($"Another Brink is already running on the data folder {dataFolder}.");

/// <summary>A lock the operating system takes away together with the process, however it ends.</summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream file;

    private DataFolderLock(string folder, FileStream file)
    {
        Folder = folder;
        this.file = file;
    }

    public string Folder { get; }

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "brink.lock");

    public static DataFolderLock Take(string dataFolder)
    {
        try
        {
            ServerHome.MakePassable(dataFolder);
            return new DataFolderLock(
                dataFolder,
                new FileStream(PathIn(dataFolder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            );
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new CannotStartException(
                $"The data folder {dataFolder} can't be written by {Environment.UserName}: give that user the folder, or choose another with --data.",
                refused
            );
        }
        catch (IOException busy) when (File.Exists(PathIn(dataFolder)) && busy is not FileNotFoundException)
        {
            throw new DataFolderInUseException(dataFolder);
        }
        catch (IOException impossible)
        {
            throw new CannotStartException(
                $"The data folder {dataFolder} can't be made: {impossible.Message}",
                impossible
            );
        }
    }

    public void Dispose() => file.Dispose();
}
