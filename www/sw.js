// The service worker: alone owns the copy of a release that is kept for offline use.
//
// One release = one list of files made from the built files. Files are kept by their SHA-256: what is
// there already is not fetched again, whichever release brought it. Nothing unverified is ever stored
// or given out, and the record that makes a release count is written last.
//
// Tier 1 (the page, the engine, the dictionary) is what `install` fetches; it is whole or the release
// does not count. Tier 2 (fonts, icons) is asked for by the page, file by file, so that no event
// runs for long. A page keeps the release that it was started with: a newer worker answers it from
// that release's record, for as long as the page holds its lock (`www/offline.js`).
//
// `cargo xtask finish-site` fills in the release; this file's bytes change whenever any other file's do.

/** { build, version, files: [{ url, sha256, bytes, tier }], addresses: ["/", …] }; url "/" is the page. */
const release = __PRECACHE__;

const CONTENT = "thakim-content-1";
const RELEASES = "thakim-releases-1";
const TRIES = ["no-cache", "reload", "reload"];
/** How long one file may take on the way, in milliseconds. */
const PATIENCE = 180_000;
/** How long one waits for another that adds a release, in milliseconds. */
const WAITING = 20_000;
/** Starts in a row that may fail before the copy is taken for spoilt. */
const FAILED_STARTS = 2;
/** After how long without a request pages are taken to have all that they asked for; and how long that is
 * waited for; in milliseconds. */
const PAUSE = 400;
const QUIET = 5_000;

/** When a page asked for something last, by the clock of `performance`. */
let requested = 0;

const addresses = new Set(release.addresses);
const page = release.files.find((file) => file.url === "/");
const contentKey = ({ sha256 }) => `/content/${sha256}`;
const recordKey = (build) => `/release/${build}`;
const pendingKey = (build) => `/pending/${build}`;
const startsKey = "/starts";
const sum = (files) => files.reduce((bytes, file) => bytes + file.bytes, 0);

// Files: verified, stored, taken out again.

function hexBytes(hex) {
  return hex.match(/../g).map((pair) => Number.parseInt(pair, 16));
}

async function isRight(body, { sha256, bytes }) {
  if (body.byteLength !== bytes) return false;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return hexBytes(sha256).every((byte, i) => byte === digest[i]);
}

/** One file from the network, verified, as it will be stored. */
async function download(file) {
  const integrity = `sha256-${btoa(String.fromCharCode(...hexBytes(file.sha256)))}`;
  let fault;
  for (const cache of TRIES) {
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const response = await fetch(file.url, { cache, integrity, credentials: "same-origin", signal });
      if (response.status !== 200 || response.redirected) throw new Error(`HTTP ${response.status}`);
      const body = await response.arrayBuffer();
      if (body.byteLength !== file.bytes) throw new Error(`${body.byteLength} of ${file.bytes} bytes`);
      // The stored body is decoded: its headers must not say otherwise.
      const headers = new Headers(response.headers);
      for (const name of ["Content-Encoding", "Content-Length", "Transfer-Encoding", "Vary"]) headers.delete(name);
      return new Response(body, { status: 200, headers });
    } catch (error) {
      fault = error;
    }
  }
  throw new Error(`${file.url}: ${fault?.message ?? fault}`);
}

/** Has a file in the store. */
async function keep(file) {
  const content = await caches.open(CONTENT);
  if (await take(file)) return;
  await content.put(contentKey(file), await download(file));
}

/** A file from the store, verified once more; what is not right any more goes. */
async function take(file) {
  const content = await caches.open(CONTENT);
  const stored = await content.match(contentKey(file));
  if (!stored) return undefined;
  const { headers } = stored;
  // A body that cannot be read is as good as none.
  const body = await stored.arrayBuffer().catch(() => new ArrayBuffer(0));
  if (await isRight(body, file)) return new Response(body, { status: 200, headers });
  await content.delete(contentKey(file));
  return undefined;
}

async function missing(files) {
  const content = await caches.open(CONTENT);
  const kept = new Set((await content.keys()).map((request) => new URL(request.url).pathname));
  return files.filter((file) => !kept.has(contentKey(file)));
}

// Releases: recorded, and dropped when nobody needs them.

/** All releases that are whole, the oldest first. No clock is asked: it may be years off. */
async function recorded() {
  const cache = await caches.open(RELEASES);
  const keys = (await cache.keys()).filter((request) => new URL(request.url).pathname.startsWith("/release/"));
  const found = await Promise.all(keys.map(async (key) => (await cache.match(key))?.json().catch(() => undefined)));
  return found.filter((record) => Array.isArray(record?.files)).sort((one, other) => (one.order ?? 0) - (other.order ?? 0));
}

/** Notes that this release is whole. */
async function record() {
  const cache = await caches.open(RELEASES);
  const others = (await recorded()).filter(({ build }) => build !== release.build);
  const order = 1 + others.reduce((highest, other) => Math.max(highest, other.order ?? 0), 0);
  await cache.put(recordKey(release.build), new Response(JSON.stringify({ ...release, order })));
  await cache.delete(pendingKey(release.build));
}

/** The builds that an open page was started with; undefined where the browser cannot tell. */
async function inUse() {
  if (!navigator.locks) return undefined;
  const { held } = await navigator.locks.query();
  return new Set(held.map(({ name }) => name.split(" ")).filter(([kind]) => kind === "thakim-tab").map(([, build]) => build));
}

/** Only one at a time adds a release or drops one; whoever only tidies up does not wait. Where the lock
 * neither comes nor is refused (WebKit, when the page loads anew while its worker installs) the work is
 * done without it, as in a browser that has none: what is on its way is recorded before it is fetched. */
function alone(options, act) {
  if (!navigator.locks) return act({});
  return new Promise((resolve, reject) => {
    let begun;
    const begin = (lock) => {
      if (begun) return undefined;
      begun = Promise.resolve(act(lock)).then(resolve, reject);
      return begun;
    };
    setTimeout(begin, WAITING, options.ifAvailable ? null : {});
    navigator.locks.request("thakim-store", options, begin).catch(reject);
  });
}

/** Drops the releases that nobody needs: this one stays, the one before, any newer, and those in use. */
async function prune() {
  await alone({ ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const cache = await caches.open(RELEASES);
    const all = await recorded();
    const here = all.findIndex(({ build }) => build === release.build);
    if (here < 0) return;
    const used = await inUse();
    const stays = ({ build }, index) => index >= here - 1 || used?.has(build);
    for (const { build } of all.filter((one, index) => !stays(one, index))) await cache.delete(recordKey(build));
    // What is being fetched for a release that is not whole yet stays too: it goes on from there.
    const lists = await Promise.all((await cache.keys()).map(async (key) => (await cache.match(key))?.json()));
    const needed = new Set(lists.flatMap((list) => list?.files ?? []).map(contentKey));
    const content = await caches.open(CONTENT);
    for (const request of await content.keys()) {
      if (!needed.has(new URL(request.url).pathname)) await content.delete(request);
    }
  });
}

async function tell(detail) {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const client of pages) client.postMessage({ type: "thakim-offline", build: release.build, detail });
}

/** What went wrong, in a word that the page has a sentence for, and as the browser says it. */
function failure(error) {
  const kind = error?.name === "QuotaExceededError" ? "full" : "network";
  return { state: "failed", kind, reason: String(error?.message ?? error) };
}

async function install() {
  await alone({}, async () => {
    const cache = await caches.open(RELEASES);
    const total = sum(release.files);
    try {
      // One release is on its way at a time: what an earlier one left unfinished is needed no more.
      for (const request of await cache.keys()) {
        if (new URL(request.url).pathname.startsWith("/pending/")) await cache.delete(request);
      }
      await cache.put(pendingKey(release.build), new Response(JSON.stringify({ files: release.files })));
      let done = 0;
      for (const file of release.files.filter(({ tier }) => tier === 1)) {
        await tell({ state: "installing", done, total });
        await keep(file);
        done += file.bytes;
      }
      await tell({ state: "installing", done, total });
      await record();
    } catch (error) {
      const told = failure(error);
      if (told.kind === "full") await giveBack();
      await tell(told);
      throw error;
    }
  });
}

/** No room: what was fetched for this release goes again. What a person writes needs the room more. */
async function giveBack() {
  const cache = await caches.open(RELEASES);
  await cache.delete(pendingKey(release.build));
  const needed = new Set((await recorded()).flatMap(({ files }) => files).map(contentKey));
  const content = await caches.open(CONTENT);
  for (const file of release.files) {
    if (!needed.has(contentKey(file))) await content.delete(contentKey(file));
  }
}

// Answers.

/** A file for a page: from the store, or else from the network, verified all the same. */
async function serve(file, request) {
  const kept = await take(file).catch(() => undefined);
  if (kept) return kept;
  try {
    const fresh = await download(file);
    const copy = fresh.clone();
    // Where there is no room the page goes on from the network.
    await caches.open(CONTENT).then((content) => content.put(contentKey(file), copy)).catch(() => undefined);
    return fresh;
  } catch {
    // A name with a hash stands for one content alone. Another file may be newer than this release.
    return file.url.startsWith("/a/") ? Response.error() : fetch(request);
  }
}

/** A file that this release does not have: of the release that another page was started with. */
async function serveOther(path, request) {
  for (const { files } of (await recorded().catch(() => [])).reverse()) {
    const file = files.find(({ url }) => url === path);
    if (file) return serve(file, request);
  }
  return fetch(request);
}

/** The page: only when all that it will need is there, or can be had. */
async function open(request) {
  const failed = await starts.next().catch(() => 0);
  if (failed >= FAILED_STARTS && (await rescue().catch(() => false))) return openOtherwise(request);
  const needed = release.files.filter(({ tier }) => tier === 1);
  try {
    for (const file of await missing(needed)) await keep(file);
    const kept = await take(page);
    if (kept) return kept;
    return await serve(page, request);
  } catch {
    return openOtherwise(request);
  }
}

/** This release has lost files, or there is no store: the server's page, or an older whole one. */
async function openOtherwise(request) {
  try {
    return await fetch(request);
  } catch {
    for (const older of (await recorded().catch(() => [])).reverse()) {
      const lost = await missing(older.files.filter(({ tier }) => tier === 1)).catch(() => older.files);
      const kept = lost.length === 0 && (await take(older.files.find(({ url }) => url === "/")));
      if (kept) return kept;
    }
    return new Response(incompletePage(), { status: 503, headers: INCOMPLETE_HEADERS });
  }
}

// What is said of it: title, what happened and what is safe, what to do around the link and in it.
const incomplete = {
  "zh-Hant-TW": ["離線的這一份不完整", "瀏覽器清掉了一部分檔案，現在又連不上網路。文章和草稿都還在這台電腦。", "連上網路以後", "再試", "，缺的會補齊。"],
  "nan-Hant-TW": ["離線的這份無齊全", "瀏覽器共一部份檔案清掉矣，這馬閣連袂著網路。文章佮草稿攏猶佇這台電腦。", "連著網路了後", "閣試", "，欠的會補齊。"],
  en: ["This copy for offline use is not complete", "The browser has cleared away some of its files, and there is no network now. Articles and drafts are still on this computer.", "When you are connected, ", "try again", "; what is missing will be fetched."],
};

/** A page of the worker's own, in the language that fits the person. What was chosen in the page is out of a worker's reach. */
function incompletePage() {
  const first = (navigator.languages ?? []).map((tag) => tag.split("-")[0]);
  const fitting = { nan: "nan-Hant-TW", zh: "zh-Hant-TW", yue: "zh-Hant-TW", hak: "zh-Hant-TW", en: "en" };
  const language = fitting[first.find((tag) => tag in fitting)] ?? "en";
  const [title, what, before, link, behind] = incomplete[language];
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>讀音 Tha̍k-im</title></head>
<body><main><h1>${title}</h1>
<p>${what}</p>
<p>${before}<a href="">${link}</a>${behind}</p></main></body></html>`;
}
const INCOMPLETE_HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

// The watchdog. A page says when it begins to start, when it has started, and when it could not.

/** How many starts in a row came to nothing; kept, because this worker sleeps between events. */
const starts = {
  /** The change before: one that read before it was written would undo it. */
  last: Promise.resolve(),
  /** Changes the counts, after all changes that were asked for before. Gives what they were. */
  change(to) {
    const change = async () => {
      const cache = await caches.open(RELEASES);
      const found = await (await cache.match(startsKey))?.json().catch(() => undefined);
      const counts = { silent: 0, failed: 0, ...found };
      await cache.put(startsKey, new Response(JSON.stringify({ ...counts, ...to(counts) })));
      return counts;
    };
    const changed = starts.last.then(change);
    starts.last = changed.catch(() => undefined);
    return changed;
  },
  /** A page is about to be given out. How many before it never spoke, or said that they failed. */
  async next() {
    const { silent, failed } = await starts.change(({ silent }) => ({ silent: silent + 1 }));
    return Math.max(silent, failed);
  },
};

/**
 * Drops the copy after failed starts, so that the next one comes from the server; never drafts, which
 * are not here. Not where the server is out of reach, or what answers in its place is not ours: then
 * the copy is all there is.
 */
async function rescue() {
  try {
    const response = await fetch("/", { cache: "no-store" });
    if (response.status !== 200 || response.redirected) return false;
    if (!(await response.text()).includes('<script type="application/json" id="release">')) return false;
  } catch {
    return false;
  }
  await starts.change(() => ({ silent: 0, failed: 0 }));
  await caches.delete(CONTENT);
  const cache = await caches.open(RELEASES);
  for (const request of await cache.keys()) {
    if (new URL(request.url).pathname !== startsKey) await cache.delete(request);
  }
  registration.waiting?.postMessage({ type: "take-over" });
  return true;
}

// What pages ask.

/** How far the copy of a release is: { state: "ready" } or { state: "installing", done, total, missing }. */
async function status(files) {
  const absent = await missing(files);
  if (absent.length === 0) return { state: "ready" };
  const total = sum(files);
  return { state: "installing", done: total - sum(absent), total, missing: absent.map(({ url }) => url) };
}

/** Every file of a release, verified now; what is not right is fetched again. */
async function verify(files, progress) {
  const faults = [];
  let done = 0;
  for (const file of files) {
    const there = await take(file);
    if (!there) faults.push(file);
    done += file.bytes;
    progress({ done, total: sum(files) });
  }
  let mended = 0;
  for (const file of faults) mended += await keep(file).then(() => 1, () => 0);
  return { files: files.length, bytes: sum(files), faults: faults.length, mended };
}

const questions = {
  hello: () => ({ build: release.build, version: release.version }),
  async status({ files }) {
    const cache = await caches.open(RELEASES);
    if (!(await cache.match(recordKey(release.build)))) {
      // The record was lost, but all that counts is there again.
      const absent = await missing(release.files.filter(({ tier }) => tier === 1));
      if (absent.length === 0) await record();
    }
    await prune();
    return status(files);
  },
  async keep({ files, url }) {
    try {
      await keep(files.find((file) => file.url === url));
      return { kept: true };
    } catch (error) {
      return failure(error);
    }
  },
  verify: ({ files }, progress) => verify(files, progress),
  async starting() {
    await starts.change(() => ({ silent: 0 }));
  },
  async started() {
    await starts.change(() => ({ silent: 0, failed: 0 }));
  },
  async failed() {
    const { failed } = await starts.change(({ failed }) => ({ silent: 0, failed: failed + 1 }));
    return { reload: failed + 1 >= FAILED_STARTS && (await rescue()) };
  },
  /** Answers when no page has asked for a file for a while; after QUIET in any case. */
  async quiet() {
    const begun = performance.now();
    const isLoud = () => performance.now() - requested < PAUSE && performance.now() - begun < QUIET;
    while (isLoud()) await new Promise((resolve) => setTimeout(resolve, PAUSE));
  },
  "take-over": () => skipWaiting(),
};

/** The files of the release that a page was started with. */
async function filesOf(build) {
  if (!build || build === release.build) return release.files;
  return (await recorded()).find((one) => one.build === build)?.files;
}

async function reply({ data, ports: [port] }) {
  try {
    const files = await filesOf(data.build);
    const progress = (so) => port?.postMessage({ progress: so });
    if (!files) throw new Error(`no release ${data.build} here`);
    // Done whether or not anybody waits for the answer.
    const answer = await questions[data.type]({ ...data, files }, progress);
    port?.postMessage({ answer });
  } catch (error) {
    port?.postMessage({ error: failure(error) });
  }
}

addEventListener("install", (event) => {
  // Every request is answered here. Without a word a browser may ask the server as well, while this
  // worker wakes up.
  event.addRoutes?.({ condition: { requestMode: "navigate" }, source: "fetch-event" }).catch(() => undefined);
  event.waitUntil(install());
});
// No page is answered until this has ended, so nothing is tidied up here: a page asks how the copy stands.
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => {
  if (Object.hasOwn(questions, event.data?.type)) event.waitUntil(reply(event));
});
addEventListener("fetch", (event) => {
  requested = performance.now();
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (addresses.has(`${pathname}/`)) event.respondWith(Response.redirect(`${pathname}/${search}`, 301));
    else if (addresses.has(pathname)) event.respondWith(open(request));
    return;
  }
  if (search !== "") return;
  const file = release.files.find(({ url }) => url === pathname);
  if (file) event.respondWith(serve(file, request));
  else if (pathname.startsWith("/a/")) event.respondWith(serveOther(pathname, request));
});
