package ragtime.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** An instance of a function: its unpacked zip, run by Lambda's own runtime interface client. */
final class FunctionProcess implements AutoCloseable {

  /** What the managed runtime runs Java with, as far as it tells. */
  static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");

  private static final String NATIVE_PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /**
   * The client's native part. By itself each process would write it to one and the same file in
   * /tmp, under the feet of those that have it mapped.
   */
  private static final Path NATIVE_CLIENT = nativeClient();

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private final RuntimeApi api;
  private final Process process;

  /**
   * Starts an instance.
   *
   * @param folder the unpacked zip
   * @param handler the class
   * @param environment what the function finds in its environment, besides Lambda's own
   * @param log takes what it prints
   */
  static FunctionProcess start(
      Path folder, String handler, Map<String, String> environment, Path log) {
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(FLAGS);
    java.add("-D" + NATIVE_PROPERTY + "=" + NATIVE_CLIENT);
    return start(java, runtimeClient(), folder, handler, environment, log);
  }

  static FunctionProcess start(
      List<String> java,
      String classPath,
      Path folder,
      String handler,
      Map<String, String> environment,
      Path log) {
    RuntimeApi api = new RuntimeApi();
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of("-cp", classPath, AWSLambda.class.getName(), handler));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", handler);
    builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    builder.environment().put("LAMBDA_TASK_ROOT", folder.toString());
    builder.environment().put("_HANDLER", handler);
    try {
      return new FunctionProcess(builder.start(), api);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FunctionProcess(Process process, RuntimeApi api) {
    this.process = process;
    this.api = api;
    var unused = process.onExit().thenRun(api::died);
  }

  private static Path nativeClient() {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String name = "/jni/libaws-lambda-jni.linux-" + machine + ".so";
    try (var in = Objects.requireNonNull(AWSLambda.class.getResourceAsStream(name), name)) {
      Path file = Files.createTempFile("libaws-lambda-jni", ".so");
      file.toFile().deleteOnExit();
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jars of the runtime interface client. */
  static String runtimeClient() {
    return Stream.of(
            AWSLambda.class,
            RequestStreamHandler.class,
            PojoSerializer.class,
            SdkInternalThreadLocal.class)
        .map(FunctionProcess::jar)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jar(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  RuntimeApi api() {
    return api;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  CompletableFuture<RuntimeApi.Outcome> offer(String event) {
    return api.offer(event);
  }

  /** Hands it an event and waits for what becomes of it. */
  RuntimeApi.Outcome invoke(String event) {
    return offer(event).orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /** How long the processor has been at it, in milliseconds; where the system does not tell, 0. */
  double cpuMillis() {
    return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
  }

  /** Kills it, wherever it is. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
    api.close();
  }
}
