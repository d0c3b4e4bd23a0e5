//! Finding in the article: looking through all of it at idle moments, and where on the page stands
//! what was found.

use std::rc::Rc;

use thakim_document::Paragraph;
use thakim_document::export::Style;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, Range};

use super::slot::{Content, Distance, Slot};
use super::survey::Breath;
use super::{Sheet, State, Word};
use crate::article::chunk::{Begins, after};
use crate::article::find::{Match, Query, Seeker};
use crate::article::walk::Place;

/// How near to an edge of the window, in CSS pixels, something counts as hidden by the bars there.
const EDGE: f64 = 72.0;

/// What has become of the article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// It has other characters or readings.
    Read,
    /// The same stands on the page in other elements, or more of it.
    Shown,
}

/// Hears of changes; must not ask anything of the sheet before it has returned.
pub type Listener = Rc<dyn Fn(Change)>;

impl Sheet {
    /// Tells of changes from now on; nobody any more for `None`.
    pub fn listen(&self, listener: Option<Listener>) {
        self.0.state.borrow_mut().listener = listener;
    }

    /// Looks for a query from the beginning to the end. Hands over what it found, slice by slice and in
    /// order, and ends early where nobody wants more of it.
    pub async fn search(
        &self,
        query: Query,
        style: Style,
        mut hand_over: impl FnMut(Vec<Match>) -> bool,
    ) {
        let mut seeker = Seeker::new(query, style);
        let mut breath = Breath::new();
        let mut found = Vec::new();
        let mut index = 0;
        while let Some((paragraphs, start)) = self.chunk(index) {
            seeker.push(&paragraphs, start.letter, &mut found);
            index += 1;
            if breath.is_due() {
                if !hand_over(std::mem::take(&mut found)) {
                    return;
                }
                breath.take().await;
            }
        }
        seeker.finish(&mut found);
        hand_over(found);
    }

    /// The `char` of the text where what is seen in the window begins: its line, where that is filled.
    pub fn first_in_window(&self) -> u32 {
        let state = self.0.state.borrow();
        let Some(slot) = state.slots.iter().find(|slot| is_in_window(&slot.section)) else {
            return 0;
        };
        let lines = slot.lines(&state);
        let seen = lines.iter().find(|(_, line)| is_in_window(line));
        seen.map_or(slot.start.letter, |(from, _)| *from)
    }

    /// The places of what was found, as far as it stands on the page near the window. `found` in order.
    pub fn ranges(&self, found: &[Match]) -> Vec<Range> {
        let state = self.0.state.borrow();
        let mut ranges = Vec::new();
        for slot in state.slots.iter().filter(|slot| slot.distance == Distance::Near) {
            let first = found.partition_point(|one| one.to <= slot.start.letter);
            let end = found.partition_point(|one| one.from < slot.end.letter);
            if first < end {
                slot.ranges(&state, &found[first..end], &mut ranges);
            }
        }
        ranges
    }

    /// The elements of what was found, as far as it has any: its characters with their readings; whole words
    /// where readings alone are shown.
    pub fn elements(&self, found: Match) -> Vec<Element> {
        let state = self.0.state.borrow();
        let overlaps = |slot: &&Slot| found.from < slot.end.letter && slot.start.letter < found.to;
        let runs = state.slots.iter().filter(overlaps).flat_map(|slot| slot.runs(&state));
        let found = runs.filter(|run| run.from < found.to && found.from < run.to);
        let mut elements: Vec<Element> = found.filter_map(|run| run.element).collect();
        elements.dedup();
        elements
    }

    /// Scrolls to what was found, unless it is well in sight, and has Tab lead to its word.
    pub fn show_found(&self, found: Match) {
        let mut state = self.0.state.borrow_mut();
        let chunk = state.slots.partition_point(|slot| slot.end.letter <= found.from);
        if chunk >= state.slots.len() {
            return;
        }
        state.fill(chunk);
        if let Some(place) = state.word_near(chunk, found) {
            state.make_current(place, false);
        }
        let slot = &state.slots[chunk];
        let run = slot.runs(&state).into_iter().find(|run| found.from < run.to);
        let element = run.and_then(|run| run.element.or_else(|| beside(&run.node)));
        drop(state);
        let Some(element) = element else { return };
        if !is_well_in_sight(&element) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Center);
            options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Makes the word of what was found the one that is looked at, and gives it the focus. Whether there
    /// is such a word.
    pub fn focus_found(&self, found: Match) -> bool {
        self.show_found(found);
        let mut state = self.0.state.borrow_mut();
        let chunk = state.slots.partition_point(|slot| slot.end.letter <= found.from);
        let Some(place) = state.word_near(chunk, found) else { return false };
        state.make_current(place, true);
        drop(state);
        let Some(element) = self.current_element() else { return false };
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        element.focus_with_options(&options).is_ok()
    }

    /// The word that has the focus.
    pub fn current_in_focus(&self) -> Option<Word> {
        let element = self.current_element()?;
        let focused = element.owner_document()?.active_element()?;
        let place = self.current().filter(|_| focused.is_same_node(Some(&element)))?;
        self.word(place)
    }

    /// The text of the paragraph that holds the `char` at this index of the text.
    pub fn line_at(&self, letter: u32) -> String {
        let state = self.0.state.borrow();
        let chunk = state.slots.partition_point(|slot| slot.end.letter <= letter);
        let Some(slot) = state.slots.get(chunk) else { return String::new() };
        let mut at = slot.start;
        for paragraph in slot.paragraphs(&state.marks) {
            at = after(at, &paragraph);
            if at.letter > letter {
                return paragraph.text();
            }
        }
        String::new()
    }

    /// How many words the article has.
    pub fn words(&self) -> u32 {
        self.0.state.borrow().slots.iter().map(|slot| slot.words as u32).sum()
    }

    /// How many lines with text in them.
    pub fn written_lines(&self) -> u32 {
        let state = self.0.state.borrow();
        let written: u32 = state.slots.iter().map(|slot| slot.written).sum();
        // What goes on over the edge of a chunk has been counted on both sides.
        let cut = state.slots.iter().skip(1).filter(|slot| slot.begins == Begins::MidLine);
        written.saturating_sub(cut.count() as u32)
    }

    /// How many different Han characters.
    pub async fn different(&self) -> u32 {
        let mut seen = std::collections::HashSet::new();
        let mut breath = Breath::new();
        let mut index = 0;
        while let Some((paragraphs, _)) = self.chunk(index) {
            for token in paragraphs.iter().flat_map(|paragraph| &paragraph.tokens) {
                seen.extend(token.units().map(thakim_document::character_of));
            }
            index += 1;
            breath.take().await;
        }
        seen.len() as u32
    }
}

impl State {
    /// Tells whoever listens.
    pub(super) fn tell(&self, change: Change) {
        if let Some(listener) = &self.listener {
            listener(change);
        }
    }

    /// The word that what was found begins with; where that is no word, the next one of the chunk, or
    /// the last.
    fn word_near(&self, chunk: usize, found: Match) -> Option<Place> {
        let slot = self.slots.get(chunk)?;
        let mut letter = slot.start.letter;
        let mut word = 0;
        for paragraph in slot.paragraphs(&self.marks) {
            for token in &paragraph.tokens {
                letter += token.surface.chars().count() as u32;
                if token.origin != thakim_document::Origin::Other {
                    if letter > found.from {
                        return Some(Place { chunk, word });
                    }
                    word += 1;
                }
            }
            letter += paragraph.ending.chars().count() as u32;
        }
        word.checked_sub(1).map(|word| Place { chunk, word })
    }
}

/// Some text on the page, and which `char`s of the article it is.
struct Run {
    from: u32,
    to: u32,
    /// The text.
    node: Node,
    /// The element of the character with its reading, where it has room for one; that of its word where
    /// readings alone are shown.
    element: Option<Element>,
}

impl Slot {
    /// The elements of its lines, each with the `char` where it begins; none while it is not filled.
    fn lines(&self, state: &State) -> Vec<(u32, Element)> {
        if self.content == Content::Empty {
            return Vec::new();
        }
        let starts = line_starts(&self.paragraphs(&state.marks), self.start.letter);
        let lines = self.section.children();
        let line = |(index, from): (usize, u32)| Some((from, lines.item(index as u32)?));
        starts.into_iter().enumerate().filter_map(line).collect()
    }

    fn runs(&self, state: &State) -> Vec<Run> {
        let mut runs = Vec::new();
        let without_characters = self.section.closest("[data-show=readings]");
        for (mut from, line) in self.lines(state) {
            collect(&line, &mut from, &mut runs);
        }
        if without_characters.is_ok_and(|found| found.is_some()) {
            for run in &mut runs {
                let word = run.element.take().and_then(|ruby| ruby.closest(".w").ok().flatten());
                run.element = word;
            }
        }
        runs
    }

    fn ranges(&self, state: &State, found: &[Match], ranges: &mut Vec<Range>) {
        let runs = self.runs(state);
        for one in found {
            let first = runs.partition_point(|run| run.to <= one.from);
            let end = runs.partition_point(|run| run.from < one.to);
            if let (Some(first), Some(last)) =
                (runs.get(first), end.checked_sub(1).and_then(|last| runs.get(last)))
                && first.from <= last.from
            {
                ranges.extend(range(first, last, one));
            }
        }
    }
}

/// Where lines begin, in `char`s of the text: a paragraph that goes on is one line with the next.
fn line_starts(paragraphs: &[Paragraph], start: u32) -> Vec<u32> {
    let mut starts = Vec::new();
    let mut at = crate::article::marks::Position { byte: 0, letter: start };
    let mut goes_on = false;
    for paragraph in paragraphs {
        if !goes_on {
            starts.push(at.letter);
        }
        goes_on = paragraph.ending.is_empty();
        at = after(at, paragraph);
    }
    starts
}

/// Appends the text in an element, readings and what is drawn for the page left out.
fn collect(element: &Element, at: &mut u32, runs: &mut Vec<Run>) {
    let mut next = element.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        match node.dyn_ref::<Element>() {
            None => push_run(&node, None, at, runs),
            Some(child) => match child.tag_name().as_str() {
                "RUBY" => {
                    if let Some(text) = child.first_child() {
                        push_run(&text, Some(child), at, runs);
                    }
                }
                "RT" | "RP" | "BUTTON" => {}
                _ if child.class_list().contains("said") => {}
                _ => collect(child, at, runs),
            },
        }
    }
}

fn push_run(node: &Node, ruby: Option<&Element>, at: &mut u32, runs: &mut Vec<Run>) {
    if node.node_type() != Node::TEXT_NODE {
        return;
    }
    let text = node.node_value().unwrap_or_default();
    let from = *at;
    *at += text.chars().count() as u32;
    runs.push(Run { from, to: *at, node: node.clone(), element: ruby.cloned() });
}

/// From one text to another: characters that have readings with them.
fn range(first: &Run, last: &Run, found: &Match) -> Option<Range> {
    let range = first.node.owner_document()?.create_range().ok()?;
    match &first.element {
        Some(element) => range.set_start_before(element).ok()?,
        None => range.set_start(&first.node, utf16(first, found.from)).ok()?,
    }
    match &last.element {
        Some(element) => range.set_end_after(element).ok()?,
        None => range.set_end(&last.node, utf16(last, found.to)).ok()?,
    }
    Some(range)
}

/// Where in a text, in UTF-16, a `char` of the article is; an end where it lies outside.
fn utf16(run: &Run, letter: u32) -> u32 {
    let text = run.node.node_value().unwrap_or_default();
    let letters = letter.saturating_sub(run.from) as usize;
    text.chars().take(letters).map(|letter| letter.len_utf16() as u32).sum()
}

/// An element that stands beside a text, to scroll to.
fn beside(node: &Node) -> Option<Element> {
    let element = |node: Option<Node>| node?.dyn_into::<Element>().ok();
    element(node.previous_sibling())
        .or_else(|| element(node.next_sibling()))
        .or_else(|| node.parent_element())
}

fn is_in_window(element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    let (width, height) = window_size();
    let is_any = rect.width() > 0.0 && rect.height() > 0.0;
    is_any
        && rect.bottom() > EDGE
        && rect.top() < height
        && rect.right() > 0.0
        && rect.left() < width
}

fn is_well_in_sight(element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    let (width, height) = window_size();
    // In an article that scrolls by itself, what it cuts off is not in sight either.
    let inside_parent = element.closest("article").ok().flatten().is_none_or(|article| {
        let frame = article.unchecked_into::<HtmlElement>().get_bounding_client_rect();
        rect.left() >= frame.left() - 1.0 && rect.right() <= frame.right() + 1.0
    });
    inside_parent
        && rect.top() >= EDGE
        && rect.bottom() <= height - EDGE
        && rect.left() >= 0.0
        && rect.right() <= width
}

/// The window's width and height in CSS pixels.
fn window_size() -> (f64, f64) {
    let size = |value: Result<wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0)
    };
    web_sys::window()
        .map_or((0.0, 0.0), |window| (size(window.inner_width()), size(window.inner_height())))
}
