//! The messages between the page and its worker.
//!
//! This crate knows no browser, no dictionary and no engine.
//!
//! The worker speaks first: [`FromWorker::Hello`] with its build. The page compares the build with
//! its own, then sends requests. Every request has an id and ends in exactly one
//! [`FromWorker::Done`] or [`FromWorker::Failed`]. A newer [`Request::Annotate`] cancels the older
//! one, which then fails with [`Failure::Cancelled`]; a [`Request::Explain`] leaves it alone. Control messages travel through
//! serde-wasm-bindgen; paragraphs as one transferred buffer ([`Batch`]), and so the reader's own words
//! ([`OwnWords`]), which the page sends to every worker before the first text.

mod batch;
mod message;
mod own;

pub use batch::{Batch, BatchError};
pub use message::{
    Asset, Failure, FromWorker, LoadFailure, Outcome, Passage, Request, RequestId, Stage, ToWorker,
};
pub use own::{OwnWords, OwnWordsError};
