package dev.maestro.cli.deploy;

/** The container in which Cloud Build runs a step; the versions are pinned here. */
enum Builder {
  /** Google's command line with both emulators; a JDK and Maven come by {@link #setUp()}. */
  EMULATORS(
      "gcr.io/google.com/cloudsdktool/google-cloud-cli:528.0.0-emulators",
      "apt-get update -qq\napt-get install -y -qq --no-install-recommends maven openjdk-17-jdk-headless"),
  /** Google's command line. */
  GCLOUD("gcr.io/google.com/cloudsdktool/google-cloud-cli:528.0.0-slim", ""),
  /** Docker. */
  DOCKER("gcr.io/cloud-builders/docker", ""),
  /** Node, for the tools of Firebase. */
  NODE("node:22-bookworm-slim", "");

  private final String image;
  private final String setUp;

  Builder(String image, String setUp) {
    this.image = image;
    this.setUp = setUp;
  }

  /** The container's name. */
  String image() {
    return image;
  }

  /** What the container lacks and a workstation has; blank if nothing. */
  String setUp() {
    return setUp;
  }
}
