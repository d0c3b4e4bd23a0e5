//! The elements of annotated paragraphs.
//!
//! ```html
//! <p class="para" data-at="0"><span class="w"><ruby>臺<rp>(</rp><rt lang="nan-Latn-tailo">tâi</rt><rp>)</rp></ruby>…</span>，</p>
//! ```
//!
//! `data-at` is where the line begins, in bytes of the text. A word that is set apart says so in its
//! class; a line with readings of its own in `data-readings`, and the first one of a passage has a
//! button. All text gets there as text nodes: nothing that a person pasted is ever read as markup.
//!
//! What holds the lines has the class `boxed` where characters are boxes with their readings around them, rather
//! than the browser's ruby. In every layout the words `.w` of a line stand in its order, the first text of a `ruby` is its character, and its
//! first `rt` the reading in the first notation. What a layout asks for besides:
//!
//! - `<rt class="spoken">` behind it: the reading with the tones of speech, where they differ;
//! - `<rt class="second">` at the end of the `ruby`: the reading in the second notation;
//! - `<span class="tone">` within an `rt` of class `column`: the mark that stands beside the column of signs;
//! - `<span class="said">` at the end of the word, with the classes `spoken` and `second` as above: the reading of
//!   the word as a whole;
//! - `<span class="keep">` around a word and the punctuation that no line end may part from it;
//! - the class `rare` of a `ruby`, and `new` of a word that stands for the first time in the article, where only
//!   these have their readings shown.

use std::borrow::Cow;

use thakim_document::export::Style;
use thakim_document::{Origin, Paragraph, Token};
use thakim_phonology::Reading;
use web_sys::{Document, Element, Node};

use super::chunk::{Begins, after};
use super::elements::Elements;
use super::look::Look;
use super::marks::{Marks, Position};
use super::setting::{Line, split_tone};
use crate::layout::common::Common;
use crate::text;
use crate::text::t;

/// Writes paragraphs as elements, in one look.
pub struct RubyWriter {
    elements: Elements,
    look: Look,
    common: Option<Common>,
    read: Element,
    unknown: Element,
    spoken: Option<Layer>,
    second: Option<Layer>,
    /// The reading of the word as a whole, in the first notation.
    said: Option<Element>,
}

/// A reading besides the first.
struct Layer {
    style: Style,
    /// Of an `rt`, where it stands by the character.
    over: Option<Element>,
    /// Of a `.said`, where it stands by the word.
    said: Option<Element>,
    in_column: bool,
}

/// What is written: consecutive paragraphs.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'p> {
    /// The paragraphs.
    pub paragraphs: &'p [Paragraph],
    /// Whether the first of them begins a line.
    pub begins: Begins,
    /// Where in the text they begin.
    pub start: Position,
    /// Where in the text words begin that did not stand before, in `char`s and in order.
    pub new: &'p [u32],
}

/// The readings of one word.
struct Readings<'r> {
    first: Option<Cow<'r, Reading>>,
    /// With the tones of speech, where they are others.
    spoken: Option<Cow<'r, Reading>>,
}

impl RubyWriter {
    /// A writer for this document; none when the browser cannot make elements.
    pub fn new(document: Document, look: impl Into<Look>) -> Option<RubyWriter> {
        let look = look.into();
        let elements = Elements::new(document);
        let setting = look.setting;
        let tag = look.first.notation.language_tag();
        let read = elements.ruby_model(tag)?;
        if setting.first_in_column {
            read.query_selector("rt").ok()??.set_class_name("column");
        }
        let spoken = match look.spoken {
            Some(style) => Some(Layer::new(
                &elements,
                style,
                "spoken",
                (setting.first_by_word, setting.first_in_column),
            )?),
            None => None,
        };
        let second = match look.second {
            Some(style) => Some(Layer::new(
                &elements,
                style,
                "second",
                (setting.second_by_word, setting.second_in_column),
            )?),
            None => None,
        };
        let said = if setting.first_by_word {
            Some(elements.said_model("span", "said", tag)?)
        } else {
            None
        };
        let unknown = unknown_model(&elements)?;
        let common = setting.tells_rare.then(Common::new);
        Some(RubyWriter { elements, look, common, read, unknown, spoken, second, said })
    }

    /// The look it writes.
    pub fn look(&self) -> Look {
        self.look
    }

    /// The style of the first reading.
    pub fn style(&self) -> Style {
        self.look.first
    }

    /// Replaces what is in `place` by these paragraphs: a `<p>` for each line. `marks` says which
    /// lines have readings of their own.
    pub fn write(&self, place: &Element, stretch: Stretch<'_>, marks: &Marks) {
        place.set_text_content(None);
        let _ = place.class_list().toggle_with_force("boxed", self.look.setting.boxed);
        let mut line: Option<Element> = None;
        let mut start = stretch.start;
        for (index, paragraph) in stretch.paragraphs.iter().enumerate() {
            let block = match line.take() {
                Some(block) => block,
                None => {
                    let class = match (index, stretch.begins) {
                        (0, Begins::MidLine) => "para rest",
                        _ if paragraph.tokens.is_empty() => "para blank",
                        _ => "para",
                    };
                    let Some(block) = self.line(class, start.byte, marks) else { return };
                    let _ = place.append_child(&block);
                    block
                }
            };
            self.write_tokens(&block, paragraph, start.letter, stretch.new);
            start = after(start, paragraph);
            // The engine cuts a very long line; on the page it is one.
            line = paragraph.ending.is_empty().then_some(block);
        }
    }

    fn line(&self, class: &str, start: u32, marks: &Marks) -> Option<Element> {
        let block = self.elements.element("p", class)?;
        block.set_attribute("data-at", &start.to_string()).ok()?;
        if let Some(passage) = marks.passage_at(start) {
            block.set_attribute("data-readings", passage.readings.id()).ok()?;
            if passage.from == start {
                // Its sign is drawn by the style sheet: copying does not take it.
                let button = self.elements.element("button", "edge")?;
                button.set_attribute("type", "button").ok()?;
                let name = text::passage_button(passage.readings);
                button.set_attribute("aria-label", &name).ok()?;
                button.set_attribute("title", &name).ok()?;
                button.set_attribute("data-to", &passage.to.to_string()).ok()?;
                block.append_child(&button).ok()?;
            }
        }
        Some(block)
    }

    fn write_tokens(&self, block: &Element, paragraph: &Paragraph, start: u32, new: &[u32]) {
        let mut line = Line::new(&self.elements, block, self.look.setting.boxed);
        let mut spoken = match &self.spoken {
            Some(layer) => paragraph.spoken(&layer.style.speech).into_iter(),
            None => Vec::new().into_iter(),
        };
        let mut letter = start;
        for (token, first) in self.look.first.shown(paragraph) {
            let spoken = spoken.next().flatten().filter(|spoken| first.as_ref() != Some(spoken));
            let end = letter + token.surface.chars().count() as u32;
            match token.origin {
                Origin::Other => line.push_text(&token.surface),
                Origin::Word | Origin::Character | Origin::Unknown | Origin::Corrected => {
                    let is_new = self.look.setting.tells_first && has_within(new, letter, end);
                    if let Some(word) = self.word(token, &Readings { first, spoken }, is_new) {
                        line.push_word(&word);
                    }
                }
            }
            letter = end;
        }
    }

    fn word(&self, token: &Token, readings: &Readings<'_>, is_new: bool) -> Option<Element> {
        let word = self.elements.element("span", word_class(token))?;
        if is_new {
            word.class_list().add_1("new").ok()?;
        }
        let first = readings.first.as_deref();
        for (index, unit) in token.units().enumerate() {
            let ruby = match first.filter(|reading| index < reading.len()) {
                Some(reading) => {
                    let ruby = self.read.clone_node_with_deep(true).ok()?;
                    let rt = ruby.last_child()?.previous_sibling()?;
                    let written = self.look.first.syllable(reading, index);
                    self.set_reading(&rt, &written, self.look.setting.first_in_column)?;
                    for (layer, reading) in self.layers(readings) {
                        self.add_over(&ruby, layer, reading, index)?;
                    }
                    ruby
                }
                None => self.unknown.clone_node_with_deep(true).ok()?,
            };
            ruby.first_child()?.set_node_value(Some(unit));
            if self.common.as_ref().is_some_and(|common| common.is_rare(unit)) {
                let ruby: &Element = wasm_bindgen::JsCast::unchecked_ref(&ruby);
                ruby.class_list().add_1("rare").ok()?;
            }
            word.append_child(&ruby).ok()?;
        }
        if let (Some(said), Some(reading)) = (&self.said, first) {
            append_said(&word, said, &self.look.first.reading(reading))?;
        }
        for (layer, reading) in self.layers(readings) {
            if let Some(said) = &layer.said {
                append_said(&word, said, &layer.style.reading(reading))?;
            }
        }
        Some(word)
    }

    /// The layers besides the first that this word has, each with its reading.
    fn layers<'w>(
        &'w self,
        readings: &'w Readings<'_>,
    ) -> impl Iterator<Item = (&'w Layer, &'w Reading)> {
        let spoken = self.spoken.as_ref().zip(readings.spoken.as_deref());
        let second = self.second.as_ref().zip(readings.first.as_deref());
        spoken.into_iter().chain(second)
    }

    fn add_over(&self, ruby: &Node, layer: &Layer, reading: &Reading, index: usize) -> Option<()> {
        let Some(over) = &layer.over else { return Some(()) };
        let written = layer.style.syllable(reading, index);
        let is_spoken = self.spoken.as_ref().is_some_and(|spoken| std::ptr::eq(spoken, layer));
        let same = is_spoken
            && ruby
                .last_child()
                .and_then(|rp| rp.previous_sibling())
                .and_then(|rt| rt.text_content())
                .is_some_and(|first| first == written);
        if !same {
            let rt = over.clone_node_with_deep(true).ok()?;
            self.set_reading(&rt, &written, layer.in_column)?;
            ruby.append_child(&rt).ok()?;
        }
        Some(())
    }

    /// Puts a reading into its `rt`; the tone mark of a column stands by itself.
    fn set_reading(&self, rt: &Node, written: &str, in_column: bool) -> Option<()> {
        let (signs, tone) = if in_column { split_tone(written) } else { (written, "") };
        rt.first_child()?.set_node_value(Some(signs));
        if !tone.is_empty() {
            let mark = self.elements.element("span", "tone")?;
            mark.append_child(&self.elements.text(tone)).ok()?;
            rt.append_child(&mark).ok()?;
        }
        Some(())
    }
}

impl Layer {
    fn new(
        elements: &Elements,
        style: Style,
        class: &str,
        (by_word, in_column): (bool, bool),
    ) -> Option<Layer> {
        let tag = style.notation.language_tag();
        let (over, said) = if by_word {
            (None, Some(elements.said_model("span", &format!("said {class}"), tag)?))
        } else {
            let class = if in_column { format!("{class} column") } else { class.to_owned() };
            (Some(elements.said_model("rt", &class, tag)?), None)
        };
        Some(Layer { style, over, said, in_column })
    }
}

fn append_said(word: &Element, model: &Element, written: &str) -> Option<()> {
    let said = model.clone_node_with_deep(true).ok()?;
    said.first_child()?.set_node_value(Some(written));
    word.append_child(&said).ok()?;
    Some(())
}

/// Whether one of these places, which are in order, lies from `from` on and before `to`.
fn has_within(places: &[u32], from: u32, to: u32) -> bool {
    places.get(places.partition_point(|place| *place < from)).is_some_and(|place| *place < to)
}

fn word_class(token: &Token) -> &'static str {
    match (token.origin, token.is_derived(), token.is_uncertain()) {
        (Origin::Corrected, ..) => "w corrected",
        (_, true, true) => "w derived uncertain",
        (_, true, false) => "w derived",
        (_, false, true) => "w uncertain",
        (_, false, false) => "w",
    }
}

/// `<ruby class="unknown" title="沒有讀音">?<rt></rt></ruby>`: the empty box is drawn by the style
/// sheet, so that copying takes the character alone.
fn unknown_model(elements: &Elements) -> Option<Element> {
    let ruby = elements.element("ruby", "unknown")?;
    ruby.set_attribute("title", &t!("article.no-reading")).ok()?;
    ruby.append_child(&elements.text(" ")).ok()?;
    ruby.append_child(&elements.element("rt", "")?.into()).ok()?;
    Some(ruby)
}
