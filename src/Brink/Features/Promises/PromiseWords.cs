using Brink.Platform.Localisation;

namespace Brink.Features.Promises;

/// <summary>What was promised, in words.</summary>
public static class PromiseWords
{
    public static string NameOf(this Texts T, PromiseGroup group) =>
        group switch
        {
            PromiseGroup.WhoReacted => T["Iedereen die op dit plan reageerde"],
            PromiseGroup.Villages => T["De dorpen waar dit plan over gaat"],
            _ => "",
        };

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
