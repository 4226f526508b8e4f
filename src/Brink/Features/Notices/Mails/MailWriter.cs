using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Brink.Features.Accounts;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Mail;
using Brink.Platform.Tenancy;

namespace Brink.Features.Notices.Mails;

/// <summary>Writes a mail at the moment it is sent, in the language of its reader, from what is true at that moment.</summary>
public sealed class MailWriter(Texts texts, SiteAddress address, TimeProvider time)
{
    /// <summary>Links that must be kept are added to <paramref name="db"/>.</summary>
    public async Task<WrittenMail> WriteAsync(
        BrinkDb db,
        TenantInfo tenant,
        MailMessage message,
        CancellationToken cancellation
    )
    {
        if (message.Person is not { } person || (message.ToAddress ?? person.Email) is not { } mailAddress)
        {
            return new(null, []);
        }

        using var language = texts.Languages.Use(person.Language);
        var desk = new MailDesk(
            db,
            texts,
            tenant,
            message,
            person,
            address.Of(tenant),
            time.GetUtcNow(),
            DutchTime.Today(time),
            tenant.Terms.ToConfirm
        );
        var letter = await desk.LetterAsync(cancellation);
        var mail = letter is null
            ? null
            : new OutgoingMail(
                MessageId(tenant, message.Key),
                person.Name,
                mailAddress,
                "Brink " + tenant.Name,
                null,
                letter.Subject,
                letter.PlainText(),
                letter.Html(Languages.CurrentCode),
                Languages.CurrentCode,
                letter.StopHref
            );
        return new(mail, desk.Spent);
    }

    /// <summary>From the key, so that every attempt at the same mail has the same.</summary>
    public static string MessageId(TenantInfo tenant, string key) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant.Id}:{key}")).AsSpan(0, 16))}@{tenant.Host}"
        );
}

/// <param name="Mail">Null when there is nothing left to tell.</param>
/// <param name="Spent">Rows that have served when this mail has gone.</param>
public sealed record WrittenMail(OutgoingMail? Mail, IReadOnlyList<object> Spent);

/// <summary>All that the writing of one mail needs.</summary>
/// <param name="ToConfirm">How long somebody has to confirm an idea.</param>
public sealed record MailDesk(
    BrinkDb Db,
    Texts T,
    TenantInfo Tenant,
    MailMessage Message,
    Person Person,
    string Address,
    DateTimeOffset Now,
    DateOnly Today,
    TimeSpan ToConfirm
)
{
    /// <summary>Rows to remove when the mail has gone.</summary>
    public List<object> Spent { get; } = [];

    public Task<Letter?> LetterAsync(CancellationToken cancellation) =>
        Message.Kind switch
        {
            MailKind.SignInLink => AccessMails.SignInAsync(this, cancellation),
            MailKind.Invitation => AccessMails.InvitationAsync(this, cancellation),
            MailKind.ConfirmFollow => AccessMails.ConfirmFollowAsync(this, cancellation),
            MailKind.ConfirmBacking => SupportMails.ConfirmBackingAsync(this, cancellation),
            MailKind.ConfirmConcern => SupportMails.ConfirmConcernAsync(this, cancellation),
            MailKind.KeyChanged => KeyChangedMail.WriteAsync(this, cancellation),
            MailKind.ConfirmAddress => AddressMails.ConfirmAsync(this, cancellation),
            MailKind.AddressLeft => AddressMails.LeftAsync(this, cancellation),
            MailKind.EraseAnnounced => EraseAnnouncedMail.WriteAsync(this, cancellation),
            MailKind.Safeguard => SafeguardMail.WriteAsync(this, cancellation),
            MailKind.Receipt => ReceiptAsync(cancellation),
            MailKind.Defect or MailKind.ConfirmReaction => OfFeatureAsync(cancellation),
            MailKind.Newsletter or MailKind.NewsletterTest or MailKind.ConfirmNewsletter => OfFeatureAsync(
                cancellation
            ),
            MailKind.RoleNotice => NoticeMail.WriteAsync(this, cancellation),
            MailKind.FollowNotice => NoticeMail.WriteAsync(this, cancellation),
            MailKind.Digest => DigestMail.WriteAsync(this, cancellation),
            MailKind.Reminder => ReminderMail.WriteAsync(this, cancellation),
            _ => throw new NotSupportedException(Message.Kind.ToString()),
        };

    private async Task<Letter?> ReceiptAsync(CancellationToken cancellation) =>
        await ReceiptMail.WriteAsync(this, cancellation) ?? await OfFeatureAsync(cancellation);

    private async Task<Letter?> OfFeatureAsync(CancellationToken cancellation)
    {
        foreach (var news in Shared.FeatureServices.News)
        {
            if (await news.LetterAsync(this, cancellation) is { } letter)
            {
                return letter;
            }
        }

        return null;
    }

    public string Greeting() => Person.Name.Length > 0 ? T["Beste {0},", Person.Name] : T["Goedendag,"];

    public string Signature() => T["Met vriendelijke groet, Brink {0}", Tenant.Name];

    public string Href(string path) => Address + path;

    /// <summary>Makes a secret link; only its hash stays.</summary>
    public string Secret(LinkPurpose purpose, long? subjectId, TimeSpan validFor)
    {
        var (link, secret) = AccessLink.Make(purpose, Person.Id, subjectId, Now, validFor);
        Db.AccessLinks.Add(link);
        return secret;
    }

    /// <summary>Stops mail about a subject, or all mail to followers.</summary>
    public string UnsubscribeHref(long? subjectId) =>
        Href(NoticeLinks.Unsubscribe(Secret(LinkPurpose.Unsubscribe, subjectId, TimeSpan.FromDays(180))));

    public Task<string> ContactAsync(long? subjectId, CancellationToken cancellation) =>
        PersonToCall.SentenceAsync(this, subjectId, cancellation);
}
