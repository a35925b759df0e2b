using NetworkMap.Domain.Suggestions;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Suggestions;

/// <summary>The words of the pages by which somebody without an account suggests something, and follows it.</summary>
internal sealed class SuggestWords(Language language)
{
    internal static readonly Sentence Improve = new("Usulkan perbaikan: {name}", "Suggest a correction: {name}");
    internal static readonly Sentence Add = new("Usulkan organisasi baru", "Suggest a new organization");
    internal static readonly Sentence ImproveIntro = new("Ubah yang perlu dibetulkan, atau tulis saja apa yang salah atau kurang. Tidak perlu akun.", "Change what needs correcting, or just write what is wrong or missing. You need no account.");
    internal static readonly Sentence AddIntro = new("Tulis apa yang Anda ketahui tentang organisasi itu. Tidak perlu akun.", "Write what you know about the organization. You need no account.");
    internal static readonly Sentence WhoReads = new("Usulan ini dibaca pengelola data{editors}. Peta baru berubah kalau mereka menerimanya.", "This is read by the stewards{editors}. The map changes only if they accept it.");
    internal static readonly Sentence Editors = new(" dan penyunting organisasi ini", " and the editors of this organization");
    internal static readonly Sentence NoPersons = new("Jangan tulis nomor telepon, alamat rumah, atau nama orang lain di sini. Kontak dicatat hanya oleh organisasinya sendiri, atas izin orangnya.", "Please write no telephone number, home address or other person's name here. Contacts are recorded only by the organization itself, with the person's consent.");
    internal static readonly Sentence Name = new("Nama organisasi", "Name of the organization");
    internal static readonly Sentence Kind = new("Jenis organisasi", "Kind of organization");
    internal static readonly Sentence Choose = new("Pilih…", "Choose…");
    internal static readonly Sentence Region = new("Di mana? (kabupaten, kota, kecamatan, atau desa)", "Where? (regency, city, district or village)");
    internal static readonly Sentence WhichRegion = new("Yang mana?", "Which one?");
    internal static readonly Sentence NoRegion = new("Wilayah itu tidak ditemukan. Periksa ejaannya, atau tulis kabupaten atau kotanya.", "No such region was found. Check the spelling, or write the regency or city.");
    internal static readonly Sentence ManyRegions = new("Ada beberapa wilayah dengan nama itu. Pilih salah satu.", "Several regions are called that. Choose one.");
    internal static readonly Sentence Purpose = new("Apa yang dikerjakannya?", "What does it do?");
    internal static readonly Sentence Website = new("Situs web (boleh dikosongkan)", "Website (may be left empty)");
    internal static readonly Sentence Over = new("Organisasi ini sudah tidak ada lagi", "This organization is no longer there");
    internal static readonly Sentence OverHelp = new("Kalau diterima, organisasi ini ditandai sudah berhenti dan tidak tampil lagi di peta. Riwayatnya tetap ada.", "If that is accepted, it is marked as ended and leaves the map. Its history stays.");
    internal static readonly Sentence OverSince = new("Sejak kapan? (misalnya 2026-01-31; kosongkan kalau tidak tahu)", "Since when? (such as 2026-01-31; leave it empty if you do not know)");
    internal static readonly Sentence WhatIsWrong = new("Apa yang salah atau kurang, dan dari mana Anda tahu?", "What is wrong or missing, and how do you know?");
    internal static readonly Sentence HowKnown = new("Dari mana Anda tahu?", "How do you know?");
    internal static readonly Sentence Sender = new("Nama atau jabatan Anda (boleh dikosongkan)", "Your name or role (may be left empty)");
    internal static readonly Sentence SenderHelp = new("Disimpan tersegel, dan hanya dibaca pengelola data.", "Kept sealed, and read only by the stewards.");
    internal static readonly Sentence Send = new("Kirim usulan", "Send the suggestion");
    internal static readonly Sentence Receipt = new("Usulan Anda", "Your suggestion");
    internal static readonly Sentence Sent = new("Terima kasih, usulan Anda sudah terkirim. Simpan alamat halaman ini: dengan itu Anda bisa melihat apa jadinya. Siapa pun yang punya alamatnya bisa melihatnya juga.", "Thank you, your suggestion was sent. Keep the address of this page: with it you can see what becomes of it. So can whoever has the address.");
    internal static readonly Sentence SentOn = new("Dikirim {day}.", "Sent on {day}.");
    internal static readonly Sentence Waiting = new("Menunggu keputusan sejak {days} hari.", "Waiting for a decision for {days} {days:day|days}.");
    internal static readonly Sentence WaitingToday = new("Menunggu keputusan.", "Waiting for a decision.");
    internal static readonly Sentence Accepted = new("Diterima pada {day}. Peta sudah diperbarui.", "Accepted on {day}. The map is up to date.");
    internal static readonly Sentence AcceptedWords = new("Diterima pada {day}.", "Accepted on {day}.");
    internal static readonly Sentence AcceptedChanged = new("Diterima dengan perubahan pada {day}. Peta sudah diperbarui.", "Accepted with changes on {day}. The map is up to date.");
    internal static readonly Sentence Declined = new("Tidak diterima, {day}.", "Declined on {day}.");
    internal static readonly Sentence Withdrawn = new("Anda menarik usulan ini pada {day}.", "You took this suggestion back on {day}.");
    internal static readonly Sentence Why = new("Penjelasan: {answer}", "What was said: {answer}");
    internal static readonly Sentence Wanted = new("Yang Anda usulkan", "What you suggested");
    internal static readonly Sentence YourWords = new("Kata-kata Anda", "Your words");
    internal static readonly Sentence Withdraw = new("Tarik usulan ini", "Take this suggestion back");
    internal static readonly Sentence Void = new("Tautan ini tidak dikenal", "This link is not known");
    internal static readonly Sentence VoidWhy = new("Mungkin alamatnya tidak tersalin utuh.", "It may not have been copied whole.");
    internal static readonly Sentence Gone = new("Organisasi ini tidak ditemukan", "This organization was not found");
    internal static readonly Sentence Busy = new("Terlalu banyak permintaan", "Too many requests");
    internal static readonly Sentence BusyMend = new("Tunggu satu menit, lalu muat lagi.", "Wait a minute, then load it again.");
    internal static readonly Sentence ToOrganization = new("Ke halaman organisasi", "To the page of the organization");
    internal static readonly Sentence Map = new("Ke peta", "To the map");

    private static readonly Dictionary<string, Sentence> Fields = new(StringComparer.Ordinal) { ["name"] = Name, ["purpose"] = Purpose, ["website"] = Website, ["actorKind"] = Kind, ["region"] = new("Wilayah", "Region"), ["retired"] = new("Sudah tidak ada lagi sejak", "No longer there since") };

    internal Language Language { get; } = language;

    internal string Code => Language == Language.English ? "en" : "id";

    internal string OtherCode => Language == Language.English ? "id" : "en";

    internal string this[Sentence sentence, params (string Name, object? Value)[] values] => sentence.In(Language, values);

    /// <summary>Where a suggestion stands.</summary>
    internal string StandOf(Suggestion suggestion, DateOnly today)
    {
        var days = today.DayNumber - suggestion.Sent.DayNumber;
        return suggestion.State switch
        {
            SuggestionState.Waiting => days > 0 ? this[Waiting, ("days", days)] : this[WaitingToday],
            SuggestionState.Accepted => this[suggestion.Wanted is null ? AcceptedWords : Accepted, ("day", suggestion.Decided)],
            SuggestionState.AcceptedChanged => this[AcceptedChanged, ("day", suggestion.Decided)],
            SuggestionState.Declined => this[Declined, ("day", suggestion.Decided)],
            _ => this[Withdrawn, ("day", suggestion.Decided)],
        };
    }

    /// <summary>What a field is called; null when it has no name here.</summary>
    internal string? NameOf(string field) => Fields.TryGetValue(field, out var name) ? this[name] : null;
}
