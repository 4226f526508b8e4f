using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Mail;
using Brink.Platform.Text;

namespace Brink.Features.Places;

/// <summary>What an organisation is and how it is reached, as a form or a line of a file says it.</summary>
public sealed record OrganisationWords(
    OrganisationKind? Kind,
    string? OrganisationName,
    string? Mail,
    string? Telephone,
    string? Website,
    string? PostalAddress
);

/// <summary>What an administrator changes of an organisation (P3).</summary>
public partial class Organisation
{
    public const int LongestName = 160;

    /// <param name="isTaken">Whether another organisation bears the name.</param>
    public Outcome Describe(OrganisationWords words, bool isTaken)
    {
        var name = TextRules.Line(words.OrganisationName, LongestName);
        var telephone = TextRules.Line(words.Telephone, TelephoneNumber.Longest);
        var address = TextRules.Paragraphs(words.PostalAddress, 300);
        var mail = TextRules.Line(words.Mail, 254).Text;
        var website = WebAddress.Read(words.Website);
        var refusals = new List<Refusal>();
        if (words.Kind is null || !Enum.IsDefined(words.Kind.Value))
        {
            refusals.Add(new Refusal(nameof(words.Kind), "Kies wat voor organisatie het is."));
        }

        if (name.IsEmpty)
        {
            refusals.Add(new Refusal(nameof(words.OrganisationName), "Vul de naam in."));
        }
        else if (isTaken)
        {
            refusals.Add(new Refusal(nameof(words.OrganisationName), "Er is al een organisatie met deze naam."));
        }

        refusals.Check(nameof(words.OrganisationName), name);
        if (mail.Length > 0 && !TypedMailAddress.IsOne(mail))
        {
            refusals.Add(
                new Refusal(nameof(words.Mail), "Dit is geen mailadres. Een goed voorbeeld: bestuur@hijken.nl.")
            );
        }

        refusals.CheckTelephone(nameof(words.Telephone), telephone);
        if (website is null)
        {
            refusals.Add(
                new Refusal(
                    nameof(words.Website),
                    "Dit is geen adres van een website. Een goed voorbeeld: www.hijken.nl."
                )
            );
        }

        refusals.Check(nameof(words.PostalAddress), address);
        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        Kind = words.Kind!.Value;
        Name = name.Text;
        (Mail, Telephone, PostalAddress) = (mail, telephone.Text, address.Text);
        // The same address in other words, such as without the last slash, is no change.
        Website = website == WebAddress.Read(Website) ? Website : website!;
        return Outcome.Done;
    }

    /// <summary>Recognition has a first and a last day; without a first day there is none.</summary>
    public Outcome Recognise(DateOnly? from, DateOnly? to, string? note, DateOnly today)
    {
        var ground = TextRules.Line(note, 300);
        var refusals = new List<Refusal>();
        if (from is null && to is not null)
        {
            refusals.Add(new Refusal("RecognisedFrom", "Vul ook de eerste dag in."));
        }

        if (to < from)
        {
            refusals.Add(new Refusal("RecognisedTo", "De laatste dag ligt voor de eerste dag."));
        }

        refusals.CheckDay("RecognisedFrom", from, today);
        refusals.CheckDay("RecognisedTo", to, today);
        refusals.Check("RecognitionNote", ground);
        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        (RecognisedFrom, RecognisedTo, RecognitionNote) = (from, to, ground.Text);
        return Outcome.Done;
    }

    /// <summary>The association speaks for a village from a day on; null where the day is not known.</summary>
    public Outcome SpeakFor(long? villageId, DateOnly? from, Actor actor)
    {
        var refusals = new List<Refusal>();
        refusals.CheckDay("From", from, actor.Today);
        if (villageId is not { } village)
        {
            return Outcome.Of(refusals.Prepend(new Refusal("VillageId", "Kies een dorp.")));
        }

        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        if (Represents.Any(r => r.VillageId == village && r.IsHeldOn(from ?? actor.Today)))
        {
            return Outcome.Refuse("VillageId", "Deze vereniging spreekt al voor dit dorp.");
        }

        Represents.Add(new Representation { VillageId = village, From = from });
        return Outcome.Done;
    }

    /// <summary>Ended, not removed: who spoke for a village when is history.</summary>
    public Outcome StopSpeakingFor(long representationId, DateOnly? to, DateOnly today)
    {
        if (Represents.FirstOrDefault(r => r.Id == representationId) is not { To: null } held)
        {
            return Outcome.Refuse("", "Dit is al beëindigd.");
        }

        var outcome = MayEnd(held.From, to, today);
        held.To = outcome.Succeeded ? to : null;
        return outcome;
    }

    public Outcome Join(long? umbrellaId, DateOnly? from, Actor actor)
    {
        var refusals = new List<Refusal>();
        refusals.CheckDay("From", from, actor.Today);
        if (umbrellaId is not { } umbrella || umbrella == Id)
        {
            return Outcome.Of(refusals.Prepend(new Refusal("UmbrellaId", "Kies een koepel.")));
        }

        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        if (MemberOf.Any(m => m.UmbrellaId == umbrella && m.IsHeldOn(from ?? actor.Today)))
        {
            return Outcome.Refuse("UmbrellaId", "Deze vereniging is al lid.");
        }

        MemberOf.Add(new Membership { UmbrellaId = umbrella, From = from });
        return Outcome.Done;
    }

    public Outcome Leave(long membershipId, DateOnly? to, DateOnly today)
    {
        if (MemberOf.FirstOrDefault(m => m.Id == membershipId) is not { To: null } held)
        {
            return Outcome.Refuse("", "Dit is al beëindigd.");
        }

        var outcome = MayEnd(held.From, to, today);
        held.To = outcome.Succeeded ? to : null;
        return outcome;
    }

    private static Outcome MayEnd(DateOnly? from, DateOnly? last, DateOnly today)
    {
        if (last is null || last < from)
        {
            return Outcome.Refuse("Until", "Vul de laatste dag in. Die ligt niet voor de eerste dag.");
        }

        var refusals = new List<Refusal>();
        refusals.CheckDay("Until", last, today);
        return Outcome.Of(refusals);
    }
}
