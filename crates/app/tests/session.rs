//! The talk with the worker: one end for each request, whatever happens to the worker.

use thakim_app::worker_client::{Effect, EngineFailure, EngineState, Session, Wish};
use thakim_document::Preference;
use thakim_phonology::dialect::Dialect;
use thakim_protocol::{
    Asset, Failure, FromWorker, LoadFailure, Outcome, Passage, Request, RequestId, Stage, ToWorker,
};

type Effects = Vec<Effect<&'static str>>;
type TestSession = Session<&'static str>;

const LOADED: Outcome = Outcome::Loaded { words: 2, readings: 3, sources: Vec::new() };
const READY: EngineState = EngineState::Ready { words: 2, readings: 3, sources: Vec::new() };
const ANNOTATED: Outcome = Outcome::Annotated { han: 2, unknown: 0, uncertain: 0 };

fn asset() -> Asset {
    Asset { url: "/a/words.dict".into(), sha256: "00".into(), bytes: 7, parts: Vec::new() }
}

/// A session whose worker has been started.
fn started() -> TestSession {
    let mut session = Session::new("b1", asset());
    let starting = EngineState::Starting { done: 0, total: 0 };
    assert_eq!(session.start(), [Effect::Engine(starting), Effect::Spawn]);
    session
}

/// What follows from the worker's hello: the load that it asks for.
fn hello(session: &mut TestSession) -> RequestId {
    let effects = session.receive(FromWorker::Hello { build: "b1".into() }, None);
    let [
        Effect::Engine(EngineState::Downloading { done: 0, total: 7 }),
        Effect::Post(ToWorker::Request { id, request: Request::Load { dictionary } }, None),
    ] = &effects[..]
    else {
        panic!("hello must lead to a load, not to {effects:?}");
    };
    assert_eq!(*dictionary, asset());
    *id
}

fn done(session: &mut TestSession, id: RequestId, outcome: Outcome) -> Effects {
    session.receive(FromWorker::Done { id, outcome }, None)
}

fn failed(session: &mut TestSession, id: RequestId, failure: Failure) -> Effects {
    session.receive(FromWorker::Failed { id, failure }, None)
}

/// A session with an open dictionary.
fn ready() -> TestSession {
    let mut session = started();
    let load = hello(&mut session);
    assert_eq!(done(&mut session, load, LOADED), [Effect::Engine(READY)]);
    session
}

fn wish() -> Wish {
    let passage = Passage { from: 0, to: 3, readings: Preference::Colloquial };
    Wish { readings: Preference::Literary, passages: vec![passage], dialect: Dialect::Penang }
}

fn post(id: RequestId, text: &'static str) -> Effect<&'static str> {
    let Wish { readings, passages, dialect } = wish();
    let request = Request::Annotate { readings, passages, dialect };
    Effect::Post(ToWorker::Request { id, request }, Some(text))
}

fn engine_failed(failure: EngineFailure) -> Effect<&'static str> {
    Effect::Engine(EngineState::Failed(failure))
}

#[test]
fn a_text_waits_for_the_dictionary_and_is_posted_once() {
    let mut session = started();
    let (id, effects) = session.annotate("測試", wish());
    assert_eq!(effects, []);
    let load = hello(&mut session);
    assert!(load > id, "ids count up");
    let effects = done(&mut session, load, LOADED);
    assert_eq!(effects, [Effect::Engine(READY), post(id, "測試")]);
    assert_eq!(done(&mut session, id, ANNOTATED), [Effect::End(id, Ok(ANNOTATED))]);
    assert_eq!(done(&mut session, id, ANNOTATED), []);
}

#[test]
fn a_newer_text_takes_the_place_of_one_that_waits() {
    let mut session = started();
    let (first, _) = session.annotate("一", wish());
    let (second, effects) = session.annotate("二", wish());
    assert_eq!(effects, [Effect::End(first, Err(Failure::Cancelled))]);
    assert_eq!(session.cancel(first), []);
    assert_eq!(session.cancel(second), [Effect::End(second, Err(Failure::Cancelled))]);
    let load = hello(&mut session);
    let effects = done(&mut session, load, LOADED);
    assert_eq!(effects.len(), 1, "nothing waits any more: {effects:?}");
}

#[test]
fn progress_and_paragraphs_reach_only_requests_that_live() {
    let mut session = ready();
    let (id, effects) = session.annotate("測試", wish());
    assert_eq!(effects, [post(id, "測試")]);
    let progress = FromWorker::Progress { id, stage: Stage::Annotating, done: 3, total: 6 };
    assert_eq!(session.receive(progress.clone(), None), [Effect::Progress(id, 3, 6)]);
    let batch = session.receive(FromWorker::Paragraphs { id }, Some("batch"));
    assert_eq!(batch, [Effect::Batch(id, "batch")]);
    assert_eq!(session.cancel(id), [Effect::Post(ToWorker::Cancel { id }, None)]);
    let effects = failed(&mut session, id, Failure::Cancelled);
    assert_eq!(effects, [Effect::End(id, Err(Failure::Cancelled))]);
    assert_eq!(session.receive(progress, None), []);
    assert_eq!(session.receive(FromWorker::Paragraphs { id }, Some("batch")), []);
}

#[test]
fn an_explanation_is_asked_for_where_there_is_a_dictionary() {
    let explain = |session: &mut TestSession| session.explain("測試".into(), 1, Preference::Auto);
    let mut session = started();
    let (id, effects) = explain(&mut session);
    assert_eq!(effects, [Effect::End(id, Err(Failure::NotLoaded))]);

    let mut session = ready();
    let (annotation, _) = session.annotate("測試", wish());
    let (id, effects) = explain(&mut session);
    let request = Request::Explain { line: "測試".into(), at: 1, readings: Preference::Auto };
    assert_eq!(effects, [Effect::Post(ToWorker::Request { id, request }, None)]);
    let explained = Outcome::Explained(None);
    assert_eq!(done(&mut session, id, explained.clone()), [Effect::End(id, Ok(explained))]);
    let (lost, _) = explain(&mut session);
    let ends = session.died();
    for id in [annotation, lost] {
        assert!(ends.contains(&Effect::End(id, Err(Failure::WorkerDied))), "{ends:?}");
    }
}

#[test]
fn a_dead_worker_fails_all_that_was_pending_and_can_be_started_again() {
    let mut session = ready();
    let (first, _) = session.annotate("一", wish());
    let (second, _) = session.annotate("二", wish());
    assert_eq!(
        session.died(),
        [
            Effect::Terminate,
            engine_failed(EngineFailure::Died),
            Effect::End(first, Err(Failure::WorkerDied)),
            Effect::End(second, Err(Failure::WorkerDied)),
        ]
    );
    // It dies once, and its last words are not heard.
    assert_eq!(session.died(), []);
    assert_eq!(done(&mut session, second, ANNOTATED), []);
    let (third, effects) = session.annotate("三", wish());
    assert_eq!(effects, [Effect::End(third, Err(Failure::WorkerDied))]);

    let starting = EngineState::Starting { done: 0, total: 0 };
    assert_eq!(session.retry(), [Effect::Engine(starting), Effect::Spawn]);
    let (fourth, _) = session.annotate("四", wish());
    assert!(fourth > third, "ids are never used twice");
    let load = hello(&mut session);
    let effects = done(&mut session, load, LOADED);
    assert_eq!(effects[1], post(fourth, "四"));
}

#[test]
fn a_worker_of_another_build_is_ended() {
    let mut session = started();
    let (id, _) = session.annotate("測試", wish());
    let other = EngineFailure::OtherBuild { page: "b1".into(), worker: "b2".into() };
    assert_eq!(
        session.receive(FromWorker::Hello { build: "b2".into() }, None),
        [Effect::Terminate, engine_failed(other), Effect::End(id, Err(Failure::WorkerDied)),]
    );
    assert_eq!(session.retry(), [], "only loading the page anew helps");
}

#[test]
fn a_worker_that_cannot_start_says_why_and_can_be_tried_again() {
    let mut session = started();
    let effects = session.receive(FromWorker::Broken { reason: "no wasm".into() }, None);
    let broken = EngineFailure::Broken("no wasm".into());
    assert_eq!(effects, [Effect::Terminate, engine_failed(broken)]);
    assert_eq!(session.retry().last(), Some(&Effect::Spawn));
    assert_eq!(
        session.not_spawned("forbidden".into()).last(),
        Some(&engine_failed(EngineFailure::Broken("forbidden".into())))
    );
}

#[test]
fn a_failed_load_fails_the_text_that_waits_and_is_tried_again_on_the_same_worker() {
    let failures = [
        LoadFailure::Unreachable,
        LoadFailure::Status(503),
        LoadFailure::Length { expected: 7, found: 3 },
        LoadFailure::Corrupt,
        LoadFailure::Unreadable("version 9".into()),
    ];
    for failure in failures {
        let mut session = started();
        let (id, _) = session.annotate("測試", wish());
        let load = hello(&mut session);
        let effects = failed(&mut session, load, Failure::Load(failure.clone()));
        assert_eq!(
            effects,
            [
                engine_failed(EngineFailure::Load(failure.clone())),
                Effect::End(id, Err(Failure::Load(failure.clone()))),
            ]
        );
        let (id, effects) = session.annotate("再", wish());
        assert_eq!(effects, [Effect::End(id, Err(Failure::Load(failure)))]);

        let effects = session.retry();
        let [
            Effect::Engine(EngineState::Downloading { .. }),
            Effect::Post(ToWorker::Request { id: load, .. }, None),
        ] = effects[..]
        else {
            panic!("another try must load again, not {effects:?}");
        };
        let (id, effects) = session.annotate("再", wish());
        assert_eq!(effects, []);
        assert_eq!(done(&mut session, load, LOADED).last(), Some(&post(id, "再")));
    }
}

#[test]
fn own_words_are_told_before_anything_is_asked() {
    let own = |effects: &Effects| {
        let own = effects.iter().filter(|effect| matches!(effect, Effect::Own(_)));
        own.count()
    };
    // Known before the worker is up: it is told when it says hello, before the load.
    let mut session = started();
    assert_eq!(session.own(), []);
    session.annotate("測試", wish());
    let effects = session.receive(FromWorker::Hello { build: "b1".into() }, None);
    assert!(matches!(effects[0], Effect::Own(_)), "{effects:?}");
    assert_eq!(own(&effects), 1);
    // They change.
    assert_eq!(own(&session.own()), 1);
    // The next worker is told as well.
    session.died();
    assert_eq!(session.own(), []);
    session.retry();
    let effects = session.receive(FromWorker::Hello { build: "b1".into() }, None);
    assert!(matches!(effects[0], Effect::Own(_)), "{effects:?}");
    // Who has none does not speak of any.
    let mut session = started();
    let effects = session.receive(FromWorker::Hello { build: "b1".into() }, None);
    assert_eq!(own(&effects), 0);

    // What the worker answers concerns nobody.
    let mut session = ready();
    let effects = session.own();
    let [Effect::Own(id)] = effects[..] else { panic!("{effects:?}") };
    assert_eq!(done(&mut session, id, Outcome::Owned { words: 1 }), []);
}
