using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;

namespace Brink.Features.Accounts.Privacy;

[AllowAnonymous]
public class ErasedModel : BrinkPage;
