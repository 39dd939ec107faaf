package ragtime.answer;

import java.util.Set;

/**
 * A unit, and how well it answers.
 *
 * @param unit the unit
 * @param score how well it answers; higher is better
 * @param sure the same without what only tells rows of one table apart
 * @param covered how much of the question it covers with the words around it, from 0 to 1
 * @param support how much of the question its whole passage holds, from 0 to 1
 * @param typed how surely it holds the kind of thing that was asked for, from 0 to 1
 * @param leans whether it needs its heading to be understood
 * @param own the stems of the question that stand in it, its heading or its lead-in
 */
record Scored(
    Unit unit,
    double score,
    double sure,
    double covered,
    double support,
    double typed,
    boolean leans,
    Set<String> own) {}
