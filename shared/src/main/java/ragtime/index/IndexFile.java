package ragtime.index;

/**
 * One Lucene file of a generation; it is stored under the name of its content.
 *
 * @param name the name Lucene knows it by, such as {@code _5.cfs}
 * @param sha256 SHA-256 of its bytes, in lower-case hexadecimal
 * @param length its length in bytes
 */
public record IndexFile(String name, String sha256, long length) {}
