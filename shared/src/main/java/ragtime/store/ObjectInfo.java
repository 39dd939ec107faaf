package ragtime.store;

import java.time.Instant;

/**
 * What a listing says of one object.
 *
 * @param key its key, relative to the store
 * @param length its length in bytes
 * @param version the version that {@link ObjectStore#get} would give
 * @param modified when it was written
 */
public record ObjectInfo(String key, long length, ObjectVersion version, Instant modified) {}
