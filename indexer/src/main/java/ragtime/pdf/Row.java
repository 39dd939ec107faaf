package ragtime.pdf;

import java.util.List;

/** Segments on one baseline, from left to right. */
record Row(List<Segment> segments) {

  Row {
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("A row has at least one segment");
    }
    segments = List.copyOf(segments);
  }

  Segment first() {
    return segments.getFirst();
  }

  Segment last() {
    return segments.getLast();
  }

  boolean single() {
    return segments.size() == 1;
  }

  float x0() {
    return first().x0();
  }

  float x1() {
    return last().x1();
  }

  float y() {
    return first().y();
  }

  float top() {
    float top = Float.MAX_VALUE;
    for (Segment s : segments) {
      top = Math.min(top, s.top());
    }
    return top;
  }

  float bottom() {
    float bottom = -Float.MAX_VALUE;
    for (Segment s : segments) {
      bottom = Math.max(bottom, s.bottom());
    }
    return bottom;
  }

  /** The size of its largest segment. */
  float size() {
    float size = 0;
    for (Segment s : segments) {
      size = Math.max(size, s.size());
    }
    return size;
  }

  /** The styles that all of it shares. */
  int style() {
    int style = ~0;
    for (Segment s : segments) {
      style &= s.style();
    }
    return style;
  }

  boolean bold() {
    return (style() & Word.BOLD) != 0;
  }

  boolean fixedPitch() {
    return (style() & Word.FIXED_PITCH) != 0;
  }

  int length() {
    int length = 0;
    for (Segment s : segments) {
      length += s.text().length();
    }
    return length;
  }

  /** All of it as one segment, its parts divided by the separator. */
  Segment joined(String separator) {
    Segment all = first();
    for (Segment s : segments.subList(1, segments.size())) {
      all = all.join(separator, s);
    }
    return all;
  }
}
