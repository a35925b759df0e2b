using NetworkMap.Domain.Organizations;

namespace NetworkMap.Tests.DomainTests;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("0812-3456-7890", "+6281234567890")]
    [InlineData("+62 812 3456 7890", "+6281234567890")]
    [InlineData("62 812 3456 7890", "+6281234567890")]
    [InlineData("812 3456 7890", "+6281234567890")]
    [InlineData("+62 (0)812 3456 7890", "+6281234567890")]
    [InlineData("(+62) 812–3456–7890", "+6281234567890")]
    [InlineData("0062 812.3456.7890", "+6281234567890")]
    [InlineData(" (0274) 512345 ", "+62274512345")]
    [InlineData("0274/512345", "+62274512345")]
    [InlineData("+65 6123 4567", "+6561234567")]
    [InlineData("+62 000 7682 0000", "+6200076820000")]
    [InlineData("129", "129")]
    [InlineData("1500-567", "1500567")]
    public void What_people_write_is_kept_in_one_form_which_stays_as_it_is(string written, string kept)
    {
        Assert.Equal(kept, PhoneNumber.Read(written));
        Assert.Equal(kept, PhoneNumber.Read(kept));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("+62")]
    [InlineData("0812")]
    [InlineData("512345")]
    [InlineData("+0812 3456 7890")]
    [InlineData("08123456789012345")]
    [InlineData("0812-3456-789o")]
    [InlineData("0812 3456 7890 / 0813 3456 7890")]
    [InlineData("0812++3456")]
    [InlineData("Ibu Rini 0812-3456-7890")]
    [InlineData("rini@contoh.test")]
    public void What_cannot_be_a_number_is_none(string? written) => Assert.Null(PhoneNumber.Read(written));
}
