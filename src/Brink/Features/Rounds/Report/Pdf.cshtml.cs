using Brink.Features.Rounds.Reacting;
using Brink.Platform.Localisation;
using Brink.Platform.Paper.Pdf;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Rounds.Report;

/// <summary>The report as a file to keep, to print and to have read out (C6): the same words as on the page.</summary>
[AllowAnonymous]
public sealed class PdfModel() : RoundPage(RoundAct.See)
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (Phase is RoundPhase.Planned or RoundPhase.Open)
        {
            return NotFound();
        }

        var figures = await ReportFigures.ReadAsync(Db, Round.Id, Aborted);
        var sections = await Db.HeadingsAsync(
            Round,
            [.. (await Db.RoundCountsAsync([Round.Id], Aborted)).Select(c => c.Anchor)],
            Aborted,
            withText: true
        );
        Response.ContentType = "application/pdf";
        Response.Headers.ContentDisposition = "attachment; filename=\"verslag.pdf\"";
        var pdf = new TaggedPdf(
            Response.BodyWriter,
            T["Verslag van {0}", RoundTitle],
            Languages.CurrentCode,
            Time.GetUtcNow()
        );
        Begin(pdf, figures);
        int? part = null;
        await foreach (var rows in Db.ReportRowsAsync(Round.Id, Aborted))
        {
            foreach (var row in rows)
            {
                if (part != row.Anchor)
                {
                    EndPart(pdf, part);
                    part = row.Anchor;
                    pdf.BeginPart();
                    pdf.Heading(2, T.PartOf(row.Anchor, sections.GetValueOrDefault(row.Anchor)?.Heading));
                }

                Add(pdf, row, row.ChangeTo(sections.GetValueOrDefault(row.Anchor)));
            }

            await Response.BodyWriter.FlushAsync(Aborted);
        }

        EndPart(pdf, part);
        pdf.Finish();
        await Response.BodyWriter.FlushAsync(Aborted);
        return new EmptyResult();
    }

    private static void EndPart(TaggedPdf pdf, int? part)
    {
        if (part is not null)
        {
            pdf.EndPart();
        }
    }

    private void Begin(TaggedPdf pdf, ReportFigures figures)
    {
        pdf.Heading(1, T["Wat de gemeente met de reacties doet"]);
        pdf.Paragraph($"{RoundTitle}. {Head.Title}", PdfStyle.Strong);
        if (Head.IsExample)
        {
            pdf.Paragraph(T["Dit is een voorbeeld, geen echt plan."]);
        }

        pdf.Paragraph(T.WhenAnswered(Round));
        pdf.Paragraph(T.InNumbers(figures));
        pdf.Table(
            [0.75, 0.25],
            [T["Antwoord"], T["Reacties"]],
            figures.Verdicts.Select(given =>
                (IReadOnlyList<string>)[T.VerdictOf(given.Verdict), Formats.Number(given.Number)]
            )
        );
        pdf.Paragraph(T.WhoIsNamed(), PdfStyle.Small);
    }

    private void Add(TaggedPdf pdf, ReactionView row, TextChange? change)
    {
        pdf.BeginPart();
        pdf.Heading(3, $"{RoundWords.NumberOf(row.Id)}, {T.SaidBy(row.Organisation, row.Name)}");
        pdf.Paragraph(T.AboutReaction(row, change), PdfStyle.Small);
        Say(pdf, row.Quote, PdfStyle.Quote);
        Say(pdf, row.Text.Length + row.Proposed.Length == 0 ? T["De tekst is op verzoek verwijderd."] : row.Text);
        if (row.Proposed.Length > 0)
        {
            pdf.Paragraph(T["Voorgestelde woorden:"]);
            pdf.Paragraph(row.Proposed, PdfStyle.Quote);
        }

        if (row.Verdict is { } verdict)
        {
            pdf.Paragraph($"{T.NameOf(verdict)}, {T["omdat"]}", PdfStyle.Strong);
            Say(pdf, Markdown.Lines(row.Because ?? ""));
        }
        else
        {
            pdf.Paragraph(T["Nog geen antwoord."]);
        }

        pdf.EndPart();
    }

    private static void Say(TaggedPdf pdf, string text, PdfStyle style = PdfStyle.Body)
    {
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            pdf.Paragraph(paragraph, style);
        }
    }
}
