using NetworkMap.Domain.Ties;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Ties;

/// <summary>The words of the page behind the link of a tie.</summary>
internal sealed class LinkWords(Language language)
{
    internal static readonly Sentence Question = new("Apakah hubungan ini benar?", "Is this tie right?");
    internal static readonly Sentence Asked = new("Pertanyaan ini untuk {name}. Jawablah hanya kalau Anda berhak bicara atas namanya.", "This is a question for {name}. Answer only if you may speak for it.");
    internal static readonly Sentence About = new("Tentang layanan: {service}.", "About the service: {service}.");
    internal static readonly Sentence Since = new("Tercatat sejak {day}.", "Recorded as holding since {day}.");
    internal static readonly Sentence WhatFollows = new("Kalau kedua pihak membenarkan, hubungan ini menjadi resmi di peta dan ikut dihitung. Kalau Anda membantah, hubungan ini tidak dihitung.", "Once both sides confirm it, the tie is official on the map and counts. If you deny it, it does not count.");
    internal static readonly Sentence Open = new("Siapa pun bisa melihat hubungan ini di peta: nama kedua pihak, jenis hubungannya, apa yang dinyatakan masing-masing, dan kapan.", "Anybody can see this tie on the map: the names of both sides, what kind of tie it is, what each side said, and when.");
    internal static readonly Sentence SignedIn = new("Hubungan ini hanya bisa dilihat oleh orang yang masuk dengan akun.", "Only people who signed in can see this tie.");
    internal static readonly Sentence Parties = new("Hubungan ini hanya bisa dilihat oleh kedua pihak dan pengelola data.", "Only the two sides and the stewards can see this tie.");
    internal static readonly Sentence WordLabel = new("Nama atau jabatan Anda (boleh dikosongkan)", "Your name or role (may be left empty)");
    internal static readonly Sentence WordHelp = new("Disimpan tersegel, dan hanya dibaca pengelola data.", "Kept sealed, and read only by the stewards.");
    internal static readonly Sentence Right = new("Benar, hubungan ini ada", "Yes, this tie is right");
    internal static readonly Sentence WrongTitle = new("Tidak benar?", "Not right?");
    internal static readonly Sentence ReasonLabel = new("Apa yang tidak benar?", "What is not right?");
    internal static readonly Sentence Wrong = new("Bantah hubungan ini", "Deny this tie");
    internal static readonly Sentence OverTitle = new("Sudah berakhir?", "Has it ended?");
    internal static readonly Sentence UntilLabel = new("Hari terakhirnya (misalnya 2026-01-31)", "Its last day (such as 2026-01-31)");
    internal static readonly Sentence Over = new("Catat sudah berakhir", "Record that it has ended");
    internal static readonly Sentence Done = new("Terima kasih, jawaban Anda sudah dicatat", "Thank you, your answer is recorded");
    internal static readonly Sentence Mistake = new("Kalau ada yang keliru, mintalah tautan baru dari orang yang mengirimi Anda tautan ini.", "If something is wrong, ask whoever sent you this link for a new one.");
    internal static readonly Sentence Void = new("Tautan ini tidak berlaku lagi", "This link is not valid any more");
    internal static readonly Sentence VoidWhy = new("Mungkin sudah dijawab, sudah lewat dua minggu, atau alamatnya tidak tersalin utuh.", "It may have been answered, be older than two weeks, or not have been copied whole.");
    internal static readonly Sentence VoidMend = new("Mintalah tautan baru dari orang yang mengirimi Anda tautan ini.", "Ask whoever sent you this link for a new one.");
    internal static readonly Sentence Busy = new("Terlalu banyak permintaan", "Too many requests");
    internal static readonly Sentence BusyMend = new("Tunggu satu menit, lalu buka tautannya lagi.", "Wait a minute, then open the link again.");
    internal static readonly Sentence Map = new("Ke peta", "To the map");
    internal static readonly Sentence OtherLanguage = new("English", "Bahasa Indonesia");
    internal static readonly Sentence ChangeLanguage = new("Show in English", "Tampilkan dalam bahasa Indonesia");

    internal Language Language { get; } = language;

    internal string Code => Language == Language.English ? "en" : "id";

    internal string OtherCode => Language == Language.English ? "id" : "en";

    internal string this[Sentence sentence, params (string Name, object? Value)[] values] => sentence.In(Language, values);

    internal string Seen(TieAudience audience) => this[audience switch { TieAudience.Public => Open, TieAudience.SignedIn => SignedIn, _ => Parties }];
}
