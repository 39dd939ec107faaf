package ragtime.installation;

class MemoryInstallationsTest extends InstallationsContract {
  @Override
  protected Installations installations() {
    return new MemoryInstallations();
  }
}
