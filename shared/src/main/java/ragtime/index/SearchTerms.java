package ragtime.index;

import java.util.List;
import java.util.Map;

/**
 * What to look for in the text.
 *
 * @param weights each term with what it counts
 * @param phrases terms that count more where they stand together
 * @param figures whether a figure is asked for
 */
record SearchTerms(Map<String, Double> weights, List<List<String>> phrases, boolean figures) {}
