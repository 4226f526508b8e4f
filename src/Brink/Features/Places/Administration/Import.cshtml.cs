namespace Brink.Features.Places.Administration;

/// <summary>Which kind of file.</summary>
public class ImportModel : AdministrationPage
{
    public void OnGet() { }
}
