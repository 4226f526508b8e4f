using System.Globalization;
using Brink.Features.Initiatives;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Npgsql;

namespace Brink.Bench.Generate;

/// <summary>Initiatives with everything that hangs on them, one table after another.</summary>
internal sealed class Stories(NpgsqlConnection connection, Amounts amounts, DateTimeOffset now, Action<string> tell)
{
    private IEnumerable<InventedInitiative> All => amounts.All(now);

    public async Task WriteAsync()
    {
        await PeopleAsync();
        await SubjectsAsync();
        await ContributionsAsync();
        await InitiativesAsync();
        await PartsAsync();
        await PromisesAsync();
        await JournalAsync();
    }

    private async Task PeopleAsync()
    {
        tell("Writing people ...");
        await using var people = await PeopleTable.OpenAsync(connection);
        foreach (var i in All.Where(i => i.HasOwnPerson))
            people.Row(i.PersonId, i.MunicipalityId, Text($"Proefbewoner {i.PersonId}"), now);
    }

    private async Task SubjectsAsync()
    {
        tell("Writing subjects ...");
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "subjects",
                "municipality_id",
                "id",
                "kind",
                "title",
                "slug",
                "visibility",
                "created_at",
                "changed_at",
                "search_text"
            )
        )
            foreach (var i in All)
                table.Row(
                    i.MunicipalityId,
                    i.Id,
                    SubjectKind.Initiative,
                    i.Title,
                    i.Slug,
                    i.Visibility,
                    i.At,
                    i.ChangedAt,
                    i.What + "\n" + i.Why
                );
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "subject_villages",
                "municipality_id",
                "subject_id",
                "village_id"
            )
        )
            foreach (var i in All)
                table.Row(i.MunicipalityId, i.Id, i.VillageId);
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "subject_themes",
                "municipality_id",
                "subject_id",
                "theme_id"
            )
        )
            foreach (var i in All)
                table.Row(i.MunicipalityId, i.Id, i.ThemeId);
    }

    private async Task ContributionsAsync()
    {
        tell("Writing contributions ...");
        await using var table = await TableWriter.OpenAsync(
            connection,
            "contributions",
            "municipality_id",
            "id",
            "subject_id",
            "by_person_id",
            "on_behalf_of_id",
            "channel",
            "at",
            "name_is_public"
        );
        // First those of the initiatives, then those of the updates and the questions.
        foreach (var i in All)
            table.Row(i.MunicipalityId, i.ContributionId, i.Id, i.PersonId, null, Channel.Web, i.At, i.Number % 2 == 0);
        var id = (long)amounts.Initiatives;
        foreach (var i in All)
        {
            for (var n = 0; n < i.UpdateCount; n++)
                table.Row(i.MunicipalityId, ++id, i.Id, i.PersonId, null, Channel.Web, i.ChangedAt, true);
            if (i.HasQuestion)
            {
                var office = i.MunicipalOrganisationId;
                table.Row(i.MunicipalityId, ++id, i.Id, i.LiaisonId, office, Channel.Web, i.ChangedAt, false);
            }
        }
    }

    private async Task InitiativesAsync()
    {
        tell("Writing initiatives ...");
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "initiatives",
                "municipality_id",
                "id",
                "village_id",
                "what",
                "why",
                "companions",
                "initiator_kind",
                "owner_type",
                "longitude",
                "latitude",
                "phase",
                "phase_since",
                "next_step",
                "next_step_by",
                "intake",
                "answer",
                "answer_text",
                "answered_at",
                "is_example",
                "contribution_id"
            )
        )
            foreach (var i in All)
                table.Row(
                    i.MunicipalityId,
                    i.Id,
                    i.VillageId,
                    i.What,
                    i.Why,
                    "De buren van nummer 2 tot 12",
                    InitiatorKind.Alone,
                    i.Owner,
                    i.Longitude,
                    i.Latitude,
                    i.Phase,
                    Day(i.ChangedAt),
                    "Een avond met de buurt",
                    "De initiatiefnemers",
                    i.Intake,
                    i.Answer,
                    i.AnswerText,
                    i.Answer is null ? null : i.AnsweredAt,
                    true,
                    i.ContributionId
                );
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "initiators",
                "municipality_id",
                "initiative_id",
                "person_id",
                "since"
            )
        )
            foreach (var i in All)
                table.Row(i.MunicipalityId, i.Id, i.PersonId, Day(i.At));
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "follows",
                "municipality_id",
                "subject_id",
                "person_id",
                "frequency",
                "since"
            )
        )
            foreach (var i in All)
                table.Row(i.MunicipalityId, i.Id, i.PersonId, Frequency.AtOnce, i.At);
    }

    private async Task PartsAsync()
    {
        tell("Writing phases, updates, questions and needs ...");
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "phase_changes",
                "municipality_id",
                "id",
                "initiative_id",
                "phase",
                "on",
                "at",
                "next_step"
            )
        )
        {
            var id = 0L;
            foreach (var i in All)
            {
                table.Row(i.MunicipalityId, ++id, i.Id, Phase.Idea, Day(i.At), i.At, "");
                if (i.Phase != Phase.Idea)
                    table.Row(i.MunicipalityId, ++id, i.Id, i.Phase, Day(i.ChangedAt), i.ChangedAt, "Een avond");
            }
        }
        var contribution = (long)amounts.Initiatives;
        var (updates, questions) = (new List<object?[]>(), new List<object?[]>());
        foreach (var i in All)
        {
            for (var n = 0; n < i.UpdateCount; n++)
                updates.Add([
                    i.MunicipalityId,
                    ++contribution,
                    i.Id,
                    "We hebben een middag gewerkt met acht mensen. De grond ligt klaar.",
                    contribution,
                    i.ChangedAt,
                ]);
            if (i.HasQuestion)
                questions.Add([
                    i.MunicipalityId,
                    ++contribution,
                    i.Id,
                    "Wie onderhoudt dit over vijf jaar?",
                    contribution,
                    i.ChangedAt,
                ]);
        }
        await WriteAsync("updates", updates, "text", "contribution_id", "at");
        await WriteAsync("questions", questions, "text", "contribution_id", "asked_at");
        var needs = All.Where(i => i.HasRequirement)
            .Select(i =>
                new object?[]
                {
                    i.MunicipalityId,
                    (long)i.Number + 1,
                    i.Id,
                    RequirementKind.Permit,
                    "Een vergunning voor de plek",
                    i.ChangedAt,
                }
            );
        await WriteAsync("requirements", needs, "kind", "text", "at");
    }

    private async Task WriteAsync(string name, IEnumerable<object?[]> rows, params string[] columns)
    {
        await using var table = await TableWriter.OpenAsync(
            connection,
            name,
            ["municipality_id", "id", "initiative_id", .. columns]
        );
        foreach (var row in rows)
            table.Row(row);
    }

    private async Task PromisesAsync()
    {
        tell("Writing promises ...");
        await using var table = await TableWriter.OpenAsync(
            connection,
            "promises",
            "municipality_id",
            "id",
            "subject_id",
            "kind",
            "by_organisation_id",
            "by_person_id",
            "to_person_id",
            "made_at",
            "due",
            "state",
            "ended_at"
        );
        foreach (var i in All.Where(i => i.IsConfirmed))
        {
            Write(PromiseKind.TakeIn, 1, 7, i.Intake != IntakeState.HandedIn);
            Write(PromiseKind.Answer, 2, 42, i.Intake == IntakeState.Answered);

            void Write(PromiseKind kind, int number, int days, bool kept) =>
                table.Row(
                    i.MunicipalityId,
                    (2L * i.Number) + number,
                    i.Id,
                    kind,
                    i.MunicipalOrganisationId,
                    i.LiaisonId,
                    i.PersonId,
                    i.At,
                    Day(i.At.AddDays(days)),
                    kept ? PromiseState.Kept : PromiseState.Open,
                    kept ? i.AnsweredAt : null
                );
        }
    }

    private async Task JournalAsync()
    {
        tell("Writing the journal ...");
        await using var table = await TableWriter.OpenAsync(
            connection,
            "journal",
            "municipality_id",
            "id",
            "subject_id",
            "verb",
            "at",
            "person_id",
            "channel",
            "about"
        );
        var id = 0L;
        foreach (var i in All)
        {
            Write(InitiativeVerbs.HandedIn, i.At, i.PersonId, "{}");
            if (!i.IsConfirmed)
                continue;
            Write(InitiativeVerbs.Confirmed, i.At, i.PersonId, "{}");
            Write(PromiseVerbs.Made, i.At, i.PersonId, "{\"kind\":\"TakeIn\"}");
            Write(PromiseVerbs.Made, i.At, i.PersonId, "{\"kind\":\"Answer\"}");
            if (i.Intake is IntakeState.TakenIn or IntakeState.Answered)
                Write(InitiativeVerbs.TakenIn, i.AnsweredAt, i.LiaisonId, "{}");
            if (i.Answer is { } answer)
                Write(InitiativeVerbs.Answered, i.AnsweredAt, i.LiaisonId, $"{{\"answer\":\"{answer}\"}}");

            void Write(string verb, DateTimeOffset at, long person, string about) =>
                table.Row(i.MunicipalityId, ++id, i.Id, verb, at, person, Channel.Web, about);
        }
    }

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
