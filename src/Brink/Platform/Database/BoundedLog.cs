using System.Text;

namespace Brink.Platform.Database;

/// <summary>What the server says, in a file that never grows past twice its limit, and its last lines at hand.</summary>
internal sealed class BoundedLog(string path, long limit = 5 * 1024 * 1024)
{
    private readonly Lock gate = new();
    private readonly Queue<string> lastLines = new();

    public string LastLines
    {
        get
        {
            lock (gate)
                return string.Join('\n', lastLines);
        }
    }

    public void ForgetLastLines()
    {
        lock (gate)
            lastLines.Clear();
    }

    public async Task CopyAsync(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
            Write(line);
    }

    private void Write(string line)
    {
        lock (gate)
        {
            lastLines.Enqueue(line);
            if (lastLines.Count > 20)
                lastLines.Dequeue();
            try
            {
                if (File.Exists(path) && new FileInfo(path).Length > limit)
                    File.Move(path, path + ".1", overwrite: true);
                File.AppendAllText(path, line + '\n', Encoding.UTF8);
            }
            catch (IOException)
            {
                // A full disk must not stop the reading: the server would wait for it.
            }
        }
    }
}
