using System.Net;
using Microsoft.AspNetCore.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Tests.Identity;

/// <summary>What people and browsers give: passwords, sign-in names, devices, addresses.</summary>
public sealed class TypedTests
{
    [Theory]
    [InlineData("kucing kuning di pagar", null)]
    [InlineData("correct horse battery", null)]
    [InlineData("dua belas!", "password_short")]
    [InlineData("password1234", "password_common")]
    [InlineData("qwertyuiopas", "password_common")]
    [InlineData("aaaaaaaaaaaaaaaa", "password_common")]
    [InlineData("bismillah1234", "password_common")]
    [InlineData("wulandariwulandari", "password_common")]
    public void A_password_is_long_and_none_that_is_tried_first(string password, string? code) =>
        Assert.Equal(code, PasswordRule.Check(password, new Account { Id = "1", Name = "Sari Wulandari", SignInName = "sari@contoh.id" })?.Code);

    [Fact]
    public void A_password_may_be_a_whole_sentence_but_no_book()
    {
        var sentence = string.Concat(Enumerable.Range(0, 64).Select(i => (char)('a' + (i * 7 % 26)))) + new string('x', 192);

        Assert.Null(PasswordRule.Check(sentence, new Account { Id = "1" }));
        Assert.Equal("password_long", PasswordRule.Check(sentence + "x", new Account { Id = "1" })?.Code);
    }

    [Theory]
    [InlineData(" Sari@Contoh.ID ", "sari@contoh.id")]
    [InlineData("0812-3456-7890", "+6281234567890")]
    [InlineData("+62 812 3456 7890", "+6281234567890")]
    [InlineData("ＳＡＲＩ", "sari")]
    [InlineData("Sari Wulandari", "sari wulandari")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void A_sign_in_name_is_the_same_however_it_is_typed(string? written, string? folded) => Assert.Equal(folded, SignInName.Fold(written));

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge", "Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 9; SM-J415F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/13.0 Chrome/83.0 Mobile Safari/537.36", "Samsung Internet", "Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari", "iPhone")]
    [InlineData("Opera/9.80 (Android; Opera Mini/36.2/119.132; U; id) Presto/2.12.423 Version/12.16", "Opera Mini", "Android")]
    [InlineData("curl/8.0", null, null)]
    [InlineData("", null, null)]
    public void A_device_is_told_by_what_its_browser_says(string userAgent, string? browser, string? system) => Assert.Equal(new Device(browser, system), Device.Of(userAgent));

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::")]
    public void An_address_is_what_a_household_has_to_itself(string remote, string counted)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);

        Assert.Equal(counted, Throttle.AddressOf(context));
    }
}
