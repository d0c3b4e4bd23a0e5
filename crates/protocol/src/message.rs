//! Control messages.
//!
//! On the wire every message is a JavaScript array: `[control]`, or `[control, buffer]` where an
//! `ArrayBuffer` travels beside it (transferred, not copied). `control` is what serde-wasm-bindgen
//! makes of the types here: enums are externally tagged, `{"Hello": {"build": "…"}}`.

use serde::{Deserialize, Serialize};
use thakim_document::{Explanation, Preference};
use thakim_phonology::dialect::Dialect;

/// Names a request; a page never uses one twice in the life of a worker. The worker ignores a
/// request whose id it has seen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct RequestId(pub u32);

/// From page to worker.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum ToWorker {
    /// Do this.
    Request {
        /// Names it in the answers.
        id: RequestId,
        /// What to do.
        request: Request,
    },
    /// Stop doing this. The request still ends in one `Done` or `Failed`.
    Cancel {
        /// The request to stop. One that has ended is no fault.
        id: RequestId,
    },
}

/// What a page can ask.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Request {
    /// Fetch, verify and open the dictionary.
    Load {
        /// Where it is and what it must be.
        dictionary: Asset,
    },
    /// Annotate a text. Its UTF-8 bytes travel beside this message as a transferred buffer.
    Annotate {
        /// Which readings, where no passage says otherwise.
        readings: Preference,
        /// Passages that are read in another way.
        passages: Vec<Passage>,
        /// In which dialect.
        dialect: Dialect,
    },
    /// From now on the reader's own words are these. They travel beside this message as a transferred
    /// buffer ([`crate::OwnWords`]). What is being annotated goes on with those before. It needs no
    /// dictionary.
    Own,
    /// Say why a token is read as it is. It ends beside a running annotation without stopping it.
    Explain {
        /// The text of its paragraph, without the line break.
        line: String,
        /// The index in `line` of a character of the token, in `char`s.
        at: u32,
        /// Which readings were asked for there.
        readings: Preference,
    },
}

/// Paragraphs of a text with a preference of their own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Passage {
    /// Where the first of them begins, in bytes of UTF-8 from the start of the text.
    pub from: u32,
    /// Where the last of them ends.
    pub to: u32,
    /// Which readings.
    pub readings: Preference,
}

/// A file of the release: what the page was built with.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Asset {
    /// Address on this origin, from the root: `/a/…`.
    pub url: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// The files that it is kept in, each of at most 1 MiB, in order; none when it is one file. A large
    /// file stands in parts so that a download that broke off goes on where it was. Its own address
    /// then only names it.
    #[serde(default)]
    pub parts: Vec<Asset>,
}

impl Asset {
    /// The files to fetch, in order.
    pub fn files(&self) -> &[Asset] {
        if self.parts.is_empty() { std::slice::from_ref(self) } else { &self.parts }
    }
}

/// From worker to page.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum FromWorker {
    /// Bytes of the engine's wasm that have arrived. Sent by the worker's entry script, before
    /// `Hello`.
    Starting {
        /// So far.
        done: u64,
        /// In all.
        total: u64,
    },
    /// The engine's wasm could not be started; the worker is of no use. Sent by the entry script,
    /// instead of `Hello`.
    Broken {
        /// What the browser says.
        reason: String,
    },
    /// The engine is up. Sent once, before any answer.
    Hello {
        /// The build id of the release it belongs to.
        build: String,
    },
    /// How far a request is.
    Progress {
        /// The request.
        id: RequestId,
        /// What is being counted.
        stage: Stage,
        /// So far.
        done: u64,
        /// In all.
        total: u64,
    },
    /// Paragraphs of an annotation. The [`crate::Batch`] travels beside this message as a
    /// transferred buffer.
    Paragraphs {
        /// The request.
        id: RequestId,
    },
    /// The request has ended well.
    Done {
        /// The request.
        id: RequestId,
        /// What came of it.
        outcome: Outcome,
    },
    /// The request has ended otherwise.
    Failed {
        /// The request.
        id: RequestId,
        /// Why.
        failure: Failure,
    },
}

/// What a progress message counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Stage {
    /// Bytes of the dictionary that have arrived.
    Downloading,
    /// Bytes of the text that have been annotated.
    Annotating,
}

/// What came of a request.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Outcome {
    /// The dictionary is open.
    Loaded {
        /// Distinct words in it.
        words: u32,
        /// Readings in it.
        readings: u32,
        /// The titles of its sources: the n-th is bit n of [`thakim_document::Sources`]. The reader's own
        /// dictionary is none of them.
        sources: Vec<String>,
    },
    /// The whole text has been annotated.
    Annotated {
        /// Han characters in it.
        han: u32,
        /// Han characters without a reading.
        unknown: u32,
        /// Han characters in tokens whose reading is uncertain.
        uncertain: u32,
    },
    /// The reader's own words are known.
    Owned {
        /// How many, however many readings they have.
        words: u32,
    },
    /// Why a token is read as it is; `None` where nothing is read.
    Explained(Option<Explanation>),
}

/// Why a request failed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Failure {
    /// It was cancelled, or a newer one took its place.
    Cancelled,
    /// The dictionary could not be opened.
    Load(LoadFailure),
    /// An annotation or an explanation was asked for before a dictionary was open.
    NotLoaded,
    /// The message was none that this worker knows, or came without its buffer.
    BadRequest(String),
    /// The worker died. Only ever made on the page's side.
    WorkerDied,
}

/// Why the dictionary could not be opened.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum LoadFailure {
    /// No answer: offline, or the server is away.
    Unreachable,
    /// The server answered with this status.
    Status(u16),
    /// The download ended early or ran over.
    Length {
        /// Bytes that the release names.
        expected: u64,
        /// Bytes that came.
        found: u64,
    },
    /// The bytes are not those of the release.
    Corrupt,
    /// The bytes are those of the release, but this engine cannot read them.
    Unreadable(String),
}
