namespace NetworkMap.Server.Features.PersonalData;

/// <summary>What stewards do for the persons whose data is kept: erase it, answer what they ask, and tell them when it got into wrong hands.</summary>
public static class PersonalDataRoutes
{
    /// <summary>What the verbs need.</summary>
    public static void AddPersonalData(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(PersonalDataSettings.Of(configuration)).AddSingleton<Requests>().AddSingleton<PersonFinder>();

    /// <summary>Maps the routes.</summary>
    public static void MapPersonalData(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/personal-data").WithTags("personal data");
        ReadErasure.Map(group);
        EraseData.Map(group);
        RequestRoutes.Map(group);
        FindPerson.Map(group);
        AnswerPerson.Map(group);
        WithdrawConsent.Map(group);
        ReadBreach.Map(group);
    }
}
