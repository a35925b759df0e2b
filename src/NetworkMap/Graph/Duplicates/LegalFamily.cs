namespace NetworkMap.Graph.Duplicates;

/// <summary>Legal forms that people confuse are one family: a foundation is called an association, a CV a PT. A foundation is never a company or a cooperative.</summary>
internal static class LegalFamily
{
    [Flags]
    internal enum Family
    {
        None = 0,
        Civil = 1,
        Company = 2,
        Cooperative = 4,
    }

    /// <summary>What a name and the stated form say.</summary>
    internal static Family Of(NameForm form, string? legalForm)
    {
        var family = legalForm switch
        {
            "foundation" or "association" or "mass_organization" => Family.Civil,
            "limited_company" or "limited_partnership" => Family.Company,
            "cooperative" => Family.Cooperative,
            _ => Family.None,
        };
        foreach (var word in form.Words)
        {
            family |= word.Text switch
            {
                "yayasan" or "perkumpulan" or "lsm" or "ormas" => Family.Civil,
                "pt" or "cv" or "ud" or "firma" or "perum" or "persero" => Family.Company,
                "koperasi" or "bmt" or "koperasipegawai" => Family.Cooperative,
                _ => Family.None,
            };
        }

        return family;
    }

    /// <summary>Whether both are known and have none in common.</summary>
    internal static bool CannotBeOne(Family one, Family other) => one != Family.None && other != Family.None && (one & other) == Family.None;
}
