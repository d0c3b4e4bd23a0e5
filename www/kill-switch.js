// The kill switch: put in place of /sw.js, it takes every copy for offline use off every machine that
// visits, and then itself. For the day when a service worker that is out there does harm.
//
//   cp kill-switch.js sw.js        in the folder that is served; pages then come from the server alone
//
// A browser asks for /sw.js at every visit and past its caches, so the next visit is the last that the
// harmful worker sees. Articles and drafts are not in the caches; they stay. No page that is open is
// taken from under a person's hands: it goes on, and is free of any worker when it is next loaded.
// To take it back, serve the release's own sw.js again.

async function dropCopies() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("thakim-")).map((name) => caches.delete(name)));
}

addEventListener("install", (event) => {
  event.waitUntil(Promise.all([skipWaiting(), dropCopies()]));
  // A harmful worker that never rests would keep this one from ever becoming active. Not waited for:
  // it is done after the installation, which would then wait for itself.
  if (registration.active) registration.unregister();
});
addEventListener("activate", (event) => {
  event.waitUntil(dropCopies());
  registration.unregister();
});

/** A worker that was busy when this one asked to take over may have to be asked again. */
async function insist() {
  for (let times = 0; times < 10 && registration.active?.state !== "activating"; times += 1) {
    await skipWaiting();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

addEventListener("message", (event) => {
  event.ports[0]?.postMessage({ error: { state: "unsupported", reason: "switched-off" } });
  event.waitUntil(insist());
});
