namespace NetworkMap.Server.Writing;

/// <summary>What is being done with a file that somebody brought.</summary>
public enum WorkStage
{
    /// <summary>It comes over the line; counted in bytes.</summary>
    Receiving,

    /// <summary>Another file is in hand.</summary>
    Waiting,

    /// <summary>Its rows are read.</summary>
    Reading,

    /// <summary>It is found out what each row is about.</summary>
    Recognizing,

    /// <summary>It is tried what would become of each element.</summary>
    Planning,

    /// <summary>A workbook with remarks is made.</summary>
    Noting,

    /// <summary>Each element is checked once more, on the network as it is by now.</summary>
    Checking,

    /// <summary>It is written; from here on it is not stopped.</summary>
    Writing,

    /// <summary>It ended, and the answer says how.</summary>
    Done,

    /// <summary>It ended, and the network was changed.</summary>
    Stored,

    /// <summary>It was stopped, and nothing was changed.</summary>
    Stopped,
}

/// <summary>How far a piece of work is: which stage, how much of it is done, and of how much; 0 where that is not known. One thread tells, any may read. It says nothing of what is worked on.</summary>
public sealed class WorkProgress
{
    private Part part = new(WorkStage.Receiving, 0);

    /// <summary>How far it is now.</summary>
    public (WorkStage Stage, long Done, long Of) Now => Volatile.Read(ref part) is var now ? (now.Stage, Volatile.Read(ref now.Done), now.Of) : default;

    /// <summary>A stage begins.</summary>
    public void Begin(WorkStage stage, long of = 0) => Volatile.Write(ref part, new Part(stage, of));

    /// <summary>It ended so, unless it said already how.</summary>
    public void End(WorkStage stage)
    {
        if (Now.Stage < WorkStage.Done)
        {
            Begin(stage);
        }
    }

    /// <summary>So much more of it is done.</summary>
    public void Step(long count = 1) => part.Done += count;

    private sealed class Part(WorkStage stage, long of)
    {
        internal long Done;

        internal WorkStage Stage { get; } = stage;

        internal long Of { get; } = of;
    }
}
