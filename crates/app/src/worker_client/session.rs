//! What is said to the worker and what its answers mean.

use std::collections::BTreeSet;

use thakim_document::Preference;
use thakim_phonology::dialect::Dialect;
use thakim_protocol::{
    Asset, Failure, FromWorker, LoadFailure, Outcome, Passage, Request, RequestId, ToWorker,
};

/// How far the engine is.
#[derive(Clone, PartialEq, Debug)]
pub enum EngineState {
    /// Its wasm is on the way. Bytes; 0 in all while that is not known.
    Starting {
        /// So far.
        done: u64,
        /// In all.
        total: u64,
    },
    /// The dictionary is on the way. Bytes.
    Downloading {
        /// So far.
        done: u64,
        /// In all.
        total: u64,
    },
    /// It can annotate.
    Ready {
        /// Distinct words in the dictionary.
        words: u32,
        /// Readings in it.
        readings: u32,
        /// The titles of its sources: the n-th is bit n of [`thakim_document::Sources`].
        sources: Vec<String>,
    },
    /// It cannot, until somebody asks for another try.
    Failed(EngineFailure),
}

/// Why there is no engine.
#[derive(Clone, PartialEq, Debug)]
pub enum EngineFailure {
    /// It could not be started; what the browser says.
    Broken(String),
    /// It was up, and died.
    Died,
    /// It belongs to another release than the page.
    OtherBuild {
        /// The page's build id.
        page: String,
        /// The worker's.
        worker: String,
    },
    /// The dictionary could not be opened.
    Load(LoadFailure),
}

/// Which readings are asked for.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Wish {
    /// Where no passage says otherwise.
    pub readings: Preference,
    /// Passages that are read in another way; where two overlap, the first decides.
    pub passages: Vec<Passage>,
    /// In which dialect.
    pub dialect: Dialect,
}

/// What follows from an event. `T` is a text or a batch as it travels: a buffer in the browser.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect<T> {
    /// Start a new worker in place of the present one.
    Spawn,
    /// End the worker: it is of no use.
    Terminate,
    /// Send this, with this buffer beside it.
    Post(ToWorker, Option<T>),
    /// Send the reader's own words as this request.
    Own(RequestId),
    /// The engine's state is now this.
    Engine(EngineState),
    /// A request has come so far: bytes of its text.
    Progress(RequestId, u64, u64),
    /// A request has brought paragraphs.
    Batch(RequestId, T),
    /// A request has ended. Nothing comes after.
    End(RequestId, Result<Outcome, Failure>),
}

/// One page's talk with its worker, and with the next one when that dies.
#[derive(Debug)]
pub struct Session<T> {
    build: String,
    dictionary: Asset,
    engine: EngineState,
    /// Counts on through restarts, so that no id is ever used twice.
    next: u32,
    load: Option<RequestId>,
    /// Whether there are own words that a new worker has to be told.
    has_own: bool,
    /// The annotation that waits for the dictionary.
    held: Option<(RequestId, T, Wish)>,
    /// The annotations and explanations that the worker has and has not ended.
    posted: BTreeSet<RequestId>,
}

impl<T> Session<T> {
    /// A session of the page with this build id, and the dictionary of its release. Begin it with
    /// [`Session::start`].
    pub fn new(build: impl Into<String>, dictionary: Asset) -> Session<T> {
        Session {
            build: build.into(),
            dictionary,
            engine: EngineState::Failed(EngineFailure::Died),
            next: 1,
            load: None,
            has_own: false,
            held: None,
            posted: BTreeSet::new(),
        }
    }

    /// How far the engine is.
    pub fn engine(&self) -> &EngineState {
        &self.engine
    }

    /// Starts the first worker.
    pub fn start(&mut self) -> Vec<Effect<T>> {
        let state = self.engine_is(EngineState::Starting { done: 0, total: 0 });
        vec![state, Effect::Spawn]
    }

    /// Tries again after a failure; without one, nothing. A worker of another build would only come
    /// again: there the page has to be loaded anew.
    pub fn retry(&mut self) -> Vec<Effect<T>> {
        match &self.engine {
            EngineState::Failed(EngineFailure::Load(_)) => self.load(),
            EngineState::Failed(EngineFailure::Broken(_) | EngineFailure::Died) => self.start(),
            _ => Vec::new(),
        }
    }

    /// The reader's own words have changed. The worker is told, and every one that comes after it before
    /// anything is asked of it.
    pub fn own(&mut self) -> Vec<Effect<T>> {
        self.has_own = true;
        match &self.engine {
            EngineState::Downloading { .. }
            | EngineState::Ready { .. }
            | EngineState::Failed(EngineFailure::Load(_)) => vec![Effect::Own(self.new_id())],
            // It has not said hello yet.
            EngineState::Starting { .. } | EngineState::Failed(_) => Vec::new(),
        }
    }

    /// Asks for an annotation. It waits for the dictionary where that is on its way, and takes the
    /// place of an older one that still waits.
    pub fn annotate(&mut self, text: T, wish: Wish) -> (RequestId, Vec<Effect<T>>) {
        let id = self.new_id();
        let effects = match &self.engine {
            EngineState::Ready { .. } => vec![self.post_annotation(id, text, wish)],
            EngineState::Starting { .. } | EngineState::Downloading { .. } => {
                let older = self.held.replace((id, text, wish));
                let cancelled = |(id, _, _)| Effect::End(id, Err(Failure::Cancelled));
                older.map(cancelled).into_iter().collect()
            }
            EngineState::Failed(failure) => vec![Effect::End(id, Err(failure_of(failure)))],
        };
        (id, effects)
    }

    /// Asks why the token at the `char` index `at` of a paragraph is read as it is. Where there is no
    /// dictionary it fails at once: nothing is on the page then that could be explained.
    pub fn explain(
        &mut self,
        line: String,
        at: u32,
        readings: Preference,
    ) -> (RequestId, Vec<Effect<T>>) {
        let id = self.new_id();
        let effect = match &self.engine {
            EngineState::Ready { .. } => {
                self.posted.insert(id);
                let request = Request::Explain { line, at, readings };
                Effect::Post(ToWorker::Request { id, request }, None)
            }
            EngineState::Starting { .. } | EngineState::Downloading { .. } => {
                Effect::End(id, Err(Failure::NotLoaded))
            }
            EngineState::Failed(failure) => Effect::End(id, Err(failure_of(failure))),
        };
        (id, vec![effect])
    }

    /// Stops an annotation or an explanation. Its end comes from here when it still waits, and from the worker
    /// otherwise; one that has ended is no fault.
    pub fn cancel(&mut self, id: RequestId) -> Vec<Effect<T>> {
        if self.held.take_if(|(held, _, _)| *held == id).is_some() {
            vec![Effect::End(id, Err(Failure::Cancelled))]
        } else if self.posted.contains(&id) {
            vec![Effect::Post(ToWorker::Cancel { id }, None)]
        } else {
            Vec::new()
        }
    }

    /// Takes a message from the worker, with the buffer that came beside it.
    pub fn receive(&mut self, message: FromWorker, buffer: Option<T>) -> Vec<Effect<T>> {
        if matches!(&self.engine, EngineState::Failed(failure) if !matches!(failure, EngineFailure::Load(_)))
        {
            // A last word of a worker that has been given up.
            return Vec::new();
        }
        match message {
            FromWorker::Starting { done, total } => {
                vec![self.engine_is(EngineState::Starting { done, total })]
            }
            FromWorker::Broken { reason } => self.give_up(EngineFailure::Broken(reason)),
            FromWorker::Hello { build } if build == self.build => {
                let own = self.has_own.then(|| Effect::Own(self.new_id()));
                own.into_iter().chain(self.load()).collect()
            }
            FromWorker::Hello { build } => {
                let page = self.build.clone();
                self.give_up(EngineFailure::OtherBuild { page, worker: build })
            }
            FromWorker::Progress { id, done, total, .. } => self.progress(id, done, total),
            FromWorker::Paragraphs { id } => match buffer {
                Some(batch) if self.posted.contains(&id) => vec![Effect::Batch(id, batch)],
                _ => Vec::new(),
            },
            FromWorker::Done { id, outcome } => self.end(id, Ok(outcome)),
            FromWorker::Failed { id, failure } => self.end(id, Err(failure)),
        }
    }

    /// The worker has died, or said something that is no message.
    pub fn died(&mut self) -> Vec<Effect<T>> {
        match &self.engine {
            EngineState::Failed(EngineFailure::Load(_)) => self.give_up(EngineFailure::Died),
            EngineState::Failed(_) => Vec::new(),
            _ => self.give_up(EngineFailure::Died),
        }
    }

    /// No worker could be started; what the browser says.
    pub fn not_spawned(&mut self, reason: String) -> Vec<Effect<T>> {
        self.give_up(EngineFailure::Broken(reason))
    }

    fn load(&mut self) -> Vec<Effect<T>> {
        let id = self.new_id();
        self.load = Some(id);
        let dictionary = self.dictionary.clone();
        let total = dictionary.bytes;
        let request = ToWorker::Request { id, request: Request::Load { dictionary } };
        let state = self.engine_is(EngineState::Downloading { done: 0, total });
        vec![state, Effect::Post(request, None)]
    }

    fn progress(&mut self, id: RequestId, done: u64, total: u64) -> Vec<Effect<T>> {
        if self.load == Some(id) {
            vec![self.engine_is(EngineState::Downloading { done, total })]
        } else if self.posted.contains(&id) {
            vec![Effect::Progress(id, done, total)]
        } else {
            Vec::new()
        }
    }

    fn end(&mut self, id: RequestId, result: Result<Outcome, Failure>) -> Vec<Effect<T>> {
        if self.load.take_if(|load| *load == id).is_some() {
            return self.loaded(result);
        }
        if self.posted.remove(&id) { vec![Effect::End(id, result)] } else { Vec::new() }
    }

    fn loaded(&mut self, result: Result<Outcome, Failure>) -> Vec<Effect<T>> {
        match result {
            Ok(Outcome::Loaded { words, readings, sources }) => {
                let ready = EngineState::Ready { words, readings, sources };
                let mut effects = vec![self.engine_is(ready)];
                if let Some((id, text, wish)) = self.held.take() {
                    effects.push(self.post_annotation(id, text, wish));
                }
                effects
            }
            Err(Failure::Load(failure)) => {
                let failure = EngineFailure::Load(failure);
                let held =
                    self.held.take().map(|(id, _, _)| Effect::End(id, Err(failure_of(&failure))));
                let state = self.engine_is(EngineState::Failed(failure));
                [state].into_iter().chain(held).collect()
            }
            // No answer to this question.
            Ok(_) | Err(_) => self.give_up(EngineFailure::Died),
        }
    }

    /// The worker is of no use any more, and everything that waits for it fails.
    fn give_up(&mut self, failure: EngineFailure) -> Vec<Effect<T>> {
        self.load = None;
        let held = self.held.take().map(|(id, _, _)| id);
        let lost = std::mem::take(&mut self.posted).into_iter().chain(held);
        let ends = lost.map(|id| Effect::End(id, Err(failure_of(&failure)))).collect::<Vec<_>>();
        let state = self.engine_is(EngineState::Failed(failure));
        [Effect::Terminate, state].into_iter().chain(ends).collect()
    }

    fn post_annotation(&mut self, id: RequestId, text: T, wish: Wish) -> Effect<T> {
        self.posted.insert(id);
        let Wish { readings, passages, dialect } = wish;
        let request = Request::Annotate { readings, passages, dialect };
        Effect::Post(ToWorker::Request { id, request }, Some(text))
    }

    fn engine_is(&mut self, state: EngineState) -> Effect<T> {
        self.engine = state.clone();
        Effect::Engine(state)
    }

    fn new_id(&mut self) -> RequestId {
        let id = RequestId(self.next);
        self.next += 1;
        id
    }
}

/// How a request fails that the engine's failure takes with it.
fn failure_of(failure: &EngineFailure) -> Failure {
    match failure {
        EngineFailure::Load(failure) => Failure::Load(failure.clone()),
        _ => Failure::WorkerDied,
    }
}
