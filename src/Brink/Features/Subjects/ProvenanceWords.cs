using Brink.Platform.Localisation;

namespace Brink.Features.Subjects;

/// <summary>Where a contribution comes from, in words that go wherever the contribution is shown.</summary>
public static class ProvenanceWords
{
    /// <param name="helper">The organisation that entered it; null when the sender did so.</param>
    /// <returns>'Ingevoerd door Dorpsbelangen Hijken, per telefoon', or null where there is nothing to tell.</returns>
    public static string? EnteredBy(this Texts T, string? helper, Channel channel) =>
        helper is null
            ? null
            : channel switch
            {
                Channel.Telephone => T["Ingevoerd door {0}, per telefoon", helper],
                Channel.Paper => T["Ingevoerd door {0}, op papier aangeleverd", helper],
                Channel.Meeting => T["Ingevoerd door {0}, in een gesprek of bijeenkomst verteld", helper],
                Channel.Mail => T["Ingevoerd door {0}, per mail aangeleverd", helper],
                _ => T["Ingevoerd door {0}", helper],
            };
}
