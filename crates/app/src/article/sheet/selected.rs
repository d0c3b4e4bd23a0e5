//! What of the text a selection holds, wherever the page shows it.

use thakim_document::export::{Form, Style, Writer};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, Range};

use super::Sheet;
use crate::article::chunk::after;

/// What stands by the characters and is no text of the article.
const ASIDE: &str = "rt, rp, .said, button";

/// Which end of a selection.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

impl Sheet {
    /// The part of the text that lies in a range of the page, in bytes; none where that is nothing. What is selected
    /// before and behind the article counts as its start and its end, so all of the page is all of the text,
    /// also where its sections are not filled.
    pub fn selected(&self, range: &Range) -> Option<(u32, u32)> {
        if range.collapsed() || !range.intersects_node(&self.0.article).unwrap_or(false) {
            return None;
        }
        let start = range.start_container().ok()?;
        let end = range.end_container().ok()?;
        let from = self.byte_at(&start, range.start_offset().ok()?, Side::Start)?;
        let to = self.byte_at(&end, range.end_offset().ok()?, Side::End)?;
        (from < to).then_some((from, to))
    }

    /// A part of the text in some forms, at once. Give it bytes of [`Sheet::selected`].
    pub fn part(&self, (from, to): (u32, u32), forms: &[Form], style: &Style) -> Vec<String> {
        // The tones of the whole are put into the parts.
        let plain = Style { speech: thakim_phonology::sandhi::Speech::CITATION, ..*style };
        let mut writers: Vec<(Writer, String)> =
            forms.iter().map(|form| (Writer::new(*form, plain), String::new())).collect();
        let state = self.0.state.borrow();
        let first = state.slots.partition_point(|slot| slot.end.byte <= from);
        for slot in state.slots[first..].iter().take_while(|slot| slot.start.byte < to) {
            let mut at = slot.start;
            for paragraph in slot.paragraphs(&state.marks) {
                let begin = at;
                at = after(at, &paragraph);
                if at.byte <= from || begin.byte >= to {
                    continue;
                }
                let bytes = from.saturating_sub(begin.byte) as usize..(to - begin.byte) as usize;
                let part = paragraph.cut(bytes, &style.speech);
                for (writer, out) in &mut writers {
                    writer.push(out, &part);
                }
            }
        }
        let finished = writers.into_iter().map(|(writer, mut out)| {
            writer.finish(&mut out);
            out
        });
        finished.collect()
    }

    /// The byte of the text where a boundary of a range is.
    fn byte_at(&self, node: &Node, offset: u32, side: Side) -> Option<u32> {
        let state = self.0.state.borrow();
        let end = state.slots.last().map_or(0, |slot| slot.end.byte);
        let article: &HtmlElement = &self.0.article;
        if !article.contains(Some(node)) {
            return Some(if side == Side::Start { 0 } else { end });
        }
        if article.is_same_node(Some(node)) {
            return Some(state.slots.get(offset as usize).map_or(end, |slot| slot.start.byte));
        }
        let element = match node.dyn_ref::<Element>() {
            Some(element) => element.clone(),
            None => node.parent_element()?,
        };
        let section = element.closest("[data-chunk]").ok()??;
        let slot = state.slots.get(section.get_attribute("data-chunk")?.parse::<usize>().ok()?)?;
        let Some(line) = element.closest("[data-at]").ok()? else {
            // Between the lines of a section, of which there may be none in the page now.
            let children = section.child_nodes();
            if children.length() == 0 {
                return Some(slot.start.byte);
            }
            let next = children.item(offset).and_then(|next| next.dyn_into::<Element>().ok());
            return Some(next.and_then(|next| start_of(&next)).unwrap_or(slot.end.byte));
        };
        let before = self.0.document.create_range().ok()?;
        before.set_start(&line, 0).ok()?;
        match element.closest(ASIDE).ok()? {
            // In a reading: with its character, or with its word.
            Some(aside) => {
                let whole = aside.closest("ruby, .w").ok()?.unwrap_or(aside);
                match side {
                    Side::Start => before.set_end_before(&whole).ok()?,
                    Side::End => before.set_end_after(&whole).ok()?,
                }
            }
            None => before.set_end(node, offset).ok()?,
        }
        let before = before.clone_contents().ok()?;
        let aside = before.query_selector_all(ASIDE).ok()?;
        for index in 0..aside.length() {
            if let Some(aside) = aside.item(index) {
                aside.unchecked_into::<Element>().remove();
            }
        }
        let text = before.text_content().unwrap_or_default();
        Some(start_of(&line)?.saturating_add(text.len() as u32).min(slot.end.byte))
    }
}

/// Where a line begins.
fn start_of(line: &Element) -> Option<u32> {
    line.get_attribute("data-at")?.parse().ok()
}
