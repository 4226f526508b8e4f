using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Example;

/// <summary>
/// Midden-Drenthe as an example to try Brink with: villages, associations and terms are facts from its policy note and
/// from Statistics Netherlands; persons are roles and no real people; initiatives are marked as examples.
/// </summary>
public static class ExampleMunicipality
{
    /// <summary>Loads it into an empty database. With any municipality in it, nothing happens.</summary>
    /// <param name="ownerConnection">Of the role that owns the structure: the program itself can't add a municipality.</param>
    /// <returns>Whether it was loaded now.</returns>
    public static async Task<bool> LoadAsync(
        string ownerConnection,
        TimeProvider time,
        CancellationToken cancellation = default
    )
    {
        await using var db = new BrinkDb(Migrator.Options(ownerConnection));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Instances that start together wait here; the second finds the first one's municipality.
        await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7423002)", cancellation);
        if (await db.Municipalities.AnyAsync(cancellation))
        {
            return false;
        }

        var now = time.GetUtcNow();
        var today = DutchTime.DateOf(now);
        var facts = ExampleSources.Facts();
        var municipality = AddMunicipality(db, facts.Municipality);
        db.TenantId = municipality.Id;
        var places = AddPlaces(db, facts, now);
        db.Journal.Add(JournalEntry.General(PlacesVerbs.Imported, new(null, null, null, Channel.Web, now, today)));
        await db.SaveChangesAsync(cancellation);

        var people = new ExamplePeople(db, places, now, today);
        people.Add(facts);
        await db.SaveChangesAsync(cancellation);

        new ExampleInitiatives(db, municipality, places, people, today).Add();
        new ExampleSignals(db, municipality, places, people, today).Add();
        await db.SaveChangesAsync(cancellation);
        await ExamplePromises.AddAsync(db, today, cancellation);
        await db.SaveChangesAsync(cancellation);
        await ExampleSupport.AddAsync(db, places, people, today, cancellation);

        await new ExampleTogether(db, places, people, today).AddAsync(cancellation);
        await new ExampleCovenants(db, places, people, today).AddAsync(cancellation);

        await new ExampleExchange(db, places, people, today).AddAsync(cancellation);
        await new ExampleRounds(db, places, people, today).AddAsync(cancellation);
        await db.SaveChangesAsync(cancellation);

        await ExampleLinks.AddAsync(db, places, people, today, cancellation);
        await db.SaveChangesAsync(cancellation);
        await new ExampleDossiers(db, places, people, today).AddAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        await new ExampleNewsletters(db, places, people, today).AddAsync(cancellation);
        await new ExampleAdvice(db, places, people, today).AddAsync(cancellation);

        // What happened 'weeks ago' must not be mailed as news today.
        await db.PendingDispatches.ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static Municipality AddMunicipality(BrinkDb db, MunicipalityFacts facts)
    {
        var municipality = new Municipality
        {
            Name = facts.Name,
            Slug = "midden-drenthe",
            CbsCode = facts.CbsCode,
            Host = "localhost",
            Theme = "midden-drenthe",
            IsExample = true,
            SmallVillageThreshold = facts.SmallVillageThreshold,
            PolicyFrom = facts.PolicyFrom,
            PolicyTo = facts.PolicyTo,
            MidTermEvaluationAfter = facts.MidTermEvaluationAfter,
            RenewalAfter = facts.RenewalAfter,
            ContactName = "Gemeente " + facts.Name,
            ContactMail = "dorpen@" + ExamplePeople.MailDomain,
        };
        db.Municipalities.Add(municipality);
        return municipality;
    }

    private static ExamplePlaces AddPlaces(BrinkDb db, ExampleFacts facts, DateTimeOffset now)
    {
        var areas = ExampleSources.Areas();
        var borders = ExampleSources.BordersOfAreas();
        var villages = facts.Villages.ToDictionary(
            village => village.Name,
            village => AddVillage(db, village, areas, borders, now)
        );
        AddBorders(db, areas, borders, villages);
        var umbrella = facts.Organisations.First(o => o.Kind == OrganisationKind.Umbrella);
        var others = facts.Organisations.ToDictionary(o => o.Name, o => AddOrganisation(db, o));
        var associations = facts.Associations.ToDictionary(
            association => association.Name,
            association => AddAssociation(db, association, villages, others[umbrella.Name])
        );
        var municipality = new Organisation
        {
            Kind = OrganisationKind.Municipality,
            Name = "Gemeente " + facts.Municipality.Name,
            Mail = "dorpen@" + ExamplePeople.MailDomain,
        };
        db.Organisations.Add(municipality);
        var themes = facts.Themes.Select((theme, order) => AddTheme(db, theme, order, now)).ToArray();
        return new ExamplePlaces(
            villages,
            associations,
            others[umbrella.Name],
            others[facts.Organisations.First(o => o.Kind == OrganisationKind.Welfare).Name],
            others[facts.Organisations.First(o => o.Kind == OrganisationKind.VillageHalls).Name],
            municipality,
            themes.ToDictionary(theme => theme.Drawing)
        );
    }

    private static Village AddVillage(
        BrinkDb db,
        VillageFacts facts,
        IReadOnlyList<AreaFacts> areas,
        IReadOnlyList<Border> borders,
        DateTimeOffset now
    )
    {
        var village = Village.Create(facts.Name, facts.Kind, now);
        village.StatedSize = facts.StatedSize;
        db.Villages.Add(village);
        var own = areas.Where(area => area.Villages.Contains(facts.Name)).ToArray();
        // An area that two villages share says nothing about either of them.
        if (own.Length > 0 && own.All(area => area.Villages.Count == 1))
        {
            village.CbsCodes = [.. own.Select(area => area.Code)];
            village.Inhabitants.Add(
                new VillageInhabitants
                {
                    Year = ExampleSources.FiguresYear,
                    Number = own.Sum(area => area.Inhabitants),
                    Source = ExampleSources.Figures,
                }
            );
            var heart = own.MaxBy(area => area.Inhabitants)!;
            var label = borders.First(border => border.Code == heart.Code);
            (village.Longitude, village.Latitude) = (label.Longitude, label.Latitude);
        }

        village.Facilities.AddRange(
            (facts.Facilities ?? []).Select(facility => new Facility
            {
                Kind = facility.Kind,
                Name = facility.Name,
                State = facility.State,
                Note = facility.Note,
            })
        );
        return village;
    }

    private static void AddBorders(
        BrinkDb db,
        IReadOnlyList<AreaFacts> areas,
        IReadOnlyList<Border> borders,
        Dictionary<string, Village> villages
    )
    {
        foreach (var border in borders)
        {
            var named = areas.FirstOrDefault(area => area.Code == border.Code)?.Villages ?? [];
            db.Areas.Add(
                new Area
                {
                    Code = border.Code,
                    Name = border.Name,
                    VillageId = named.Count == 1 ? villages[named[0]].Id : null,
                    Geometry = border.Geometry,
                    Source = ExampleSources.Borders,
                }
            );
        }
    }

    private static Organisation AddOrganisation(BrinkDb db, OrganisationFacts facts)
    {
        var organisation = new Organisation
        {
            Kind = facts.Kind,
            Name = facts.Name,
            Website = facts.Website ?? "",
            Mail = ExamplePeople.MailOf(facts.Name),
            RecognisedFrom = facts.RecognisedFrom,
            RecognitionNote = facts.RecognitionNote ?? "",
        };
        db.Organisations.Add(organisation);
        return organisation;
    }

    private static Organisation AddAssociation(
        BrinkDb db,
        AssociationFacts facts,
        Dictionary<string, Village> villages,
        Organisation umbrella
    )
    {
        var association = new Organisation
        {
            Kind = OrganisationKind.Association,
            Name = facts.Name,
            Mail = ExamplePeople.MailOf(facts.Name),
            RecognisedFrom = facts.RecognisedFrom,
            RecognitionNote = facts.RecognitionNote,
        };
        db.Organisations.Add(association);
        association.Represents.AddRange(
            facts.Villages.Select(name => new Representation { VillageId = villages[name].Id })
        );
        if (facts.MemberOfUmbrella)
        {
            association.MemberOf.Add(new Membership { UmbrellaId = umbrella.Id });
        }

        return association;
    }

    private static Theme AddTheme(BrinkDb db, ThemeFacts facts, int order, DateTimeOffset now)
    {
        var theme = new Theme
        {
            Subject = Subject.Create(SubjectKind.Theme, facts.Name, Visibility.Public, now),
            Drawing = facts.Drawing,
            Order = order,
        };
        db.Themes.Add(theme);
        return theme;
    }
}

/// <summary>What the example's people and initiatives are about. Themes by the name of their drawing.</summary>
internal sealed record ExamplePlaces(
    IReadOnlyDictionary<string, Village> Villages,
    IReadOnlyDictionary<string, Organisation> Associations,
    Organisation Umbrella,
    Organisation Welfare,
    Organisation VillageHalls,
    Organisation Municipality,
    IReadOnlyDictionary<string, Theme> Themes
);
