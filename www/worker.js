// The entry of the engine's worker: fetches the engine's wasm, verifies it, starts it.
//
// `cargo xtask finish-site` fills in the release and names this file by its content. Messages are as
// `crates/protocol/src/message.rs` has them. Nothing is listened to here: the page sends nothing
// before `Hello`, which the wasm says once it listens.

/** { build, js: Asset, wasm: Asset } */
const engine = __ENGINE__;

/** The wasm as verified bytes or, where this browser verifies only in fetch, as a verified Response. */
async function download({ url, sha256, bytes: total }) {
  const starting = (done) => postMessage([{ Starting: { done, total } }]);
  starting(0);
  if (!globalThis.crypto?.subtle) {
    const digest = sha256.match(/../g).map((pair) => Number.parseInt(pair, 16));
    const response = await fetch(url, { integrity: `sha256-${btoa(String.fromCharCode(...digest))}` });
    if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
    starting(total);
    return response;
  }
  // Not with `integrity`: fetch would then hand over nothing before all of it has come.
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  const bytes = new Uint8Array(total);
  let done = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (done + part.value.length > total) throw new Error(`${url}: more than ${total} bytes`);
    bytes.set(part.value, done);
    done += part.value.length;
    starting(done);
  }
  if (done !== total) throw new Error(`${url}: ${done} of ${total} bytes`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== sha256) throw new Error(`${url}: SHA-256 is ${found}, not ${sha256}`);
  return bytes;
}

try {
  const [code, wasm] = await Promise.all([import(engine.js.url), download(engine.wasm)]);
  await code.default({ module_or_path: wasm });
  code.start(engine.build);
} catch (error) {
  postMessage([{ Broken: { reason: String(error) } }]);
}
