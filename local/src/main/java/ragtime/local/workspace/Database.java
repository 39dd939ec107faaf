package ragtime.local.workspace;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The workspace's tables, in a file or in memory: one connection, one caller at a time. */
final class Database implements AutoCloseable {
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  private Database(Connection connection) {
    this.connection = connection;
  }

  /** Opens the database in a folder, or one that is gone when closed. */
  static Database open(Optional<Path> folder) {
    String where =
        folder
            .map(path -> "file:" + path.resolve("workspace").toAbsolutePath())
            .orElseGet(() -> "mem:" + UUID.randomUUID());
    try {
      Database database = new Database(DriverManager.getConnection("jdbc:h2:" + where));
      Resource.text("schema.sql").lines().filter(l -> !l.isBlank()).forEach(database::update);
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The workspace's database cannot be opened; is another ragtime using it? " + where, e);
    }
  }

  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs several statements with nobody in between. */
  <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  int update(String sql, Object... values) {
    lock.lock();
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The workspace's database refused a change", e);
    } finally {
      lock.unlock();
    }
  }

  <T> List<T> query(Row<T> read, String sql, Object... values) {
    lock.lock();
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(read.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The workspace's database could not be read", e);
    } finally {
      lock.unlock();
    }
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i] instanceof Optional<?> o ? o.orElse(null) : values[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The workspace's database could not be closed", e);
    } finally {
      lock.unlock();
    }
  }
}
