using Brink.Platform.Localisation;

namespace Brink.Features.Promises;

/// <summary>What was promised, in words.</summary>
public static class PromiseWords
{
    /// <param name="title">The title of what it is about.</param>
    public static string What(this Texts T, PromiseKind kind, string what, string title) =>
        kind switch
        {
            PromiseKind.TakeIn => T["'{0}' oppakken", title],
            PromiseKind.Answer => T["Antwoord geven op '{0}'", title],
            // Whoever wrote it wanted it gone.
            _ => what.Length > 0 ? what : T["Een toezegging waarvan de tekst is weggehaald"],
        };
}
