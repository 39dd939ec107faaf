package ragtime.pdf;

import java.util.List;

/** A page's rows as they stand, before headers are told from headings. */
record RawPage(int number, float width, float height, List<Direction> directions) {

  RawPage {
    directions = List.copyOf(directions);
  }

  /** The rows written in one direction, from top to bottom for who turns the page that way. */
  record Direction(Turn turn, List<Row> rows) {
    Direction {
      rows = List.copyOf(rows);
    }

    int length() {
      int length = 0;
      for (Row row : rows) {
        length += row.length();
      }
      return length;
    }
  }

  RawPage withMain(List<Row> rows) {
    List<Direction> changed = new java.util.ArrayList<>(directions);
    changed.set(0, new Direction(directions.getFirst().turn(), rows));
    return new RawPage(number, width, height, changed);
  }

  int length() {
    int length = 0;
    for (Direction direction : directions) {
      length += direction.length();
    }
    return length;
  }
}
