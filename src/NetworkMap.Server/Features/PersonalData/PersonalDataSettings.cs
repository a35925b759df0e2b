using System.Globalization;

namespace NetworkMap.Server.Features.PersonalData;

/// <summary>What an installation says about the personal data it keeps.</summary>
/// <param name="BackupDays">For how many days backups are kept, at most: so long can something that was erased still be read by who has one, and the master key.</param>
/// <param name="RequestHours">How many hours there are to answer what a person asks.</param>
/// <param name="BreachHours">How many hours there are to tell persons, and the authority, that data got into wrong hands.</param>
/// <param name="Keeper">Who answers for the data, as letters say it; null where nobody has said.</param>
/// <param name="KeeperContact">How to reach them.</param>
public sealed record PersonalDataSettings(int BackupDays, int RequestHours, int BreachHours, string? Keeper = null, string? KeeperContact = null)
{
    /// <summary>Where the hours for requests are from. The article numbers were not checked against the text of the law.</summary>
    public const string RequestSource = "UU 27/2022 pasal 30, 32, 40 dan 41: 3 x 24 jam";

    /// <summary>Where the hours for a breach are from. Not checked against the text of the law either.</summary>
    public const string BreachSource = "UU 27/2022 pasal 46: 3 x 24 jam";

    /// <summary>The settings <c>BackupDays</c>, <c>RequestHours</c> and <c>BreachHours</c>, 90, 72 and 72 where nothing is said; and <c>Keeper</c> and <c>KeeperContact</c>, the head of letters.</summary>
    public static PersonalDataSettings Of(IConfiguration configuration) => new(
        Read(configuration, "BackupDays", 90), Read(configuration, "RequestHours", 72), Read(configuration, "BreachHours", 72), Text(configuration, "Keeper"), Text(configuration, "KeeperContact"));

    /// <summary>The last day on which a backup of a day may be there.</summary>
    public DateOnly ReadableUntil(DateOnly day) => day.AddDays(BackupDays);

    private static string? Text(IConfiguration configuration, string name) => configuration[name]?.Trim() is { Length: > 0 } stated ? stated : null;

    private static int Read(IConfiguration configuration, string name, int absent) => configuration[name] is not { } stated ? absent
        : int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 36500 ? number
        : throw new InvalidDataException($"The setting {name} is '{stated}'; it takes a whole number from 1 to 36500.");
}
