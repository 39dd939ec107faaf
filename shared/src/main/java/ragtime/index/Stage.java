package ragtime.index;

/** Which of the two lineages: the one that readers serve, or one that is built beside it. */
enum Stage {
  SERVED("index/current.json", "index/manifests/"),
  BUILDING("index/building.json", "index/building/");

  private final String pointer;
  private final String manifests;

  Stage(String pointer, String manifests) {
    this.pointer = pointer;
    this.manifests = manifests;
  }

  /** The key of the pointer to its newest generation. */
  String pointer() {
    return pointer;
  }

  /** What the keys of its manifests begin with. */
  String manifests() {
    return manifests;
  }

  /** The key of this manifest. */
  String manifest(IndexManifest manifest) {
    return manifests + manifest.name() + ".json";
  }
}
