// What Lighthouse says of a page, as one line of JSON: on a phone of the middle range and a slow line,
// both simulated.
//
//   node lighthouse.mjs FOLDER CHROMIUM ORIGIN input|pronunciation     FOLDER holds node_modules
//
// The annotated article is that of the tab, so its page is looked at in the tab where it was submitted.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [folder, executablePath, origin, page] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")).href);
const { default: lighthouse } = await import(pathToFileURL(join(folder, "node_modules/lighthouse/core/index.js")).href);

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const browser = await puppeteer.launch({ executablePath, headless: true, args });
try {
  const tab = await browser.newPage();
  if (page === "pronunciation") {
    await tab.goto(`${origin}/article_pronunciation/input/`);
    await tab.waitForSelector("body > .write .sources button");
    await tab.click("body > .write .sources button");
    await tab.click("body > .write button[type=submit]");
    await tab.waitForFunction(() => document.querySelectorAll("article ruby").length > 50);
    await tab.waitForSelector("html:not(:has(.hairline[data-busy]))");
  }
  const flags = {
    formFactor: "mobile",
    throttlingMethod: "simulate",
    disableStorageReset: page === "pronunciation",
    onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
    logLevel: "silent",
  };
  const { lhr } = await lighthouse(`${origin}/article_pronunciation/${page}/`, flags, undefined, tab);
  const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score]));
  const figure = (id) => lhr.audits[id].numericValue;
  const below = Object.values(lhr.categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter(({ id: audit, weight }) => weight > 0 && (lhr.audits[audit].score ?? 1) < 1)
      .map(({ id: audit }) => `${id}: ${audit} ${lhr.audits[audit].displayValue ?? ""}`),
  );
  const figures = {
    firstPaint: figure("first-contentful-paint"),
    largestPaint: figure("largest-contentful-paint"),
    blocked: figure("total-blocking-time"),
    shift: figure("cumulative-layout-shift"),
  };
  // What comes over the line: before anything can be painted, and before the page's program has begun.
  const carried = (which) => {
    const requests = lhr.audits["network-requests"].details.items.filter(({ url }) => which.test(new URL(url).pathname));
    return { requests: requests.length, bytes: requests.reduce((sum, { transferSize }) => sum + transferSize, 0) };
  };
  const weight = {
    painted: carried(/^\/article_pronunciation\/|\/(first|styles)-[^/]*$/),
    begun: carried(/^\/article_pronunciation\/|\/(first|styles|boot|page|thakim-reading)-[^/]*$/),
  };
  const largest = lhr.audits["largest-contentful-paint-element"].details?.items[0]?.items[0]?.node;
  console.log(
    JSON.stringify({
      url: lhr.finalDisplayedUrl,
      error: lhr.runtimeError,
      scores,
      figures,
      weight,
      largest: { element: largest?.snippet, says: largest?.nodeLabel },
      below,
    }),
  );
} finally {
  await browser.close();
}
