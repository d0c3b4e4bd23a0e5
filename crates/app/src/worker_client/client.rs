//! The session's effects, carried out on a worker.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use thakim_document::Preference;
use thakim_protocol::{
    Asset, Failure, FromWorker, Outcome, OwnWords, Request, RequestId, ToWorker,
};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

use super::{Effect, EngineState, Session, Wish};

/// What a request brings.
pub enum Reply {
    /// It has come so far: bytes of its text.
    Progress {
        /// So far.
        done: u64,
        /// In all.
        total: u64,
    },
    /// The next paragraphs: an encoded `Batch`.
    Batch(ArrayBuffer),
    /// It has ended. Nothing comes after.
    End(Result<Outcome, Failure>),
}

type Listener = Box<dyn FnMut(Reply)>;

/// The page's end of the talk with the worker; cheap to clone.
#[derive(Clone)]
pub struct WorkerClient(Rc<Inner>);

struct Inner {
    session: RefCell<Session<ArrayBuffer>>,
    spawn: Box<dyn Fn() -> Result<Worker, JsValue>>,
    link: RefCell<Option<Link>>,
    listeners: RefCell<HashMap<RequestId, Listener>>,
    /// The reader's own words, encoded: every worker is told them.
    own: RefCell<Vec<u8>>,
    on_engine: Box<dyn Fn(EngineState)>,
}

/// A live worker and what listens to it; dropping it ends the worker.
struct Link {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

impl WorkerClient {
    /// A client that starts its workers with `spawn` and tells `on_engine` how far the engine is.
    pub fn new(
        build: &str,
        dictionary: Asset,
        spawn: impl Fn() -> Result<Worker, JsValue> + 'static,
        on_engine: impl Fn(EngineState) + 'static,
    ) -> WorkerClient {
        WorkerClient(Rc::new(Inner {
            session: RefCell::new(Session::new(build, dictionary)),
            spawn: Box::new(spawn),
            link: RefCell::default(),
            listeners: RefCell::default(),
            own: RefCell::default(),
            on_engine: Box::new(on_engine),
        }))
    }

    /// Starts the first worker.
    pub fn start(&self) {
        let effects = self.0.session.borrow_mut().start();
        self.perform(effects);
    }

    /// Tries again after the engine has failed.
    pub fn retry(&self) {
        let effects = self.0.session.borrow_mut().retry();
        self.perform(effects);
    }

    /// From now on the reader's own words are these: what is asked after this is read with them.
    pub fn own(&self, words: &OwnWords) {
        *self.0.own.borrow_mut() = words.encode();
        let effects = self.0.session.borrow_mut().own();
        self.perform(effects);
    }

    /// Has a text annotated, given as its UTF-8 bytes, as `wish` says. `listener` hears of it until it has ended,
    /// and is first called after this has returned or while it runs.
    pub fn annotate(
        &self,
        text: ArrayBuffer,
        wish: Wish,
        listener: impl FnMut(Reply) + 'static,
    ) -> RequestId {
        let (id, effects) = self.0.session.borrow_mut().annotate(text, wish);
        self.0.listeners.borrow_mut().insert(id, Box::new(listener));
        self.perform(effects);
        id
    }

    /// Asks why the token at the `char` index `at` of a paragraph is read as it is. `listener` hears
    /// of it once.
    pub fn explain(
        &self,
        line: String,
        at: u32,
        readings: Preference,
        listener: impl FnOnce(Result<Outcome, Failure>) + 'static,
    ) -> RequestId {
        let (id, effects) = self.0.session.borrow_mut().explain(line, at, readings);
        let mut listener = Some(listener);
        let once = move |reply| {
            if let (Reply::End(result), Some(listener)) = (reply, listener.take()) {
                listener(result);
            }
        };
        self.0.listeners.borrow_mut().insert(id, Box::new(once));
        self.perform(effects);
        id
    }

    /// Stops a request; its listener hears the end.
    pub fn cancel(&self, id: RequestId) {
        let effects = self.0.session.borrow_mut().cancel(id);
        self.perform(effects);
    }

    fn perform(&self, effects: Vec<Effect<ArrayBuffer>>) {
        for effect in effects {
            match effect {
                Effect::Spawn => self.spawn(),
                Effect::Terminate => drop(self.0.link.take()),
                Effect::Post(message, buffer) => self.post(&message, buffer),
                Effect::Own(id) => {
                    let words = Uint8Array::from(self.0.own.borrow().as_slice()).buffer();
                    self.post(&ToWorker::Request { id, request: Request::Own }, Some(words));
                }
                Effect::Engine(state) => (self.0.on_engine)(state),
                Effect::Progress(id, done, total) => self.tell(id, Reply::Progress { done, total }),
                Effect::Batch(id, batch) => self.tell(id, Reply::Batch(batch)),
                Effect::End(id, result) => self.tell(id, Reply::End(result)),
            }
        }
    }

    /// Calls a listener. It is taken out meanwhile, so that it may itself ask for something.
    fn tell(&self, id: RequestId, reply: Reply) {
        let listener = self.0.listeners.borrow_mut().remove(&id);
        if let Some(mut listener) = listener {
            let ended = matches!(reply, Reply::End(_));
            listener(reply);
            if !ended {
                self.0.listeners.borrow_mut().insert(id, listener);
            }
        }
    }

    fn post(&self, message: &ToWorker, buffer: Option<ArrayBuffer>) {
        let control = serde_wasm_bindgen::to_value(message).unwrap_or(JsValue::NULL);
        let parts = Array::of1(&control);
        let transfer = Array::new();
        if let Some(buffer) = &buffer {
            parts.push(buffer);
            transfer.push(buffer);
        }
        let posted = match &*self.0.link.borrow() {
            Some(link) => link.worker.post_message_with_transfer(&parts, &transfer).is_ok(),
            None => false,
        };
        if !posted {
            self.died();
        }
    }

    fn spawn(&self) {
        let worker = match (self.0.spawn)() {
            Ok(worker) => worker,
            Err(error) => {
                let reason = js_sys::Error::from(error).to_string().into();
                let effects = self.0.session.borrow_mut().not_spawned(reason);
                return self.perform(effects);
            }
        };
        let client = self.clone();
        let on_message = Closure::new(move |event: MessageEvent| client.receive(&event.data()));
        let client = self.clone();
        let on_error = Closure::new(move |_| client.died());
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        let link = Link { worker, _on_message: on_message, _on_error: on_error };
        drop(self.0.link.replace(Some(link)));
    }

    fn receive(&self, data: &JsValue) {
        let parts = data.dyn_ref::<Array>();
        let message =
            parts.and_then(|parts| serde_wasm_bindgen::from_value::<FromWorker>(parts.get(0)).ok());
        let (Some(parts), Some(message)) = (parts, message) else {
            // It speaks another language: no worker of this page.
            return self.died();
        };
        let buffer = parts.get(1).dyn_into().ok();
        let effects = self.0.session.borrow_mut().receive(message, buffer);
        self.perform(effects);
    }

    fn died(&self) {
        let effects = self.0.session.borrow_mut().died();
        self.perform(effects);
    }
}
