//! The article's element: which chunks are filled, when, and in which style.
//!
//! A chunk is a `<section>`. Up to [`WINDOWED_FROM`] characters every section is filled, so that the
//! browser prints and finds all of them; in a longer article only those near the window are, and the
//! others keep the height they had. Sections are filled one by one at idle moments, the ones near
//! the window first, so typing and scrolling never wait for them.
//!
//! [`words`] goes from word to word, [`survey`] looks through the whole article, [`finding`] finds in it.

mod classical;
mod finding;
mod paper;
mod seen;
mod selected;
mod slot;
mod survey;
mod words;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use thakim_document::Tally;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Document, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit,
};

use super::chunk::Chunk;
use super::flag::Counts;
use super::look::Look;
use super::marks::Marks;
use super::ruby::RubyWriter;
use super::walk::Place;
use crate::time;
use seen::Seen;
use slot::{Content, Distance, Slot};
use words::Current;

pub use finding::{Change, Listener};
pub use survey::Entry;
pub use words::{Toward, Word};

/// From how many characters on only what is near the window is filled. 100,000 characters are about
/// 800,000 nodes, which a phone still bears.
pub const WINDOWED_FROM: u32 = 100_000;

/// How long sections are filled at a stretch, in milliseconds.
const SLICE: f64 = 12.0;

/// How far beyond the window a section counts as near it, where lines follow each other downwards, and
/// where they do sideways.
const NEAR: &str = "1500px 0px";
const NEAR_SIDEWAYS: &str = "0px 1500px";

/// An article on the page; cheap to clone.
#[derive(Clone)]
pub struct Sheet(Rc<Inner>);

struct Inner {
    document: Document,
    article: HtmlElement,
    state: RefCell<State>,
    observer: RefCell<Option<Observer>>,
}

struct State {
    writer: Option<RubyWriter>,
    marks: Marks,
    slots: Vec<Slot>,
    /// How many slots have what the present run of the engine says.
    renewed: usize,
    total: Tally,
    counts: Counts,
    /// Lines of classical text without readings of their own.
    classical: u32,
    /// Corrections whose characters were not found, by their places.
    lost: Vec<u32>,
    filling: Filling,
    current: Option<Current>,
    /// Whether lines run downwards.
    vertical: bool,
    /// The words that have come so far.
    seen: Seen,
    /// Who is told of changes.
    listener: Option<Listener>,
    /// Whether all of it is wanted in the page, to be printed.
    on_paper: bool,
}

/// Whether somebody is going to fill sections.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filling {
    Resting,
    Asked,
}

struct Observer {
    observer: IntersectionObserver,
    _on_change: Closure<dyn FnMut(Array)>,
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Sheet {
    /// An empty article in this element, read as `marks` say.
    pub fn new(article: HtmlElement, look: impl Into<Look>, marks: Marks) -> Option<Sheet> {
        let document = article.owner_document()?;
        article.set_text_content(None);
        let state = State {
            writer: RubyWriter::new(document.clone(), look),
            marks,
            slots: Vec::new(),
            renewed: 0,
            total: Tally::default(),
            counts: Counts::default(),
            classical: 0,
            lost: Vec::new(),
            filling: Filling::Resting,
            current: None,
            vertical: false,
            seen: Seen::default(),
            listener: None,
            on_paper: false,
        };
        let sheet = Sheet(Rc::new(Inner {
            document,
            article,
            state: RefCell::new(state),
            observer: RefCell::default(),
        }));
        *sheet.0.observer.borrow_mut() = sheet.observe(false);
        Some(sheet)
    }

    /// What is in the article so far.
    pub fn tally(&self) -> Tally {
        self.0.state.borrow().total
    }

    /// The words so far that are set apart.
    pub fn counts(&self) -> Counts {
        self.0.state.borrow().counts
    }

    /// How many lines so far are classical text without readings of their own.
    pub fn classical_lines(&self) -> u32 {
        self.0.state.borrow().classical
    }

    /// The same text comes once more, read otherwise: what comes takes the place of what is there,
    /// and nothing moves.
    pub fn renew(&self) {
        let mut state = self.0.state.borrow_mut();
        state.renewed = 0;
        state.lost.clear();
        state.seen = Seen::default();
    }

    /// All of the text has come. Gives the places of the corrections that do not hold.
    pub fn finish(&self) -> Vec<u32> {
        let mut state = self.0.state.borrow_mut();
        let end = state.renewed;
        state.cut_off(end);
        let length = state.slots.last().map_or(0, |slot| slot.end.letter);
        let beyond = state.marks.corrections().iter().map(|one| one.at).filter(|at| *at >= length);
        let mut lost: Vec<u32> = beyond.collect();
        lost.append(&mut state.lost);
        lost
    }

    /// Takes the next chunk. The first one is filled at once, the others at idle moments.
    pub fn push(&self, chunk: &Chunk) {
        let mut state = self.0.state.borrow_mut();
        let index = state.renewed;
        state.renewed += 1;
        let new = state.seen.take(chunk);
        if state.slots.get(index).is_some_and(|slot| slot.is_of(chunk)) {
            state.replace(index, chunk, new);
        } else {
            state.cut_off(index);
            let Ok(section) = self.0.document.create_element("section") else { return };
            let _ = section.set_attribute("data-chunk", &index.to_string());
            let (slot, lost) = Slot::new(section.unchecked_into(), chunk, new, &state.marks);
            let _ = self.0.article.append_child(&slot.section);
            if let Some(observer) = &*self.0.observer.borrow() {
                observer.observer.observe(&slot.section);
            }
            let before = state.total.chars;
            state.lost.extend(lost);
            state.count(&slot);
            state.slots.push(slot);
            if before < WINDOWED_FROM && state.total.chars >= WINDOWED_FROM {
                state.empty_all_far();
            }
        }
        if index == 0 {
            state.fill(index);
            // A short article has no other section, whose filling would see to that.
            state.keep_a_tab_stop();
        }
        state.tell(Change::Read);
        drop(state);
        self.ask_filling();
    }

    /// Shows the same article in another look.
    pub fn set_look(&self, look: impl Into<Look>) {
        let look = look.into();
        let mut state = self.0.state.borrow_mut();
        if state.writer.as_ref().is_some_and(|writer| writer.look() == look) {
            return;
        }
        state.writer = RubyWriter::new(self.0.document.clone(), look);
        drop(state);
        self.ask_filling();
    }

    /// Lines run downwards from now on, and follow each other leftwards; or as usual. Then what holds the
    /// article scrolls, not the window.
    pub fn set_vertical(&self, vertical: bool) {
        let mut state = self.0.state.borrow_mut();
        if state.vertical == vertical {
            return;
        }
        state.vertical = vertical;
        // Their places were those of the other direction.
        let windowed = state.is_windowed();
        for slot in &mut state.slots {
            slot.distance = Distance::Far;
            slot.forget_place(windowed);
        }
        drop(state);
        let observer = self.observe(vertical);
        if let Some(observer) = &observer {
            for slot in &self.0.state.borrow().slots {
                observer.observer.observe(&slot.section);
            }
        }
        *self.0.observer.borrow_mut() = observer;
        self.ask_filling();
    }

    /// Whether lines run downwards.
    pub fn is_vertical(&self) -> bool {
        self.0.state.borrow().vertical
    }

    /// Shows the same article with other corrections, and other passages marked. The readings that
    /// the engine chose stay until it has been asked again. Readings of words wherever they stand are
    /// taken over by the section of the current word; for the others see [`Sheet::spread`].
    /// How many words there are read otherwise then.
    pub fn set_marks(&self, marks: Marks) -> u32 {
        let mut guard = self.0.state.borrow_mut();
        let state = &mut *guard;
        let old = std::mem::replace(&mut state.marks, marks);
        let passages = old.passages() != state.marks.passages();
        let windowed = state.is_windowed();
        for slot in &mut state.slots {
            let (was, is) = (slot.wanted(&old), slot.wanted(&state.marks));
            if (was.corrections, was.seams) != (is.corrections, is.seams) {
                state.total = minus(state.total, slot.tally);
                state.counts -= slot.counts;
                slot.recount(&state.marks);
                state.total += slot.tally;
                state.counts += slot.counts;
                slot.outdate();
                if let Some(writer) = &state.writer
                    && (!windowed || slot.distance == Distance::Near)
                {
                    slot.fill(writer, &state.marks);
                }
            } else if passages {
                slot.outdate();
            }
        }
        let mut changed = 0;
        if let Some(current) = state.current.as_ref().map(|current| current.place.chunk) {
            changed = state.catch_up(current);
            if state.slots.get(current).is_some_and(|slot| slot.content == Content::Stale) {
                state.fill(current);
            }
        }
        state.restore_current();
        state.tell(Change::Read);
        drop(guard);
        self.ask_filling();
        changed
    }

    fn ask_filling(&self) {
        let mut state = self.0.state.borrow_mut();
        if state.filling == Filling::Asked || state.next_to_fill().is_none() {
            return;
        }
        state.filling = Filling::Asked;
        drop(state);
        // Only as long as the article is on the page.
        let sheet = Rc::downgrade(&self.0);
        time::when_idle(move || {
            if let Some(inner) = sheet.upgrade() {
                Sheet(inner).fill_some();
            }
        });
    }

    fn fill_some(&self) {
        let began = time::now();
        let mut state = self.0.state.borrow_mut();
        state.filling = Filling::Resting;
        while let Some(index) = state.next_to_fill() {
            state.fill(index);
            if time::now() - began >= SLICE {
                break;
            }
        }
        state.keep_a_tab_stop();
        drop(state);
        self.ask_filling();
    }

    /// Hears which sections come near the window and which leave it.
    fn observe(&self, vertical: bool) -> Option<Observer> {
        let sheet = Rc::downgrade(&self.0);
        let on_change = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let Some(inner) = sheet.upgrade() else { return };
            let sheet = Sheet(inner);
            for entry in entries.iter() {
                sheet.moved(&entry.unchecked_into());
            }
            sheet.ask_filling();
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(if vertical { NEAR_SIDEWAYS } else { NEAR });
        if vertical {
            options.set_root(self.0.article.parent_element().as_ref());
        }
        let observer = IntersectionObserver::new_with_options(
            on_change.as_ref().unchecked_ref::<js_sys::Function>(),
            &options,
        )
        .ok()?;
        Some(Observer { observer, _on_change: on_change })
    }

    fn moved(&self, entry: &IntersectionObserverEntry) {
        let index = entry.target().get_attribute("data-chunk").and_then(|index| index.parse().ok());
        let mut state = self.0.state.borrow_mut();
        let empties = state.is_windowed() && !state.on_paper;
        let focused = state.focused_chunk();
        let Some(index) = index else { return };
        let vertical = state.vertical;
        let Some(slot) = state.slots.get_mut::<usize>(index) else { return };
        if entry.is_intersecting() {
            slot.distance = Distance::Near;
            state.tell(Change::Shown);
        } else {
            slot.distance = Distance::Far;
            // Who tabs back to the word that they left must find it.
            if empties && focused != Some(index) && !holds_selection(&slot.section) {
                let place = entry.bounding_client_rect();
                slot.empty(if vertical { place.width() } else { place.height() });
                state.keep_a_tab_stop();
            }
        }
    }
}

impl State {
    fn is_windowed(&self) -> bool {
        self.total.chars >= WINDOWED_FROM
    }

    /// The section to fill now: those near the window first, then in order.
    fn next_to_fill(&self) -> Option<usize> {
        let wanted = Content::Ruby(self.writer.as_ref()?.look());
        let stale = |slot: &Slot| slot.content != wanted;
        let near = |slot: &Slot| slot.distance == Distance::Near && stale(slot);
        let position = self.slots.iter().position(near);
        if position.is_some() || self.is_windowed() {
            return position;
        }
        self.slots.iter().position(stale)
    }

    fn fill(&mut self, index: usize) {
        let (Some(writer), Some(slot)) = (&self.writer, self.slots.get_mut(index)) else { return };
        if slot.fill(writer, &self.marks) {
            let has_words = slot.element(0).is_some();
            if self.current.is_none() && has_words {
                // Where the Tab key comes into the article, until the person has been at a word.
                self.make_current(Place { chunk: index, word: 0 }, false);
            }
            self.restore_current();
            self.tell(Change::Shown);
        }
    }

    /// A section takes over the readings of words from the marks. How many words are read otherwise.
    fn catch_up(&mut self, index: usize) -> u32 {
        let Some(slot) = self.slots.get_mut(index) else { return 0 };
        let (tally, counts) = (slot.tally, slot.counts);
        let changed = slot.catch_up(&self.marks);
        self.total = minus(self.total, tally);
        self.total += slot.tally;
        self.counts -= counts;
        self.counts += slot.counts;
        changed
    }

    /// The article has just become too long to keep all of it filled. The first section stays: until
    /// the observer has spoken every section counts as far, and the person is looking at that one.
    fn empty_all_far(&mut self) {
        let vertical = self.vertical;
        let later = self.slots.get_mut(1..).unwrap_or_default();
        for slot in later.iter_mut().filter(|slot| slot.distance == Distance::Far) {
            let place = slot.section.get_bounding_client_rect();
            slot.empty(if vertical { place.width() } else { place.height() });
        }
    }

    /// Puts another reading of the same stretch into a slot.
    fn replace(&mut self, index: usize, chunk: &Chunk, new: Vec<u32>) {
        let section = self.slots[index].section.clone();
        let (mut slot, lost) = Slot::new(section, chunk, new, &self.marks);
        slot.distance = self.slots[index].distance;
        slot.content = self.slots[index].content;
        slot.outdate();
        self.discount(index);
        self.count(&slot);
        self.lost.extend(lost);
        self.slots[index] = slot;
    }

    /// Takes away the slots from this one on.
    fn cut_off(&mut self, from: usize) {
        for index in from..self.slots.len() {
            self.discount(index);
            self.slots[index].section.remove();
        }
        self.slots.truncate(from);
    }

    fn count(&mut self, slot: &Slot) {
        self.total += slot.tally;
        self.counts += slot.counts;
        self.classical += slot.classical;
    }

    fn discount(&mut self, index: usize) {
        let slot = &self.slots[index];
        self.total = minus(self.total, slot.tally);
        self.counts -= slot.counts;
        self.classical -= slot.classical;
    }
}

/// Whether a selection begins or ends in a section: its text would be lost with the elements.
fn holds_selection(section: &HtmlElement) -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    let Some(selection) = selection.filter(|selection| !selection.is_collapsed()) else {
        return false;
    };
    let holds = |node: Option<web_sys::Node>| node.is_some() && section.contains(node.as_ref());
    holds(selection.anchor_node()) || holds(selection.focus_node())
}

/// What is left of a tally without a part of it.
fn minus(whole: Tally, part: Tally) -> Tally {
    Tally {
        chars: whole.chars - part.chars,
        lines: whole.lines - part.lines,
        han: whole.han - part.han,
        unknown: whole.unknown - part.unknown,
        uncertain: whole.uncertain - part.uncertain,
        derived: whole.derived - part.derived,
        corrected: whole.corrected - part.corrected,
        classical: whole.classical - part.classical,
    }
}
