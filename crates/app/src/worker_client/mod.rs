//! The engine as the page sees it: a worker somewhere, requests with ids, one end for each.
//!
//! [`Session`] decides and knows no browser; [`WorkerClient`] carries out what it decides.

mod client;
mod session;
mod utf8;

pub use client::{Reply, WorkerClient};
pub use session::{Effect, EngineFailure, EngineState, Session, Wish};
pub use utf8::utf8;
