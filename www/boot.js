// Starts the page: checks what the browser can do, loads and starts the page's wasm, and has the
// service worker keep a copy for offline use. The page (Rust) reaches it as `globalThis.thakimBoot`.
//
// `cargo xtask finish-site` names this file by its content. It runs under a Content-Security-Policy
// that allows no inline script and no address of a script that the policy below does not know.

const release = JSON.parse(document.getElementById("release").textContent);
const SERVICE_WORKER = "/sw.js";
/** How long a new release's worker may take to take over, in milliseconds: Chromium can put it off until
 * the worker before it has had nothing to do for 30 s. */
const TAKING_OVER = 45_000;

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

// `www/first.js` has found out which language it is.
const root = document.documentElement;
const say = sentences[root.lang] ?? sentences["zh-Hant-TW"];

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

// The frame that stands in index.html until the page has come.

const frame = document.getElementById("boot");
const shown = frame.querySelector(`:scope > [data-page="${root.dataset.frame ?? "words"}"]`);
const area = shown.querySelector("textarea");
/** Where what was typed before the page came is kept, if it never comes. */
const TYPED = "thakim.typed";
/** Where it is kept how the choices were said: `www/first.js` shows it before the page has come. */
const SAID = "thakim.said";
/** Which element of the page was pressed before it was there. */
let pressed;
let isComposing = false;

const quietly = (act) => {
  try {
    return act();
  } catch {
    // A browser that keeps nothing.
    return undefined;
  }
};

if (area) {
  const file = shown.querySelector("input[type=file]");
  const press = (selector) => {
    pressed = selector;
  };
  // As the page does.
  area.focus({ preventScroll: true });
  area.value ||= quietly(() => sessionStorage.getItem(TYPED)) ?? "";
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    press("button[type=submit]");
  });
  area.addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
  area.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    file.files = event.dataTransfer.files;
  });
  // A word that an input method is still at work on would be lost if the page came meanwhile.
  area.addEventListener("compositionstart", () => (isComposing = true));
  area.addEventListener("compositionend", () => (isComposing = false));
  shown.addEventListener("click", (event) => {
    const selector = event.target.closest("[data-for]")?.dataset.for;
    if (!selector) return;
    event.preventDefault();
    press(selector);
  });
}

addEventListener("pagehide", () => {
  quietly(() => {
    if (area?.isConnected && area.value) sessionStorage.setItem(TYPED, area.value);
    const said = document.querySelector("body > .write .said-shortly");
    if (said) localStorage.setItem(SAID, `${root.lang}\n${said.textContent}`);
  });
});

/** The page is there: it gets what was typed, chosen and pressed in the frame, which goes. */
function takeOver() {
  const page = document.querySelector("body > .write");
  if (area && page) {
    const its = page.querySelector("textarea");
    if (area.value) {
      quietly(() => sessionStorage.setItem(TYPED, area.value));
      its.value = area.value;
      its.setSelectionRange(area.selectionStart, area.selectionEnd, area.selectionDirection);
      its.scrollTop = area.scrollTop;
      its.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const { files } = shown.querySelector("input[type=file]");
    if (files.length > 0) {
      const file = page.querySelector("input[type=file]");
      file.files = files;
      file.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
  frame.remove();
  delete root.dataset.frame;
  // What was typed is the page's to keep; until it has, who leaves finds it in the frame again.
  const waits = [];
  globalThis.dispatchEvent(new CustomEvent("thakim-flush", { detail: { waitUntil: (kept) => waits.push(kept) } }));
  Promise.allSettled(waits).then(() => quietly(() => sessionStorage.removeItem(TYPED)));
  if (pressed) page?.querySelector(pressed)?.click();
}

/** Resolves in a task of its own, in which the page may come: a phone has heard fingers and keys before. */
boot.turn = () =>
  new Promise((resolve) => {
    const turn = () => {
      if (!isComposing) return resolve();
      area.addEventListener("compositionend", () => setTimeout(turn), { once: true });
    };
    setTimeout(turn);
  });

/** Resolves when the page stands in the document and has taken over, before it is painted; fails with the page. */
function comes() {
  return new Promise((resolve, reject) => {
    const fails = ({ error, reason }) => {
      const why = error ?? reason;
      if (why instanceof WebAssembly.RuntimeError) reject(why);
    };
    const ends = ["error", "unhandledrejection"];
    const watcher = new MutationObserver(() => {
      if (!document.querySelector("body > :not(#boot) #main")) return;
      watcher.disconnect();
      for (const end of ends) removeEventListener(end, fails);
      takeOver();
      resolve();
    });
    watcher.observe(document.body, { childList: true, subtree: true });
    for (const end of ends) addEventListener(end, fails);
  });
}

/** Says what is wrong in the page, with a button where trying again can help. */
function explain(sentence, retry) {
  const line = document.createElement("p");
  line.className = "notice error";
  line.setAttribute("role", "alert");
  line.textContent = sentence;
  if (retry) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = say.retry;
    button.addEventListener("click", () => location.reload());
    line.append(button);
  }
  shown.querySelector(".status").replaceChildren(line);
}

/** The wasm of a response, compiled while it comes where the browser can. */
async function compile(response) {
  const isNamed = response.headers.get("Content-Type")?.startsWith("application/wasm");
  if (isNamed && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Until the browser has shown what is there; at once in a tab that nobody sees, and where it does not say. */
function shownOnce() {
  const says = globalThis.PerformanceObserver?.supportedEntryTypes?.includes("paint");
  if (!says || document.visibilityState === "hidden") return undefined;
  const atLast = 500;
  return new Promise((resolve) => {
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
    setTimeout(resolve, atLast);
  });
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
  // First the frame, which can be read and written in already; then the program.
  await shownOnce();
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
    const program = await compile(wasm);
    // Each step is a task of its own: whoever types meanwhile is heard between them.
    await boot.turn();
    const coming = comes();
    await page.default({ module_or_path: program });
    await coming;
  } catch (error) {
    console.error(error);
    explain(say.failed, true);
    return false;
  }
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

/**
 * Has a release that waits take over, and says whether none is left that has not, within TAKING_OVER. A
 * page must not be loaded anew before that: Chromium gives its navigation to the worker that is on its way
 * out, and loses it.
 */
async function takesOver({ active, waiting } = {}) {
  const isIn = (worker) =>
    new Promise((resolve) => {
      const look = () => ["activated", "redundant"].includes(worker.state) && resolve(true);
      worker.addEventListener("statechange", look);
      setTimeout(resolve, TAKING_OVER, false);
      look();
      worker.postMessage({ type: "take-over" });
    });
  return (await Promise.all([active, waiting].filter(Boolean).map(isIn))).every(Boolean);
}

/** Has the whole release kept on this machine, or says why that cannot be. */
async function keepForOffline() {
  const announce = (offline) => {
    boot.offline = Object.freeze(offline);
    globalThis.dispatchEvent(new CustomEvent("thakim-offline", { detail: boot.offline }));
  };
  const unsupported = (reason) => announce({ state: "unsupported", reason });
  if (!release.offline) return unsupported("development");
  if (!navigator.serviceWorker) return unsupported("no-service-worker");
  try {
    const { keepCopy } = await import(release.copy.url);
    await keepCopy(release, policy, boot, takesOver);
  } catch (error) {
    // The line broke off just now: trying again is all there is to do.
    boot.copy ??= { retry: keepForOffline };
    announce({ state: "failed", kind: "network", reason: String(error) });
  }
}

// The worker counts starts that come to nothing. After two it drops the copy, and a new one is fetched.
tellWorker("starting");
if (await startPage()) {
  tellWorker("started");
  // The copy for offline use comes after the page: it must take neither the line nor the processor from it.
  await new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));
  await keepForOffline();
} else if ((await tellWorker("failed"))?.reload) {
  // With the copy dropped, a release that waited takes over.
  if (await takesOver(await navigator.serviceWorker.getRegistration())) location.reload();
}
