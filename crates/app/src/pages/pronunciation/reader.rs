//! One article's way from the desk through the worker to the page.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use js_sys::{ArrayBuffer, JsString, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use thakim_document::Tally;
use thakim_phonology::dialect::Dialect;
use thakim_protocol::{Batch, Failure, RequestId};

use super::find::Finding;
use super::looking::Looking;
use super::out::Out;
use super::passage::Target;
use super::speech::Speech;
use super::undo::Told;
use super::whole::Whole;
use crate::article::Sheet;
use crate::article::chunk::Chunker;
use crate::article::flag::Counts;
use crate::article::marks::Marks;
use crate::effect::{effect, memo};
use crate::element::{NodeRef, View};
use crate::parts::{self, Progress};
use crate::shell::{self, Route, Shell};
use crate::signal::{RwSignal, StoredValue};
use crate::store::Kind;
use crate::text::t;
use crate::text::{self, Words};
use crate::time;
use crate::worker_client::{EngineFailure, EngineState, Reply, utf8};

/// How far the article is.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Run {
    /// It is being looked for.
    Looking,
    /// It waits for the engine.
    Waiting,
    /// It is coming in.
    Streaming {
        /// Whole per cents of the text.
        percent: u64,
    },
    /// All of it is there.
    Complete,
    /// The person stopped it.
    Stopped,
    /// It ended early.
    Failed(Failure),
}

/// The way to what belongs to an article: as small as can be, since most of the page's functions hold it. What it
/// points to is a few hundred bytes, which stay when the page is left; what those name goes with the page.
#[derive(Clone, Copy)]
pub(super) struct Reader(&'static State);

/// What belongs to an article while its page is open.
pub(super) struct State {
    pub(super) article: NodeRef<leptos::html::Article>,
    pub(super) run: RwSignal<Run>,
    pub(super) tally: RwSignal<Tally>,
    /// The words that are set apart.
    pub(super) counts: RwSignal<Counts>,
    /// Lines of classical text that are read like the article.
    pub(super) classical: RwSignal<u32>,
    /// What the person wants of the article.
    pub(super) marks: RwSignal<Marks>,
    pub(super) looking: Looking,
    pub(super) finding: Finding,
    pub(super) speech: Speech,
    /// What would be undone, and done again.
    pub(super) told: RwSignal<Told>,
    /// The lines whose readings are being chosen.
    pub(super) target: RwSignal<Option<Target>>,
    /// What is taken out of the page.
    pub(super) out: Out,
    /// Whether the article has the whole screen.
    pub(super) whole: Whole,
    pub(super) shell: Shell,
    sheet: StoredValue<Option<Sheet>>,
    /// The article itself.
    pub(super) text: StoredValue<Option<JsString>>,
    request: StoredValue<Option<RequestId>>,
    /// How often the worker has been asked. What an older request still brings is not shown.
    runs: StoredValue<u32>,
}

impl Deref for Reader {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

impl Reader {
    pub(super) fn new() -> Reader {
        Reader(Box::leak(Box::new(State {
            article: NodeRef::new(),
            run: RwSignal::new(Run::Looking),
            tally: RwSignal::new(Tally::default()),
            counts: RwSignal::new(Counts::default()),
            classical: RwSignal::new(0),
            marks: RwSignal::new(Marks::default()),
            looking: Looking::new(),
            finding: Finding::new(),
            speech: Speech::new(),
            told: RwSignal::new(Told::default()),
            target: RwSignal::new(None),
            out: Out::new(),
            whole: Whole::new(),
            shell: Shell::get(),
            sheet: StoredValue::new(None),
            text: StoredValue::new(None),
            request: StoredValue::new(None),
            runs: StoredValue::new(0),
        })))
    }

    /// Looks for the article once the page is there, and has it annotated.
    pub(super) fn begin(self) {
        effect(move |_| {
            if self.article.get().is_some() {
                spawn_local(self.find());
            }
        });
        effect(move |_| {
            let settings = self.shell.settings.get();
            if let Some(sheet) = self.sheet() {
                sheet.set_vertical(settings.layout.is_vertical());
                sheet.set_look(settings.look());
            }
        });
        // Another dialect has other readings; the engine has to say them.
        let dialect = memo(move || self.shell.settings.get().dialect);
        effect(move |before: Option<Dialect>| {
            let dialect = dialect.get();
            if before.is_some_and(|before| before != dialect) {
                self.again();
            }
            dialect
        });
        // So has another own dictionary.
        let own = self.shell.own().version;
        effect(move |before: Option<u32>| {
            let version = own.get();
            if before.is_some_and(|before| before != version) {
                self.again();
            }
            version
        });
        self.begin_out();
        // A notation makes its table with the first syllable: now, while the article is on its way, and not with
        // its first line.
        let settings = self.shell.settings.get_untracked();
        time::when_idle(move || drop(settings.notation.parse_with("a", &settings.options())));
        on_cleanup(move || self.cancel());
    }

    /// Asks the worker again, for the whole text. What is on the page stays there until its place is
    /// taken.
    pub(super) fn again(self) {
        self.cancel();
        let Some(article) = self.article.get_untracked() else { return };
        let Some(text) = self.text.get_value() else { return };
        self.run.set(Run::Waiting);
        match self.sheet() {
            Some(sheet) => sheet.renew(),
            None => {
                let settings = self.shell.settings.get_untracked();
                let sheet = Sheet::new(article, settings.look(), self.marks.get_untracked());
                if let Some(sheet) = &sheet {
                    sheet.set_vertical(settings.layout.is_vertical());
                }
                self.sheet.set_value(sheet);
            }
        }
        match utf8(&text) {
            Ok(bytes) => self.ask(bytes),
            Err(_) => self.run.set(Run::Failed(Failure::WorkerDied)),
        }
    }

    pub(super) fn stop(self) {
        if let Some(id) = self.request.get_value() {
            self.shell.worker().cancel(id);
        }
    }

    /// What the hairline shows.
    pub(super) fn progress(self) -> Memo<Progress> {
        memo(move || match self.run.get() {
            Run::Streaming { percent } => Progress::of(percent, 100),
            Run::Looking | Run::Waiting | Run::Complete | Run::Stopped | Run::Failed(_) => {
                Progress::None
            }
        })
    }

    /// What to say of a failure, and the button that helps.
    pub(super) fn explain(self, failure: &Failure) -> Option<(Words, View)> {
        let shell = self.shell;
        let retry = move || {
            shell.worker().retry();
            self.again();
        };
        // The engine knows more of its own failure than the request that it took with it.
        match shell.engine.get_untracked() {
            EngineState::Failed(why @ EngineFailure::OtherBuild { .. }) => {
                Some((text::engine_failure(&why), parts::cure(shell, &why)))
            }
            EngineState::Failed(why) => {
                Some((text::engine_failure(&why), parts::button(t!("shell.retry"), retry)))
            }
            _ => Some((text::failure(failure)?, parts::button(t!("shell.retry"), retry))),
        }
    }

    async fn find(self) {
        // Or the article would be read twice.
        self.shell.own().ready().await;
        let found = self.shell.desk().get(Kind::Article).await;
        match self.shell.kept(found).flatten() {
            Some(_) if self.run.is_disposed() => {}
            Some(kept) => {
                self.recall(&kept);
                self.text.set_value(Some(kept.text));
                self.marks.set(kept.marks);
                // Now it is known what it is called.
                self.shell.shelf.changed();
                self.again();
            }
            // Nothing to show. Who has left already is not to be led anywhere.
            None if self.run.is_disposed() => {}
            None => shell::replace(self.shell, Route::Input),
        }
    }

    fn ask(self, bytes: ArrayBuffer) {
        let chunker = Rc::new(RefCell::new(Chunker::default()));
        // The first reply may come before the id is known here.
        let run = self.runs.get_value() + 1;
        self.runs.set_value(run);
        let mut wish = self.marks.get_untracked().wish();
        wish.dialect = self.shell.settings.get_untracked().dialect;
        let id = self.shell.worker().annotate(bytes, wish, move |reply| {
            // The page may have been left while this was on its way, or asked for something else.
            if self.runs.try_get_value() == Some(run) {
                self.hear(reply, &mut chunker.borrow_mut());
            }
        });
        self.request.set_value(Some(id));
    }

    fn hear(self, reply: Reply, chunker: &mut Chunker) {
        match reply {
            Reply::Progress { done, total } => {
                let percent = (done * 100).checked_div(total).unwrap_or(0);
                let run = Run::Streaming { percent };
                if self.run.get_untracked() != run {
                    self.run.set(run);
                }
            }
            Reply::Batch(buffer) => match Batch::decode(&Uint8Array::new(&buffer).to_vec()) {
                Ok(batch) => self.show(chunker.push(batch.paragraphs)),
                Err(error) => {
                    self.stop();
                    self.run.set(Run::Failed(Failure::BadRequest(error.to_string())));
                }
            },
            Reply::End(result) => {
                self.show(chunker.finish());
                if result.is_ok() {
                    self.all_has_come();
                }
                match (result, self.run.get_untracked()) {
                    // What went wrong first is what counts.
                    (_, Run::Failed(_)) => {}
                    (Ok(_), _) => self.run.set(Run::Complete),
                    (Err(Failure::Cancelled), _) => self.run.set(Run::Stopped),
                    (Err(failure), _) => self.run.set(Run::Failed(failure)),
                }
            }
        }
    }

    fn show(self, chunks: impl IntoIterator<Item = crate::article::chunk::Chunk>) {
        let Some(sheet) = self.sheet() else { return };
        for chunk in chunks {
            sheet.push(&chunk);
        }
        if self.run.get_untracked() == Run::Waiting {
            self.run.set(Run::Streaming { percent: 0 });
        }
        self.count();
    }

    /// All of the text is on the page.
    fn all_has_come(self) {
        let Some(sheet) = self.sheet() else { return };
        let lost = sheet.finish();
        self.count();
        self.drop_corrections(&lost);
        self.look_again();
    }

    /// Counts what is on the page.
    pub(super) fn count(self) {
        let Some(sheet) = self.sheet() else { return };
        self.tally.set(sheet.tally());
        self.classical.set(sheet.classical_lines());
        if self.counts.get_untracked() != sheet.counts() {
            self.counts.set(sheet.counts());
        }
    }

    pub(super) fn sheet(self) -> Option<Sheet> {
        self.sheet.try_get_value().flatten()
    }

    fn cancel(self) {
        if let Some(id) = self.request.try_get_value().flatten() {
            self.shell.worker().cancel(id);
        }
    }
}
