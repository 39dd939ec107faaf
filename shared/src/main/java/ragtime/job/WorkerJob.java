package ragtime.job;

/** What the bot's worker does. */
public sealed interface WorkerJob extends Job
    permits AnswerQuestion,
        AskExperts,
        Forget,
        GivenUp,
        Greet,
        Outcome,
        Progress,
        Report,
        SaveSettings,
        ShareAnswer,
        ShowHome,
        ShowSettings,
        ShowSource,
        StartReindex,
        TakeFeedback,
        TakeFile,
        Withdraw {}
