// The kill switch: put in place of /sw.js, it takes every copy for offline use off every machine that
// visits, and then itself. For the day when a service worker that is out there does harm.
//
//   cp kill-switch.js sw.js        in the folder that is served; pages then come from the server alone
//
// A browser asks for /sw.js at every visit and past its caches, so the next visit is the last that the
// harmful worker sees. Articles and drafts are not in the caches; they stay. No page that is open is
// taken from under a person's hands: it goes on, and is free of any worker when it is next loaded.
// To take it back, serve the release's own sw.js again.

async function off() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("thakim-")).map((name) => caches.delete(name)));
  await registration.unregister();
}

addEventListener("install", (event) => {
  // A harmful worker that never rests would keep this one from ever becoming active: so at once.
  event.waitUntil(Promise.all([skipWaiting(), registration.active && off()]));
});
addEventListener("activate", (event) => event.waitUntil(off()));

addEventListener("message", ({ ports: [port] }) => {
  port?.postMessage({ error: { state: "unsupported", reason: "switched off by the site" } });
});
