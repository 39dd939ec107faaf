package ragtime.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real Chromium without a window. Where there is none, tests that want one are skipped with the
 * reason, except in CI.
 */
public final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Opens one with this folder for its profile. */
  public static Browser open(Path profile) {
    Optional<Path> browser = onPath("chromium", "chromium-browser", "google-chrome");
    Optional<Path> control = onPath("chromedriver");
    boolean both = browser.isPresent() && control.isPresent();
    if (!both && System.getenv("RAGTIME_REQUIRE_BROWSER") != null) {
      throw new AssertionError(
          "No chromium and chromedriver on the PATH, and this run requires them");
    }
    Assumptions.assumeTrue(
        both,
        "skipped: no chromium and chromedriver on the PATH (Debian: apt install chromium-driver)");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,860",
        "--user-data-dir=" + profile);
    options.setExperimentalOption("prefs", Map.of("plugins.always_open_pdf_externally", false));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(control.orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** The browser itself. */
  public ChromeDriver driver() {
    return driver;
  }

  void go(Object url) {
    driver.get(url.toString());
  }

  /** The first element of this selector, as soon as there is one. */
  WebElement find(String selector) {
    return await(d -> d.findElements(By.cssSelector(selector)).stream().findFirst().orElse(null));
  }

  /** The last element of this selector that holds this text, as soon as there is one. */
  WebElement find(String selector, String text) {
    return await(
        d ->
            d.findElements(By.cssSelector(selector)).stream()
                .filter(each -> each.getText().contains(text))
                .reduce((first, second) -> second)
                .orElse(null));
  }

  /** Waits until there is no element of this selector any more. */
  void gone(String selector) {
    await(d -> d.findElements(By.cssSelector(selector)).isEmpty() ? true : null);
  }

  List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
  }

  <T> T await(Function<org.openqa.selenium.WebDriver, T> condition) {
    return new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .until(condition);
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static Optional<Path> onPath(String... names) {
    List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(":"));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
