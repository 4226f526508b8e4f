using System.Text.RegularExpressions;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Mail;
using Brink.Platform.Text;

namespace Brink.Features.Places;

/// <summary>What the municipality is called and how it is reached, as a form says it.</summary>
public sealed record MunicipalityWords(
    string? MunicipalityName,
    string? CbsCode,
    string? Host,
    string? ContactName,
    string? ContactMail,
    string? ContactTelephone
);

/// <summary>The rules of the municipality's policy for its villages.</summary>
/// <param name="TakeInTerm">Working days.</param>
/// <param name="AnswerTerm">Working days.</param>
public sealed record PolicyTerms(
    int? SmallVillageThreshold,
    int? PolicyFrom,
    int? PolicyTo,
    int? MidTermEvaluationAfter,
    int? RenewalAfter,
    int? TakeInTerm,
    int? AnswerTerm
);

/// <summary>What an administrator changes of the municipality (P1).</summary>
public partial class Municipality
{
    public const int LongestName = 120;
    private const int LongestTerm = 250;

    public Outcome Describe(MunicipalityWords words)
    {
        var name = TextRules.Line(words.MunicipalityName, LongestName);
        var contact = TextRules.Line(words.ContactName, LongestName);
        var telephone = TextRules.Line(words.ContactTelephone, TelephoneNumber.Longest);
        var mail = TextRules.Line(words.ContactMail, 254).Text;
        var host = TextRules.Line(words.Host, 253).Text.ToLowerInvariant();
        var code = TextRules.Line(words.CbsCode, 10).Text.ToUpperInvariant();
        var refusals = new List<Refusal>();
        if (name.IsEmpty)
        {
            refusals.Add(new Refusal(nameof(words.MunicipalityName), "Vul de naam van de gemeente in."));
        }

        refusals.Check(nameof(words.MunicipalityName), name);
        refusals.Check(nameof(words.ContactName), contact);
        refusals.CheckTelephone(nameof(words.ContactTelephone), telephone);
        if (!CbsCodeForm().IsMatch(code))
        {
            refusals.Add(
                new Refusal(nameof(words.CbsCode), "Een code van het CBS bestaat uit GM en vier cijfers, zoals GM1731.")
            );
        }

        if (!HostForm().IsMatch(host))
        {
            refusals.Add(
                new Refusal(nameof(words.Host), "Vul alleen de naam van de website in, zoals dorpen.gemeente.nl.")
            );
        }

        if (mail.Length > 0 && !TypedMailAddress.IsOne(mail))
        {
            refusals.Add(
                new Refusal(nameof(words.ContactMail), "Dit is geen mailadres. Een goed voorbeeld: dorpen@gemeente.nl.")
            );
        }

        if (mail.Length == 0 && telephone.IsEmpty)
        {
            refusals.Add(
                new Refusal(
                    nameof(words.ContactTelephone),
                    "Vul een telefoonnummer of een mailadres in. Anders kan niemand de gemeente bereiken."
                )
            );
        }

        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        (Name, CbsCode, Host) = (name.Text, code, host);
        (ContactName, ContactMail, ContactTelephone) = (contact.Text, mail, telephone.Text);
        return Outcome.Done;
    }

    public Outcome Agree(PolicyTerms terms)
    {
        var refusals = new List<Refusal>();
        Between(refusals, nameof(terms.SmallVillageThreshold), terms.SmallVillageThreshold, 1, 1_000_000);
        Between(refusals, nameof(terms.TakeInTerm), terms.TakeInTerm, 1, LongestTerm);
        Between(refusals, nameof(terms.AnswerTerm), terms.AnswerTerm, 1, LongestTerm);
        Between(refusals, nameof(terms.PolicyFrom), terms.PolicyFrom ?? 2000, 1900, 2200);
        Between(refusals, nameof(terms.PolicyTo), terms.PolicyTo ?? 2000, 1900, 2200);
        Between(refusals, nameof(terms.MidTermEvaluationAfter), terms.MidTermEvaluationAfter ?? 1, 1, 50);
        Between(refusals, nameof(terms.RenewalAfter), terms.RenewalAfter ?? 1, 1, 50);
        if (terms.AnswerTerm < terms.TakeInTerm)
        {
            refusals.Add(new Refusal(nameof(terms.AnswerTerm), "Antwoorden kan niet eerder klaar zijn dan oppakken."));
        }

        if (terms.PolicyTo < terms.PolicyFrom)
        {
            refusals.Add(new Refusal(nameof(terms.PolicyTo), "Het laatste jaar ligt voor het eerste jaar."));
        }

        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        SmallVillageThreshold = terms.SmallVillageThreshold!.Value;
        (PolicyFrom, PolicyTo) = (terms.PolicyFrom, terms.PolicyTo);
        (MidTermEvaluationAfter, RenewalAfter) = (terms.MidTermEvaluationAfter, terms.RenewalAfter);
        (TakeInTerm, AnswerTerm) = (terms.TakeInTerm!.Value, terms.AnswerTerm!.Value);
        return Outcome.Done;
    }

    private static void Between(List<Refusal> refusals, string field, int? number, int least, int most)
    {
        if (number is null)
        {
            refusals.Add(new Refusal(field, "Vul een getal in."));
        }
        else if (number < least || number > most)
        {
            refusals.Add(new Refusal(field, "Vul een getal in van {0} tot en met {1}.", least, most));
        }
    }

    [GeneratedRegex("^GM[0-9]{4}$", RegexOptions.None, 1000)]
    private static partial Regex CbsCodeForm();

    [GeneratedRegex(
        "^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HostForm();
}
