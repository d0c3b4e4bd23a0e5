//! Which request is to be worked on, and how each one ends.
//!
//! Every request ends here and nowhere else, so that it ends exactly once: whoever works on one
//! asks [`Service::is_live`] after each pause and hands the result to [`Service::loaded`],
//! [`Service::annotated`], [`Service::explained`] or [`Service::owned`], which drop what comes too late.

use std::collections::BTreeSet;

use thakim_document::{Explanation, Preference};
use thakim_phonology::dialect::Dialect;
use thakim_protocol::{
    Asset, Failure, FromWorker, LoadFailure, Outcome, Passage, Request, RequestId, ToWorker,
};

/// What the worker is to do next. `T` is a text as it arrives: a buffer in the browser.
#[derive(Clone, PartialEq, Debug)]
pub enum Action<T> {
    /// Send this to the page.
    Post(FromWorker),
    /// Begin to load the dictionary.
    Load {
        /// The request that asks for it.
        id: RequestId,
        /// What to load.
        dictionary: Asset,
        /// Where it may come from.
        freshness: Freshness,
    },
    /// Begin to annotate.
    Annotate {
        /// The request that asks for it.
        id: RequestId,
        /// The text.
        text: T,
        /// Which readings, where no passage says otherwise.
        readings: Preference,
        /// Passages that are read in another way.
        passages: Vec<Passage>,
        /// In which dialect.
        dialect: Dialect,
    },
    /// Take these as the reader's own words.
    Own {
        /// The request that asks for it.
        id: RequestId,
        /// The words, encoded.
        words: T,
    },
    /// Say why a token is read as it is.
    Explain {
        /// The request that asks for it.
        id: RequestId,
        /// The text of its paragraph.
        line: String,
        /// The index in `line` of a character of the token, in `char`s.
        at: u32,
        /// Which readings were asked for there.
        readings: Preference,
    },
}

/// Whether the browser's cache may answer a download.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Freshness {
    /// It may.
    Cached,
    /// It gave wrong bytes before: ask the server.
    Reload,
}

/// The requests in hand.
#[derive(Debug, Default)]
pub struct Service {
    /// Every id seen: it has been answered or is in hand. Ids do not come in order, since the page
    /// holds a text back until the dictionary is there; a few bytes for each.
    seen: BTreeSet<RequestId>,
    loading: Option<RequestId>,
    annotating: Option<RequestId>,
    /// Explanations are short, and none takes the place of another.
    explaining: BTreeSet<RequestId>,
    /// Taking own words is short as well; they need no dictionary.
    owning: BTreeSet<RequestId>,
    dictionary: Dictionary,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Dictionary {
    #[default]
    Missing,
    /// The last download brought wrong bytes.
    Spoilt,
    Open,
}

impl Service {
    /// Takes a message from the page. `text` is the buffer that came beside it.
    pub fn receive<T>(&mut self, message: ToWorker, text: Option<T>) -> Vec<Action<T>> {
        match message {
            ToWorker::Request { id, request } => self.request(id, request, text),
            ToWorker::Cancel { id } => self.cancel(id),
        }
    }

    /// Takes a message that could not be understood, of which only the id is known.
    pub fn receive_garbled<T>(&mut self, id: RequestId, reason: String) -> Vec<Action<T>> {
        if self.is_new(id) { vec![failed(id, Failure::BadRequest(reason))] } else { Vec::new() }
    }

    /// Whether anybody still waits for this request.
    pub fn is_live(&self, id: RequestId) -> bool {
        self.loading == Some(id)
            || self.annotating == Some(id)
            || self.explaining.contains(&id)
            || self.owning.contains(&id)
    }

    /// A load has come to its end.
    pub fn loaded<T>(
        &mut self,
        id: RequestId,
        result: Result<Outcome, LoadFailure>,
    ) -> Vec<Action<T>> {
        if self.loading.take_if(|live| *live == id).is_none() {
            return Vec::new();
        }
        match result {
            Ok(outcome) => {
                self.dictionary = Dictionary::Open;
                vec![Action::Post(FromWorker::Done { id, outcome })]
            }
            Err(failure) => {
                let spoilt = matches!(failure, LoadFailure::Length { .. } | LoadFailure::Corrupt);
                if self.dictionary != Dictionary::Open {
                    self.dictionary = if spoilt { Dictionary::Spoilt } else { Dictionary::Missing };
                }
                vec![failed(id, Failure::Load(failure))]
            }
        }
    }

    /// An annotation has come to its end.
    pub fn annotated<T>(
        &mut self,
        id: RequestId,
        result: Result<Outcome, Failure>,
    ) -> Vec<Action<T>> {
        if self.annotating.take_if(|live| *live == id).is_none() {
            return Vec::new();
        }
        vec![match result {
            Ok(outcome) => Action::Post(FromWorker::Done { id, outcome }),
            Err(failure) => failed(id, failure),
        }]
    }

    /// An explanation is ready.
    pub fn explained<T>(
        &mut self,
        id: RequestId,
        result: Result<Option<Explanation>, Failure>,
    ) -> Vec<Action<T>> {
        if !self.explaining.remove(&id) {
            return Vec::new();
        }
        vec![match result {
            Ok(explanation) => {
                let outcome = Outcome::Explained(explanation);
                Action::Post(FromWorker::Done { id, outcome })
            }
            Err(failure) => failed(id, failure),
        }]
    }

    /// Own words have been taken, so many of them, or not.
    pub fn owned<T>(&mut self, id: RequestId, result: Result<u32, Failure>) -> Vec<Action<T>> {
        if !self.owning.remove(&id) {
            return Vec::new();
        }
        vec![match result {
            Ok(words) => Action::Post(FromWorker::Done { id, outcome: Outcome::Owned { words } }),
            Err(failure) => failed(id, failure),
        }]
    }

    fn request<T>(&mut self, id: RequestId, request: Request, text: Option<T>) -> Vec<Action<T>> {
        if !self.is_new(id) {
            return Vec::new();
        }
        match (request, text) {
            (Request::Load { dictionary }, _) => {
                let older = self.loading.replace(id);
                let freshness = match self.dictionary {
                    Dictionary::Spoilt => Freshness::Reload,
                    Dictionary::Missing | Dictionary::Open => Freshness::Cached,
                };
                superseded(older, Action::Load { id, dictionary, freshness })
            }
            (Request::Own, Some(words)) => {
                self.owning.insert(id);
                vec![Action::Own { id, words }]
            }
            (Request::Own, None) => {
                let reason = "expected own words as a buffer beside the message, found none";
                vec![failed(id, Failure::BadRequest(reason.to_owned()))]
            }
            (Request::Annotate { .. } | Request::Explain { .. }, _)
                if self.dictionary != Dictionary::Open =>
            {
                vec![failed(id, Failure::NotLoaded)]
            }
            (Request::Explain { line, at, readings }, _) => {
                self.explaining.insert(id);
                vec![Action::Explain { id, line, at, readings }]
            }
            (Request::Annotate { .. }, None) => {
                let reason = "expected the text as a buffer beside the message, found none";
                vec![failed(id, Failure::BadRequest(reason.to_owned()))]
            }
            (Request::Annotate { readings, passages, dialect }, Some(text)) => {
                let older = self.annotating.replace(id);
                superseded(older, Action::Annotate { id, text, readings, passages, dialect })
            }
        }
    }

    fn cancel<T>(&mut self, id: RequestId) -> Vec<Action<T>> {
        let loading = self.loading.take_if(|live| *live == id);
        let annotating = self.annotating.take_if(|live| *live == id);
        let explaining = self.explaining.take(&id).or_else(|| self.owning.take(&id));
        loading
            .or(annotating)
            .or(explaining)
            .map(|id| failed(id, Failure::Cancelled))
            .into_iter()
            .collect()
    }

    fn is_new(&mut self, id: RequestId) -> bool {
        self.seen.insert(id)
    }
}

/// The older request gives way before the newer one begins.
fn superseded<T>(older: Option<RequestId>, next: Action<T>) -> Vec<Action<T>> {
    older.map(|id| failed(id, Failure::Cancelled)).into_iter().chain([next]).collect()
}

fn failed<T>(id: RequestId, failure: Failure) -> Action<T> {
    Action::Post(FromWorker::Failed { id, failure })
}
