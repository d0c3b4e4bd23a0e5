// Starts the page: checks what the browser can do, loads and starts the page's wasm, and has the
// service worker keep a copy for offline use. The page (Rust) reaches it as `globalThis.thakimBoot`.
//
// `cargo xtask finish-site` names this file by its content. It runs under a Content-Security-Policy
// that allows no inline script and no address of a script that the policy below does not know.

const release = JSON.parse(document.getElementById("release").textContent);
const SERVICE_WORKER = "/sw.js";

// Trusted Types: the only addresses from which this page may start a script of its own.
const scripts = new Set([release.worker.url, SERVICE_WORKER]);
const rules = {
  createScriptURL(url) {
    if (scripts.has(url)) return url;
    throw new TypeError(`not a script of this release: ${url}`);
  },
};
const policy = globalThis.trustedTypes?.createPolicy("app-url", rules) ?? rules;

const boot = {
  release,
  // Where the copy for offline use stands; the same object as the detail of the last
  // `thakim-offline` event: { state: "unsupported" | "installing" | "ready" | "failed" | "removed",
  // done, total (bytes, while installing), kind ("full" | "network", when failed),
  // reason (when unsupported or failed: a code that the page has words for, or what the browser says) }.
  offline: { state: "installing", done: 0, total: release.precacheBytes },
  // Whether another release waits or has taken over; the detail of the last `thakim-update` event:
  // { state: "none" | "waiting" | "stale", version, build }.
  update: { state: "none" },
  // What can be done with the copy, once it is being kept: see `www/offline.js`.
  copy: undefined,
  // A new engine worker. The page listens to it at once and waits for its `Hello`.
  startWorker() {
    return new Worker(policy.createScriptURL(release.worker.url), { type: "module" });
  },
};
globalThis.thakimBoot = boot;

// What this script may have to say, in the page's languages; everything else is said by the page.
const sentences = {
  "zh-Hant-TW": {
    retry: "再試",
    noWasm: "這個瀏覽器沒有 WebAssembly（可能被安全設定關閉）。請打開它，或改用新版的 Firefox、Chrome、Edge 或 Safari。",
    noWorkers: "這個瀏覽器太舊，沒有標音需要的背景程式（module worker）。請更新，或改用新版的 Firefox、Chrome、Edge 或 Safari。",
    brokenOff: "程式下載到一半斷線或受損。文章還在。連上網路後按「再試」。",
    failed: "程式無法啟動。文章還在。請按「再試」；還是不行的話，請更新瀏覽器。",
  },
  "nan-Hant-TW": {
    retry: "閣試",
    noWasm: "這个瀏覽器無 WebAssembly（可能予安全設定關去）。請共伊拍開，抑是改用新版的 Firefox、Chrome、Edge 抑是 Safari。",
    noWorkers: "這个瀏覽器傷舊，無標音需要的背景程式（module worker）。請更新，抑是改用新版的 Firefox、Chrome、Edge 抑是 Safari。",
    brokenOff: "程式下載到一半斷線抑是歹去。文章猶佇咧。連著網路了後揤「閣試」。",
    failed: "程式無法度啟動。文章猶佇咧。請揤「閣試」；若猶是袂用得，請更新瀏覽器。",
  },
  en: {
    retry: "Try again",
    noWasm: "This browser has no WebAssembly (a security setting may have turned it off). Turn it on, or use a recent Firefox, Chrome, Edge or Safari.",
    noWorkers: "This browser is too old: it lacks the background programs (module workers) that annotating needs. Update it, or use a recent Firefox, Chrome, Edge or Safari.",
    brokenOff: "The connection broke off while the program was downloaded, or the program is damaged. Your article is still there. Press “Try again” when you are connected.",
    failed: "The program cannot start. Your article is still there. Press “Try again”; if that does not help, update the browser.",
  },
};

/** The page's language: as chosen, or as fits the person; the same rule as in `language.rs`. */
function pageLanguage() {
  let chosen;
  try {
    chosen = localStorage.getItem("thakim.language");
  } catch {
    // A browser that keeps nothing.
  }
  if (chosen in sentences) return chosen;
  for (const tag of navigator.languages ?? [navigator.language]) {
    const first = tag.split("-")[0];
    if (first === "nan") return "nan-Hant-TW";
    if (["zh", "yue", "hak", "cdo", "wuu", "gan", "lzh"].includes(first)) return "zh-Hant-TW";
    if (first === "en") return "en";
  }
  return "en";
}

const language = pageLanguage();
const say = sentences[language];
document.documentElement.lang = language;
for (const words of document.querySelectorAll("#boot > [lang]")) words.hidden = words.lang !== language;

// The colours that the person chose hold before the page has started; it does the same in `layout/root.rs`.
try {
  const [, theme] = / theme=(light|dark)(?: |$)/.exec(localStorage.getItem("thakim.settings.1")) ?? [];
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing.
}

/** `sha256-…` as fetch and link want it, from lower-case hexadecimal. */
function integrity(hex) {
  const bytes = hex.match(/../g).map((pair) => Number.parseInt(pair, 16));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

/** Whether `new Worker` heeds `type: "module"`. */
function hasModuleWorkers() {
  // Every browser with Trusted Types has them; elsewhere see whether the option is looked at.
  if (globalThis.trustedTypes) return true;
  let asked = false;
  const options = {
    get type() {
      asked = true;
      return "module";
    },
  };
  try {
    new Worker("data:,", options).terminate();
  } catch {
    // The policy refuses the address; that is after the options were read.
  }
  return asked;
}

/** Says what is wrong in the page, with a button where trying again can help. */
function explain(sentence, retry) {
  const place = document.getElementById("boot");
  if (!place) return;
  const line = document.createElement("p");
  line.setAttribute("role", "alert");
  line.textContent = sentence;
  place.replaceChildren(line);
  if (retry) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say.retry;
    button.addEventListener("click", () => location.reload());
    place.append(button);
  }
}

/** Loads the page's script and wasm, and starts it. False when it could not be, which is then said. */
async function startPage() {
  if (typeof WebAssembly !== "object") {
    explain(say.noWasm, false);
    return false;
  }
  if (!hasModuleWorkers()) {
    explain(say.noWorkers, false);
    return false;
  }
  let page;
  let wasm;
  try {
    const { js, wasm: file } = release.page;
    [page, wasm] = await Promise.all([import(js.url), fetch(file.url, { integrity: integrity(file.sha256) })]);
    if (!wasm.ok) throw new Error(`${file.url}: HTTP ${wasm.status}`);
  } catch (error) {
    console.error(error);
    explain(say.brokenOff, true);
    return false;
  }
  try {
    await page.default({ module_or_path: wasm });
  } catch (error) {
    console.error(error);
    explain(say.failed, true);
    return false;
  }
  document.getElementById("boot")?.remove();
  return true;
}

/** One word to the worker that gave out this page, where one did. */
function tellWorker(type) {
  return new Promise((resolve) => {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return resolve(undefined);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data.answer);
    worker.postMessage({ type }, [port2]);
  });
}

/** Has the whole release kept on this machine, or says why that cannot be. */
async function keepForOffline() {
  const unsupported = (reason) => {
    boot.offline = Object.freeze({ state: "unsupported", reason });
    globalThis.dispatchEvent(new CustomEvent("thakim-offline", { detail: boot.offline }));
  };
  if (!release.offline) return unsupported("development");
  if (!navigator.serviceWorker) return unsupported("no-service-worker");
  try {
    const { keepCopy } = await import(release.copy.url);
    await keepCopy(release, policy, boot);
  } catch (error) {
    unsupported(String(error));
  }
}

// The worker counts starts that come to nothing. After two it drops the copy, and a new one is fetched.
tellWorker("starting");
if (await startPage()) {
  tellWorker("started");
  // The copy for offline use comes after the page: it must not take the line from it.
  await keepForOffline();
} else if ((await tellWorker("failed"))?.reload) {
  location.reload();
}
