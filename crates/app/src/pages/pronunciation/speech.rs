//! Reading aloud: only where the browser has a voice for Hokkien on this machine. A Mandarin voice would
//! say other words, so without such a voice nothing of this is shown.

mod synthesis;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::reader::Reader;
use crate::article::Word;
use crate::element::{self, IntoView};
use crate::parts::{Icon, labelled};
use crate::signal::{RwSignal, StoredValue};
use crate::text::t;
use synthesis::Synthesis;

/// The most `char`s that a voice is given at once: some stop in the middle of more.
const MOST: usize = 200;

/// Whether there is a voice, and whether it speaks.
#[derive(Clone, Copy)]
pub(super) struct Speech {
    has_voice: RwSignal<bool>,
    is_speaking: RwSignal<bool>,
    synthesis: StoredValue<Option<Synthesis>>,
}

impl Speech {
    pub(super) fn new() -> Speech {
        let speech = Speech {
            has_voice: RwSignal::new(false),
            is_speaking: RwSignal::new(false),
            synthesis: StoredValue::new(Synthesis::of_this_browser()),
        };
        // Voices come and go; some browsers name them late.
        let look = move || {
            let has = speech.synthesis.try_with_value(|synthesis| {
                synthesis.as_ref().is_some_and(|synthesis| synthesis.voice().is_some())
            });
            if let Some(has) = has.filter(|has| speech.has_voice.try_get_untracked() != Some(*has))
            {
                speech.has_voice.set(has);
            }
        };
        look();
        speech.synthesis.try_update_value(|synthesis| {
            if let Some(synthesis) = synthesis {
                synthesis.on_voices(look);
            }
        });
        on_cleanup(move || {
            speech.synthesis.try_update_value(|synthesis| {
                if let Some(synthesis) = synthesis {
                    synthesis.leave();
                }
            });
        });
        speech
    }

    fn say(self, text: &str) {
        self.synthesis.try_update_value(|synthesis| {
            let Some(synthesis) = synthesis else { return };
            let is_speaking = self.is_speaking;
            let ended = move || {
                is_speaking.try_set(false);
            };
            is_speaking.set(synthesis.say(pieces(text), ended));
        });
    }

    fn stop(self) {
        self.synthesis.try_update_value(|synthesis| {
            if let Some(synthesis) = synthesis {
                synthesis.stop();
            }
        });
        self.is_speaking.set(false);
    }
}

/// The button in the thin bar: reads what is selected, or else the paragraph where the person is; stops.
pub(super) fn speak(reader: Reader) -> impl IntoView {
    let speech = reader.speech;
    move || {
        speech.has_voice.get().then(|| {
            let words = move || match speech.is_speaking.get() {
                true => t!("speech.stop"),
                false => t!("speech.speak"),
            };
            element::button()
                .attr("type", "button")
                .id("speak-button")
                .class("quiet")
                .attr("title", words)
                .attr(
                    "aria-pressed",
                    move || if speech.is_speaking.get() { "true" } else { "false" },
                )
                // The selection stays.
                .on(ev::mousedown, |event| event.prevent_default())
                .on(ev::click, move |_| match speech.is_speaking.get_untracked() {
                    true => speech.stop(),
                    false => speech.say(&reader.to_be_said()),
                })
                .child(labelled(Icon::Speak, words))
        })
    }
}

/// The button beside a word in its panel.
pub(super) fn speak_word(reader: Reader, word: &Word) -> impl IntoView + use<> {
    let speech = reader.speech;
    let surface = word.token.surface.clone();
    move || {
        let surface = surface.clone();
        speech.has_voice.get().then(|| {
            element::button()
                .attr("type", "button")
                .class("quiet speak-word")
                .attr("aria-label", t!("speech.word"))
                .attr("title", t!("speech.word"))
                .on(ev::click, move |_| speech.say(&surface))
                .child(crate::parts::icon(Icon::Speak))
        })
    }
}

impl Reader {
    /// What is selected in the article; else the paragraph of the word that is looked at, or else the
    /// first that is seen.
    fn to_be_said(self) -> String {
        if let Some(selected) = self.selected() {
            return selected;
        }
        let Some(sheet) = self.sheet() else { return String::new() };
        let looked_at = self.looking.word.get_untracked();
        let current = || sheet.current_in_focus();
        match looked_at.or_else(current) {
            Some(word) => word.line,
            None => sheet.line_at(sheet.first_in_window()),
        }
    }

    /// The characters that are selected in the article, without their readings.
    fn selected(self) -> Option<String> {
        let article = self.article.get_untracked()?;
        let selection = window().get_selection().ok().flatten()?;
        if selection.is_collapsed() || selection.range_count() == 0 {
            return None;
        }
        let range = selection.get_range_at(0).ok()?;
        let common: Node = range.common_ancestor_container().ok()?;
        if !article.contains(Some(&common)) {
            return None;
        }
        let holder = document().create_element("div").ok()?;
        holder.append_child(&range.clone_contents().ok()?.into()).ok()?;
        let drawn = holder.query_selector_all("rt, rp, button, .said").ok()?;
        for index in 0..drawn.length() {
            if let Some(element) = drawn.get(index).and_then(|node| node.dyn_into::<Element>().ok())
            {
                element.remove();
            }
        }
        let lines = holder.query_selector_all(".para").ok()?;
        let line = |index| lines.get(index)?.text_content();
        let text = match lines.length() {
            0 => holder.text_content().unwrap_or_default(),
            count => (0..count).filter_map(line).collect::<Vec<_>>().join("\n"),
        };
        (!text.trim().is_empty()).then_some(text)
    }
}

/// A text in pieces that end where a voice may breathe.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut length = 0;
    for letter in text.chars() {
        let Some(last) = pieces.last_mut() else { break };
        last.push(letter);
        length += 1;
        let is_end = matches!(letter, '\n' | '。' | '！' | '？' | '；' | '.' | '!' | '?');
        let is_pause = matches!(letter, '，' | '、' | '：' | ',' | ' ' | '\u{3000}');
        if is_end || (is_pause && length >= MOST / 2) || length >= MOST {
            pieces.push(String::new());
            length = 0;
        }
    }
    pieces.retain(|piece| piece.contains(char::is_alphanumeric));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_gets_a_sentence_at_a_time() {
        assert_eq!(pieces("食飽未？\n有，多謝。"), ["食飽未？", "有，多謝。"]);
        assert_eq!(pieces("。。。\n"), [""; 0]);
        assert_eq!(pieces("讀冊"), ["讀冊"]);
        let long = "讀".repeat(450);
        let lengths: Vec<usize> = pieces(&long).iter().map(|one| one.chars().count()).collect();
        assert_eq!(lengths, [200, 200, 50]);
        assert_eq!(pieces(&long).concat(), long);
    }
}
