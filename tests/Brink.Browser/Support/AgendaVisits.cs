using Brink.Features.Agenda;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Browser.Support;

/// <summary>The pages of an agenda, with a point about something and one of a board's own.</summary>
public static class AgendaVisits
{
    public static async Task<IReadOnlyList<Visit>> AllAsync(AwkwardData data)
    {
        var chair = data.UmbrellaChair;
        var board = data.Watched.UmbrellaId;
        var point = await data.PointAsync(board);
        return
        [
            new("/organisaties/{id:long}/agenda", AgendaLinks.Of(board), chair),
            new("/organisaties/{id:long}/agenda", AgendaLinks.DealtWith(board), chair),
            new("/organisaties/{id:long}/agenda/nieuw", AgendaLinks.New(board) + "?zoek=bankje", chair),
            new("/organisaties/{id:long}/agenda/{pointId:long}", AgendaLinks.Point(board, point), chair),
            new("/op-de-agenda/{id:long}", AgendaLinks.Put(data.Rich.Id), chair),
        ];
    }
}

public sealed partial class AwkwardData
{
    /// <returns>The number of a point that is open.</returns>
    public async Task<long> PointAsync(long board)
    {
        var actor = data.Now(UmbrellaChair.Id);
        var made = await data.SaveAsync(db =>
        {
            var open = AgendaPoint.Put(
                board,
                Watched.Id,
                Watched.Subject.Title,
                $"Wat **vinden** wij?\n{LongWord}",
                actor
            );
            var dealt = AgendaPoint.Put(board, null, "Wie heeft de sleutels van de ijsbaan?", "", actor);
            Done(dealt.DealWith(actor.Today.AddDays(-3), actor));
            db.AgendaPoints.AddRange(open, dealt);
            return Task.FromResult(open);
        });
        return made.Id;
    }
}
