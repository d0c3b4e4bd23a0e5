//! The elements of annotated paragraphs.
//!
//! ```html
//! <p class="para" data-at="0"><span class="w"><ruby>臺<rp>(</rp><rt lang="nan-Latn-tailo">tâi</rt><rp>)</rp></ruby>…</span>，</p>
//! ```
//!
//! `data-at` is where the line begins, in bytes of the text. A word that is set apart says so in its
//! class; a line with readings of its own in `data-readings`, and the first one of a passage has a
//! button. All text gets there as text nodes: nothing that a person pasted is ever read as markup.

use rust_i18n::t;
use thakim_document::export::Style;
use thakim_document::{Origin, Paragraph, Token};
use thakim_phonology::Reading;
use web_sys::{Document, Element, Node};

use super::chunk::{Begins, after};
use super::elements::Elements;
use super::marks::{Marks, Position};
use crate::text;

/// Writes paragraphs as elements, in one style.
pub struct RubyWriter {
    elements: Elements,
    style: Style,
    read: Element,
    unknown: Element,
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
}

impl RubyWriter {
    /// A writer for this document; none when the browser cannot make elements.
    pub fn new(document: Document, style: Style) -> Option<RubyWriter> {
        let elements = Elements::new(document);
        let read = elements.ruby_model(style.notation.language_tag())?;
        let unknown = unknown_model(&elements)?;
        Some(RubyWriter { elements, style, read, unknown })
    }

    /// The style it writes in.
    pub fn style(&self) -> Style {
        self.style
    }

    /// Replaces what is in `place` by these paragraphs: a `<p>` for each line. `marks` says which
    /// lines have readings of their own.
    pub fn write(&self, place: &Element, stretch: Stretch<'_>, marks: &Marks) {
        place.set_text_content(None);
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
            self.write_tokens(&block, paragraph);
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

    fn write_tokens(&self, block: &Element, paragraph: &Paragraph) {
        for (token, reading) in self.style.shown(paragraph) {
            let node = match token.origin {
                Origin::Other => Some(self.elements.text(&token.surface)),
                Origin::Word | Origin::Character | Origin::Unknown | Origin::Corrected => {
                    self.word(token, reading.as_deref())
                }
            };
            if let Some(node) = node {
                let _ = block.append_child(&node);
            }
        }
    }

    fn word(&self, token: &Token, reading: Option<&Reading>) -> Option<Node> {
        let word = self.elements.element("span", word_class(token))?;
        for (index, unit) in token.units().enumerate() {
            let ruby = match reading.filter(|reading| index < reading.len()) {
                Some(reading) => {
                    let ruby = self.read.clone_node_with_deep(true).ok()?;
                    let rt = ruby.last_child()?.previous_sibling()?;
                    rt.first_child()?.set_node_value(Some(&self.style.syllable(reading, index)));
                    ruby
                }
                None => self.unknown.clone_node_with_deep(true).ok()?,
            };
            ruby.first_child()?.set_node_value(Some(unit));
            word.append_child(&ruby).ok()?;
        }
        Some(word.into())
    }
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
