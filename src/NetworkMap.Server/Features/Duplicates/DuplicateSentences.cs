using NetworkMap.Domain;
using NetworkMap.Graph.Duplicates;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Duplicates;

/// <summary>Why two may be one, or may not.</summary>
/// <param name="Reason">The sign.</param>
/// <param name="Points">Its points; below 0 it speaks against.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record ReasonAnswer(string Reason, double Points, string Sentence)
{
    internal static IReadOnlyList<ReasonAnswer> Of(DuplicateVerdict verdict, Language language) =>
        [.. verdict.Signs.Select(s => new ReasonAnswer(Names<DuplicateReason>.Of(s.Reason), s.Points, DuplicateSentences.Of(s.Reason, language)))];
}

/// <summary>The signs of the score in words.</summary>
internal static class DuplicateSentences
{
    private static readonly Dictionary<DuplicateReason, Sentence> Words = new()
    {
        [DuplicateReason.SameName] = new("Namanya sama", "They have the same name"),
        [DuplicateReason.SimilarName] = new("Namanya mirip", "Their names are alike"),
        [DuplicateReason.OtherSpelling] = new("Namanya sama dengan ejaan lain", "They have one name in two spellings"),
        [DuplicateReason.Mistyped] = new("Namanya hanya berbeda salah ketik", "Their names differ by a typing error"),
        [DuplicateReason.SameAcronym] = new("Singkatannya sama", "They have the same acronym"),
        [DuplicateReason.Translation] = new("Yang satu adalah terjemahan yang lain", "One name is the other in translation"),
        [DuplicateReason.SameRegion] = new("Wilayahnya sama", "They are in the same place"),
        [DuplicateReason.SameTelephone] = new("Nomor teleponnya sama", "They have a telephone number in common"),
        [DuplicateReason.SameEmail] = new("Surelnya sama", "They have an e-mail address in common"),
        [DuplicateReason.SameWebsite] = new("Situs webnya sama", "They have a website in common"),
        [DuplicateReason.SameIdentifier] = new("Nomor registernya sama", "They have a register number in common"),
        [DuplicateReason.CommonTies] = new("Terhubung dengan organisasi yang sama", "They have ties with the same organizations"),
        [DuplicateReason.SameKind] = new("Jenisnya sama", "They are of the same kind"),
        [DuplicateReason.OtherWords] = new("Masing-masing punya kata sendiri dalam namanya", "Each has a word in its name that the other has not"),
        [DuplicateReason.OtherNumber] = new("Nomor dalam namanya berbeda", "The numbers in their names differ"),
        [DuplicateReason.OtherHalf] = new("Ada kata yang membedakan keduanya, seperti utara dan selatan", "A word parts them, such as north and south"),
        [DuplicateReason.Branch] = new("Yang satu tampaknya cabang dari yang lain", "One seems to be a branch of the other"),
        [DuplicateReason.PartOf] = new("Yang satu tampaknya bagian dari yang lain", "One seems to be a part of the other"),
        [DuplicateReason.HomeOfFoundation] = new("Yang satu yayasan, yang lain panti atau sekolah yang dijalankannya", "One is a foundation, the other a home or school that it runs"),
        [DuplicateReason.OtherPlace] = new("Namanya menyebut tempat yang berbeda", "Their names name different places"),
        [DuplicateReason.OtherRegion] = new("Wilayahnya berbeda", "They are in different regions"),
        [DuplicateReason.OtherContact] = new("Kontaknya berbeda", "Their contacts differ"),
        [DuplicateReason.OtherIdentifier] = new("Nomor registernya berbeda", "Their register numbers differ"),
        [DuplicateReason.OtherLegalForm] = new("Bentuk hukumnya berbeda", "Their legal forms differ"),
        [DuplicateReason.OtherKind] = new("Jenisnya berbeda", "Their kinds differ"),
        [DuplicateReason.TiedToEachOther] = new("Keduanya saling terhubung", "The two are tied to each other"),
        [DuplicateReason.Successor] = new("Yang satu menggantikan yang lain", "One followed the other"),
    };

    internal static string Of(DuplicateReason reason, Language language) => Sentence.Of([Words[reason].In(language)]);
}
