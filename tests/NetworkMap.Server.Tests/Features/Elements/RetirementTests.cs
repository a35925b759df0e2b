using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Tests.Features.Elements;

/// <summary>An organization ends on a day that has come, by the calendar of Jakarta.</summary>
public sealed class RetirementTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private DateOnly Now => Today.By(desk.Server.Services.GetRequiredService<TimeProvider>());

    [Fact]
    public async Task An_organization_cannot_be_created_as_ending_on_a_day_to_come()
    {
        var (status, problem) = await desk.SendAsync(HttpMethod.Post, "/api/organizations", Retired(Now.AddDays(3)).ToJsonString());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "retired_in_future"), (status, problem.GetProperty("code").GetString()));
        var error = problem.GetProperty("errors")[0];
        Assert.Equal("retired", error.GetProperty("field").GetString());
        Assert.StartsWith("Enter it on that day.", error.GetProperty("mend").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_ends_today_but_cannot_be_planned_to()
    {
        var path = $"/api/organizations/{await desk.MakeAsync("organizations", StewardDesk.Organization("Rukun Tani"))}";
        var (_, problem) = await desk.SendAsync(HttpMethod.Put, path, Retired(Now.AddDays(3)).ToJsonString(), ("If-Match", "*"));
        Assert.Equal("retired_in_future", problem.GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Put, path, Retired(Now).ToJsonString(), ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task An_organization_that_has_ended_takes_no_service_and_the_refusal_speaks_of_no_tie()
    {
        var owner = await desk.MakeAsync("organizations", Retired(Now));
        var (status, problem) = await desk.SendAsync(HttpMethod.Post, "/api/services", StewardDesk.Of($$"""{"organization":"{{owner}}","name":"A"}""").ToJsonString());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "organization_retired"), (status, problem.GetProperty("code").GetString()));
        var error = problem.GetProperty("errors")[0];
        Assert.Equal(("organization", "Choose another organization."), (error.GetProperty("field").GetString(), error.GetProperty("mend").GetString()));
    }

    [Fact]
    public void It_is_tomorrow_in_Jakarta_from_five_in_the_afternoon_in_Greenwich()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 16, 59, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2026, 3, 1), Today.By(clock));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new DateOnly(2026, 3, 2), Today.By(clock));
    }

    private static JsonObject Retired(DateOnly day) => StewardDesk.Of($$"""{"name":"Rukun Tani","actorKind":"ngo","region":"33.74","retired":"{{day:yyyy-MM-dd}}"}""");
}
