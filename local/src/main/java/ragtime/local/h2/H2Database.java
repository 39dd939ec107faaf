package ragtime.local.h2;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * One H2 file under the data folder. What a call wrote is on disk when it returns. One process at a
 * time has it open.
 */
public final class H2Database implements AutoCloseable {
  private static final int CONNECTIONS = 16;
  private final JdbcConnectionPool pool;

  private H2Database(JdbcConnectionPool pool) {
    this.pool = pool;
  }

  /**
   * Opens the file {@code ragtime.mv.db} in this folder, and makes both if need be. Throws {@link
   * H2Exception} with words for the person at the keyboard if another process has it open.
   */
  public static H2Database open(Path folder) {
    String file = folder.toAbsolutePath().resolve("ragtime").toString();
    // Without WRITE_DELAY=0 a commit returns up to half a second before it is written.
    JdbcConnectionPool pool =
        JdbcConnectionPool.create(
            "jdbc:h2:file:"
                + file
                // Each connection keeps as many statements, so that none is read anew.
                + ";QUERY_CACHE_SIZE=64"
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
            "ragtime",
            "");
    pool.setMaxConnections(CONNECTIONS);
    H2Database database = new H2Database(pool);
    try (Connection first = pool.getConnection()) {
      first.setAutoCommit(true);
    } catch (SQLException e) {
      pool.dispose();
      throw e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
          ? new H2Exception(
              "Another ragtime has " + file + ".mv.db open: stop it, or use another data folder", e)
          : new H2Exception("Cannot open " + file + ".mv.db: " + e.getMessage(), e);
    }
    return database;
  }

  /** Whether there is such a file in this folder. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve("ragtime.mv.db"));
  }

  /** Work on a connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Reads one row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Does it in one transaction: all of it or nothing. */
  <T> T inTransaction(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new H2Exception("The database of conversations and jobs failed", e);
    }
  }

  /** Changes rows and says how many. */
  int update(String sql, Object... values) {
    return inTransaction(connection -> update(connection, sql, values));
  }

  /** Changes rows within a transaction and says how many. */
  static int update(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** The rows of a query. */
  <T> List<T> query(String sql, Row<T> row, Object... values) {
    return inTransaction(connection -> query(connection, sql, row, values));
  }

  /** The rows of a query within a transaction. */
  static <T> List<T> query(Connection connection, String sql, Row<T> row, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(row.of(rows));
      }
      return all;
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    pool.dispose();
  }
}
