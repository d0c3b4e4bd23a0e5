// The page's side of the copy for offline use: has the service worker make it, drives what is left of
// it, asks before a new release takes over, and looks after it at the person's word.
//
// `www/boot.js` imports it once the page has started; the page (Rust) reaches it as `thakimBoot.copy`,
// and hears of changes by the events `thakim-offline` and `thakim-update`.

const SERVICE_WORKER = "/sw.js";
const CACHES = "thakim-";
/** Set for the life of a tab in which the person has had everything removed. */
const REMOVED = "thakim.removed";
/** How long a tab may take to put its draft away, in milliseconds; one that sleeps has done so. What this
 * one has not put away by then it does when it is left. */
const FLUSHING = 3_000;
/** How long a worker may take to answer, in milliseconds; and where it fetches something first. */
const ANSWERING = 10_000;
const FETCHING = 600_000;
/** After how long without a word about its worker the page says so, in milliseconds; it goes on waiting. */
const REGISTERING = 120_000;
/** How often a page that stays open asks for a new release, in milliseconds. */
const ASK_AGAIN = 3_600_000;

const quietly = (act) => {
  try {
    return act();
  } catch {
    return undefined;
  }
};

/** Asks a worker one question. `progress` hears of what it has done so far. One that is on its way out
 * may never answer. */
function ask(worker, question, progress, patience = ANSWERING) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    setTimeout(() => reject(new Error("no answer")), patience);
    port1.onmessage = ({ data }) => {
      if (data.progress) return progress?.(data.progress);
      port1.close();
      if (data.error) reject(data.error);
      else resolve(data.answer);
    };
    worker.postMessage(question, [port2]);
  });
}

/** A promise's value, or another one where the browser never says. */
const within = (milliseconds, promise, otherwise) =>
  Promise.race([
    Promise.resolve(promise).catch(() => otherwise),
    new Promise((resolve) => setTimeout(resolve, milliseconds, otherwise)),
  ]);

/** `takesOver(registration)` has a release that waits take over, and says whether it has. */
export function keepCopy(release, policy, boot, takesOver) {
  const { build } = release;
  const workers = navigator.serviceWorker;
  const tab = `thakim-tab ${build} ${crypto.randomUUID?.() ?? Math.random().toString(36).slice(2)}`;
  const channel = new BroadcastChannel("thakim");
  let registration;
  /** Whether this page drives the copy at the moment. */
  let driving = false;

  function announce(name, detail) {
    boot[name] = Object.freeze(detail);
    globalThis.dispatchEvent(new CustomEvent(`thakim-${name}`, { detail: boot[name] }));
  }
  const report = (detail) => announce("offline", detail);
  const reportUpdate = (detail) => announce("update", detail);

  // The copy.

  /** The worker that knows this page's release: its own, or a newer one that still has its record. */
  async function keeper() {
    for (const worker of [registration?.active, registration?.waiting]) {
      try {
        if (worker) return { worker, known: await ask(worker, { type: "status", build }) };
      } catch (error) {
        // The kill switch says that there shall be no copy; any other knows nothing of this release.
        if (error?.state === "unsupported") throw error;
      }
    }
    return undefined;
  }

  /** Fetches what is missing file by file, until the whole copy is there and verified. */
  async function complete() {
    if (driving) return;
    driving = true;
    try {
      const found = await keeper();
      if (!found) {
        if (!registration.installing) report({ state: "failed", kind: "network", reason: "no-worker" });
        return;
      }
      let { known } = found;
      for (const url of known.missing ?? []) {
        report({ state: "installing", done: known.done, total: known.total });
        const said = await ask(found.worker, { type: "keep", build, url }, undefined, FETCHING);
        if (!said.kept) return report(said);
        known = await ask(found.worker, { type: "status", build });
      }
      report(known);
      if (known.state === "ready") staySilently();
    } catch (error) {
      report(error?.state ? error : { state: "failed", kind: "network", reason: String(error) });
    } finally {
      driving = false;
    }
  }

  function follow(worker) {
    // The kill switch says so at once; it may be gone before it is ever active.
    ask(worker, { type: "hello" }).catch((error) => error?.state === "unsupported" && report(error));
    worker.addEventListener("statechange", async () => {
      if (worker.state === "installed") await lookForUpdate();
      if (worker.state === "activated") await complete();
      if (worker.state === "redundant" && boot.offline.state === "installing" && !registration.active) {
        report({ state: "failed", kind: "network", reason: "cut-short" });
      }
    });
  }

  async function register() {
    const before = registration;
    // A copy that is there is as good as it was.
    const silent = before || setTimeout(report, REGISTERING, { state: "failed", kind: "network", reason: "no-worker" });
    registration = await workers.register(policy.createScriptURL(SERVICE_WORKER), { scope: "/", updateViaCache: "none" })
      .finally(() => before || clearTimeout(silent));
    if (registration !== before) {
      registration.addEventListener("updatefound", () => registration.installing && follow(registration.installing));
    }
    const { installing, waiting, active } = registration;
    // The kill switch takes itself away as well, maybe before anybody could ask it.
    if (!installing && !waiting && !active) return report({ state: "unsupported", reason: "switched-off" });
    for (const worker of [installing, waiting]) if (worker) follow(worker);
    await lookForUpdate();
    if (registration.active) await complete();
  }

  // Asks the browser to keep the copy when room runs short; not where that would ask the person.
  function staySilently() {
    const asksThePerson = "mozInnerScreenX" in globalThis;
    if (!asksThePerson) quietly(() => navigator.storage?.persist?.().catch(() => undefined));
  }

  // A new release.

  /** Says so when a release other than this page's waits, or has taken over at another tab's word. */
  async function lookForUpdate() {
    for (const [worker, state] of [[registration?.waiting, "waiting"], [workers.controller, "stale"]]) {
      const other = worker && (await within(FLUSHING, ask(worker, { type: "hello" })));
      if (other?.build && other.build !== build) return reportUpdate({ state, version: other.version, build: other.build });
    }
    return reportUpdate({ state: "none" });
  }

  /** Everything that is being written here is put away. */
  async function flushHere() {
    const waits = [];
    const detail = { waitUntil: (promise) => waits.push(promise) };
    globalThis.dispatchEvent(new CustomEvent("thakim-flush", { detail }));
    await within(FLUSHING, Promise.allSettled(waits));
  }

  /** The same in every other tab. */
  async function flushElsewhere() {
    const open = async () => {
      const { held = [] } = (await navigator.locks?.query()) ?? {};
      return held.map(({ name }) => name).filter((name) => name.startsWith("thakim-tab ") && name !== tab);
    };
    const waiting = new Set(await open());
    if (waiting.size === 0) return;
    const all = new Promise((resolve) => {
      channel.addEventListener("message", ({ data }) => {
        if (data.type === "flushed" && waiting.delete(data.tab) && waiting.size === 0) resolve();
      });
    });
    channel.postMessage({ type: "flush" });
    await within(FLUSHING, all);
  }

  channel.addEventListener("message", async ({ data }) => {
    if (data.type !== "flush") return;
    await flushHere();
    channel.postMessage({ type: "flushed", tab });
  });
  // Held as long as the page lives: so the worker knows that its release is in use.
  quietly(() => navigator.locks?.request(tab, () => new Promise(() => {})));

  const copy = {
    /** Puts every draft away, lets the waiting release take over, and loads this page anew; or says
     * false where that release cannot take over yet. */
    async update() {
      await Promise.all([flushHere(), flushElsewhere()]);
      const { active, waiting } = registration ?? {};
      // A request that comes while the worker before it is on its way out would start that one again.
      if (waiting && active) await within(ANSWERING, ask(active, { type: "quiet" }));
      if (!(await takesOver(registration))) return false;
      location.reload();
      return true;
    },

    /** Asks the server for a new release: "none", "found" or "unreachable". */
    async check() {
      try {
        await registration.update();
      } catch {
        return "unreachable";
      }
      return registration.installing || boot.update.state !== "none" ? "found" : "none";
    },

    /** Tries again to have the whole copy. */
    async retry() {
      report({ state: "installing", done: 0, total: release.precacheBytes });
      await start();
    },

    /** Verifies every file now: { files, bytes, faults, mended }. `progress` hears { done, total }. */
    async verify(progress) {
      const found = await keeper();
      if (!found) throw new Error("no copy");
      const result = await ask(found.worker, { type: "verify", build }, progress, FETCHING);
      await complete();
      return result;
    },

    /** { usage, quota, persisted }, each missing where the browser does not say. */
    async storage() {
      const storage = navigator.storage;
      const { usage, quota } = (await within(FLUSHING, quietly(() => storage?.estimate?.()))) ?? {};
      return { usage, quota, persisted: await within(FLUSHING, quietly(() => storage?.persisted?.())) };
    },

    /** Asks the browser not to clear the copy when room runs short; true, false, or missing. */
    persist: () => within(60_000, quietly(() => navigator.storage?.persist?.())),

    /** Removes the copy; with the name of the database of texts, also those and the choices. */
    async remove(database) {
      quietly(() => sessionStorage.setItem(REMOVED, "1"));
      await registration?.unregister();
      const names = (await globalThis.caches?.keys()) ?? [];
      await Promise.all(names.filter((name) => name.startsWith(CACHES)).map((name) => caches.delete(name)));
      if (database) {
        const gone = new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase(database);
          request.onsuccess = resolve;
          request.onerror = () => reject(request.error);
        });
        await within(FLUSHING, gone);
        for (const storage of [localStorage, sessionStorage]) {
          for (const key of Object.keys(storage)) if (key.startsWith("thakim.") && key !== REMOVED) storage.removeItem(key);
        }
      }
      report({ state: "removed" });
    },
  };

  /** Registers the worker, unless there can be or shall be no copy. */
  async function start() {
    if (quietly(() => sessionStorage.getItem(REMOVED))) return report({ state: "removed" });
    try {
      await register();
    } catch (error) {
      report({ state: "failed", kind: "network", reason: String(error) });
    }
  }

  workers.addEventListener("message", ({ data }) => {
    // Another release's worker speaks of its own files only.
    if (data?.type === "thakim-offline" && data.build === build) report(data.detail);
  });
  workers.startMessages();
  workers.addEventListener("controllerchange", lookForUpdate);
  // The line is back: what was missing can be had.
  addEventListener("online", () => boot.offline.state === "failed" && copy.retry());
  let asked = performance.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || performance.now() - asked < ASK_AGAIN) return;
    asked = performance.now();
    copy.check();
  });

  boot.copy = copy;
  return start();
}
