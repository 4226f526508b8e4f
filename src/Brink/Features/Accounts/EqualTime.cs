namespace Brink.Features.Accounts;

/// <summary>Answers known and unknown after the same time, so that the wait tells nothing.</summary>
public static class EqualTime
{
    /// <summary>Longer than the work takes: a password is checked in about a tenth of a second.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(400);

    public static async Task<T> AnswerAsync<T>(TimeProvider time, Func<Task<T>> work)
    {
        var wait = Task.Delay(Wait, time);
        try
        {
            return await work();
        }
        finally
        {
            await wait;
        }
    }
}
