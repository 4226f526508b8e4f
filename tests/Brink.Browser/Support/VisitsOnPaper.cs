using Brink.Features.Agreements;
using Brink.Features.Channels;
using Brink.Features.Checks;

namespace Brink.Browser.Support;

/// <summary>Everything around what parties sign.</summary>
public static partial class Visits
{
    private static IEnumerable<Visit> OnPaper(AwkwardData data)
    {
        var (keeper, member) = (data.Alderman, data.Full.ContactPerson);
        var (begun, round, held) = (data.BegunOnPaper.Id, data.RoundOnPaper.Id, data.HeldOnPaper);
        yield return new(AgreementLinks.List, AgreementLinks.List);
        yield return new(AgreementLinks.List, AgreementLinks.List, keeper);
        yield return new(AgreementLinks.New, AgreementLinks.New, keeper);
        yield return new($"/afspraken/{KnownInitiative}", Page(data.BegunOnPaper), keeper);
        yield return new($"/afspraken/{KnownInitiative}", Page(data.RoundOnPaper), member);
        yield return new($"/afspraken/{KnownInitiative}", Page(held), member);
        yield return new($"/afspraken/{KnownInitiative}", Page(held));
        yield return new("/afspraken/{id:long}/partijen", AgreementLinks.Parties(begun), keeper);
        yield return new("/afspraken/{id:long}/tekst", AgreementLinks.Write(begun), keeper);
        yield return new("/afspraken/{id:long}/tekst", AgreementLinks.Write(round), keeper);
        yield return new("/afspraken/{id:long}/doen", AgreementLinks.Pledges(begun), keeper);
        yield return new("/afspraken/{id:long}/evalueren", AgreementLinks.Evaluations(begun), keeper);
        yield return new("/afspraken/{id:long}/rondsturen", AgreementLinks.SendRound(begun), keeper);
        yield return new("/afspraken/{id:long}/op-papier", AgreementLinks.Record(begun), keeper);
        yield return new("/afspraken/{id:long}/terugnemen", AgreementLinks.TakeBack(round), keeper);
        yield return new("/afspraken/{id:long}/tekenen", AgreementLinks.Sign(round), member);
        yield return new("/afspraken/{id:long}/invoeren", AgreementLinks.Enter(round), keeper);
        yield return new("/afspraken/{id:long}/vernieuwen", AgreementLinks.Renew(held.Id), keeper);
        yield return new("/afspraken/{id:long}/stoppen", AgreementLinks.End(held.Id), keeper);
        yield return new("/afspraken/{id:long}/versie/{number:int}", AgreementLinks.Version(held.Id, 2), member);
        yield return new("/kanaal/{id:long}", ChannelLinks.Show(data.Rich.Id));
        yield return new("/kanaal/{id:long}", ChannelLinks.Show(data.Rich.Id), data.Full.Liaison);
        yield return new(
            "/kanaal/{id:long}/bericht/{post:long}/weghalen",
            ChannelLinks.TakeAway(data.Rich.Id, data.PostId),
            data.Full.Liaison
        );
        yield return new("/in-beeld", "/in-beeld");
        yield return new(OfChecks, CheckLinks.Results);
        yield return new(OfChecks, CheckLinks.Show(data.LookedBack.Id, data.LookedBack.Subject.Slug), member);
        yield return new("/samen-terugkijken/{id:long}/invullen", CheckLinks.Answer(data.LookingBack.Id), member);
        yield return new("/samen-terugkijken/{id:long}/ontvangen", CheckLinks.Received(data.LookingBack.Id), member);
    }

    private const string OfChecks = "/samen-terugkijken/{address:regex(^[0-9]+-?)?}";

    private static string Page(Agreement agreement) => AgreementLinks.Show(agreement.Id, agreement.Subject.Slug);
}
