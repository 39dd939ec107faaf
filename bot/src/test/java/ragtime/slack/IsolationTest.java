package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import ragtime.slack.IsolationWorld.Kind;
import ragtime.slack.IsolationWorld.Role;

/**
 * Whatever people do in whatever workspace, nobody reads anything of a document that is out of
 * their reach: no title, heading, file name, text or number of them.
 *
 * <p>Worlds are random, and so is what happens in them: questions, follow-ups, commands, clicks on
 * sources (also forged ones), answers shared, questions handed on, files shared again, and channels
 * that change their kind and members meanwhile. The index is a real one, and the flows are the
 * worker's own; the chat model tells whatever it was told.
 */
class IsolationTest {
  /** How many worlds each try makes; more of them for a longer look. */
  private static final int WORLDS = Integer.getInteger("ragtime.isolation.worlds", 1);

  private static final int STEPS = 40;

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void nobodyIsShownWhatIsOutOfReach(@ForAll long seed) throws IOException {
    for (int i = 0; i < WORLDS; i++) {
      play(new Random(seed + i), seed + i);
    }
  }

  /** A test that finds nothing because nothing was shown would be worthless. */
  @Test
  void muchIsShownInSuchWorlds() throws IOException {
    int shown = 0;
    for (long seed = 1; seed <= 3; seed++) {
      shown += play(new Random(seed), seed);
    }
    assertThat(shown).isGreaterThan(100);
  }

  private static int play(Random random, long seed) throws IOException {
    IsolationWorld world = world(random);
    List<Optional<String>> owners = owners(random, world);
    Path work = Files.createTempDirectory("isolation");
    try (IsolationPlay play = new IsolationPlay(world, owners, work, random)) {
      for (int step = 0; step < STEPS; step++) {
        play.step();
        assertThat(play.leaks()).as("of world %d, step %d", seed, step).isEmpty();
      }
      return play.shown();
    } finally {
      delete(work);
    }
  }

  private static IsolationWorld world(Random random) {
    IsolationWorld world = new IsolationWorld();
    world.people.put("U1", Role.MEMBER);
    world.people.put("U2", Role.MEMBER);
    world.people.put("U3", Role.GUEST);
    world.people.put("U4", Role.ELSEWHERE);
    int channels = 2 + random.nextInt(4);
    for (int i = 0; i < channels; i++) {
      Kind kind = Kind.values()[i < 2 ? i : random.nextInt(Kind.values().length)];
      world.channels.put("C" + i, kind);
      world.members.put("C" + i, IsolationPlay.some(world.users(), random));
    }
    return world;
  }

  private static List<Optional<String>> owners(Random random, IsolationWorld world) {
    List<Optional<String>> owners = new ArrayList<>();
    List<String> places = world.places();
    int documents = 1 + random.nextInt(16);
    for (int i = 0; i < documents; i++) {
      owners.add(
          random.nextInt(4) == 0
              ? Optional.empty()
              : Optional.of(places.get(random.nextInt(places.size()))));
    }
    return owners;
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
