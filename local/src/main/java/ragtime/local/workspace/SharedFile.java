package ragtime.local.workspace;

/**
 * A file that somebody uploaded.
 *
 * @param id the file id
 * @param owner who uploaded it
 * @param name its name
 * @param mimetype what it says it is
 * @param size its length in bytes
 * @param created seconds since 1970
 */
record SharedFile(String id, String owner, String name, String mimetype, long size, long created) {}
