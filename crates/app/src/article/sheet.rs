//! The article's element: which chunks are filled, when, and in which style.
//!
//! A chunk is a `<section>`. Up to [`WINDOWED_FROM`] characters every section is filled, so that the
//! browser prints and finds all of them; in a longer article only those near the window are, and the
//! others keep the height they had. Sections are filled one by one at idle moments, the ones near
//! the window first, so typing and scrolling never wait for them.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use thakim_document::export::Style;
use thakim_document::{Paragraph, Tally};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Document, Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit,
};

use super::chunk::{Begins, Chunk};
use super::copy::{self, Form};
use super::ruby::RubyWriter;
use super::walk::{self, Doubt, Place};
use crate::time;

/// From how many characters on only what is near the window is filled. 100,000 characters are about
/// 800,000 nodes, which a phone still bears.
pub const WINDOWED_FROM: u32 = 100_000;

/// How long sections are filled at a stretch, in milliseconds.
const SLICE: f64 = 12.0;

/// How far beyond the window a section counts as near it.
const NEAR: &str = "1500px 0px";

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
    slots: Vec<Slot>,
    total: Tally,
    filling: Filling,
    place: Option<Place>,
    here: Option<Element>,
}

/// Whether somebody is going to fill sections.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filling {
    Resting,
    Asked,
}

struct Slot {
    section: HtmlElement,
    /// Its paragraphs, encoded, outside the page's own memory (which never shrinks).
    paragraphs: Uint8Array,
    begins: Begins,
    tally: Tally,
    content: Content,
    distance: Distance,
}

/// What stands in a section.
#[derive(Clone, Copy, PartialEq)]
enum Content {
    Empty,
    Ruby(Style),
}

/// Where a section is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Distance {
    Near,
    Far,
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
    /// An empty article in this element.
    pub fn new(article: HtmlElement, style: Style) -> Option<Sheet> {
        let document = article.owner_document()?;
        article.set_text_content(None);
        let state = State {
            writer: RubyWriter::new(document.clone(), style),
            slots: Vec::new(),
            total: Tally::default(),
            filling: Filling::Resting,
            place: None,
            here: None,
        };
        let sheet = Sheet(Rc::new(Inner {
            document,
            article,
            state: RefCell::new(state),
            observer: RefCell::default(),
        }));
        *sheet.0.observer.borrow_mut() = sheet.observe();
        Some(sheet)
    }

    /// What is in the article so far.
    pub fn tally(&self) -> Tally {
        self.0.state.borrow().total
    }

    /// Adds a chunk at the end. The first one is filled at once, the others at idle moments.
    pub fn push(&self, chunk: &Chunk) {
        let Ok(section) = self.0.document.create_element("section") else { return };
        let section: HtmlElement = section.unchecked_into();
        let bytes = postcard::to_allocvec(&chunk.paragraphs).unwrap_or_default();
        let mut state = self.0.state.borrow_mut();
        let before = state.total.chars;
        state.total += chunk.tally;
        let index = state.slots.len();
        let _ = section.set_attribute("data-chunk", &index.to_string());
        reserve(&section, &chunk.tally);
        let _ = self.0.article.append_child(&section);
        if let Some(observer) = &*self.0.observer.borrow() {
            observer.observer.observe(&section);
        }
        state.slots.push(Slot {
            section,
            paragraphs: Uint8Array::from(bytes.as_slice()),
            begins: chunk.begins,
            tally: chunk.tally,
            content: Content::Empty,
            distance: Distance::Far,
        });
        if index == 0 {
            state.fill(index);
        }
        if before < WINDOWED_FROM && state.total.chars >= WINDOWED_FROM {
            state.empty_all_far();
        }
        drop(state);
        self.ask_filling();
    }

    /// Shows the same article in another style.
    pub fn set_style(&self, style: Style) {
        let mut state = self.0.state.borrow_mut();
        if state.writer.as_ref().is_some_and(|writer| writer.style() == style) {
            return;
        }
        state.writer = RubyWriter::new(self.0.document.clone(), style);
        drop(state);
        self.ask_filling();
    }

    /// Scrolls to the next character of this kind, after the last one from the first again, and
    /// marks it.
    pub fn go_to_next(&self, doubt: Doubt) {
        let mut state = self.0.state.borrow_mut();
        let counts: Vec<u32> = state.slots.iter().map(|slot| doubt.count(&slot.tally)).collect();
        let Some(place) = walk::next(doubt, state.place, &counts) else { return };
        state.place = Some(place);
        state.fill(place.chunk);
        if let Some(before) = state.here.take() {
            let _ = before.class_list().remove_1("here");
        }
        let found = state.slots[place.chunk].section.query_selector_all(doubt.selector()).ok();
        let found =
            found.and_then(|all| all.get(place.index)).map(JsCast::unchecked_into::<Element>);
        if let Some(element) = found {
            let _ = element.class_list().add_1("here");
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Center);
            element.scroll_into_view_with_scroll_into_view_options(&options);
            state.here = Some(element);
        }
    }

    /// The whole article as text, written at idle moments.
    pub async fn text(&self, form: Form, style: Style) -> String {
        let mut out = String::new();
        let mut slice_began = time::now();
        let mut index = 0;
        while let Some(paragraphs) = self.paragraphs(index) {
            for paragraph in &paragraphs {
                copy::push(&mut out, paragraph, form, &style);
            }
            index += 1;
            if time::now() - slice_began >= SLICE {
                time::idle().await;
                slice_began = time::now();
            }
        }
        out
    }

    fn paragraphs(&self, index: usize) -> Option<Vec<Paragraph>> {
        self.0.state.borrow().slots.get(index).map(Slot::decode)
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
        drop(state);
        self.ask_filling();
    }

    /// Hears which sections come near the window and which leave it.
    fn observe(&self) -> Option<Observer> {
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
        options.set_root_margin(NEAR);
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
        let windowed = state.is_windowed();
        let Some(slot) = index.and_then(|index: usize| state.slots.get_mut(index)) else { return };
        if entry.is_intersecting() {
            slot.distance = Distance::Near;
        } else {
            slot.distance = Distance::Far;
            if windowed {
                slot.empty(entry.bounding_client_rect().height());
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
        let wanted = Content::Ruby(self.writer.as_ref()?.style());
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
        let wanted = Content::Ruby(writer.style());
        if slot.content == wanted {
            return;
        }
        writer.write(&slot.section, &slot.decode(), slot.begins);
        let _ = slot.section.style().remove_property("height");
        slot.content = wanted;
    }

    /// The article has just become too long to keep all of it filled. The first section stays: until
    /// the observer has spoken every section counts as far, and the person is looking at that one.
    fn empty_all_far(&mut self) {
        let later = self.slots.get_mut(1..).unwrap_or_default();
        for slot in later.iter_mut().filter(|slot| slot.distance == Distance::Far) {
            slot.empty(slot.section.get_bounding_client_rect().height());
        }
    }
}

impl Slot {
    fn decode(&self) -> Vec<Paragraph> {
        // These bytes were made here, from paragraphs.
        postcard::from_bytes(&self.paragraphs.to_vec()).unwrap_or_default()
    }

    /// Takes the elements away and keeps the place they took, in CSS pixels.
    fn empty(&mut self, height: f64) {
        if self.content == Content::Empty {
            return;
        }
        self.section.set_text_content(None);
        let _ = self.section.style().set_property("height", &format!("{height}px"));
        self.content = Content::Empty;
    }
}

/// Reserves about the place that a chunk will take, so that the scroll bar tells the truth before
/// everything is there. The style sheet knows how many characters a line has and how high it is.
fn reserve(section: &HtmlElement, tally: &Tally) {
    let style = section.style();
    let _ = style.set_property("--chars", &tally.chars.to_string());
    let _ = style.set_property("--lines", &tally.lines.to_string());
    let _ = section.set_attribute("class", "chunk");
}
