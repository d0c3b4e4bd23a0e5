//! Downloading and opening the dictionary.

use js_sys::{Reflect, Uint8Array};
use thakim_engine::Engine;
use thakim_lexicon::Lexicon;
use thakim_protocol::{Asset, FromWorker, LoadFailure, RequestId, Stage};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ReadableStreamDefaultReader, RequestCache, RequestInit, Response, WorkerGlobalScope,
};

use crate::edge::Edge;
use crate::service::Freshness;
use crate::verify::Verifier;

/// Fetches, verifies and opens; tells the page about every piece that arrives.
pub(crate) async fn load(
    edge: &Edge,
    id: RequestId,
    dictionary: Asset,
    freshness: Freshness,
) -> Result<Engine, LoadFailure> {
    let total = dictionary.bytes;
    let progress = |done| FromWorker::Progress { id, stage: Stage::Downloading, done, total };
    edge.post(&progress(0));
    let files = dictionary.files().to_vec();
    let mut verifier = Verifier::new(dictionary);
    let mut end = 0;
    for file in files {
        end += file.bytes;
        let response = fetch(edge.scope(), &file.url, freshness).await?;
        if let Some(body) = response.body() {
            let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
            let taken = read_all(edge, id, &reader, &mut verifier, progress).await;
            if taken.is_err() || !edge.is_live(id) {
                // The rest is of no use to anybody.
                let _ = reader.cancel();
            }
            taken?;
        }
        if verifier.bytes() != end {
            // Whatever follows would stand in the wrong place.
            break;
        }
    }
    let bytes = verifier.finish()?;
    let lexicon =
        Lexicon::open(bytes).map_err(|error| LoadFailure::Unreadable(error.to_string()))?;
    Engine::new(lexicon).map_err(|error| LoadFailure::Unreadable(error.to_string()))
}

async fn read_all(
    edge: &Edge,
    id: RequestId,
    reader: &ReadableStreamDefaultReader,
    verifier: &mut Verifier,
    progress: impl Fn(u64) -> FromWorker + Copy,
) -> Result<(), LoadFailure> {
    while edge.is_live(id) {
        // A connection that breaks in the middle is told by an error of the stream.
        let Ok(step) = JsFuture::from(reader.read()).await else {
            break;
        };
        let get = |name: &str| Reflect::get(&step, &JsValue::from_str(name)).unwrap_or_default();
        if get("done").is_truthy() {
            break;
        }
        let piece: Uint8Array = get("value").unchecked_into();
        verifier.push(&piece.to_vec())?;
        if edge.is_live(id) {
            edge.post(&progress(verifier.bytes()));
        }
    }
    Ok(())
}

async fn fetch(
    scope: &WorkerGlobalScope,
    url: &str,
    freshness: Freshness,
) -> Result<Response, LoadFailure> {
    let init = RequestInit::new();
    if freshness == Freshness::Reload {
        init.set_cache(RequestCache::Reload);
    }
    let response: Response = JsFuture::from(scope.fetch_with_str_and_init(url, &init))
        .await
        .map_err(|_| LoadFailure::Unreachable)?
        .unchecked_into();
    if response.ok() { Ok(response) } else { Err(LoadFailure::Status(response.status())) }
}
