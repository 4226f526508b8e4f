using Brink.Platform.Database;

namespace Brink.Features.Promises;

/// <summary>
/// A photo that shows that a promise was kept. It stands here and not among the files of the subject: those are the
/// subject's own pictures, in lists and on its page. The bytes stand in the file store under their hash.
/// </summary>
public class PromisePhoto : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long PromiseId { get; set; }
    public string Hash { get; set; } = "";
    public string ContentType { get; set; } = "";

    /// <summary>What it shows, for who can't see it.</summary>
    public string Description { get; set; } = "";
}
