namespace NetworkMap.Graph.Duplicates;

/// <summary>What a word does in the name of an organization.</summary>
internal enum WordKind : byte
{
    /// <summary>The name itself: a word that few have.</summary>
    Own,

    /// <summary>A word of which many names are made: Melati, Sejahtera, Harapan.</summary>
    Common,

    /// <summary>What it works on, or with whom: perempuan, buruh, usaha.</summary>
    Theme,

    /// <summary>What kind of group it is, said in one way or another: kelompok, paguyuban, lembaga, forum.</summary>
    Group,

    /// <summary>The legal form: yayasan, PT, CV.</summary>
    Legal,

    /// <summary>A house or school that somebody runs: panti, SLB, rumah sakit.</summary>
    Facility,

    /// <summary>A part of a larger body: fakultas, pusat studi, serikat pekerja of a company.</summary>
    Part,

    /// <summary>A branch: cabang, ranting, DPC.</summary>
    Branch,

    /// <summary>An office of the state, of which every region has one.</summary>
    Office,

    /// <summary>A number, in digits, Roman or written.</summary>
    Number,

    /// <summary>A direction, or another word that parts twins: utara, lama, putra.</summary>
    Twin,

    /// <summary>Before the name of a person.</summary>
    Title,

    /// <summary>A place.</summary>
    Place,

    /// <summary>What is passed over: dan, di, untuk.</summary>
    Small,
}
