/** Benchmarks: run them with {@code java -jar bench/target/benchmarks.jar}. */
@NullMarked
package ragtime.bench;

import org.jspecify.annotations.NullMarked;
