// The service worker: alone owns the copy of a release that is kept for offline use.
//
// One release = one list of files made from the built files. Files are kept by their SHA-256: what a
// new release shares with the one before is not fetched again. Nothing unverified is ever stored, and
// the record that makes a release count is written last: the whole list or nothing.
//
// `cargo xtask finish-site` fills in the release; this file's bytes change whenever any other file's do.

/** { build, files: [{ url, sha256, bytes }], addresses: ["/", …] }; the file with url "/" is the page. */
const release = __PRECACHE__;

const CONTENT = "thakim-content-1";
const RELEASES = "thakim-releases-1";
const TRIES = ["no-cache", "reload", "reload"];

const files = new Map(release.files.map((file) => [file.url, file]));
const addresses = new Set(release.addresses);
const total = release.files.reduce((sum, file) => sum + file.bytes, 0);
const contentKey = ({ sha256 }) => `/content/${sha256}`;
const recordKey = `/release/${release.build}`;

function hexBytes(hex) {
  return hex.match(/../g).map((pair) => Number.parseInt(pair, 16));
}

async function holds(response, { sha256, bytes }) {
  const body = await response.arrayBuffer();
  if (body.byteLength !== bytes) return false;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const expected = hexBytes(sha256);
  return digest.every((byte, i) => byte === expected[i]);
}

/** One file from the network, verified, as it will be stored. */
async function download(file) {
  let fault;
  for (const cache of TRIES) {
    try {
      const integrity = `sha256-${btoa(String.fromCharCode(...hexBytes(file.sha256)))}`;
      const response = await fetch(file.url, { cache, integrity, credentials: "same-origin" });
      if (response.status !== 200 || response.redirected) throw new Error(`HTTP ${response.status}`);
      const body = await response.blob();
      if (body.size !== file.bytes) throw new Error(`${body.size} of ${file.bytes} bytes`);
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

async function tell(detail) {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of pages) page.postMessage({ type: "thakim-offline", build: release.build, detail });
}

async function install() {
  const content = await caches.open(CONTENT);
  let done = 0;
  try {
    await tell({ state: "installing", done, total });
    for (const file of release.files) {
      const key = contentKey(file);
      const kept = await content.match(key);
      if (!kept || !(await holds(kept, file))) await content.put(key, await download(file));
      done += file.bytes;
      await tell({ state: "installing", done, total });
    }
    const releases = await caches.open(RELEASES);
    await releases.put(recordKey, new Response(JSON.stringify(release)));
  } catch (error) {
    await tell({ state: "failed", reason: String(error?.message ?? error) });
    throw error;
  }
}

/** What no release on record needs any more goes. Runs when no tab uses the release before. */
async function activate() {
  const releases = await caches.open(RELEASES);
  for (const request of await releases.keys()) {
    if (new URL(request.url).pathname !== recordKey) await releases.delete(request);
  }
  const needed = new Set(release.files.map(contentKey));
  const content = await caches.open(CONTENT);
  for (const request of await content.keys()) {
    if (!needed.has(new URL(request.url).pathname)) await content.delete(request);
  }
  await clients.claim();
}

/** Ready only when the record and every file are there. */
async function status() {
  const releases = await caches.open(RELEASES);
  if (!(await releases.match(recordKey))) return { state: "installing", done: 0, total };
  const content = await caches.open(CONTENT);
  const kept = new Set((await content.keys()).map((request) => new URL(request.url).pathname));
  const missing = release.files.filter((file) => !kept.has(contentKey(file)));
  if (missing.length === 0) return { state: "ready" };
  return { state: "failed", reason: `the browser has removed ${missing.length} of ${release.files.length} files` };
}

async function kept(file, request) {
  const content = await caches.open(CONTENT);
  return (await content.match(contentKey(file))) ?? fetch(request);
}

/** The file of this release that answers a request; none when the network shall. */
function answer(request, url) {
  if (request.mode !== "navigate") return url.search === "" ? files.get(url.pathname) : undefined;
  return addresses.has(url.pathname) ? files.get("/") : undefined;
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && addresses.has(`${url.pathname}/`)) {
    event.respondWith(Response.redirect(`${url.pathname}/${url.search}`, 301));
    return;
  }
  const file = answer(request, url);
  if (file) event.respondWith(kept(file, request));
});

addEventListener("message", (event) => {
  // A waiting release takes over when no tab uses the one before. Asking the person, and taking over
  // at their word, will be a message of its own here.
  if (event.data?.type !== "status" || !event.source) return;
  const reply = async () => {
    let detail = await status();
    if (detail.state === "failed") {
      // What the browser has removed can be had again; if not, `install` has told why.
      detail = await install().then(status, () => undefined);
      if (!detail) return;
    }
    event.source.postMessage({ type: "thakim-offline", build: release.build, detail });
  };
  event.waitUntil(reply());
});
