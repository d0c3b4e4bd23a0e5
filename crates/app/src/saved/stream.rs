//! Raw deflate, by the browser's own streams.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair};

use super::SavedError;

/// Packs bytes; none where the browser cannot.
pub(super) async fn deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    let through = through("CompressionStream", bytes)?;
    read(&through, usize::MAX).await.ok()
}

/// Unpacks bytes that came from anywhere, up to `limit` bytes.
///
/// # Errors
/// [`SavedError::TooLarge`] as soon as there is more, [`SavedError::Damaged`] for what is no deflate,
/// [`SavedError::Unsupported`] where the browser cannot.
pub(super) async fn inflate(bytes: &[u8], limit: usize) -> Result<Vec<u8>, SavedError> {
    let through = through("DecompressionStream", bytes).ok_or(SavedError::Unsupported)?;
    read(&through, limit).await
}

/// Bytes on their way through a stream of this class; none where the browser has no such class, or none for raw
/// deflate. By name: the bindings do not take these classes for stable yet.
fn through(class: &str, bytes: &[u8]) -> Option<ReadableStream> {
    let class: Function = Reflect::get(&js_sys::global(), &class.into()).ok()?.dyn_into().ok()?;
    let stream = Reflect::construct(&class, &Array::of1(&"deflate-raw".into())).ok()?;
    let side = |name: &str| Reflect::get(&stream, &name.into()).ok();
    let pair = ReadableWritablePair::new(
        side("readable")?.unchecked_ref(),
        side("writable")?.unchecked_ref(),
    );
    let parts = Array::of1(&Uint8Array::from(bytes));
    let source = Blob::new_with_u8_array_sequence(&parts).ok()?.stream();
    Some(source.pipe_through(&pair))
}

/// All that a stream brings.
async fn read(stream: &ReadableStream, limit: usize) -> Result<Vec<u8>, SavedError> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut out = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(|_| SavedError::Damaged)?;
        let field = |name: &str| Reflect::get(&part, &JsValue::from_str(name));
        if field("done").is_ok_and(|done| done.is_truthy()) {
            return Ok(out);
        }
        let bytes: Uint8Array = field("value")
            .ok()
            .and_then(|value| value.dyn_into().ok())
            .ok_or(SavedError::Damaged)?;
        if out.len() + bytes.length() as usize > limit {
            // Whether it heeds that or not, nobody reads on.
            let _ = reader.cancel();
            return Err(SavedError::TooLarge);
        }
        out.extend(bytes.to_vec());
    }
}
