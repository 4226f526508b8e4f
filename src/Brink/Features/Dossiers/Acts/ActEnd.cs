namespace Brink.Features.Dossiers.Acts;

/// <summary>The end of the form of an act.</summary>
/// <param name="Button">What pressing does, as a verb.</param>
public sealed record ActEnd(DossierPage Page, string Button);
