//! The worker's global scope: messages in, messages out.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use thakim_document::Preference;
use thakim_engine::{Engine, Options, OwnWords};
use thakim_phonology::dialect::Dialect;
use thakim_protocol::{Batch, Failure, FromWorker, Outcome, Passage, RequestId};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, WorkerGlobalScope};

use crate::pause::Pause;
use crate::service::{Action, Service};
use crate::wire::{self, Incoming};
use crate::{annotate, load};

/// The worker as its jobs see it; cheap to clone.
#[derive(Clone)]
pub(crate) struct Edge(Rc<Inner>);

struct Inner {
    scope: DedicatedWorkerGlobalScope,
    pause: Pause,
    service: RefCell<Service>,
    engine: RefCell<Option<Rc<Engine>>>,
    /// The reader's own words. An annotation goes on with those that it began with.
    own: RefCell<Arc<OwnWords>>,
}

/// Installs the message handler and says hello.
pub(crate) fn start(build: &str) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let pause = match Pause::new() {
        Ok(pause) => pause,
        Err(error) => {
            let reason = format!("MessageChannel: {error:?}");
            let _ = scope.post_message(&wire::write(&FromWorker::Broken { reason }, None));
            return;
        }
    };
    let edge = Edge(Rc::new(Inner {
        scope: scope.clone(),
        pause,
        service: RefCell::default(),
        engine: RefCell::default(),
        own: RefCell::default(),
    }));
    let receiver = edge.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        receiver.receive(&event.data());
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // Lives as long as the worker.
    on_message.forget();
    edge.post(&FromWorker::Hello { build: build.to_owned() });
}

impl Edge {
    /// The scope, for its `fetch`.
    pub(crate) fn scope(&self) -> &WorkerGlobalScope {
        &self.0.scope
    }

    /// Milliseconds since the worker began.
    pub(crate) fn now(&self) -> f64 {
        self.0.scope.performance().map_or_else(js_sys::Date::now, |clock| clock.now())
    }

    /// Whether anybody still waits for a request.
    pub(crate) fn is_live(&self, id: RequestId) -> bool {
        self.0.service.borrow().is_live(id)
    }

    /// Lets waiting messages in.
    pub(crate) async fn give_way(&self) {
        self.0.pause.give_way().await;
    }

    /// Sends a message.
    pub(crate) fn post(&self, message: &FromWorker) {
        // Throws only for what cannot be cloned, and these are plain objects.
        let _ = self.0.scope.post_message(&wire::write(message, None));
    }

    /// Sends paragraphs; their bytes are handed over, not copied once more.
    pub(crate) fn post_batch(&self, id: RequestId, batch: &Batch) {
        let buffer = Uint8Array::from(batch.encode().as_slice()).buffer();
        let parts = wire::write(&FromWorker::Paragraphs { id }, Some(&buffer));
        let _ = self.0.scope.post_message_with_transfer(&parts, &Array::of1(&buffer));
    }

    fn receive(&self, data: &JsValue) {
        let actions = match wire::read(data) {
            Incoming::Message(message, text) => self.0.service.borrow_mut().receive(message, text),
            Incoming::Garbled(id, reason) => {
                self.0.service.borrow_mut().receive_garbled(id, reason)
            }
            Incoming::Noise => Vec::new(),
        };
        self.perform(actions);
    }

    fn perform(&self, actions: Vec<Action<ArrayBuffer>>) {
        for action in actions {
            let edge = self.clone();
            match action {
                Action::Post(message) => self.post(&message),
                Action::Load { id, dictionary, freshness } => {
                    wasm_bindgen_futures::spawn_local(async move {
                        let result = load::load(&edge, id, dictionary, freshness).await;
                        edge.end_load(id, result);
                    });
                }
                Action::Annotate { id, text, readings, passages, dialect } => {
                    let options = self.options(readings, passages, dialect);
                    wasm_bindgen_futures::spawn_local(async move {
                        let result = edge.annotate(id, &text, &options).await;
                        if let Some(result) = result {
                            let actions = edge.0.service.borrow_mut().annotated(id, result);
                            edge.perform(actions);
                        }
                    });
                }
                Action::Own { id, words } => {
                    let result = self.take_own(&words);
                    let actions = self.0.service.borrow_mut().owned(id, result);
                    self.perform(actions);
                }
                // One paragraph: shorter than a slice of an annotation, so it does not give way.
                Action::Explain { id, line, at, readings } => {
                    let engine = self.0.engine.borrow().clone();
                    let result = engine
                        .map(|engine| {
                            engine.explain(&line, at as usize, &Options::reading(readings))
                        })
                        .ok_or(Failure::NotLoaded);
                    let actions = self.0.service.borrow_mut().explained(id, result);
                    self.perform(actions);
                }
            }
        }
    }

    fn end_load(&self, id: RequestId, result: Result<Engine, thakim_protocol::LoadFailure>) {
        // A load that nobody waits for any more must not replace the dictionary.
        if !self.is_live(id) {
            return;
        }
        let result = result.map(|engine| {
            let summary = engine.lexicon().summary();
            let sources = summary.sources.iter().map(|source| source.title.clone()).collect();
            let (words, readings) = (summary.words, summary.readings);
            let outcome = Outcome::Loaded { words, readings, sources };
            *self.0.engine.borrow_mut() = Some(Rc::new(engine));
            outcome
        });
        let actions = self.0.service.borrow_mut().loaded(id, result);
        self.perform(actions);
    }

    async fn annotate(
        &self,
        id: RequestId,
        text: &ArrayBuffer,
        options: &Options,
    ) -> Option<Result<Outcome, Failure>> {
        let engine = self.0.engine.borrow().clone();
        let Some(engine) = engine else {
            return Some(Err(Failure::NotLoaded));
        };
        let text = match String::from_utf8(Uint8Array::new(text).to_vec()) {
            Ok(text) => text,
            Err(error) => {
                let reason = format!("expected the text in UTF-8: {error}");
                return Some(Err(Failure::BadRequest(reason)));
            }
        };
        annotate::annotate(self, id, &engine, &text, options).await.map(Ok)
    }

    /// Takes the reader's own words; how many there are.
    fn take_own(&self, words: &ArrayBuffer) -> Result<u32, Failure> {
        let words = thakim_protocol::OwnWords::decode(&Uint8Array::new(words).to_vec())
            .map_err(|error| Failure::BadRequest(error.to_string()))?;
        let own = OwnWords::new(words.words);
        let count = own.len() as u32;
        *self.0.own.borrow_mut() = Arc::new(own);
        Ok(count)
    }

    /// What the page asks for, as the engine takes it.
    fn options(&self, readings: Preference, passages: Vec<Passage>, dialect: Dialect) -> Options {
        let passage = |Passage { from, to, readings }| thakim_engine::Passage {
            range: from as usize..to as usize,
            readings,
        };
        let passages = passages.into_iter().map(passage).collect();
        Options { readings, passages, dialect, own: self.0.own.borrow().clone() }
    }
}
