using Brink.Features.Places.Import;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Places.Administration;

/// <summary>What is there now, in the form that can be read in again.</summary>
public class ImportTemplateModel : AdministrationPage
{
    public async Task<IActionResult> OnGetAsync(string what) =>
        File(
            what == "dorpen"
                ? await VillageImport.ExportAsync(Db, Aborted)
                : await OrganisationImport.ExportAsync(Db, Today, Aborted),
            "text/csv; charset=utf-8",
            what + ".csv"
        );
}
