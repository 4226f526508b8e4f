using System.Globalization;
using Brink.Features.Notices.Mails;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Defects;

/// <summary>What is broken, to the municipality's own mailbox; it is gone from Brink when the mail has gone.</summary>
internal static class DefectMail
{
    public static async Task<Letter?> WriteAsync(MailDesk desk, CancellationToken cancellation)
    {
        var number = Defect.NumberIn(desk.Message);
        var defect = await desk.Db.Defects.FirstOrDefaultAsync(d => d.Id == number, cancellation);
        if (defect is null)
        {
            return null;
        }

        desk.Spent.Add(defect);
        var T = desk.T;
        var village = await desk
            .Db.Subjects.Where(s => s.Id == defect.VillageId)
            .Select(s => s.Title)
            .FirstAsync(cancellation);
        var items = new List<Item> { new(T["Dorp: {0}", village]) };
        if (defect.PlaceNote.Length > 0)
        {
            items.Add(new Item(T["Plek: {0}", defect.PlaceNote]));
        }

        if (defect is { Latitude: { } latitude, Longitude: { } longitude })
        {
            items.Add(
                new Item(
                    string.Create(CultureInfo.InvariantCulture, $"{latitude:0.#####}, {longitude:0.#####}"),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"https://www.openstreetmap.org/?mlat={latitude:0.#####}&mlon={longitude:0.#####}#map=18/{latitude:0.#####}/{longitude:0.#####}"
                    )
                )
            );
        }

        items.Add(
            new Item(defect.Reporter.Length > 0 ? T["Gemeld door: {0}", defect.Reporter] : T["Gemeld zonder naam."])
        );
        return new Letter(
            T["Melding {0}: iets kapot in {1}", defect.Id, village],
            desk.Greeting(),
            [
                new Paragraph(
                    T["Op {0} is via Brink gemeld dat er iets kapot is.", Formats.Date(DutchTime.DateOf(defect.At))]
                ),
                new Quote(defect.What),
                new Items(items),
                new Paragraph(T["Brink bewaart deze melding niet. Antwoordt u zelf aan wie dit meldde?"]),
            ],
            desk.Signature(),
            await desk.ContactAsync(defect.VillageId, cancellation),
            T["U krijgt deze mail omdat de beheerder van Brink dit adres voor meldingen opgaf."]
        );
    }
}
