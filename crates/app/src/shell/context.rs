//! What every page can reach.

use std::ops::Deref;

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use thakim_protocol::Asset;
use wasm_bindgen::JsCast;
use web_sys::CustomEvent;

use super::shelf::Shelf;
use super::{Past, Route, navigation};
use crate::article::history::Scope;
use crate::boot::{self, Offline, Release, Update};
use crate::language::Language;
use crate::layout::root::dress_root;
use crate::own::Own;
use crate::settings::Settings;
use crate::signal::{RwSignal, StoredValue};
use crate::store::{ArticleId, Connection, Desk, StoreError};
use crate::worker_client::{EngineState, WorkerClient};

/// The name of the database in the browser.
pub const DATABASE: &str = "thakim";

/// The page's state above its single pages. It lives as long as the page; this is the way to it, and no
/// more than that has to be put into each of the page's many functions.
#[derive(Clone, Copy)]
pub struct Shell(&'static State);

/// What can be reached.
pub struct State {
    /// Which page is shown.
    pub route: RwSignal<Route>,
    /// What the person chose.
    pub settings: RwSignal<Settings>,
    /// In which language the page speaks.
    pub language: RwSignal<Language>,
    /// How far the engine is.
    pub engine: RwSignal<EngineState>,
    /// How far the copy for offline use is.
    pub offline: RwSignal<Offline>,
    /// Whether there is a newer release.
    pub update: RwSignal<Update>,
    /// Whether texts outlive this page.
    pub storage: RwSignal<Storage>,
    /// For which places the person chose a reading last: the panel offers the same again.
    pub scope: RwSignal<Scope>,
    past: StoredValue<Option<Past>>,
    /// The articles of this browser.
    pub shelf: Shelf,
    own: Own,
    connection: StoredValue<Connection>,
    desk: StoredValue<Desk>,
    worker: StoredValue<WorkerClient>,
    release: StoredValue<Release>,
}

/// Whether the browser keeps texts.
#[derive(Clone, PartialEq, Debug)]
pub enum Storage {
    /// It does, as far as is known.
    Keeps,
    /// It does not, and why.
    Refuses(StoreError),
}

impl Deref for Shell {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

impl Shell {
    /// Everything at its beginning, the worker on its way.
    pub(super) fn new() -> Shell {
        let release = boot::release();
        let language = Language::load();
        language.speak();
        let engine = RwSignal::new(EngineState::Starting { done: 0, total: 0 });
        let dictionary = release.dictionary.clone().unwrap_or_else(no_dictionary);
        let worker =
            WorkerClient::new(&release.build, dictionary, boot::start_worker, move |state| {
                engine.set(state);
            });
        worker.start();
        let connection = Connection::new(DATABASE);
        let shell = Shell(Box::leak(Box::new(State {
            route: RwSignal::new(navigation::current()),
            settings: RwSignal::new(Settings::load()),
            language: RwSignal::new(language),
            engine,
            offline: RwSignal::new(boot::offline()),
            update: RwSignal::new(boot::update()),
            storage: RwSignal::new(Storage::Keeps),
            scope: RwSignal::new(Scope::default()),
            past: StoredValue::new(None),
            own: Own::new(connection.clone(), worker.clone()),
            shelf: Shelf::new(),
            desk: StoredValue::new(Desk::new(&connection, ArticleId::of_this_tab())),
            connection: StoredValue::new(connection),
            worker: StoredValue::new(worker),
            release: StoredValue::new(release),
        })));
        dress_root(&shell.settings.get_untracked().layout);
        follow("thakim-offline", shell.offline);
        follow("thakim-update", shell.update);
        shell.settle_when_asked();
        shell.shelf.follow(shell);
        shell
    }

    /// The shell of the view that asks.
    pub fn get() -> Shell {
        expect_context::<Shell>()
    }

    /// The way to the database.
    pub fn connection(self) -> Connection {
        self.connection.get_value()
    }

    /// The desk with this tab's article.
    pub fn desk(self) -> Desk {
        self.desk.get_value()
    }

    /// The reader's own dictionary.
    pub fn own(self) -> Own {
        self.own
    }

    /// Does something with what was done to the article; it outlives the article's page.
    pub fn with_past<T>(self, act: impl FnOnce(&mut Option<Past>) -> T) -> Option<T> {
        self.past.try_update_value(act)
    }

    /// The worker.
    pub fn worker(self) -> WorkerClient {
        self.worker.get_value()
    }

    /// The release.
    pub fn release(self) -> Release {
        self.release.get_value()
    }

    /// Notes what became of asking for a text.
    pub fn kept<T>(self, result: Result<T, StoreError>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.storage.set(Storage::Refuses(error));
                None
            }
        }
    }

    /// Notes what became of keeping a text. Where it was refused before, it is not any more.
    pub fn written(self, result: Result<(), StoreError>) {
        let keeps = self.kept(result).is_some();
        if keeps && self.storage.with_untracked(|storage| *storage != Storage::Keeps) {
            self.storage.set(Storage::Keeps);
        }
    }

    /// Changes the settings and keeps them.
    pub fn set(self, settings: Settings) {
        self.settings.set(settings);
        dress_root(&settings.layout);
        settings.save();
    }

    /// Has the page speak another language, and keeps the choice.
    pub fn set_language(self, language: Language) {
        language.save();
        language.speak();
        self.language.set(language);
    }

    /// Before another release takes over, all that was given to the database must be in it.
    fn settle_when_asked(self) {
        // Lives as long as the page.
        let _ = window_event_listener_untyped("thakim-flush", move |event| {
            let desk = self.desk();
            boot::wait_for(&event, async move {
                // Whatever could not be kept has been told.
                let _ = desk.settled().await;
            });
        });
    }
}

/// Has a signal follow an event of the boot script, for as long as the page lives.
fn follow<T: DeserializeOwned + Send + Sync + 'static>(event: &str, signal: RwSignal<T>) {
    let _ = window_event_listener_untyped(event, move |event| {
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
        if let Some(state) = detail.and_then(boot::read) {
            signal.set(state);
        }
    });
}

/// Stands in where the page was opened without its boot script; no worker will start there either.
fn no_dictionary() -> Asset {
    Asset { url: String::new(), sha256: String::new(), bytes: 0, parts: Vec::new() }
}
