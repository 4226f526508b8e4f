using System.Globalization;
using Brink.Features.Subjects;

namespace Brink.Features.Dossiers;

/// <summary>The addresses of dossiers. Addresses are promises: they stay.</summary>
public static class DossierLinks
{
    public const string List = "/dossiers";
    public const string New = "/dossiers/nieuw";

    public static string Show(long id, string slug) => SubjectLinks.Of(SubjectKind.Dossier, id, slug);

    public static string Act(long id, string act) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}/{act}");
}
