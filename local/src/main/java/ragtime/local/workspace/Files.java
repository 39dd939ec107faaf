package ragtime.local.workspace;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files that were uploaded, with their bytes. */
final class Files {
  private final Database database;

  Files(Database database) {
    this.database = database;
  }

  SharedFile add(String owner, String name, byte[] content, long created) {
    boolean pdf = name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    SharedFile file =
        new SharedFile(
            Ids.next("F"),
            owner,
            name,
            pdf ? "application/pdf" : "application/octet-stream",
            content.length,
            created);
    database.update(
        "insert into file (id, person, name, mimetype, size, created, content)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        file.id(),
        file.owner(),
        file.name(),
        file.mimetype(),
        file.size(),
        file.created(),
        content);
    return file;
  }

  Optional<SharedFile> find(String id) {
    return database
        .query(
            row ->
                new SharedFile(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getLong(6)),
            "select id, person, name, mimetype, size, created from file where id = ?",
            id)
        .stream()
        .findFirst();
  }

  Optional<byte[]> content(String id) {
    return database
        .query(row -> row.getBytes(1), "select content from file where id = ?", id)
        .stream()
        .findFirst();
  }

  /** The channels that it was shared in. */
  List<String> channels(String id) {
    return database.query(
        row -> row.getString(1),
        "select distinct channel from message where locate(?, files) > 0 and state <> 'DELETED'",
        id);
  }

  /** As the Web API shows it. */
  JsonObject json(SharedFile file, String root) {
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    String path = root + "/files-pri/" + Team.ID + "-" + file.id() + "/";
    boolean pdf = file.mimetype().equals("application/pdf");
    return Fields.of("id", file.id())
        .and("created", file.created())
        .and("timestamp", file.created())
        .and("name", file.name())
        .and("title", file.name())
        .and("mimetype", file.mimetype())
        .and("filetype", pdf ? "pdf" : "binary")
        .and("pretty_type", pdf ? "PDF" : "Binary")
        .and("user", file.owner())
        .and("user_team", Team.ID)
        .and("size", file.size())
        .and("mode", "hosted")
        .and("is_external", false)
        .and("is_public", true)
        .and("file_access", "visible")
        .and("url_private", path + name)
        .and("url_private_download", path + "download/" + name)
        .and("permalink", root + "/files/" + file.id())
        .and("channels", channels(file.id()).stream().filter(c -> c.startsWith("C")).toList())
        .and("ims", channels(file.id()).stream().filter(c -> c.startsWith("D")).toList())
        .and("groups", List.of())
        .json();
  }
}
