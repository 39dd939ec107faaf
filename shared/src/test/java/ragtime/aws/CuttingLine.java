package ragtime.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** A line to a server that is cut in the midst of what passes, whenever it is told so. */
final class CuttingLine implements AutoCloseable {

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI server;
  private final BooleanSupplier cuts;

  /** Leads to this server; asked before each piece that passes whether to cut there. */
  CuttingLine(URI server, BooleanSupplier cuts) throws IOException {
    this.server = server;
    this.cuts = cuts;
    threads.execute(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        var client = listener.accept();
        var far = new Socket(server.getHost(), server.getPort());
        threads.execute(() -> pass(client, far));
        threads.execute(() -> pass(far, client));
      }
    } catch (IOException e) {
      threads.shutdown(); // closed
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var piece = new byte[16 * 1024];
      for (int length = in.read(piece); length > 0; length = in.read(piece)) {
        if (cuts.getAsBoolean()) {
          out.write(piece, 0, length / 2);
          return;
        }
        out.write(piece, 0, length);
        out.flush();
      }
    } catch (IOException e) {
      return; // the other direction was cut
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
