package ragtime.job;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ragtime.library.TeamFolder;

/**
 * Jobs as JSON, for queues that keep text. A job written by an older version still reads: what it
 * lacks and may lack is empty.
 */
public final class JobCodec {
  private static final String KIND = "job";
  private static final String WORKSPACE = "workspace";
  private static final Map<String, Class<?>> KINDS =
      Stream.of(WorkerJob.class, IndexerJob.class)
          .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));
  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapterFactory(new Optionals())
          .registerTypeAdapter(Instant.class, new Instants().nullSafe())
          .serializeNulls()
          .create();

  private JobCodec() {}

  /** The job as one line of JSON. */
  public static String encode(Job job) {
    return json(job).toString();
  }

  private static JsonObject json(Job job) {
    if (job instanceof TeamJob(TeamFolder folder, Job own)) {
      JsonObject json = json(own);
      json.addProperty(WORKSPACE, folder.team());
      return json;
    }
    JsonObject json = GSON.toJsonTree(job).getAsJsonObject();
    json.addProperty(KIND, job.getClass().getSimpleName());
    return json;
  }

  /** The job that was encoded; throws {@link IllegalArgumentException} if it is none we know. */
  public static Job decode(String text) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      Class<?> kind = json.has(KIND) ? KINDS.get(json.get(KIND).getAsString()) : null;
      if (kind == null) {
        throw new IllegalArgumentException("No such kind of job");
      }
      for (RecordComponent part : kind.getRecordComponents()) {
        if (part.getType() == Optional.class && !json.has(part.getName())) {
          json.add(part.getName(), JsonNull.INSTANCE);
        } else if (!json.has(part.getName())) {
          throw new IllegalArgumentException(
              "A " + kind.getSimpleName() + " has a " + part.getName());
        }
      }
      Job job = (Job) GSON.fromJson(json, kind);
      return json.has(WORKSPACE)
          ? new TeamJob(new TeamFolder(json.get(WORKSPACE).getAsString()), job)
          : job;
    } catch (JsonParseException | IllegalStateException e) {
      throw new IllegalArgumentException("Not a job", e);
    }
  }

  /** Writes an instant as ISO 8601 has it. */
  private static final class Instants extends TypeAdapter<Instant> {
    @Override
    public void write(JsonWriter out, Instant value) throws IOException {
      out.value(value.toString());
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
      try {
        return Instant.parse(in.nextString());
      } catch (DateTimeException e) {
        throw new JsonParseException("Not an instant", e);
      }
    }
  }

  /** Writes what an Optional holds, or null. */
  private static final class Optionals implements TypeAdapterFactory {
    @Override
    @SuppressWarnings("unchecked") // T is Optional, as tested
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      if (type.getRawType() != Optional.class) {
        return null;
      }
      var content = ((ParameterizedType) type.getType()).getActualTypeArguments()[0];
      return (TypeAdapter<T>) of(gson.getAdapter(TypeToken.get(content)));
    }

    private static <E> TypeAdapter<Optional<E>> of(TypeAdapter<E> content) {
      return new TypeAdapter<>() {
        @Override
        public void write(JsonWriter out, Optional<E> value) throws IOException {
          if (value.isPresent()) {
            content.write(out, value.get());
          } else {
            out.nullValue();
          }
        }

        @Override
        public Optional<E> read(JsonReader in) throws IOException {
          if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return Optional.empty();
          }
          return Optional.of(content.read(in));
        }
      };
    }
  }
}
