using System.Text.RegularExpressions;

namespace NetworkMap.Tests.House;

public sealed partial class NameTests
{
    [Fact]
    public void No_folder_or_file_is_a_lumber_room() =>
        Offenders.None(new[] { "src", "tests", "client/src", "client/e2e" }.SelectMany(Sources.PathsUnder).SelectMany(LumberRooms).Distinct());

    [Theory]
    [InlineData("src/NetworkMap/Common/A.cs", "Common")]
    [InlineData("src/NetworkMap.Server/Http/StringHelpers.cs", "StringHelpers.cs")]
    [InlineData("src/NetworkMap.Server/Live/ConnectionManager.cs", "ConnectionManager.cs")]
    [InlineData("client/src/utils/date.ts", "utils")]
    [InlineData("client/src/map/misc.ts", "misc.ts")]
    [InlineData("tests/NetworkMap.Tests/Shared/A.cs", "Shared")]
    [InlineData("client/src/date-utils.ts", "date-utils.ts")]
    public void A_lumber_room_is_named(string path, string part) =>
        Assert.Equal([$"{path}:1 {part}: name what it is about, there is no room for the rest"], LumberRooms(path));

    [Theory]
    [InlineData("src/NetworkMap/Graph/Algorithms/SharedIssues.cs")]
    [InlineData("src/NetworkMap/Domain/Places/CommonLand.cs")]
    public void A_name_of_the_matter_passes(string path) => Assert.Empty(LumberRooms(path));

    private static IEnumerable<string> LumberRooms(string path) =>
        path.Split('/').Where(part => LumberRoom().IsMatch(part.Split('.')[0])).Select(part => $"{path}:1 {part}: name what it is about, there is no room for the rest");

    [GeneratedRegex(@"^([Cc]ommons?|[Ss]hared|[Mm]isc(ellaneous)?)$|(^|[-_.])(helpers?|utils?|utilities|managers?)$|(Helpers?|Utils?|Utilities|Managers?)$")]
    private static partial Regex LumberRoom();
}
