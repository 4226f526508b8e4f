using System.Diagnostics;

namespace Brink.Tests;

/// <summary>Programs of the machine that a test measures our own work against.</summary>
public static class OutsideProgram
{
    public static bool IsInstalled(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>Skips the test, saying why, when the program is absent.</summary>
    public static void Require(string name) =>
        Assert.SkipUnless(IsInstalled(name), $"'{name}' is not installed on this machine.");

    public static (int Code, byte[] Output, string Errors) Run(string name, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(name, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), errors.Result);
    }
}
