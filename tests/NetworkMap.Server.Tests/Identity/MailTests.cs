using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity.Mail;
using SmtpServer.Protocol;
using MailAddress = NetworkMap.Server.Identity.Mail.MailAddress;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>Letters, as a real mail server gets them.</summary>
public sealed partial class MailTests : IAsyncLifetime
{
    private readonly Mailbox mailbox = Mailbox.Open();
    private RunningServer server = null!;
    private Visitor sari = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync("terms", adjust: mailbox.Join);
        sari = await Visitor.StewardAsync(server, "sari");
    }

    public async ValueTask DisposeAsync()
    {
        sari.Dispose();
        await server.DisposeAsync();
        await mailbox.DisposeAsync();
    }

    [Fact]
    public async Task An_address_counts_once_its_owner_pressed_the_button_and_then_leads_back_into_the_account()
    {
        var link = await StateAsync(sari, "Sari@contoh.id");
        using var anybody = new Visitor(server);
        for (var preview = 0; preview < 3; preview++)
        {
            Assert.Contains("Sari@contoh.id", (await anybody.OpenAsync(link)).Page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Sari@contoh.id", (await sari.OpenAsync("/akun")).Page, StringComparison.Ordinal);
        Assert.Equal("/masuk?kabar=mailed", (await anybody.SendAsync(link)).To);
        Assert.Contains("Alamat surel diubah", (await mailbox.NextAsync()).TextBody, StringComparison.Ordinal);
        Assert.Contains("Sari@contoh.id", (await sari.OpenAsync("/akun")).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await anybody.OpenAsync(link)).Status);

        foreach (var asked in new[] { "SARI", "sari@CONTOH.id" })
        {
            Assert.Equal("/pulihkan?kabar=mailAsked", (await anybody.SendAsync("/pulihkan/surel", ("mailName", asked))).To);
            link = LinkIn(await mailbox.NextAsync(), "/pulihkan/");
        }

        Assert.Equal("/akun?kabar=recovered", (await anybody.SendAsync(link, ("password", "hujan turun di ladang"))).To);
        Assert.Contains("Akun dipulihkan", (await mailbox.NextAsync()).TextBody, StringComparison.Ordinal);
        Assert.Equal("public", await sari.AudienceAsync());
    }

    [Fact]
    public async Task Who_is_not_known_is_answered_alike_and_gets_no_letter()
    {
        await (await StatedAsync(sari, "sari@contoh.id")).SendAsync("/akun/surel/hapus");
        Assert.Contains("Alamat surel diubah", (await mailbox.NextAsync()).TextBody, StringComparison.Ordinal);
        using var anybody = new Visitor(server);
        foreach (var asked in new[] { "sari", "sari@contoh.id", "siapa@contoh.id", "", new string('a', 300) })
        {
            Assert.Equal((HttpStatusCode.SeeOther, "/pulihkan?kabar=mailAsked"), ((await anybody.SendAsync("/pulihkan/surel", ("mailName", asked))) is var told ? (told.Status, told.To) : default));
        }

        await StateAsync(sari, "lain@contoh.id");
        Assert.Equal(0, mailbox.Count);
    }

    [Fact]
    public async Task What_concerns_safety_is_told_to_the_address_and_a_change_of_it_to_the_former_one_too()
    {
        await StatedAsync(sari, "sari@contoh.id");
        await sari.SendAsync("/akun/nama", ("name", "Sari"));
        await sari.SendAsync("/akun/masuk", ("signInName", "sari"), ("current", Visitor.Password), ("password", "hujan turun di ladang"));
        var letter = await mailbox.NextAsync();
        Assert.Equal(("sari@contoh.id", "peta@contoh.id", true, "auto-generated"), (((MailboxAddress)letter.To[0]).Address, ((MailboxAddress)letter.From[0]).Address, letter.Body is TextPart { IsPlain: true }, letter.Headers["Auto-Submitted"]));
        Assert.Contains("Kata sandi diganti", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://peta.contoh.id/akun", letter.TextBody, StringComparison.Ordinal);

        await sari.SendAsync(await StateAsync(sari, "baru@contoh.id", "hujan turun di ladang"));
        var told = new[] { await mailbox.NextAsync(), await mailbox.NextAsync() };
        Assert.Equal(["baru@contoh.id", "sari@contoh.id"], told.Select(l => ((MailboxAddress)l.To[0]).Address).Order(StringComparer.Ordinal));
        Assert.All(told, l => Assert.Contains("Alamat surel diubah", l.TextBody, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_belongs_to_one_account_and_is_asked_for_a_few_times_only()
    {
        await StatedAsync(sari, "sari@contoh.id");
        await sari.SendAsync("/undangan", ("hak", ""), ("mail", "rini@contoh.id"));
        var invitation = await mailbox.NextAsync();
        using var rini = new Visitor(server);
        Assert.Equal("/akun?kabar=accepted", (await rini.SendAsync(LinkIn(invitation, "/undangan/"), ("signInName", "rini"), ("password", Visitor.Password))).To);

        Assert.Contains("sudah dipakai akun lain", (await rini.SendAsync(await StateAsync(rini, "SARI@contoh.id"))).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rini.SendAsync("/akun/surel", ("mail", "bukan alamat"), ("mailPassword", Visitor.Password))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rini.SendAsync("/akun/surel", ("mail", "a@contoh.id"), ("mailPassword", "guess"))).Status);
        await StateAsync(rini, "sari@contoh.id");
        Assert.Contains(HttpStatusCode.TooManyRequests, await AskedAgainAsync(rini, 8));
    }

    /// <summary>Each time waits twice as long as the one before, so that on a slow machine as well one of them comes too early.</summary>
    private static async Task<List<HttpStatusCode>> AskedAgainAsync(Visitor who, int times)
    {
        var answers = new List<HttpStatusCode>();
        while (answers.Count < times && !answers.Contains(HttpStatusCode.TooManyRequests))
        {
            answers.Add((await who.SendAsync("/akun/surel", ("mail", "sari@contoh.id"), ("mailPassword", Visitor.Password))).Status);
        }

        return answers;
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_offers_mail()
    {
        await using var plain = await RunningServer.StartAsync();
        using var steward = await Visitor.StewardAsync(plain, "sari");
        foreach (var address in new[] { "/akun", "/undangan", "/pulihkan" })
        {
            Assert.DoesNotContain("surel\"", (await steward.OpenAsync(address)).Page, StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"mail", (await steward.OpenAsync(address)).Page, StringComparison.Ordinal);
        }

        Assert.Equal("/akun", (await steward.SendAsync("/akun/surel", ("mail", "sari@contoh.id"), ("mailPassword", Visitor.Password))).To);
        Assert.Equal("/pulihkan", (await steward.SendAsync("/pulihkan/surel", ("mailName", "sari"))).To);
    }

    [Fact]
    public async Task A_mail_server_that_is_busy_is_tried_again_and_what_it_will_never_take_is_not()
    {
        var (clock, logged) = (new FakeTimeProvider(), new ConcurrentQueue<string>());
        using var loggers = LoggerFactory.Create(l => l.AddProvider(new Ear(logged)));
        var settings = new MailSettings("127.0.0.1", mailbox.Port, MailSecurity.None, null, null, "peta@contoh.id", new Uri("https://peta.contoh.id"));
        using var letters = new Letters(settings, (letter, address) => ("Kabar", address), clock, loggers.CreateLogger<Letters>());
        await letters.StartAsync(Cancellation);

        mailbox.Refuse(SmtpReplyCode.MailboxUnavailable);
        letters.Send(new Letter(LetterKind.Notice, "never@contoh.id", Language.Indonesian));
        mailbox.Refuse(SmtpReplyCode.ServiceUnavailable);
        mailbox.Refuse(SmtpReplyCode.ServiceUnavailable);
        letters.Send(new Letter(LetterKind.Notice, "later@contoh.id", Language.Indonesian));
        while (mailbox.Count == 0)
        {
            await Task.Delay(20, Cancellation);
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal("later@contoh.id", ((MailboxAddress)(await mailbox.NextAsync()).To[0]).Address);
        Assert.Equal(4, mailbox.Tries);
        Assert.Single(logged, l => l.Contains("could not be sent", StringComparison.Ordinal));
        Assert.Equal(2, logged.Count(l => l.Contains("waits", StringComparison.Ordinal)));
        Assert.DoesNotContain(logged, l => l.Contains('@', StringComparison.Ordinal));
        await letters.StopAsync(Cancellation);
    }

    [Theory]
    [InlineData("sari@contoh.id", true)]
    [InlineData(" bu.rini+peta@sub.contoh.co.id ", true)]
    [InlineData("sari", false)]
    [InlineData("sari@contoh", false)]
    [InlineData("Sari <sari@contoh.id>", false)]
    [InlineData("sari@contoh.id\nBcc: x@contoh.id", false)]
    [InlineData("a@b.id, c@d.id", false)]
    public void An_address_is_one_that_a_letter_can_be_sent_to(string written, bool good) => Assert.Equal(good ? written.Trim() : null, MailAddress.Read(written));

    /// <summary>States an address: the link in the letter that comes.</summary>
    private async Task<string> StateAsync(Visitor visitor, string address, string password = Visitor.Password)
    {
        Assert.Equal("/akun?kabar=mailStated", (await visitor.SendAsync("/akun/surel", ("mail", address), ("mailPassword", password))).To);
        return LinkIn(await mailbox.NextAsync(), "/surel/");
    }

    private async Task<Visitor> StatedAsync(Visitor visitor, string address)
    {
        Assert.Equal("/akun?kabar=mailed", (await visitor.SendAsync(await StateAsync(visitor, address))).To);
        await mailbox.NextAsync();
        return visitor;
    }

    /// <summary>The path of the link in a letter, which leads to the site that the settings name.</summary>
    private static string LinkIn(MimeMessage letter, string path)
    {
        var link = Link().Match(letter.TextBody ?? "").Groups[1].Value;
        Assert.StartsWith(path, link, StringComparison.Ordinal);
        return link;
    }

    [GeneratedRegex("https://peta\\.contoh\\.id(/[a-z]+/[A-Za-z0-9_-]{20,})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
