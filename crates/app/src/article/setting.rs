//! Setting words in a line where the browser's own rules do not hold.
//!
//! Between boxes a line may break anywhere, even before 。 or after 「. So a word and the punctuation that must
//! stay with it are tied together.

use web_sys::Element;

use super::elements::Elements;

/// Characters that no line may begin with.
const CLOSING: &str = "。，、；：？！」』）】》〉〕］｝〗〙’”…—～·‧・％℃,.;:?!)]}%";

/// Characters that no line may end with.
const OPENING: &str = "「『（【《〈〔［｛〖〘‘“([{";

/// The marks that stand beside a column of signs, not under it: those of 方音符號, and of kana.
const TONE_MARKS: &str = "ˋ˪ˊ˫ˇˆˉ˙";

/// Fills the block of a line, word by word.
pub(super) struct Line<'l> {
    elements: &'l Elements,
    block: &'l Element,
    ties: bool,
    /// The last word, where nothing stands behind it yet.
    last: Option<Element>,
    /// What is tied together so far and stands at the end of the block.
    tied: Option<Element>,
}

impl<'l> Line<'l> {
    /// Fills this block; `ties` says whether words and punctuation are tied together.
    pub(super) fn new(elements: &'l Elements, block: &'l Element, ties: bool) -> Line<'l> {
        Line { elements, block, ties, last: None, tied: None }
    }

    /// Appends a word.
    pub(super) fn push_word(&mut self, word: &Element) {
        match &self.tied {
            // Behind an opening bracket.
            Some(tied) if self.last.is_none() => {
                let _ = tied.append_child(word);
            }
            _ => {
                let _ = self.block.append_child(word);
                self.tied = None;
            }
        }
        self.last = Some(word.clone());
    }

    /// Appends what is no word.
    pub(super) fn push_text(&mut self, text: &str) {
        if !self.ties {
            let _ = self.block.append_child(&self.elements.text(text));
            return;
        }
        let (closing, rest) = match &self.last {
            Some(_) => split_closing(text),
            None => ("", text),
        };
        if !closing.is_empty() {
            self.tie(closing);
        }
        if rest.is_empty() && !text.is_empty() {
            self.last = None;
            self.tied = None;
            return;
        }
        let (rest, opening) = split_opening(rest);
        if !rest.is_empty() {
            let _ = self.block.append_child(&self.elements.text(rest));
        }
        self.last = None;
        self.tied = None;
        if !opening.is_empty()
            && let Some(tied) = self.elements.element("span", "keep")
        {
            let _ = tied.append_child(&self.elements.text(opening));
            let _ = self.block.append_child(&tied);
            self.tied = Some(tied);
        }
    }

    /// Ties this to the last word.
    fn tie(&mut self, closing: &str) {
        let Some(last) = &self.last else { return };
        if self.tied.is_none()
            && let Some(tied) = self.elements.element("span", "keep")
        {
            let _ = self.block.replace_child(&tied, last);
            let _ = tied.append_child(last);
            self.tied = Some(tied);
        }
        if let Some(tied) = &self.tied {
            let _ = tied.append_child(&self.elements.text(closing));
        }
    }
}

/// What of a text no line may begin with, and the rest.
fn split_closing(text: &str) -> (&str, &str) {
    let rest = text.trim_start_matches(|letter| CLOSING.contains(letter));
    text.split_at(text.len() - rest.len())
}

/// A text without what no line may end with, and that.
fn split_opening(text: &str) -> (&str, &str) {
    text.split_at(text.trim_end_matches(|letter| OPENING.contains(letter)).len())
}

/// The signs of a syllable, and the mark of its tone where it stands beside them.
pub(super) fn split_tone(written: &str) -> (&str, &str) {
    let is_mark =
        |letter: char| TONE_MARKS.contains(letter) || ('\u{1AFF0}'..='\u{1AFFE}').contains(&letter);
    let signs = written.trim_end_matches(is_mark);
    // A mark alone is no mark of anything.
    if signs.is_empty() { (written, "") } else { written.split_at(signs.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_stays_with_its_word() {
        assert_eq!(split_closing("。」他"), ("。」", "他"));
        assert_eq!(split_closing("他"), ("", "他"));
        assert_eq!(split_opening("：「『"), ("：", "「『"));
        assert_eq!(split_opening("abc"), ("abc", ""));
        assert_eq!(split_closing(""), ("", ""));
    }

    #[test]
    fn tone_marks_stand_beside_their_signs() {
        assert_eq!(split_tone("ㄉㄞˊ"), ("ㄉㄞ", "ˊ"));
        assert_eq!(split_tone("ㄍㄜ"), ("ㄍㄜ", ""));
        assert_eq!(split_tone("ㄅㆬˋ"), ("ㄅㆬ", "ˋ"));
        // The dot of tone 8 stays over its stop, and the neutral one before its syllable.
        assert_eq!(split_tone("ㄌㄧㆵ\u{307}"), ("ㄌㄧㆵ\u{307}", ""));
        assert_eq!(split_tone("˙ㄚ"), ("˙ㄚ", ""));
        assert_eq!(split_tone("ˊ"), ("ˊ", ""));
        assert_eq!(split_tone("タイ\u{1AFF3}"), ("タイ", "\u{1AFF3}"));
    }
}
