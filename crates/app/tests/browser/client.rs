//! The client with real workers, written for each test.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer};
use thakim_app::worker_client::{EngineFailure, EngineState, Reply, Wish, WorkerClient, utf8};
use thakim_document::Preference;
use thakim_protocol::{Asset, Failure, Outcome};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, BlobPropertyBag, Url, Worker};

use super::support::until;

/// A worker that answers as its script says.
fn worker(script: &str) -> Result<Worker, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let parts = Array::of1(&JsValue::from_str(script));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    Worker::new(&Url::create_object_url_with_blob(&blob)?)
}

/// Opens any dictionary; annotates with one batch; dies of the text "die".
const GOOD: &str = r#"
    onmessage = ({ data: [control, buffer] }) => {
      const { id, request } = control.Request ?? control.Cancel;
      if (request?.Load) postMessage([{ Done: { id, outcome: { Loaded: { words: 1, readings: 2, sources: ["詞典"] } } } }]);
      if (request?.Annotate) {
        const text = new TextDecoder().decode(buffer);
        if (text === "die") throw new Error("dying");
        if (text === "wait") return;
        postMessage([{ Paragraphs: { id } }, buffer], [buffer]);
        postMessage([{ Done: { id, outcome: { Annotated: { han: text.length, unknown: 0, uncertain: 0 } } } }]);
      }
      if (request?.Explain) postMessage([{ Done: { id, outcome: { Explained: null } } }]);
      if (control.Cancel) postMessage([{ Failed: { id, failure: "Cancelled" } }]);
    };
    postMessage([{ Starting: { done: 1, total: 2 } }]);
    postMessage([{ Hello: { build: "b1" } }]);
"#;

const OTHER_BUILD: &str = r#"postMessage([{ Hello: { build: "b2" } }]);"#;

const NO_LANGUAGE: &str = r#"postMessage("what?");"#;

struct Talk {
    client: WorkerClient,
    engine: Rc<RefCell<Vec<EngineState>>>,
}

fn talk(script: &'static str) -> Talk {
    let engine = Rc::new(RefCell::new(Vec::new()));
    let states = Rc::clone(&engine);
    let dictionary = Asset { url: "/a/x".into(), sha256: "00".into(), bytes: 7, parts: Vec::new() };
    let client = WorkerClient::new(
        "b1",
        dictionary,
        move || worker(script),
        move |state| states.borrow_mut().push(state),
    );
    client.start();
    Talk { client, engine }
}

impl Talk {
    fn last(&self) -> EngineState {
        self.engine.borrow().last().cloned().unwrap()
    }

    async fn ready(&self) {
        until(|| matches!(self.last(), EngineState::Ready { words: 1, readings: 2, .. })).await;
    }

    /// Asks for an annotation; gives what is heard of it.
    fn annotate(&self, text: &str) -> (thakim_protocol::RequestId, Rc<RefCell<Heard>>) {
        let heard = Rc::new(RefCell::new(Heard::default()));
        let ear = Rc::clone(&heard);
        let bytes: ArrayBuffer = utf8(&text.into()).unwrap();
        let id =
            self.client.annotate(bytes, Wish::default(), move |reply| ear.borrow_mut().hear(reply));
        (id, heard)
    }
}

#[derive(Default)]
struct Heard {
    batches: Vec<u32>,
    ends: Vec<Result<Outcome, Failure>>,
}

impl Heard {
    fn hear(&mut self, reply: Reply) {
        match reply {
            Reply::Progress { .. } => {}
            Reply::Batch(buffer) => self.batches.push(buffer.byte_length()),
            Reply::End(result) => self.ends.push(result),
        }
    }
}

#[wasm_bindgen_test]
async fn a_text_sent_before_the_worker_is_up_comes_back_annotated() {
    let talk = talk(GOOD);
    let (_, heard) = talk.annotate("測試");
    until(|| !heard.borrow().ends.is_empty()).await;
    assert_eq!(heard.borrow().batches, [6], "the text travels as UTF-8");
    let outcome = Outcome::Annotated { han: 2, unknown: 0, uncertain: 0 };
    assert_eq!(heard.borrow().ends, [Ok(outcome)]);
    let states = talk.engine.borrow();
    assert!(states.contains(&EngineState::Starting { done: 1, total: 2 }));
    assert!(states.contains(&EngineState::Downloading { done: 0, total: 7 }));
}

#[wasm_bindgen_test]
async fn a_worker_that_dies_fails_its_request_and_comes_back_when_asked() {
    let talk = talk(GOOD);
    talk.ready().await;
    let (_, heard) = talk.annotate("die");
    until(|| !heard.borrow().ends.is_empty()).await;
    assert_eq!(heard.borrow().ends, [Err(Failure::WorkerDied)]);
    assert_eq!(talk.last(), EngineState::Failed(EngineFailure::Died));
    talk.client.retry();
    talk.ready().await;
    let (_, heard) = talk.annotate("好");
    until(|| !heard.borrow().ends.is_empty()).await;
    assert!(heard.borrow().ends[0].is_ok());
}

#[wasm_bindgen_test]
async fn an_explanation_ends_beside_an_annotation() {
    let talk = talk(GOOD);
    talk.ready().await;
    let (_, annotation) = talk.annotate("wait");
    let heard = Rc::new(RefCell::new(Vec::new()));
    let ear = Rc::clone(&heard);
    let hear = move |result| ear.borrow_mut().push(result);
    talk.client.explain("測試".into(), 1, Preference::Auto, hear);
    until(|| !heard.borrow().is_empty()).await;
    assert_eq!(*heard.borrow(), [Ok(Outcome::Explained(None))]);
    assert_eq!(annotation.borrow().ends, []);
}

#[wasm_bindgen_test]
async fn a_stopped_request_ends_as_cancelled() {
    let talk = talk(GOOD);
    talk.ready().await;
    let (id, heard) = talk.annotate("wait");
    talk.client.cancel(id);
    until(|| !heard.borrow().ends.is_empty()).await;
    assert_eq!(heard.borrow().ends, [Err(Failure::Cancelled)]);
}

#[wasm_bindgen_test]
async fn a_worker_of_another_build_is_not_spoken_to() {
    let talk = talk(OTHER_BUILD);
    let (_, heard) = talk.annotate("測試");
    until(|| matches!(talk.last(), EngineState::Failed(_))).await;
    let other = EngineFailure::OtherBuild { page: "b1".into(), worker: "b2".into() };
    assert_eq!(talk.last(), EngineState::Failed(other));
    assert_eq!(heard.borrow().ends, [Err(Failure::WorkerDied)]);
}

#[wasm_bindgen_test]
async fn a_worker_that_speaks_another_language_is_given_up() {
    let talk = talk(NO_LANGUAGE);
    until(|| matches!(talk.last(), EngineState::Failed(EngineFailure::Died))).await;
}

#[wasm_bindgen_test]
fn a_browser_that_starts_no_worker_says_so() {
    let engine = Rc::new(RefCell::new(None));
    let state = Rc::clone(&engine);
    let dictionary = Asset { url: "/a/x".into(), sha256: "00".into(), bytes: 7, parts: Vec::new() };
    let refuse = || Err(js_sys::Error::new("forbidden").into());
    let client = WorkerClient::new("b1", dictionary, refuse, move |new| {
        *state.borrow_mut() = Some(new);
    });
    client.start();
    let said = engine.borrow().clone();
    assert_eq!(said, Some(EngineState::Failed(EngineFailure::Broken("Error: forbidden".into()))));
}
