using Brink.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Brink.Tests.Conventions;

/// <summary>Addresses are promises: none comes, goes or changes hands without somebody approving it.</summary>
public sealed class RoutesTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task Routes_AreTheApprovedOnes() =>
        Approved.Compare(
            "Conventions/routes.txt",
            [.. (await Addresses.AllAsync(host.Services)).Select(address => $"{address}  {address.Access}")]
        );

    [Fact]
    public async Task EveryAddress_DeclaresWhoMayUseIt()
    {
        var all = await Addresses.AllAsync(host.Services);

        Assert.NotEmpty(all);
        Findings.None(all.Where(address => address.Access == Addresses.Nobody).Select(address => address.ToString()));
    }

    [Fact]
    public void AccessOf_AnEndpointWithoutDeclaration_IsNobody()
    {
        Assert.Equal(Addresses.Nobody, Addresses.AccessOf(Endpoint().Metadata));
        Assert.Equal(Addresses.Everyone, Addresses.AccessOf(Endpoint(new AllowAnonymousAttribute()).Metadata));
        Assert.Equal(Addresses.SignedIn, Addresses.AccessOf(Endpoint(new AuthorizeAttribute()).Metadata));
    }

    [Fact]
    public void Difference_SeesWhatCameAndWhatWent() =>
        Assert.Equal(
            ["- GET  /oud", "+ GET  /nieuw"],
            Approved.Difference(["GET  /oud", "GET  /"], ["GET  /", "GET  /nieuw"])
        );

    private static RouteEndpoint Endpoint(params object[] metadata) =>
        new(
            _ => Task.CompletedTask,
            RoutePatternFactory.Parse("/vergeten"),
            0,
            new EndpointMetadataCollection(metadata),
            "vergeten"
        );
}
