package ragtime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import ragtime.indexer.IndexProgress;
import ragtime.local.workspace.Workspace;

/**
 * The browser workspace as a person uses it: the page in a real browser, and the whole product
 * behind it. With {@code -Dragtime.screenshots=FOLDER} it leaves pictures there.
 */
final class WorkspacePage implements AutoCloseable {
  static final String TIMELINE = "[data-role=timeline]";
  static final String THREAD = "[data-role=thread-list]";
  static final String MODAL = "[data-role=modal]";

  private static final String PICTURES = System.getProperty("ragtime.screenshots", "");
  private static final Dimension DESK = new Dimension(1280, 860);
  private static final Dimension WIDE = new Dimension(1440, 1000);
  private static final Dimension PHONE = new Dimension(500, 980);

  private final Path folder;
  private final Map<String, String> environment;
  private final Browser browser;
  private UpAssembly up;

  private WorkspacePage(Path folder, Map<String, String> environment, Browser browser) {
    this.folder = folder;
    this.environment = environment;
    this.browser = browser;
    this.up = start();
  }

  /** Opens it over the PDFs in {@code folder/library}, with these settings. */
  static WorkspacePage open(Path folder, Map<String, String> environment) {
    Browser browser = Browser.open(folder.resolve("profile"));
    try {
      WorkspacePage page = new WorkspacePage(folder, environment, browser);
      page.show();
      return page;
    } catch (RuntimeException e) {
      browser.close();
      throw e;
    }
  }

  /** Opens it over these PDFs of the sample library, with these settings. */
  static WorkspacePage overSample(Path folder, Map<String, String> environment, String... names) {
    try {
      Path library = Files.createDirectories(folder.resolve("library"));
      for (String name : names) {
        Files.copy(Path.of("../pdfs", name), library.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(folder, environment);
  }

  private UpAssembly start() {
    LocalSettings settings = LocalSettings.of(folder, environment);
    Location library = new Location.Folder(folder.resolve("library"));
    return new UpAssembly(settings, library, settings.index(), 0, IndexProgress.NONE);
  }

  private void show() {
    browser.go(up.url());
    browser.find("html[data-ready=true]");
  }

  /** Ends the product, starts it anew, and loads the page again. */
  void restart() {
    up.close();
    up = start();
    show();
  }

  Browser browser() {
    return browser;
  }

  Workspace workspace() {
    return up.workspace();
  }

  URI url() {
    return up.url();
  }

  /** Goes to a channel or a person, by the name in the list. */
  void go(String name) {
    browser.find("[data-role=sidebar] [data-channel]", name).click();
    browser.find("[data-role=composer] textarea");
  }

  void say(String text) {
    send("[data-role=composer] textarea", text);
  }

  void sayInThread(String text) {
    send("[data-role=thread] textarea", text);
  }

  private void send(String composer, String text) {
    WebElement field = browser.find(composer);
    field.click();
    field.sendKeys(text);
    field.sendKeys(Keys.ENTER);
  }

  /** Attaches a file to the next thing that is said. */
  void attach(Path file) {
    browser.find("[data-role=composer] [data-role=file-picker]").sendKeys(file.toString());
  }

  /** Opens the last thread of the channel, as soon as there is one. */
  void openThread() {
    browser.await(driver -> clickLast(TIMELINE + " [data-role=open-thread]") ? true : null);
    browser.find(THREAD);
  }

  private boolean clickLast(String selector) {
    var all = browser.driver().findElements(By.cssSelector(selector));
    if (all.isEmpty()) {
      return false;
    }
    all.getLast().click();
    return true;
  }

  void closeThread() {
    browser.find("[data-role=close-thread]").click();
  }

  /** What stands in the thread's last message with this text, as soon as it does. */
  WebElement inThread(String text) {
    return browser.find(THREAD + " [data-message]", text);
  }

  WebElement inTimeline(String text) {
    return browser.find(TIMELINE + " [data-message]", text);
  }

  WebElement inModal(String selector) {
    return browser.find(MODAL + " " + selector);
  }

  void closeModal() {
    browser.find(MODAL + " [data-role=modal-close]").click();
  }

  /** Chooses an entry of a message's menu. */
  void choose(WebElement message, String entry) {
    // Not by pointer: the menu shows on hovering, and the list may be scrolling still.
    press(message.findElement(By.cssSelector("[data-role=message-menu]")));
    browser.find("[role=menuitem]", entry).click();
  }

  /** Presses a button wherever it is scrolled to. */
  void press(WebElement button) {
    browser.driver().executeScript("arguments[0].click()", button);
  }

  /** How many pixels wide the picture in the open modal is, once it has come. */
  int widthOfPicture() {
    return browser.await(
        driver -> {
          String width = String.valueOf(inModal("figure img").getDomProperty("naturalWidth"));
          return width.equals("0") || width.equals("null") ? null : Integer.valueOf(width);
        });
  }

  /** Light and dark, on a wide screen and on a phone. */
  void pictures(String name) {
    if (PICTURES.isEmpty()) {
      return;
    }
    for (String theme : new String[] {"light", "dark"}) {
      browser
          .driver()
          .executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
      String suffix = theme.equals("dark") ? "-dark" : "";
      browser.driver().manage().window().setSize(WIDE);
      picture(name + suffix);
      browser.driver().manage().window().setSize(PHONE);
      picture(name + "-phone" + suffix);
    }
    browser.driver().executeScript("document.documentElement.dataset.theme = 'light'");
    browser.driver().manage().window().setSize(DESK);
  }

  /** The page as it is. */
  void picture(String name) {
    if (PICTURES.isEmpty()) {
      return;
    }
    // What opens or closes at another size takes its time.
    browser.await(
        driver ->
            browser
                .driver()
                .executeScript(
                    "return document.getAnimations().every(a => a.playState !== 'running'"
                        + " || a.effect.getTiming().iterations === Infinity) || null"));
    try {
      Files.write(
          Files.createDirectories(Path.of(PICTURES)).resolve(name + ".png"),
          browser.driver().getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      up.close();
    } finally {
      browser.close();
    }
  }
}
