//! The worker in a real browser, in a real worker's scope: what it posts is caught there.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "clippy does not see that these are tests")]

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use thakim_document::Preference;
use thakim_phonology::dialect::Dialect;
use thakim_protocol::{Asset, Failure, FromWorker, Passage, Request, RequestId, ToWorker};
use thakim_worker::wire::{self, Incoming};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// A message as the page sends it.
fn sent(message: &ToWorker, buffer: Option<&ArrayBuffer>) -> JsValue {
    let parts = Array::of1(&serde_wasm_bindgen::to_value(message).unwrap());
    if let Some(buffer) = buffer {
        parts.push(buffer);
    }
    parts.into()
}

fn annotate() -> Request {
    let passage = Passage { from: 3, to: 6, readings: Preference::Literary };
    Request::Annotate {
        readings: Preference::Auto,
        passages: vec![passage],
        dialect: Dialect::General,
    }
}

#[wasm_bindgen_test]
fn messages_come_through_the_wire() {
    let dictionary =
        Asset { url: "/a/x".into(), sha256: "00".into(), bytes: 1_684_223, parts: Vec::new() };
    let load = ToWorker::Request { id: RequestId(1), request: Request::Load { dictionary } };
    let annotate = ToWorker::Request { id: RequestId(2), request: annotate() };
    let explain = Request::Explain { line: "測試".into(), at: 1, readings: Preference::Auto };
    let explain = ToWorker::Request { id: RequestId(3), request: explain };
    let cancel = ToWorker::Cancel { id: RequestId(2) };
    let buffer = Uint8Array::from("測試".as_bytes()).buffer();
    for (message, buffer) in
        [(load, None), (annotate, Some(&buffer)), (explain, None), (cancel, None)]
    {
        let Incoming::Message(found, beside) = wire::read(&sent(&message, buffer)) else {
            panic!("{message:?} was not understood");
        };
        assert_eq!(found, message);
        assert_eq!(beside.map(|buffer| buffer.byte_length()), buffer.map(|_| 6));
    }
}

#[wasm_bindgen_test]
fn what_is_no_message_is_answered_where_an_id_can_be_read() {
    let garbled = |body: &str| js_sys::JSON::parse(body).unwrap();
    match wire::read(&garbled(r#"[{"Request": {"id": 7, "request": "Sing"}}]"#)) {
        Incoming::Garbled(RequestId(7), reason) => assert!(reason.contains("Sing"), "{reason}"),
        other => panic!("{other:?}"),
    }
    let noises = [
        "null",
        "[]",
        "7",
        r#""Hello""#,
        r#"[{"Request": {"id": -1}}]"#,
        r#"[{"Request": {"id": 1.5}}]"#,
        r#"[{"Request": null}]"#,
        "[{}]",
        r#"{"Request": {"id": 7}}"#,
    ];
    for noise in noises {
        assert!(matches!(wire::read(&garbled(noise)), Incoming::Noise), "{noise}");
    }
}

#[wasm_bindgen_test]
fn answers_are_plain_objects() {
    let failed = FromWorker::Failed { id: RequestId(3), failure: Failure::NotLoaded };
    let text = |value: &Array| String::from(js_sys::JSON::stringify(value).unwrap());
    assert_eq!(text(&wire::write(&failed, None)), r#"[{"Failed":{"id":3,"failure":"NotLoaded"}}]"#);
    let buffer = ArrayBuffer::new(4);
    let parts = wire::write(&FromWorker::Paragraphs { id: RequestId(3) }, Some(&buffer));
    assert!(Object::is(&parts.get(1), &buffer));
}

/// The whole worker, with its messages caught where it posts them.
mod whole {
    use std::cell::RefCell;
    use std::rc::Rc;

    use js_sys::{Function, Promise};
    use thakim_protocol::{LoadFailure, Outcome, Stage};
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::Closure;
    use wasm_bindgen_futures::JsFuture;

    use super::*;

    /// The global scope, with what the worker posts caught.
    pub(super) struct Scope {
        heard: Rc<RefCell<Vec<FromWorker>>>,
        _catch: Closure<dyn FnMut(JsValue)>,
        /// What the scope had before.
        post: Function,
        on_message: JsValue,
    }

    impl Scope {
        /// Starts the worker under test in this scope.
        pub(super) fn start(build: &str) -> Scope {
            let heard = Rc::new(RefCell::new(Vec::new()));
            let ear = Rc::clone(&heard);
            let global = js_sys::global();
            let post: Function =
                Reflect::get(&global, &"postMessage".into()).unwrap().unchecked_into();
            let on_message = Reflect::get(&global, &"onmessage".into()).unwrap();
            let runner = post.clone();
            let catch = Closure::<dyn FnMut(JsValue)>::new(move |data: JsValue| {
                let parts = data.dyn_ref::<Array>();
                match parts.map(|parts| serde_wasm_bindgen::from_value(parts.get(0))) {
                    Some(Ok(message)) => ear.borrow_mut().push(message),
                    // The test runner posts too.
                    _ => drop(runner.call1(&js_sys::global(), &data)),
                }
            });
            Reflect::set(&global, &"postMessage".into(), catch.as_ref()).unwrap();
            thakim_worker::start(build);
            Scope { heard, _catch: catch, post, on_message }
        }

        /// Hands a message to the worker's handler, as the browser would.
        pub(super) fn send(&self, data: JsValue) {
            let global = js_sys::global();
            let handler: Function =
                Reflect::get(&global, &"onmessage".into()).unwrap().unchecked_into();
            let options = web_sys::MessageEventInit::new();
            options.set_data(&data);
            let event =
                web_sys::MessageEvent::new_with_event_init_dict("message", &options).unwrap();
            handler.call1(&global, &event).unwrap();
        }

        pub(super) fn request(&self, id: u32, request: Request, buffer: Option<&ArrayBuffer>) {
            self.send(sent(&ToWorker::Request { id: RequestId(id), request }, buffer));
        }

        /// Waits for the end of a request.
        pub(super) async fn end(&self, id: u32) -> FromWorker {
            loop {
                let found = self.ends(id).first().cloned();
                match found {
                    Some(end) => return end,
                    None => task().await,
                }
            }
        }

        pub(super) fn ends(&self, id: u32) -> Vec<FromWorker> {
            let is_end = |message: &&FromWorker| {
                matches!(message, FromWorker::Done { id: of, .. } | FromWorker::Failed { id: of, .. }
                    if *of == RequestId(id))
            };
            self.heard.borrow().iter().filter(is_end).cloned().collect()
        }

        pub(super) fn heard(&self) -> Vec<FromWorker> {
            self.heard.borrow().clone()
        }
    }

    impl Drop for Scope {
        fn drop(&mut self) {
            let global = js_sys::global();
            Reflect::set(&global, &"postMessage".into(), &self.post).unwrap();
            Reflect::set(&global, &"onmessage".into(), &self.on_message).unwrap();
        }
    }

    /// Lets one task of the event loop run.
    async fn task() {
        let promise = Promise::new(&mut |resume, _| {
            let set_timeout: Function =
                Reflect::get(&js_sys::global(), &"setTimeout".into()).unwrap().unchecked_into();
            set_timeout.call1(&JsValue::NULL, &resume).unwrap();
        });
        JsFuture::from(promise).await.unwrap();
    }

    /// An address that answers with these bytes.
    pub(super) fn serve(bytes: &[u8]) -> String {
        let parts = Array::of1(&Uint8Array::from(bytes));
        let blob = web_sys::Blob::new_with_u8_array_sequence(&parts).unwrap();
        web_sys::Url::create_object_url_with_blob(&blob).unwrap()
    }

    pub(super) fn load(asset: Asset) -> Request {
        Request::Load { dictionary: asset }
    }

    pub(super) fn failure(end: &FromWorker) -> &Failure {
        match end {
            FromWorker::Failed { failure, .. } => failure,
            other => panic!("expected a failure, found {other:?}"),
        }
    }

    /// SHA-256 of "abc", from FIPS 180-2.
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[wasm_bindgen_test]
    async fn each_fault_of_a_download_is_told_apart_and_another_try_works() {
        let stage = Scope::start("b1");
        assert_eq!(stage.heard(), [FromWorker::Hello { build: "b1".into() }]);
        let abc = |sha256: &str, bytes: u64| Asset {
            url: serve(b"abc"),
            sha256: sha256.to_owned(),
            bytes,
            parts: Vec::new(),
        };
        let text = Uint8Array::from("測試".as_bytes()).buffer();
        stage.request(1, annotate(), Some(&text));
        assert_eq!(failure(&stage.end(1).await), &Failure::NotLoaded);

        stage.request(2, load(abc(ABC, 4)), None);
        let short = LoadFailure::Length { expected: 4, found: 3 };
        assert_eq!(failure(&stage.end(2).await), &Failure::Load(short));

        stage.request(3, load(abc(&ABC.replace('b', "c"), 3)), None);
        assert_eq!(failure(&stage.end(3).await), &Failure::Load(LoadFailure::Corrupt));

        stage.request(4, load(abc(ABC, 3)), None);
        let unreadable = stage.end(4).await;
        assert!(
            matches!(failure(&unreadable), Failure::Load(LoadFailure::Unreadable(_))),
            "{unreadable:?}"
        );
        let progress =
            FromWorker::Progress { id: RequestId(4), stage: Stage::Downloading, done: 3, total: 3 };
        assert!(stage.heard().contains(&progress));

        let gone =
            Asset { url: "/no-such-file".into(), sha256: ABC.into(), bytes: 3, parts: Vec::new() };
        stage.request(5, load(gone), None);
        assert_eq!(failure(&stage.end(5).await), &Failure::Load(LoadFailure::Status(404)));

        let nowhere =
            Asset { url: "blob:nowhere".into(), sha256: ABC.into(), bytes: 3, parts: Vec::new() };
        stage.request(6, load(nowhere), None);
        assert_eq!(failure(&stage.end(6).await), &Failure::Load(LoadFailure::Unreachable));

        // A file in parts is one file; a part that ends early is told at once.
        let part = |content: &[u8]| Asset {
            url: serve(content),
            sha256: String::new(),
            bytes: content.len() as u64,
            parts: Vec::new(),
        };
        let parts = vec![part(b"a"), part(b"bc")];
        stage.request(9, load(Asset { parts, ..abc(ABC, 3) }), None);
        let unreadable = stage.end(9).await;
        assert!(
            matches!(failure(&unreadable), Failure::Load(LoadFailure::Unreadable(_))),
            "{unreadable:?}"
        );
        let parts = vec![Asset { bytes: 2, ..part(b"a") }, part(b"bc")];
        stage.request(10, load(Asset { parts, ..abc(ABC, 3) }), None);
        let short = LoadFailure::Length { expected: 3, found: 1 };
        assert_eq!(failure(&stage.end(10).await), &Failure::Load(short));

        // A newer load takes the place of an older one, which ends once.
        stage.request(7, load(abc(ABC, 3)), None);
        stage.request(8, load(abc(ABC, 3)), None);
        stage.end(8).await;
        assert_eq!(stage.ends(7).len(), 1);
        assert_eq!(failure(&stage.ends(7)[0]), &Failure::Cancelled);
        for id in 1..=10 {
            assert_eq!(stage.ends(id).len(), 1, "request {id}");
        }
        let loaded = |message: &FromWorker| {
            matches!(message, FromWorker::Done { outcome: Outcome::Loaded { .. }, .. })
        };
        assert!(!stage.heard().iter().any(loaded));
    }
}
