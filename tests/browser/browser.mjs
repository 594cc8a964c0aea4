// Debian's Chromium without a window, driven by its own driver; nothing is fetched.
import { pathToFileURL } from "node:url";
import { required } from "./packages.mjs";

const { Builder, Key, logging } = required("selenium-webdriver");
const chrome = required("selenium-webdriver/chrome");

const CHROMIUM = process.env.BILLIJK_CHROMIUM ?? "/usr/bin/chromium";
const CHROMEDRIVER = process.env.BILLIJK_CHROMEDRIVER ?? "/usr/bin/chromedriver";
const FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
];
const A4 = { paperWidth: 210 / 25.4, paperHeight: 297 / 25.4 };

export { Key };

export class Browser {
  constructor(driver) {
    this.driver = driver;
  }

  static async start() {
    const wanted = new logging.Preferences();
    wanted.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
    wanted.setLevel(logging.Type.BROWSER, logging.Level.ALL);
    const options = new chrome.Options();
    options.setBinaryPath(CHROMIUM);
    options.addArguments(...FLAGS);
    options.setLoggingPrefs(wanted);
    const driver = await new Builder().forBrowser("chrome").setChromeOptions(options)
      .setChromeService(new chrome.ServiceBuilder(CHROMEDRIVER)).build();
    await driver.manage().setTimeouts({ script: 30_000, pageLoad: 30_000 });
    return new Browser(driver);
  }

  stop() {
    return this.driver.quit();
  }

  open(path) {
    return this.driver.get(pathToFileURL(path).href);
  }

  /** What a function of the page itself returns; it may be asynchronous. */
  run(task, ...given) {
    return this.driver.executeScript(task, ...given);
  }

  type(...keys) {
    return this.driver.actions().sendKeys(...keys).perform();
  }

  selectAll() {
    return this.driver.actions().keyDown(Key.CONTROL).sendKeys("a").keyUp(Key.CONTROL).perform();
  }

  command(name, parameters = {}) {
    return this.driver.sendAndGetDevToolsCommand(name, parameters);
  }

  scheme(name) {
    return this.command("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: name }] });
  }

  /** A telephone of this width, which obeys the page's own word on its viewport. */
  telephone(width) {
    const screen = { width, height: 740, deviceScaleFactor: 2, mobile: true };
    return this.command("Emulation.setDeviceMetricsOverride", screen);
  }

  /** The page printed on A4, as bytes of a PDF. */
  async print() {
    const printed = await this.command("Page.printToPDF", { ...A4, preferCSSPageSize: true });
    return Buffer.from(printed.data, "base64");
  }

  /** Every address asked for since the last time this was asked. */
  async requests() {
    const entries = await this.driver.manage().logs().get(logging.Type.PERFORMANCE);
    return entries.map((entry) => JSON.parse(entry.message).message)
      .filter(({ method }) => method === "Network.requestWillBeSent" || method === "Network.webSocketCreated")
      .map(({ params }) => params.request?.url ?? params.url);
  }

  /** What the page has said on its console since the last time this was asked, errors of scripts among it. */
  async console() {
    const entries = await this.driver.manage().logs().get(logging.Type.BROWSER);
    return entries.map((entry) => entry.message);
  }
}
