using System.Collections.Concurrent;
using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Tenancy;
using Brink.Tests.Features.Accounts.Privacy;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Access;

/// <summary>
/// No official finds out how to reach a resident who did not agree to it: not on any page, in any answer of the
/// interface, in any file, or in any mail (P8). Every address there is, is opened by every official role.
/// </summary>
public sealed class ContactDetailsTests(NoticesHost notices) : IClassFixture<NoticesHost>
{
    private const string Mail = "merkteken-bewoner@geheim.example";
    private const string Telephone = "0593 77 66 55";
    private const string CallMe = "0593 44 33 22";
    private static readonly string[] Markers =
    [
        Mail,
        Telephone,
        "0593776655",
        "+31593776655",
        CallMe,
        "0593443322",
        "+31593443322",
    ];

    private BrinkHost Host => notices.Brink;

    [Fact]
    public async Task NoOfficial_FindsAResidentsDetails_WithoutConsent_AndOnlyWhereMeantWithIt()
    {
        var data = notices.Data;
        var cast = await Cast.GatherAsync(Host, await Host.AddMunicipalityAsync("Elders", "elders.example"));
        Host.Services.GetRequiredService<ITenantDirectory>().Refresh();
        var place = await data.PlaceAsync();
        var resident = await PlantAsync(cast["initiator"]!);
        var caller = await data.SaveAsync(db =>
        {
            var person = Person.WithTelephone("Beller", CallMe, Host.Time.GetUtcNow());
            db.People.Add(person);
            return Task.FromResult(person);
        });
        var called = await data.UnconfirmedInitiativeAsync(place, caller, "Een idee per telefoon");
        await notices.UpdateAsync(cast.Things["initiative"][0].Id, resident);
        var officials = await OfficialsAsync(cast, place);

        Assert.Empty(await FoundAsync(cast, officials, called.Id));
        await notices.EmptyAsync();
        Assert.NotEmpty(notices.Mail.Sent);
        Assert.DoesNotContain(
            notices.Mail.Sent.Where(mail => mail.ToAddress != Mail),
            mail => HoldsAny(mail.Text) || HoldsAny(mail.Html) || HoldsAny(mail.Subject)
        );

        foreach (var person in new[] { resident, caller })
        {
            await data.SaveAsync(async db =>
            {
                await Consent.ChooseAsync(
                    db,
                    person.Id,
                    ConsentPurpose.ContactForOfficials,
                    null,
                    given: true,
                    Host.Time.GetUtcNow(),
                    default
                );
                return true;
            });
        }

        Assert.Equal(
            [
                "colleague GET  /initiatieven/{id:long}/bereiken [public]",
                "liaison GET  /initiatieven/{id:long}/bereiken [called]",
                "liaison GET  /initiatieven/{id:long}/bereiken [public]",
                "liaison GET  /initiatieven/{id:long}/bereiken [withdrawn]",
                "liaison GET  /initiatieven/{id:long}/bevestigen [called]",
            ],
            (await FoundAsync(cast, officials, called.Id))
                .Where(found => !found.Contains("[unconfirmed]", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );

        // The contact person of the village calls, as the sender was told; consent or not.
        using var contact = Host.Browser(place.ContactPerson);
        await contact.OpenAsync(InitiativeLinks.Confirm(called.Id));
        Assert.Contains(CallMe, contact.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_Withdrawn_HidesAtOnce()
    {
        var (place, resident) = (await notices.Data.PlaceAsync(), await notices.Data.PersonAsync());
        var idea = await notices.Data.InitiativeAsync(place, resident);
        using var liaison = Host.Browser(place.Liaison);
        await liaison.OpenAsync(InitiativeLinks.Reach(idea.Id));
        Assert.DoesNotContain(resident.Email!, liaison.Text, StringComparison.Ordinal);
        Assert.Contains(place.Association.Name, liaison.Text, StringComparison.Ordinal);

        using var browser = Host.Browser(resident);
        await browser.OpenAsync(AccountLinks.Consents);
        await browser.SubmitAsync("Ja, dat mag");
        await liaison.OpenAsync(InitiativeLinks.Reach(idea.Id));
        Assert.Contains(resident.Email!, liaison.Text, StringComparison.Ordinal);

        await browser.SubmitAsync(
            "Trek in: Ambtenaren die aan uw initiatief werken, mogen uw telefoonnummer en mailadres zien"
        );
        await liaison.OpenAsync(InitiativeLinks.Reach(idea.Id));
        Assert.DoesNotContain(resident.Email!, liaison.Text, StringComparison.Ordinal);
        using var neighbour = Host.Browser(await notices.Data.PersonAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await neighbour.AskAsync(InitiativeLinks.Reach(idea.Id))).StatusCode);
    }

    private async Task<Person> PlantAsync(Person person)
    {
        await notices.ChangeAsync(
            person,
            p =>
            {
                (p.Email, p.NormalizedEmail, p.PhoneNumber) = (Mail, Person.Normalise(Mail), Telephone);
                (p.UserName, p.NormalizedUserName) = (Mail, Person.Normalise(Mail));
            }
        );
        return await notices.PersonAsync(person);
    }

    private async Task<(string Role, Person Person)[]> OfficialsAsync(Cast cast, Place place)
    {
        var officials = new List<(string, Person)>
        {
            ("liaison", cast["liaison"]!),
            ("colleague", cast["colleague"]!),
            ("former", cast["former"]!),
            ("administrator", cast["administrator"]!),
        };
        foreach (var role in new[] { Role.PolicyOfficer, Role.BudgetHolder, Role.ExecutiveMember, Role.Councillor })
        {
            officials.Add((role.ToString(), await notices.Data.HolderAsync(role, place.Municipality)));
        }

        return [.. officials];
    }

    /// <returns>Who found a marker where.</returns>
    private async Task<IReadOnlyList<string>> FoundAsync(
        Cast cast,
        IReadOnlyList<(string Role, Person Person)> officials,
        long called
    )
    {
        var found = new ConcurrentQueue<string>();
        foreach (var address in (await Addresses.AllAsync(Host.Services)).Where(a => a.Method == "GET"))
        {
            var filled = cast.Fill(address).ToList();
            if (Cast.KindOf(address.Pattern) == "initiative")
            {
                var one = filled[0];
                filled.Add(
                    (
                        "called",
                        one.Address.Replace(
                            $"/{cast.Things["initiative"][0].Id}",
                            $"/{called}",
                            StringComparison.Ordinal
                        )
                    )
                );
            }

            await Parallel.ForEachAsync(
                officials,
                async (official, _) =>
                {
                    foreach (var (state, filledAddress) in filled)
                    {
                        using var browser = Host.Browser(official.Person);
                        var answer = await browser.AskAsync(filledAddress);
                        if (HoldsAny(browser.Body) || HoldsAny(WebUtility.HtmlDecode(browser.Body)))
                        {
                            found.Enqueue($"{official.Role} {address} [{state}]");
                        }

                        Assert.True((int)answer.StatusCode < 500, $"{filledAddress} {answer.StatusCode}");
                    }
                }
            );
        }

        return [.. found];
    }

    private static bool HoldsAny(string text) =>
        Markers.Any(marker => text.Contains(marker, StringComparison.OrdinalIgnoreCase));
}
