using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;

namespace Brink.Features.Accounts;

[AllowAnonymous]
public class LinkSentModel : BrinkPage;
