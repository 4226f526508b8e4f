using Brink.Features.Accounts;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Files;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>The half-written idea that belongs to this browser.</summary>
public sealed class Drafts(
    BrinkDb db,
    CurrentViewer current,
    Tenant tenant,
    TimeProvider time,
    IFileStore files,
    IHttpContextAccessor http
)
{
    public const string Cookie = "idee";
    private string? secret;
    private Draft? draft;

    private HttpContext Context => http.HttpContext!;

    /// <summary>What was answered so far; null when nothing was, or too long ago.</summary>
    public async Task<Answers?> FindAsync()
    {
        if (Context.Request.Cookies[Cookie] is not { Length: > 0 and <= 100 } given)
        {
            return null;
        }

        var hash = Secret.Hash(given);
        var now = time.GetUtcNow();
        var found = await db.Set<Draft>().FirstOrDefaultAsync(d => d.SecretHash == hash && d.ExpiresAt > now);
        if (found is null)
        {
            return null;
        }

        var answers = found.Read(given);
        // On a computer that others use too: what was typed for someone else stays with who typed it.
        if (answers.Assistance is { } assistance && assistance.EnteredById != current.Viewer.PersonId)
        {
            return null;
        }

        (secret, draft) = (given, found);
        return answers;
    }

    public async Task KeepAsync(Answers answers)
    {
        var now = time.GetUtcNow();
        if (draft is null)
        {
            await SweepAsync(now);
            secret = Secret.New();
            draft = Draft.Of(secret);
            db.Add(draft);
        }

        draft.Write(answers, secret!, now, tenant.Info.Terms.DraftsStay);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Handed in meanwhile, from another window: what is typed here becomes a draft of its own.
            db.ChangeTracker.Clear();
            draft = null;
            answers.Photos.Clear();
            await KeepAsync(answers);
            return;
        }

        Context.Response.Cookies.Append(Cookie, secret!, Options(tenant.Info.Terms.DraftsStay));
    }

    /// <summary>Forgets the draft with the next save.</summary>
    public void Forget()
    {
        if (draft is not null)
        {
            db.Remove(draft);
        }

        Context.Response.Cookies.Delete(Cookie, Options(null));
    }

    /// <summary>Puts a photo aside, encrypted; call <see cref="KeepAsync"/> after it.</summary>
    /// <exception cref="StorageFullException">Nothing of it is left behind.</exception>
    public async Task<DraftPhoto> PutAsideAsync(byte[] photo, string contentType)
    {
        var hash = await files.SaveAsync(Draft.Encrypt(photo, secret!), Context.RequestAborted);
        return new DraftPhoto(hash, contentType, photo.Length, "");
    }

    public async Task<byte[]?> ReadAsync(DraftPhoto photo)
    {
        await using var staged = files.Open(photo.StagedHash);
        if (staged is null || secret is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await staged.CopyToAsync(content, Context.RequestAborted);
        return Draft.Decrypt(content.ToArray(), secret);
    }

    /// <summary>Encrypted content is nobody else's, so it can go as soon as the draft is gone.</summary>
    public void Discard(IEnumerable<DraftPhoto> photos)
    {
        foreach (var photo in photos)
        {
            files.Delete(photo.StagedHash);
        }
    }

    /// <summary>Whoever begins sweeps up what others left: no job is needed, and nobody could read it anyway.</summary>
    private async Task SweepAsync(DateTimeOffset now)
    {
        var left = await db.Set<Draft>()
            .Where(d => d.ExpiresAt <= now)
            .Select(d => new { d.SecretHash, d.PhotoHashes })
            .Take(100)
            .ToArrayAsync();
        if (left.Length == 0)
        {
            return;
        }

        foreach (var hash in left.SelectMany(d => d.PhotoHashes))
        {
            files.Delete(hash);
        }

        var swept = left.Select(d => d.SecretHash).ToArray();
        await db.Set<Draft>().Where(d => swept.Contains(d.SecretHash)).ExecuteDeleteAsync();
    }

    private CookieOptions Options(TimeSpan? age) =>
        new()
        {
            Path = "/idee",
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Context.Request.IsHttps,
            IsEssential = true,
            MaxAge = age,
        };
}
