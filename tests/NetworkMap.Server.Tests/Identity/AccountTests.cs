using System.Buffers.Binary;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Pages;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>Signing in, one's own account, and sessions, by the forms of the pages.</summary>
public sealed partial class AccountTests : IAsyncLifetime
{
    private RunningServer server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>For the throttle time stands still, far ahead, so that it does not matter how long a guess takes.</summary>
    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync(adjust: services => services.AddSingleton(provider =>
        new Throttle(provider.GetRequiredService<AccountVault>(), new FakeTimeProvider(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)))));

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Whoever_pressed_the_link_finishes_her_account_and_comes_back_from_another_device()
    {
        using var first = new Visitor(server);
        await first.PressWelcomeAsync(server);
        var me = await first.MeAsync();
        Assert.Equal(("steward", true), ((string?)me["audience"], (bool?)me["unfinished"]));

        Assert.Equal("/akun?kabar=finished", (await first.SendAsync("/akun/masuk", ("signInName", "0812-3456-7890"), ("password", Visitor.Password))).To);
        Assert.Equal("/akun?kabar=saved", (await first.SendAsync("/akun/nama", ("name", "Sari <b>"))).To);
        using var second = new Visitor(server);
        Assert.Equal((HttpStatusCode.SeeOther, "/mitra?untuk=1"), ((await second.SignInAsync("+62 812 3456 7890", next: "/mitra?untuk=1")) is var to ? (to.Status, to.To) : default));

        var again = await second.MeAsync();
        Assert.Equal(((string?)me["account"], "Sari <b>", null), ((string?)again["account"], (string?)again["name"], (bool?)again["unfinished"]));
        Assert.Contains("Sari &lt;b&gt;", (await second.OpenAsync("/akun")).Page, StringComparison.Ordinal);
        Assert.Equal("/", (await second.SendAsync("/keluar")).To);
        Assert.Equal(("public", "steward"), (await second.AudienceAsync(), await first.AudienceAsync()));
    }

    [Fact]
    public async Task A_wrong_password_and_an_account_that_is_not_there_are_told_alike_and_slowed_down_alike()
    {
        using var sari = await Visitor.StewardAsync(server, "sari");
        using var guesser = new Visitor(server);
        for (var i = 0; i < 10; i++)
        {
            var (known, unknown) = (await guesser.SignInAsync("sari", "guess"), await guesser.SignInAsync("budi", "guess"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, known.Status);
            Assert.Equal(known with { Page = known.Page.Replace("sari", "budi", StringComparison.Ordinal) }, unknown);
        }

        foreach (var name in new[] { "sari", "budi" })
        {
            var (status, _, page, wait) = await guesser.SignInAsync(name);
            Assert.Equal(HttpStatusCode.TooManyRequests, status);
            Assert.Equal(TimeSpan.FromSeconds(1), wait);
            Assert.Contains("Sudah terlalu sering dicoba", page, StringComparison.Ordinal);
        }

        Assert.Contains("Ada yang mencoba masuk dengan kata sandi keliru", (await sari.OpenAsync("/akun")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_ended_from_another_device_at_once()
    {
        using var home = await Visitor.StewardAsync(server, "sari");
        using var library = new Visitor(server, "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36");
        using var office = new Visitor(server, "curl/8.0");
        await library.SignInAsync("SARI");
        await office.SignInAsync("sari");
        Assert.Equal("steward", await library.AudienceAsync());

        var (_, page) = await home.OpenAsync("/akun");
        Assert.Contains("Firefox di Linux", page, StringComparison.Ordinal);
        var entry = page[page.IndexOf("Chrome di Android", StringComparison.Ordinal)..];
        await home.SendAsync("/akun/sesi/akhiri", ("sesi", SessionField().Match(entry).Groups[1].Value));
        Assert.Equal(("public", "steward"), (await library.AudienceAsync(), await office.AudienceAsync()));

        await home.SendAsync("/akun/sesi/lain");
        Assert.Equal(("public", "steward"), (await office.AudienceAsync(), await home.AudienceAsync()));
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        using var sari = await Visitor.StewardAsync(server, "sari");
        using var budi = await Visitor.StewardAsync(server, "budi");
        using var other = new Visitor(server);
        await other.SignInAsync("sari");
        var session = SessionField().Match((await sari.OpenAsync("/akun")).Page).Groups[1].Value;

        await budi.SendAsync("/akun/sesi/akhiri", ("sesi", session));

        Assert.Equal("steward", await other.AudienceAsync());
    }

    [Fact]
    public async Task A_password_is_changed_by_whoever_knows_it_and_then_other_devices_are_signed_out()
    {
        using var sari = await Visitor.StewardAsync(server, "sari");
        using var other = new Visitor(server);
        await other.SignInAsync("sari");
        const string next = "payung merah di sawah";

        Assert.Contains("Kata sandi sekarang tidak cocok", (await sari.SendAsync("/akun/masuk", ("signInName", "sari"), ("current", "guess"), ("password", next))).Page, StringComparison.Ordinal);
        Assert.Contains("terlalu mudah ditebak", (await sari.SendAsync("/akun/masuk", ("signInName", "sari"), ("current", Visitor.Password), ("password", "sarisarisari1"))).Page, StringComparison.Ordinal);
        Assert.Equal("steward", await other.AudienceAsync());
        Assert.Equal("/akun?kabar=password", (await sari.SendAsync("/akun/masuk", ("signInName", "sari"), ("current", Visitor.Password), ("password", next))).To);

        Assert.Equal(("public", "steward"), (await other.AudienceAsync(), await sari.AudienceAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.SignInAsync("sari")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await other.SignInAsync("sari", next)).Status);
    }

    [Fact]
    public void A_password_is_hashed_slowly_with_a_salt_of_its_own()
    {
        using var scope = server.Services.CreateScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>();
        var (one, other) = (Hash(), Hash());

        // The third form of ASP.NET Core Identity: function (2 is HMAC-SHA-512), rounds, bytes of salt.
        int[] told = [.. new[] { 1, 5, 9 }.Select(at => BinaryPrimitives.ReadInt32BigEndian(one.AsSpan(at)))];
        Assert.Equal([2, 210_000, 16], told);
        Assert.NotEqual(one, other);

        byte[] Hash() => Convert.FromBase64String(hasher.HashPassword(new Account { Id = "1" }, Visitor.Password));
    }

    [Fact]
    public async Task Who_gives_her_password_once_more_goes_on_with_another_secret()
    {
        using var sari = await Visitor.StewardAsync(server, "sari");
        foreach (var (password, isOther) in new[] { ("guess", false), (Visitor.Password, true) })
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("codesPassword", password)]);
            using var answer = await sari.Client.PostAsync("/akun/kode", form, Cancellation);
            Assert.Equal(isOther, answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith(SessionCookie.Plain, StringComparison.Ordinal)));
            Assert.Equal("steward", await sari.AudienceAsync());
        }
    }

    [Theory]
    [InlineData("/keluar")]
    [InlineData("/api/sign-out")]
    public async Task Who_signs_out_leaves_no_page_behind_for_the_way_back(string address)
    {
        using var sari = await Visitor.StewardAsync(server, "sari");
        using var answer = await sari.Client.PostAsync(address, null, Cancellation);
        Assert.Equal("\"cache\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
        Assert.Equal("public", await sari.AudienceAsync());
    }

    [Fact]
    public async Task A_sign_in_name_is_one_accounts_alone()
    {
        using var sari = await Visitor.StewardAsync(server, "Sari@contoh.id");
        using var other = new Visitor(server);
        await other.PressWelcomeAsync(server);

        var (status, _, page, _) = await other.SendAsync("/akun/masuk", ("signInName", "sari@CONTOH.id"), ("password", Visitor.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("sudah dipakai orang lain", page, StringComparison.Ordinal);
        Assert.True((bool?)(await other.MeAsync())["unfinished"]);
    }

    [Fact]
    public async Task What_a_form_of_another_site_could_send_with_a_cookie_has_to_say_where_it_comes_from()
    {
        var (kept, form) = (new[] { ("name", "Sari") }, "application/x-www-form-urlencoded");
        using var steward = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        using var pressed = await steward.PostAsync($"/welcome/{server.Services.GetRequiredService<WelcomeCode>().Make()}", null, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(null, null, form));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("https://other.example", null, form));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(null, "cross-site", form));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(null, "same-site", "text/plain"));
        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(null, "same-origin", form));
        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync("http://localhost", null, form));

        async Task<HttpStatusCode> PostAsync(string? origin, string? site, string type)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/akun/nama") { Content = new StringContent("name=" + kept[0].Item2, Encoding.UTF8, type) };
            request.Headers.TryAddWithoutValidation("Origin", origin is null ? [] : [origin]);
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site is null ? [] : [site]);
            using var answer = await steward.SendAsync(request, Cancellation);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task The_database_holds_no_name_in_clear()
    {
        const string name = "namasariunik";
        using var sari = await Visitor.StewardAsync(server, name);
        await sari.SendAsync("/akun/nama", ("name", "Tampilansariunik"));
        await sari.SignInAsync(name, "guess-unik-sekali");

        foreach (var file in Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Cancellation);
            var text = Encoding.Latin1.GetString(bytes.ToArray());
            Assert.All([name, "Tampilansariunik", "guess-unik", Visitor.Password, "Firefox"], secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("/mitra?untuk=1", "/mitra?untuk=1")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("https://other.example", "/")]
    [InlineData("//other.example", "/")]
    [InlineData("/\\other.example", "/")]
    [InlineData("/\t/other.example", "/")]
    [InlineData("mitra", "/")]
    public void After_signing_in_one_goes_nowhere_but_to_this_site(string? asked, string expected) => Assert.Equal(expected, AccountPages.Local(asked));

    [GeneratedRegex("name=\"sesi\" value=\"([0-9a-f]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SessionField();
}
