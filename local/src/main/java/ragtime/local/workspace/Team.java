package ragtime.local.workspace;

/** The one workspace there is, and what it is furnished with at first. */
public final class Team {
  public static final String ID = "T00RAGTIME";
  public static final String NAME = "ragtime";
  public static final String DOMAIN = "ragtime";

  /** The app and its bot. */
  public static final String APP_ID = "A00RAGTIME";

  public static final String BOT_ID = "B00RAGTIME";
  public static final String BOT_USER = "U00RAGTIME";

  /** The workspace's owner: whoever sits at this machine. */
  public static final String YOU = "U0YOU00001";

  /** A colleague who administers the workspace too. */
  public static final String MAYA = "U0MAYA0001";

  /** A colleague who is in the open channels only. */
  public static final String JONAS = "U0JONAS001";

  /** Colleagues in the open channels whose Slack is in another language. */
  public static final String LENA = "U0LENA0001";

  public static final String LUCIA = "U0LUCIA001";
  public static final String CHLOE = "U0CHLOE001";
  public static final String HARUTO = "U0HARUTO01";

  public static final String GENERAL = "C0GENERAL1";
  public static final String ASK_THE_DOCS = "C0ASKDOCS1";

  /** A private channel: You, Maya and the bot. */
  public static final String LEADERSHIP = "C0LEADERS1";

  public static final String YOUR_DM = "D0YOU00001";
  public static final String MAYAS_DM = "D0MAYA0001";
  public static final String JONAS_DM = "D0JONAS001";
  public static final String LENAS_DM = "D0LENA0001";
  public static final String LUCIAS_DM = "D0LUCIA001";
  public static final String CHLOES_DM = "D0CHLOE001";
  public static final String HARUTOS_DM = "D0HARUTO01";

  private Team() {}

  /** Furnishes an empty workspace; one that has people already is left alone. */
  static void seed(State state) {
    if (!state.people().all().isEmpty()) {
      return;
    }
    person(state, YOU, "you", "You", Person.Role.OWNER, "en-GB");
    person(state, MAYA, "maya", "Maya Okafor", Person.Role.ADMIN, "en-GB");
    person(state, JONAS, "jonas", "Jonas Lind", Person.Role.MEMBER, "en-GB");
    person(state, LENA, "lena", "Lena Vogt", Person.Role.MEMBER, "de-DE");
    person(state, LUCIA, "lucia", "Lucía Ortega", Person.Role.MEMBER, "es-ES");
    person(state, CHLOE, "chloe", "Chloé Martin", Person.Role.MEMBER, "fr-FR");
    person(state, HARUTO, "haruto", "佐藤 陽翔", Person.Role.MEMBER, "ja-JP");
    person(state, BOT_USER, "ragtime", "ragtime", Person.Role.BOT, "en-US");
    channel(
        state,
        GENERAL,
        Channel.Kind.PUBLIC,
        "general",
        "For everyone",
        YOU,
        MAYA,
        JONAS,
        LENA,
        LUCIA,
        CHLOE,
        HARUTO,
        BOT_USER);
    channel(
        state,
        ASK_THE_DOCS,
        Channel.Kind.PUBLIC,
        "ask-the-docs",
        "Questions for the documents: mention @ragtime",
        YOU,
        MAYA,
        JONAS,
        LENA,
        LUCIA,
        CHLOE,
        HARUTO,
        BOT_USER);
    channel(
        state,
        LEADERSHIP,
        Channel.Kind.PRIVATE,
        "leadership",
        "What is shared here stays here",
        YOU,
        MAYA,
        BOT_USER);
    channel(state, YOUR_DM, Channel.Kind.DM, "", "", YOU, BOT_USER);
    channel(state, MAYAS_DM, Channel.Kind.DM, "", "", MAYA, BOT_USER);
    channel(state, JONAS_DM, Channel.Kind.DM, "", "", JONAS, BOT_USER);
    channel(state, LENAS_DM, Channel.Kind.DM, "", "", LENA, BOT_USER);
    channel(state, LUCIAS_DM, Channel.Kind.DM, "", "", LUCIA, BOT_USER);
    channel(state, CHLOES_DM, Channel.Kind.DM, "", "", CHLOE, BOT_USER);
    channel(state, HARUTOS_DM, Channel.Kind.DM, "", "", HARUTO, BOT_USER);
  }

  private static void person(
      State state, String id, String name, String realName, Person.Role role, String locale) {
    state.people().add(new Person(id, name, realName, role, locale));
  }

  private static void channel(
      State state, String id, Channel.Kind kind, String name, String topic, String... members) {
    state.channels().add(new Channel(id, kind, name, topic, state.now()));
    for (String member : members) {
      state.channels().join(id, member);
    }
  }
}
