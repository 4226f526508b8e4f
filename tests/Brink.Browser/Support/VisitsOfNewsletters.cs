using Brink.Features.Accounts;
using Brink.Features.Newsletters;

namespace Brink.Browser.Support;

/// <summary>Getting, making and reading newsletters.</summary>
public static partial class Visits
{
    private const string OneNewsletter = "/nieuwsbrieven/{id:long}";

    private static async Task<IReadOnlyList<Visit>> NewslettersAsync(AwkwardData data)
    {
        var (empty, full, sent, liaison) = (
            data.EmptyNewsletter,
            data.FullNewsletter,
            data.SentNewsletter,
            data.Full.Liaison
        );
        var page = NewsletterLinks.Show(sent, data.SentNewsletterSlug);
        return
        [
            new(NewsletterLinks.List, NewsletterLinks.List),
            new($"/nieuwsbrieven/{Known}", page),
            new(OneNewsletter + "/afdrukken", NewsletterLinks.Print(sent)),
            new(OneNewsletter + "/afdrukken", NewsletterLinks.Print(full), liaison),
            new(NewsletterLinks.Subscribe, NewsletterLinks.Subscribe),
            new(NewsletterLinks.Subscribe, NewsletterLinks.Subscribe + "?klaar=true"),
            new(NewsletterLinks.Subscribe, NewsletterLinks.Subscribe, data.Initiator),
            new(NewsletterLinks.Subscribe, NewsletterLinks.Subscribe, liaison),
            new(NewsletterLinks.Work, NewsletterLinks.Work, liaison),
            new(NewsletterLinks.New, NewsletterLinks.New, liaison),
            new(OneNewsletter + "/maken", NewsletterLinks.Make(empty), liaison),
            new(OneNewsletter + "/maken", NewsletterLinks.Make(full), liaison),
            new(OneNewsletter + "/kiezen", NewsletterLinks.Choose(full), liaison),
            new(OneNewsletter + "/woorden", NewsletterLinks.Write(full), liaison),
            new(OneNewsletter + "/onderdelen/{item:long}", await ItemAsync(data), liaison),
            new(OneNewsletter + "/als-mail", NewsletterLinks.AsMail(full), liaison),
            new(OneNewsletter + "/versturen", NewsletterLinks.Send(full), liaison),
            new(OneNewsletter + "/verzending", NewsletterLinks.Sending(sent), liaison),
            new(OneNewsletter + "/weggooien", NewsletterLinks.ThrowAway(empty), liaison),
            new(NewsletterLinks.Subscriptions, NewsletterLinks.Subscriptions, data.Administrator),
            new(
                "/nieuwsbrief/bevestigen/{secret}",
                NewsletterLinks.Confirm(await data.LinkAsync(LinkPurpose.ConfirmNewsletter, data.Initiator))
            ),
            new(
                "/nieuwsbrief/afmelden/{secret}",
                NewsletterLinks.Stop(await data.LinkAsync(LinkPurpose.Newsletters, data.Initiator))
            ),
            new(
                "/nieuwsbrief/keuze/{secret}",
                NewsletterLinks.Change(await data.LinkAsync(LinkPurpose.Newsletters, data.Initiator))
            ),
        ];
    }

    private static async Task<string> ItemAsync(AwkwardData data) =>
        NewsletterLinks.Item(data.FullNewsletter, await data.FirstItemAsync());
}
