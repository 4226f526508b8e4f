using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;

namespace Brink.Features.About;

[AllowAnonymous]
[PublicPage]
public class AccessibilityModel : BrinkPage;
