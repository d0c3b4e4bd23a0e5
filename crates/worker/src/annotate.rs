//! Annotating one text in slices.

use thakim_engine::{Engine, Options};
use thakim_protocol::{FromWorker, Outcome, RequestId, Stage};

use crate::batcher::Batcher;
use crate::edge::Edge;

/// How long the worker works before it looks for messages, in milliseconds. Stop buttons answer
/// within this.
const SLICE: f64 = 8.0;

/// Annotates and sends what is ready, until the text ends or nobody waits any more (`None`).
pub(crate) async fn annotate(
    edge: &Edge,
    id: RequestId,
    engine: &Engine,
    text: &str,
    options: &Options,
) -> Option<Outcome> {
    let total = text.len() as u64;
    let mut batcher = Batcher::default();
    let mut paragraphs = engine.paragraphs(text, options);
    let mut left = text.len();
    let mut slice_began = edge.now();
    while let Some(paragraph) = paragraphs.next() {
        let bytes = left - paragraphs.bytes_left();
        left -= bytes;
        if let Some(batch) = batcher.push(paragraph, bytes) {
            edge.post_batch(id, &batch);
        }
        if edge.now() - slice_began >= SLICE {
            let done = total - left as u64;
            edge.post(&FromWorker::Progress { id, stage: Stage::Annotating, done, total });
            edge.give_way().await;
            if !edge.is_live(id) {
                return None;
            }
            slice_began = edge.now();
        }
    }
    let (last, outcome) = batcher.finish();
    if let Some(batch) = last {
        edge.post_batch(id, &batch);
    }
    Some(outcome)
}
