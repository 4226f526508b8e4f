using System.Text;
using System.Xml;
using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Syndication;

/// <summary>All public pages for search engines; in parts when there are many.</summary>
public static class SitemapEndpoints
{
    /// <summary>The format allows 50,000.</summary>
    private const int MostInAPart = 10_000;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] FixedPages =
    [
        "/",
        InitiativeLinks.List,
        PlacesLinks.Villages,
        PlacesLinks.Map,
        PlacesLinks.Contacts,
        FeedLinks.List,
        "/hoe-werkt-het",
        "/toegankelijkheid",
        "/privacy",
    ];

    private static readonly SubjectKind[] Kinds =
    [
        SubjectKind.Village,
        SubjectKind.Initiative,
        SubjectKind.Signal,
        SubjectKind.SharedConcern,
        SubjectKind.Development,
        SubjectKind.Dossier,
        SubjectKind.Advice,
    ];

    public static void Map(WebApplication app)
    {
        app.MapGet("/sitemap.xml", WholeAsync).AllowAnonymous().WithMetadata(new PublicPageAttribute());
        app.MapGet("/sitemap/{part:int:min(1)}", PartAsync).AllowAnonymous().WithMetadata(new PublicPageAttribute());
    }

    private static async Task<IResult> WholeAsync(HttpContext context, BrinkDb db)
    {
        var count = await Public(db).CountAsync(context.RequestAborted);
        return count <= MostInAPart
            ? Xml(
                "urlset",
                "url",
                [
                    .. FixedPages.Select(page => (context.Request.Absolute(page), (DateTimeOffset?)null)),
                    .. await SubjectsAsync(context, db, 1),
                ]
            )
            : Xml(
                "sitemapindex",
                "sitemap",
                [
                    .. Enumerable
                        .Range(1, (count + MostInAPart - 1) / MostInAPart)
                        .Select(part => (context.Request.Absolute($"/sitemap/{part}"), (DateTimeOffset?)null)),
                ]
            );
    }

    private static async Task<IResult> PartAsync(int part, HttpContext context, BrinkDb db)
    {
        var subjects = await SubjectsAsync(context, db, part);
        return subjects.Length == 0 ? Results.NotFound() : Xml("urlset", "url", subjects);
    }

    private static async Task<(string Address, DateTimeOffset? Changed)[]> SubjectsAsync(
        HttpContext context,
        BrinkDb db,
        int part
    )
    {
        var subjects = await Public(db)
            .OrderBy(s => s.Id)
            .Skip((int)Math.Min((part - 1L) * MostInAPart, int.MaxValue))
            .Take(MostInAPart)
            .Select(s => new
            {
                s.Id,
                s.Kind,
                s.Slug,
                s.ChangedAt,
            })
            .ToArrayAsync(context.RequestAborted);
        return
        [
            .. subjects.Select(s =>
                (context.Request.Absolute(SubjectLinks.Of(s.Kind, s.Id, s.Slug)), (DateTimeOffset?)s.ChangedAt)
            ),
        ];
    }

    private static IQueryable<Subject> Public(BrinkDb db) =>
        db.Subjects.AsNoTracking().Where(s => s.Visibility == Visibility.Public && Kinds.Contains(s.Kind));

    private static IResult Xml(string root, string element, (string Address, DateTimeOffset? Changed)[] addresses)
    {
        var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(root, Namespace);
            foreach (var (address, changed) in addresses)
            {
                xml.WriteStartElement(element, Namespace);
                xml.WriteElementString("loc", Namespace, address);
                if (changed is { } moment)
                {
                    xml.WriteElementString(
                        "lastmod",
                        Namespace,
                        XmlConvert.ToString(moment.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss'Z'")
                    );
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return Results.Bytes(output.ToArray(), "application/xml; charset=utf-8");
    }
}
