package ragtime.pdf;

import java.util.ArrayList;
import java.util.List;

/** How far apart a region's lines stand as a rule. */
record Gaps(float leading) {

  static Gaps of(List<Row> rows) {
    List<Float> steps = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      float step = (rows.get(i).y() - rows.get(i - 1).y()) / Math.max(1, rows.get(i).size());
      if (step > 0.8f && step < 3) {
        steps.add(step);
      }
    }
    if (steps.size() < 3) {
      return new Gaps(1.3f);
    }
    steps.sort(null);
    // The lower third: in a page of short paragraphs half of the steps may lead to a new one.
    return new Gaps(Math.max(1, steps.get(steps.size() / 3)));
  }

  /** Whether there is more space between two rows than between lines of one paragraph. */
  boolean divides(Row above, Row below) {
    float step = below.y() - above.y();
    return step > 1.3f * leading * Math.max(above.size(), below.size()) || step < 0;
  }
}
