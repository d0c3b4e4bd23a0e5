//! From word to word: the one that the keys are at, its neighbours, the walk through the flagged.

use thakim_document::{Paragraph, Token};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{Content, Sheet, State};
use crate::article::candidates;
use crate::article::flag::{Flag, words};
use crate::article::marks::Position;
use crate::article::walk::{self, Direction, Place, Step, Walk};
use crate::text;

/// How many words on either side are looked at for the one above or below.
const LINE_REACH: usize = 160;

/// The height of a window's edge that the bars may cover, in CSS pixels.
const BARS: f64 = 72.0;

/// The word that the keys are at: the one word of the article that Tab leads to.
pub(super) struct Current {
    pub(super) place: Place,
    element: Option<Element>,
    /// Whether it is shown as the one that is looked at.
    here: bool,
}

/// A word and where it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Word {
    /// Among the words of the article.
    pub place: Place,
    /// What the engine, or the reader, made of it.
    pub token: Token,
    /// Where it begins in the text.
    pub at: Position,
    /// The text of its paragraph as the engine was given it, without the line break.
    pub line: String,
    /// Where that begins in the text.
    pub line_start: Position,
    /// The word that stands right before it, nothing between them.
    pub before: Option<Token>,
    /// The word that stands right behind it.
    pub behind: Option<Token>,
}

impl Word {
    /// Its characters, each with what belongs to it.
    pub fn units(&self) -> Vec<String> {
        self.token.units().map(str::to_owned).collect()
    }

    /// One of its characters as a word of its own.
    pub fn part(&self, index: usize) -> Word {
        let at = Position { letter: self.unit_at(index), ..self.at };
        Word { token: candidates::character(&self.token, index), at, ..self.clone() }
    }

    /// Where the character at this index of them begins, in `char`s of the text.
    pub fn unit_at(&self, index: usize) -> u32 {
        let before = self.token.units().take(index);
        self.at.letter + before.map(|unit| unit.chars().count() as u32).sum::<u32>()
    }
}

/// Where a character is in the window, in CSS pixels.
struct Spot {
    /// The middle of its line, across it.
    line: f64,
    /// How much it takes across its line.
    depth: f64,
    /// Its middle along the line.
    column: f64,
}

/// Where an arrow key leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Toward {
    /// The word before.
    Before,
    /// The word behind.
    Behind,
    /// The line above.
    Above,
    /// The line below.
    Below,
}

impl Sheet {
    /// Goes to the next word that the walk visits and shows it.
    pub fn step(&self, walk: Walk, direction: Direction) -> Option<Step> {
        let state = self.0.state.borrow();
        let counts: Vec<u32> = state.slots.iter().map(|slot| walk.count(slot.counts)).collect();
        let from =
            state.current.as_ref().filter(|current| current.here).map(|current| current.place);
        let visited = |chunk: usize| {
            let paragraphs = state.slots[chunk].paragraphs(&state.marks);
            let visits = |token: &Token| Flag::of(token).is_some_and(|flag| walk.visits(flag));
            let tokens = words(&paragraphs).enumerate();
            tokens.filter(|(_, token)| visits(token)).map(|(index, _)| index).collect()
        };
        let step = walk::step(direction, from, &counts, visited)?;
        drop(state);
        self.show(step.place);
        Some(step)
    }

    /// Makes a word the current one and scrolls to it.
    pub fn show(&self, place: Place) {
        let mut state = self.0.state.borrow_mut();
        state.fill(place.chunk);
        state.make_current(place, true);
        let element = state.current.as_ref().and_then(|current| current.element.clone());
        drop(state);
        if let Some(element) = element.filter(|element| !is_in_sight(element)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Center);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Makes the word of an element the current one.
    pub fn choose(&self, element: &Element) -> Option<Place> {
        let word = element.closest(".w").ok()??;
        let chunk = word.closest("[data-chunk]").ok()??.get_attribute("data-chunk")?;
        let mut state = self.0.state.borrow_mut();
        let chunk = chunk.parse().ok()?;
        let words = state.slots.get::<usize>(chunk)?.section.get_elements_by_class_name("w");
        let is_it =
            |index: &u32| words.item(*index).is_some_and(|one| one.is_same_node(Some(&word)));
        let place = Place { chunk, word: (0..words.length()).find(is_it)? as usize };
        state.make_current(place, true);
        Some(place)
    }

    /// Where the keys are.
    pub fn current(&self) -> Option<Place> {
        self.0.state.borrow().current.as_ref().map(|current| current.place)
    }

    /// The element of the word where the keys are.
    pub fn current_element(&self) -> Option<HtmlElement> {
        let state = self.0.state.borrow();
        state.current.as_ref()?.element.clone()?.dyn_into().ok()
    }

    /// Gives the current word the focus; `label` is what a screen reader says of it.
    pub fn focus(&self, label: Option<&str>) {
        let Some(element) = self.current_element() else { return };
        if let Some(label) = label {
            let _ = element.set_attribute("aria-label", label);
        }
        let _ = element.focus();
    }

    /// The word where a key leads becomes the current one. Whether there is one.
    pub fn go(&self, toward: Toward) -> bool {
        let mut state = self.0.state.borrow_mut();
        let Some(from) = state.current.as_ref().map(|current| current.place) else { return false };
        let place = match toward {
            Toward::Before => state.neighbour(from, Direction::Previous),
            Toward::Behind => state.neighbour(from, Direction::Next),
            Toward::Above => state.in_next_line(from, Direction::Previous),
            Toward::Below => state.in_next_line(from, Direction::Next),
        };
        let Some(place) = place else { return false };
        state.fill(place.chunk);
        state.make_current(place, true);
        true
    }

    /// Marks the character of the current word that is looked at, by its index; or none.
    pub fn show_unit(&self, index: Option<usize>) {
        let Some(element) = self.current_element() else { return };
        let units = element.children();
        for number in 0..units.length() {
            let Some(unit) = units.item(number) else { continue };
            let _ = unit.class_list().toggle_with_force("unit", index == Some(number as usize));
        }
    }

    /// Nothing is looked at any more; Tab still leads to the same word.
    pub fn look_away(&self) {
        if let Some(current) = &mut self.0.state.borrow_mut().current {
            current.here = false;
            if let Some(element) = &current.element {
                let _ = element.class_list().remove_1("here");
            }
        }
    }

    /// A word of the article.
    pub fn word(&self, place: Place) -> Option<Word> {
        self.find_word(place.chunk, |word, _, _| word == place.word)
    }

    /// The word that holds the `char` at this index of the text.
    pub fn word_at(&self, letter: u32) -> Option<Word> {
        let chunk = {
            let state = self.0.state.borrow();
            state.slots.partition_point(|slot| slot.end.letter <= letter)
        };
        self.find_word(chunk, |_, from, to| from.letter <= letter && letter < to.letter)
    }

    /// The first word that begins at this byte of the text or behind it, in the section of that byte.
    pub fn word_from(&self, byte: u32) -> Option<Word> {
        let chunk = {
            let state = self.0.state.borrow();
            state.slots.partition_point(|slot| slot.end.byte <= byte)
        };
        self.find_word(chunk, |_, from, _| from.byte >= byte)
    }

    /// The word of a chunk for which `is_it` holds, asked with its index, where it begins and where it
    /// ends.
    fn find_word(
        &self,
        chunk: usize,
        is_it: impl Fn(usize, Position, Position) -> bool,
    ) -> Option<Word> {
        let state = self.0.state.borrow();
        let slot = state.slots.get(chunk)?;
        let mut at = slot.start;
        let mut index = 0;
        for paragraph in slot.paragraphs(&state.marks) {
            let line_start = at;
            for (number, token) in paragraph.tokens.iter().enumerate() {
                let end = advance(at, &token.surface);
                if token.origin != thakim_document::Origin::Other {
                    if is_it(index, at, end) {
                        let place = Place { chunk, word: index };
                        let beside = |number: Option<usize>| {
                            let token = paragraph.tokens.get(number?)?;
                            (token.origin != thakim_document::Origin::Other).then(|| token.clone())
                        };
                        let (before, behind) =
                            (beside(number.checked_sub(1)), beside(Some(number + 1)));
                        let (token, line) = (token.clone(), line_text(&paragraph));
                        return Some(Word { place, token, at, line, line_start, before, behind });
                    }
                    index += 1;
                }
                at = end;
            }
            at = advance(at, &paragraph.ending);
        }
        None
    }
}

impl State {
    /// Makes a word of a filled section the current one.
    pub(super) fn make_current(&mut self, place: Place, here: bool) {
        if let Some(element) = self.current.take().and_then(|old| old.element) {
            for name in ["tabindex", "role", "aria-haspopup", "aria-label"] {
                let _ = element.remove_attribute(name);
            }
            let _ = element.class_list().remove_1("here");
        }
        let element = self.slots.get(place.chunk).and_then(|slot| slot.element(place.word));
        if let Some(element) = &element {
            self.dress(element, place, here);
        }
        self.current = Some(Current { place, element, here });
    }

    fn dress(&self, element: &Element, place: Place, here: bool) {
        let set = |name, value: &str| element.set_attribute(name, value).is_ok();
        set("tabindex", "0");
        set("role", "button");
        set("aria-haspopup", "dialog");
        let paragraphs = self.slots[place.chunk].paragraphs(&self.marks);
        if let (Some(token), Some(writer)) = (words(&paragraphs).nth(place.word), &self.writer) {
            set("aria-label", &text::word_label(token, &writer.style()));
        }
        if here {
            let _ = element.class_list().add_1("here");
        }
    }

    /// Sections have been filled anew: the current word is another element now, and has the focus
    /// again if it had it.
    pub(super) fn restore_current(&mut self) {
        let Some(Current { place, element, here }) = &self.current else { return };
        let (place, here) = (*place, *here);
        if element.as_ref().is_some_and(|element| element.is_connected()) {
            return;
        }
        // The focus falls on the body when its element is taken away.
        let document = self.slots.get(place.chunk).and_then(|slot| slot.section.owner_document());
        let body = document.as_ref().and_then(|document| document.body());
        let focused = document.and_then(|document| document.active_element());
        let lost = match (&focused, &body) {
            (Some(focused), Some(body)) => here && focused.is_same_node(Some(body)),
            _ => false,
        };
        self.make_current(place, here);
        if let (true, Some(current)) = (lost, &self.current) {
            let element = current.element.clone();
            if let Some(element) =
                element.and_then(|element| element.dyn_into::<HtmlElement>().ok())
            {
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = element.focus_with_options(&options);
            }
        }
    }

    /// The chunk of the word that has the focus.
    pub(super) fn focused_chunk(&self) -> Option<usize> {
        let current = self.current.as_ref()?;
        let element = current.element.as_ref()?;
        let focused = element.owner_document()?.active_element()?;
        focused.is_same_node(Some(element)).then_some(current.place.chunk)
    }

    /// Tab must lead into the article wherever it is scrolled to: where the current word is not in
    /// the page any more, to the first one that is.
    pub(super) fn keep_a_tab_stop(&mut self) {
        let current = self.current.as_ref().and_then(|current| current.element.as_ref());
        if current.is_some_and(|element| element.is_connected()) {
            return;
        }
        let filled = |slot: &super::Slot| slot.words > 0 && slot.content != Content::Empty;
        if let Some(chunk) = self.slots.iter().position(filled) {
            self.make_current(Place { chunk, word: 0 }, false);
        }
    }

    fn neighbour(&self, from: Place, direction: Direction) -> Option<Place> {
        let has_words = |chunk: &usize| self.slots[*chunk].words > 0;
        match direction {
            Direction::Next if from.word + 1 < self.slots.get(from.chunk)?.words => {
                Some(Place { word: from.word + 1, ..from })
            }
            Direction::Next => (from.chunk + 1..self.slots.len())
                .find(has_words)
                .map(|chunk| Place { chunk, word: 0 }),
            Direction::Previous if from.word > 0 => Some(Place { word: from.word - 1, ..from }),
            Direction::Previous => (0..from.chunk)
                .rfind(has_words)
                .map(|chunk| Place { chunk, word: self.slots[chunk].words - 1 }),
        }
    }

    /// The word of the next line that stands nearest to this one's column.
    fn in_next_line(&mut self, from: Place, direction: Direction) -> Option<Place> {
        let start = self.spot(from)?;
        let mut line: Option<f64> = None;
        let mut best: Option<(f64, Place)> = None;
        let mut place = from;
        for _ in 0..LINE_REACH {
            let Some(next) = self.neighbour(place, direction) else { break };
            place = next;
            self.fill(place.chunk);
            let Some(spot) = self.spot(place) else { break };
            let is_same = |line: f64| (spot.line - line).abs() < spot.depth / 2.0;
            if is_same(start.line) {
                continue;
            }
            if !is_same(*line.get_or_insert(spot.line)) {
                break;
            }
            let distance = (spot.column - start.column).abs();
            if best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, place));
            }
        }
        best.map(|(_, place)| place)
    }

    /// Where a word's first character is in the window; of a word that shows none, where it begins.
    fn spot(&self, place: Place) -> Option<Spot> {
        let element = self.slots.get(place.chunk)?.element(place.word)?;
        let first = element.first_element_child()?.get_bounding_client_rect();
        let is_there = first.width() > 0.0 && first.height() > 0.0;
        let rect = if is_there { first } else { element.get_client_rects().item(0)? };
        let across = (rect.left() + rect.width() / 2.0, rect.width());
        let down = (rect.top() + rect.height() / 2.0, rect.height());
        let (column, (line, depth)) =
            if self.vertical { (down.0, across) } else { (across.0, down) };
        Some(Spot { line, depth, column })
    }
}

/// Whether an element is well within the window, clear of the bars at its edges.
fn is_in_sight(element: &Element) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let side = |value: Result<wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0)
    };
    let (width, height) = (side(window.inner_width()), side(window.inner_height()));
    let rect = element.get_bounding_client_rect();
    let vertical = rect.top() >= BARS && rect.bottom() <= height - BARS;
    vertical && rect.left() >= 0.0 && rect.right() <= width
}

fn advance(at: Position, text: &str) -> Position {
    Position { byte: at.byte + text.len() as u32, letter: at.letter + text.chars().count() as u32 }
}

fn line_text(paragraph: &Paragraph) -> String {
    paragraph.tokens.iter().map(|token| token.surface.as_str()).collect()
}
