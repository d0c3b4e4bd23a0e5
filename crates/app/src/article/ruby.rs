//! The elements of annotated paragraphs.
//!
//! ```html
//! <p class="para"><span class="w"><ruby>臺<rp>(</rp><rt lang="nan-Latn-tailo">tâi</rt><rp>)</rp></ruby>…</span>，</p>
//! ```
//!
//! All text gets there as text nodes: nothing that a person pasted is ever read as markup.

use thakim_document::export::Style;
use thakim_document::{Origin, Paragraph, Token};
use web_sys::{Document, Element, Node};

use super::chunk::Begins;
use super::elements::Elements;
use crate::text;

/// Writes paragraphs as elements, in one style.
pub struct RubyWriter {
    elements: Elements,
    style: Style,
    read: Element,
    unknown: Element,
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

    /// Replaces what is in `place` by these paragraphs: a `<p>` for each line.
    pub fn write(&self, place: &Element, paragraphs: &[Paragraph], begins: Begins) {
        place.set_text_content(None);
        let mut line: Option<Element> = None;
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let block = match line.take() {
                Some(block) => block,
                None => {
                    let class = match (index, begins) {
                        (0, Begins::MidLine) => "para rest",
                        _ if paragraph.tokens.is_empty() => "para blank",
                        _ => "para",
                    };
                    let Some(block) = self.elements.element("p", class) else { return };
                    let _ = place.append_child(&block);
                    block
                }
            };
            self.write_tokens(&block, &paragraph.tokens);
            // The engine cuts a very long line; on the page it is one.
            line = paragraph.ending.is_empty().then_some(block);
        }
    }

    fn write_tokens(&self, block: &Element, tokens: &[Token]) {
        for token in tokens {
            let node = match token.origin {
                Origin::Other => Some(self.elements.text(&token.surface)),
                Origin::Word | Origin::Character | Origin::Unknown | Origin::Corrected => {
                    self.word(token)
                }
            };
            if let Some(node) = node {
                let _ = block.append_child(&node);
            }
        }
    }

    fn word(&self, token: &Token) -> Option<Node> {
        let class = if token.is_uncertain() { "w uncertain" } else { "w" };
        let word = self.elements.element("span", class)?;
        let syllables = token.reading().map_or(&[][..], |reading| reading.syllables());
        for (index, unit) in token.units().enumerate() {
            let ruby = match syllables.get(index) {
                Some(spoken) => {
                    let ruby = self.read.clone_node_with_deep(true).ok()?;
                    let rt = ruby.last_child()?.previous_sibling()?;
                    rt.first_child()?.set_node_value(Some(&self.style.syllable(*spoken)));
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

/// `<ruby class="unknown" title="沒有讀音">?<rt></rt></ruby>`: the empty box is drawn by the style
/// sheet, so that copying takes the character alone.
fn unknown_model(elements: &Elements) -> Option<Element> {
    let ruby = elements.element("ruby", "unknown")?;
    ruby.set_attribute("title", text::NO_READING).ok()?;
    ruby.append_child(&elements.text(" ")).ok()?;
    ruby.append_child(&elements.element("rt", "")?.into()).ok()?;
    Some(ruby)
}
