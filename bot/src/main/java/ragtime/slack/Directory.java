package ragtime.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.conversations.ConversationsMembersResponse;
import com.slack.api.methods.response.users.UsersConversationsResponse;
import com.slack.api.methods.response.users.UsersListResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.model.User;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is who in the workspace, and who is where, as Slack says now. What Slack declines to say
 * counts as the most careful answer; every method throws {@link SlackException} if Slack cannot be
 * asked.
 */
final class Directory {
  private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 30;

  private final MethodsClient client;
  private final SlackCalls calls;
  private volatile String team = "";

  Directory(Slack slack, String token, SlackCalls calls) {
    this.client = SlackMethods.of(slack, token);
    this.calls = calls;
  }

  /** Who reads a channel; one that Slack declines to tell of may be read by anybody. */
  ChannelFacts channel(String channel) {
    try {
      return facts(
          calls
              .make(
                  SlackMethod.CONVERSATIONS_INFO,
                  () -> client.conversationsInfo(request -> request.channel(channel)))
              .getChannel());
    } catch (SlackException e) {
      unlessRefused(e);
      LOG.warn("Channel {} is shown nothing of others: {}", channel, e.getMessage());
      return ChannelFacts.of(
          e.code().equals("channel_not_found")
              ? ChannelFacts.Kind.NOT_OURS
              : ChannelFacts.Kind.SHARED_OUTSIDE);
    }
  }

  private static ChannelFacts facts(Conversation info) {
    if (info.isExtShared() || info.isPendingExtShared()) {
      return ChannelFacts.of(ChannelFacts.Kind.SHARED_OUTSIDE);
    }
    if (info.isIm()) {
      return new ChannelFacts(ChannelFacts.Kind.DIRECT, Optional.ofNullable(info.getUser()));
    }
    boolean open = info.isChannel() && !info.isPrivate() && !info.isMpim();
    return ChannelFacts.of(open ? ChannelFacts.Kind.PUBLIC : ChannelFacts.Kind.PRIVATE);
  }

  /** Who somebody is. */
  Person person(String user) {
    try {
      User info =
          calls
              .make(
                  SlackMethod.USERS_INFO,
                  () -> client.usersInfo(request -> request.user(user).includeLocale(true)))
              .getUser();
      return info == null
          ? Person.UNKNOWN
          : new Person(
              info.isAdmin() || info.isOwner(),
              isOutsider(info, team()),
              info.isBot(),
              Locale.forLanguageTag(Objects.requireNonNullElse(info.getLocale(), "en")));
    } catch (SlackException e) {
      unlessRefused(e);
      LOG.warn("Somebody counts as a guest: {}", e.getMessage());
      return Person.UNKNOWN;
    }
  }

  /** Who is in a channel; nobody that Slack does not name. */
  Set<String> members(String channel) {
    Set<String> members = new HashSet<>();
    String cursor = "";
    try {
      for (int page = 0; page < MOST_PAGES && (page == 0 || !cursor.isEmpty()); page++) {
        String from = cursor;
        ConversationsMembersResponse response =
            calls.make(
                SlackMethod.CONVERSATIONS_MEMBERS,
                () ->
                    client.conversationsMembers(
                        request ->
                            request
                                .channel(channel)
                                .limit(PAGE)
                                .cursor(from.isEmpty() ? null : from)));
        members.addAll(Objects.requireNonNullElse(response.getMembers(), List.of()));
        cursor = next(response.getResponseMetadata());
      }
    } catch (SlackException e) {
      unlessRefused(e);
      LOG.warn("Nobody counts as a member of {}: {}", channel, e.getMessage());
    }
    return members;
  }

  /** The public channels that the bot is in, but those shared with another organisation. */
  Set<String> publicChannels() {
    Set<String> channels = new HashSet<>();
    String cursor = "";
    try {
      for (int page = 0; page < MOST_PAGES && (page == 0 || !cursor.isEmpty()); page++) {
        String from = cursor;
        UsersConversationsResponse response =
            calls.make(
                SlackMethod.USERS_CONVERSATIONS,
                () ->
                    client.usersConversations(
                        request ->
                            request
                                .types(List.of(ConversationType.PUBLIC_CHANNEL))
                                .limit(PAGE)
                                .cursor(from.isEmpty() ? null : from)));
        Objects.requireNonNullElse(response.getChannels(), List.<Conversation>of()).stream()
            .filter(channel -> facts(channel).kind() == ChannelFacts.Kind.PUBLIC)
            .forEach(channel -> channels.add(channel.getId()));
        cursor = next(response.getResponseMetadata());
      }
    } catch (SlackException e) {
      unlessRefused(e);
      LOG.warn("Channels are asked about one by one: {}", e.getMessage());
    }
    return channels;
  }

  /** All guests and people of other organisations; nothing if there is no telling. */
  Optional<Set<String>> outsiders() {
    Set<String> outsiders = new HashSet<>();
    String cursor = "";
    try {
      String own = team();
      for (int page = 0; page < MOST_PAGES; page++) {
        String from = cursor;
        UsersListResponse response =
            calls.make(
                SlackMethod.USERS_LIST,
                () ->
                    client.usersList(
                        request -> request.limit(PAGE).cursor(from.isEmpty() ? null : from)));
        for (User user : Objects.requireNonNullElse(response.getMembers(), List.<User>of())) {
          if (!user.isDeleted() && isOutsider(user, own)) {
            outsiders.add(user.getId());
          }
        }
        cursor = next(response.getResponseMetadata());
        if (cursor.isEmpty()) {
          return Optional.of(outsiders);
        }
      }
      LOG.warn("The workspace has too many people to tell where guests read along");
    } catch (SlackException e) {
      unlessRefused(e);
      LOG.warn("Guests may read along anywhere: {}", e.getMessage());
    }
    return Optional.empty();
  }

  private static boolean isOutsider(User user, String own) {
    boolean guest = user.isRestricted() || user.isUltraRestricted() || user.isStranger();
    return guest || !(own.equals(user.getTeamId()) || isOfTeam(user, own));
  }

  /** In a large organisation somebody is of several workspaces, one of which is theirs first. */
  private static boolean isOfTeam(User user, String own) {
    User.EnterpriseUser enterprise = user.getEnterpriseUser();
    return enterprise != null
        && enterprise.getTeams() != null
        && enterprise.getTeams().contains(own);
  }

  /** The workspace that the bot's token is of. */
  private String team() {
    if (team.isEmpty()) {
      team =
          Objects.requireNonNullElse(
              calls
                  .make(SlackMethod.AUTH_TEST, () -> client.authTest(request -> request))
                  .getTeamId(),
              "");
    }
    return team;
  }

  private static String next(@Nullable ResponseMetadata metadata) {
    return metadata == null || metadata.getNextCursor() == null ? "" : metadata.getNextCursor();
  }

  private static void unlessRefused(SlackException e) {
    if (e.kind() != SlackException.Kind.REFUSED) {
      throw e;
    }
  }
}
