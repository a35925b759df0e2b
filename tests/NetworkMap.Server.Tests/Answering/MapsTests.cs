using AutoMapper;
using AutoMapper.Internal;

namespace NetworkMap.Server.Tests.Answering;

/// <summary>Every member of every answer is filled by its map.</summary>
[Collection(DemonstrationCollection.Name)]
public sealed class MapsTests(DemonstrationServer server)
{
    [Fact]
    public void Every_map_fills_every_member_of_its_answer()
    {
        var configuration = (IGlobalConfiguration)server.Server.Services.GetService(typeof(IConfigurationProvider))!;
        var maps = configuration.GetAllTypeMaps();
        Assert.True(maps.Count > 5, $"Only {maps.Count} maps were found.");
        var offenders = maps.SelectMany(m => m.GetUnmappedPropertyNames().Select(name => $"{m.Profile.Name}: {m.SourceType.Name} -> {m.DestinationType.Name} leaves {name} empty")).ToList();
        Assert.True(offenders.Count == 0, string.Join('\n', offenders));
        configuration.AssertConfigurationIsValid();
    }

    [Fact]
    public void Maps_go_outward_only_and_stand_in_the_profile_beside_their_answer()
    {
        var configuration = (IGlobalConfiguration)server.Server.Services.GetService(typeof(IConfigurationProvider))!;
        var offenders = configuration.GetAllTypeMaps()
            .Where(m => m.DestinationType.Namespace?.StartsWith("NetworkMap.Server.", StringComparison.Ordinal) != true)
            .Select(m => $"{m.Profile.Name}: {m.SourceType.Name} -> {m.DestinationType.FullName} maps into the heart").ToList();
        Assert.True(offenders.Count == 0, string.Join('\n', offenders));
    }
}
