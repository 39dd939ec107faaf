package ragtime.local.workspace;

import java.util.List;
import java.util.Optional;

/** Who is in the workspace. */
final class People {
  private static final String COLUMNS = "select id, name, real_name, role, locale from person";

  private final Database database;

  People(Database database) {
    this.database = database;
  }

  void add(Person person) {
    database.update(
        "merge into person (id, name, real_name, role, locale) values (?, ?, ?, ?, ?)",
        person.id(),
        person.name(),
        person.realName(),
        person.role().name(),
        person.locale());
  }

  Optional<Person> find(String id) {
    return query(COLUMNS + " where id = ?", id).stream().findFirst();
  }

  List<Person> all() {
    return query(COLUMNS + " order by real_name");
  }

  private List<Person> query(String sql, Object... values) {
    return database.query(
        row ->
            new Person(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Person.Role.valueOf(row.getString(4)),
                row.getString(5)),
        sql,
        values);
  }
}
