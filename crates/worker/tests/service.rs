//! Every request ends exactly once, whatever comes in between.

use thakim_document::{Explanation, Preference};
use thakim_phonology::dialect::Dialect;
use thakim_protocol::{
    Asset, Failure, FromWorker, LoadFailure, Outcome, Passage, Request, RequestId, ToWorker,
};
use thakim_worker::service::{Action, Freshness, Service};

type Actions = Vec<Action<&'static str>>;

const LOADED: Outcome = Outcome::Loaded { words: 2, readings: 3, sources: Vec::new() };
const ANNOTATED: Outcome = Outcome::Annotated { han: 2, unknown: 0, uncertain: 0 };

fn asset() -> Asset {
    Asset { url: "/a/words.bin".into(), sha256: "00".into(), bytes: 7, parts: Vec::new() }
}

fn load(service: &mut Service, id: u32) -> Actions {
    let request = Request::Load { dictionary: asset() };
    service.receive(ToWorker::Request { id: RequestId(id), request }, None)
}

fn annotate(service: &mut Service, id: u32, text: Option<&'static str>) -> Actions {
    let request = Request::Annotate {
        readings: Preference::Literary,
        passages: passages(),
        dialect: Dialect::Amoy,
    };
    service.receive(ToWorker::Request { id: RequestId(id), request }, text)
}

fn passages() -> Vec<Passage> {
    vec![Passage { from: 0, to: 3, readings: Preference::Auto }]
}

fn explain(service: &mut Service, id: u32) -> Actions {
    let request =
        Request::Explain { line: "測試".into(), at: 1, readings: Preference::Colloquial };
    service.receive(ToWorker::Request { id: RequestId(id), request }, None)
}

fn cancel(service: &mut Service, id: u32) -> Actions {
    service.receive(ToWorker::Cancel { id: RequestId(id) }, None)
}

fn failed(id: u32, failure: Failure) -> Action<&'static str> {
    Action::Post(FromWorker::Failed { id: RequestId(id), failure })
}

fn done(id: u32, outcome: Outcome) -> Action<&'static str> {
    Action::Post(FromWorker::Done { id: RequestId(id), outcome })
}

fn begin_load(id: u32, freshness: Freshness) -> Action<&'static str> {
    Action::Load { id: RequestId(id), dictionary: asset(), freshness }
}

fn begin(id: u32, text: &'static str) -> Action<&'static str> {
    let (readings, passages) = (Preference::Literary, passages());
    Action::Annotate { id: RequestId(id), text, readings, passages, dialect: Dialect::Amoy }
}

fn begin_explaining(id: u32) -> Action<&'static str> {
    let (line, readings) = ("測試".into(), Preference::Colloquial);
    Action::Explain { id: RequestId(id), line, at: 1, readings }
}

/// A service with an open dictionary, which request 0 brought.
fn open() -> Service {
    let mut service = Service::default();
    load(&mut service, 0);
    let actions: Actions = service.loaded(RequestId(0), Ok(LOADED));
    assert_eq!(actions, [done(0, LOADED)]);
    service
}

#[test]
fn a_text_before_the_dictionary_is_refused() {
    let mut service = Service::default();
    assert_eq!(annotate(&mut service, 1, Some("測試")), [failed(1, Failure::NotLoaded)]);
    assert!(!service.is_live(RequestId(1)));
}

#[test]
fn a_load_can_be_tried_again_and_passes_by_a_cache_that_gave_wrong_bytes() {
    let mut service = Service::default();
    assert_eq!(load(&mut service, 1), [begin_load(1, Freshness::Cached)]);
    let failure = LoadFailure::Unreachable;
    let actions: Actions = service.loaded(RequestId(1), Err(failure.clone()));
    assert_eq!(actions, [failed(1, Failure::Load(failure))]);
    assert_eq!(load(&mut service, 2), [begin_load(2, Freshness::Cached)]);
    let _: Actions = service.loaded(RequestId(2), Err(LoadFailure::Corrupt));
    assert_eq!(load(&mut service, 3), [begin_load(3, Freshness::Reload)]);
    let actions: Actions = service.loaded(RequestId(3), Ok(LOADED));
    assert_eq!(actions, [done(3, LOADED)]);
    assert_eq!(annotate(&mut service, 4, Some("測試")), [begin(4, "測試")]);
}

#[test]
fn the_newest_wins() {
    let mut service = open();
    assert_eq!(annotate(&mut service, 1, Some("一")), [begin(1, "一")]);
    assert_eq!(
        annotate(&mut service, 2, Some("二")),
        [failed(1, Failure::Cancelled), begin(2, "二")]
    );
    assert!(!service.is_live(RequestId(1)) && service.is_live(RequestId(2)));
    // What the first one still brings comes too late.
    let actions: Actions = service.annotated(RequestId(1), Ok(ANNOTATED));
    assert_eq!(actions, []);
    let actions: Actions = service.annotated(RequestId(2), Ok(ANNOTATED));
    assert_eq!(actions, [done(2, ANNOTATED)]);
    let actions: Actions = service.annotated(RequestId(2), Ok(ANNOTATED));
    assert_eq!(actions, []);
}

#[test]
fn a_cancelled_request_ends_at_once_and_once() {
    let mut service = open();
    annotate(&mut service, 1, Some("一"));
    assert_eq!(cancel(&mut service, 1), [failed(1, Failure::Cancelled)]);
    assert_eq!(cancel(&mut service, 1), []);
    assert_eq!(cancel(&mut service, 9), []);
    let actions: Actions = service.annotated(RequestId(1), Ok(ANNOTATED));
    assert_eq!(actions, []);
    load(&mut service, 10);
    assert_eq!(cancel(&mut service, 10), [failed(10, Failure::Cancelled)]);
    let actions: Actions = service.loaded(RequestId(10), Ok(LOADED));
    assert_eq!(actions, []);
}

#[test]
fn what_is_not_understood_is_said_once() {
    let mut service = open();
    let [Action::Post(FromWorker::Failed { id, failure: Failure::BadRequest(_) })] =
        annotate(&mut service, 1, None)[..]
    else {
        panic!("a text without its buffer must fail");
    };
    assert_eq!(id, RequestId(1));
    annotate(&mut service, 2, Some("二"));
    // A known id, live or ended, has its own end.
    let actions: Actions = service.receive_garbled(RequestId(2), "?".into());
    assert_eq!(actions, []);
    let actions: Actions = service.receive_garbled(RequestId(3), "?".into());
    assert_eq!(actions, [failed(3, Failure::BadRequest("?".into()))]);
    assert!(service.is_live(RequestId(2)));
}

#[test]
fn explanations_end_once_and_leave_an_annotation_alone() {
    let mut service = Service::default();
    assert_eq!(explain(&mut service, 9), [failed(9, Failure::NotLoaded)]);

    let mut service = open();
    annotate(&mut service, 1, Some("一"));
    assert_eq!(explain(&mut service, 2), [begin_explaining(2)]);
    assert_eq!(explain(&mut service, 3), [begin_explaining(3)]);
    assert!((1..=3).all(|id| service.is_live(RequestId(id))));
    let explanation = Explanation { surface: "測試".into(), ..Explanation::default() };
    let actions: Actions = service.explained(RequestId(3), Ok(Some(explanation.clone())));
    assert_eq!(actions, [done(3, Outcome::Explained(Some(explanation)))]);
    let actions: Actions = service.explained(RequestId(3), Ok(None));
    assert_eq!(actions, []);
    assert_eq!(cancel(&mut service, 2), [failed(2, Failure::Cancelled)]);
    let actions: Actions = service.explained(RequestId(2), Ok(None));
    assert_eq!(actions, []);
    assert!(service.is_live(RequestId(1)), "the annotation goes on");
}

#[test]
fn an_open_dictionary_outlives_a_failed_second_load() {
    let mut service = open();
    load(&mut service, 1);
    let _: Actions = service.loaded(RequestId(1), Err(LoadFailure::Corrupt));
    assert_eq!(annotate(&mut service, 2, Some("二")), [begin(2, "二")]);
}

#[test]
fn a_text_that_was_held_back_for_the_dictionary_has_an_older_id() {
    let mut service = Service::default();
    load(&mut service, 2);
    let _: Actions = service.loaded(RequestId(2), Ok(LOADED));
    assert_eq!(annotate(&mut service, 1, Some("一")), [begin(1, "一")]);
    assert_eq!(annotate(&mut service, 1, Some("again")), []);
}

#[test]
fn own_words_are_taken_without_a_dictionary_and_beside_an_annotation() {
    let own = |service: &mut Service, id: u32, words| -> Actions {
        service.receive(ToWorker::Request { id: RequestId(id), request: Request::Own }, words)
    };
    let begin = |id: u32| Action::Own { id: RequestId(id), words: "words" };
    let owned = || Outcome::Owned { words: 3 };
    let mut service = Service::default();
    assert_eq!(own(&mut service, 9, Some("words")), [begin(9)]);
    let actions: Actions = service.owned(RequestId(9), Ok(3));
    assert_eq!(actions, [done(9, owned())]);

    let mut service = open();
    annotate(&mut service, 1, Some("一"));
    assert_eq!(own(&mut service, 2, Some("words")), [begin(2)]);
    assert!(service.is_live(RequestId(1)) && service.is_live(RequestId(2)));
    let actions: Actions = service.owned(RequestId(2), Ok(3));
    assert_eq!(actions, [done(2, owned())]);
    let actions: Actions = service.owned(RequestId(2), Ok(3));
    assert_eq!(actions, []);
    assert!(service.is_live(RequestId(1)), "the annotation goes on");
    let [Action::Post(FromWorker::Failed { failure: Failure::BadRequest(_), .. })] =
        own(&mut service, 3, None)[..]
    else {
        panic!("own words without their buffer must fail");
    };
    own(&mut service, 4, Some("words"));
    assert_eq!(cancel(&mut service, 4), [failed(4, Failure::Cancelled)]);
    let actions: Actions = service.owned(RequestId(4), Ok(3));
    assert_eq!(actions, []);
}
