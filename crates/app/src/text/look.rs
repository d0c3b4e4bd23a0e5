//! Sentences about single words: what is to be checked, and where a reading is from.

use thakim_document::export::Style;
use thakim_document::{Preference, Token};
use thakim_phonology::Label;

use super::Words;
use super::say::{grouped, of_number};
use super::t;
use crate::article::flag::Flag;
use crate::article::walk::Step;

/// The keys of the article's page, and what each does: keys of sentences.
pub const KEY_LIST: &[(&str, &str)] = &[
    ("keys.next", "keys.next-does"),
    ("keys.previous", "keys.previous-does"),
    ("keys.arrows", "keys.arrows-do"),
    ("keys.enter", "keys.enter-does"),
    ("keys.digits", "keys.digits-do"),
    ("correcting.keys.letters", "correcting.keys.letters-do"),
    ("correcting.keys.units", "correcting.keys.units-do"),
    ("correcting.keys.cut", "correcting.keys.cut-does"),
    ("correcting.keys.join", "correcting.keys.join-does"),
    ("correcting.keys.undo", "correcting.keys.undo-does"),
    ("correcting.keys.redo", "correcting.keys.redo-does"),
    ("finding.keys.find", "finding.keys.find-does"),
    ("keys.escape", "keys.escape-does"),
    ("keys.question", "keys.question-does"),
];

/// The button at the edge of a passage.
pub fn passage_button(readings: Preference) -> String {
    t!("passage.button", preference = super::preference(readings)).into_owned()
}

/// What the bar for passages is about.
pub fn passage(lines: u32) -> Words {
    match lines {
        0 | 1 => t!("passage.this-paragraph"),
        lines => t!("passage.these-paragraphs", lines = lines),
    }
}

/// Some paragraphs look classical.
pub fn lines_look_classical(lines: u32) -> Words {
    of_number(lines.into(), "offer.line-looks-classical", "offer.lines-look-classical")
}

/// The name of a flag.
pub fn flag(flag: Flag) -> Words {
    match flag {
        Flag::Uncertain => t!("flag.uncertain"),
        Flag::Derived => t!("flag.derived"),
        Flag::Unknown => t!("flag.unknown"),
        Flag::Corrected => t!("flag.corrected"),
    }
}

/// How a flag looks and what it means.
pub fn flag_meaning(flag: Flag) -> Words {
    match flag {
        Flag::Uncertain => t!("flag.uncertain-means"),
        Flag::Derived => t!("flag.derived-means"),
        Flag::Unknown => t!("flag.unknown-means"),
        Flag::Corrected => t!("flag.corrected-means"),
    }
}

/// A flag and how many words have it.
pub fn flag_count(which: Flag, count: u32) -> Words {
    t!("flag.count", flag = flag(which), count = grouped(u64::from(count)))
}

/// What a screen reader says of a word.
pub fn word_label(token: &Token, style: &Style) -> Words {
    let word = &token.surface;
    let reading = match token.reading() {
        Some(reading) => style.reading(reading),
        None => return t!("word.unread", word = word, flag = flag(Flag::Unknown)),
    };
    match Flag::of(token) {
        Some(which) => t!("word.flagged", word = word, reading = reading, flag = flag(which)),
        None => t!("word.read", word = word, reading = reading),
    }
}

/// The same, for a word that the walk has come to: which one of how many.
pub fn step_label(token: &Token, style: &Style, step: Step) -> String {
    let word = word_label(token, style);
    t!("word.step", word = word, number = step.number, of = step.of).into_owned()
}

/// What is to be known of the chosen reading; nothing where it is sure.
pub fn standing(token: &Token) -> Option<Words> {
    let percent = u32::from(token.confidence) * 100 / 255;
    Some(match Flag::of(token)? {
        Flag::Uncertain => t!("word.is-uncertain", percent = percent),
        Flag::Derived => t!("word.is-derived"),
        Flag::Unknown => t!("word.no-candidate"),
        Flag::Corrected => t!("word.is-corrected"),
    })
}

/// How much speaks for a reading, in words and per cents. `share` in 255ths.
pub fn share(share: u8) -> Words {
    let percent = (u32::from(share) * 100 + 127) / 255;
    let words = match percent {
        90.. => t!("share.nearly-always"),
        60.. => t!("share.mostly"),
        30.. => t!("share.often"),
        10.. => t!("share.at-times"),
        _ => t!("share.rarely"),
    };
    if percent == 0 {
        t!("share.under-one", words = words)
    } else {
        t!("share.percent", words = words, percent = percent)
    }
}

/// A label spelled out.
pub fn label(label: Label) -> Words {
    match label {
        Label::Literary => t!("label.literary"),
        Label::Colloquial => t!("label.colloquial"),
        Label::Popular => t!("label.popular"),
        Label::Substitute => t!("label.substitute"),
    }
}

/// A dictionary in a few characters, from its title: what stands before a colon, in the page's language
/// where it is one of ours.
pub fn source(title: &str) -> String {
    let short = title.split_once(": ").map_or(title, |(short, _)| short);
    let ours = SOURCES.iter().find(|(name, _)| *name == short);
    ours.map_or_else(|| short.to_owned(), |(_, key)| t!(*key).into_owned())
}

/// Keys of short names of our dictionaries, where their titles are for others.
pub const SOURCES: &[(&str, &str)] = &[
    ("Taiwanese Speech and Text Corpus", "source.corpus"),
    ("Writing habits", "source.habits"),
    ("ipa2", "source.wiktionary"),
    ("taibun", "source.taibun"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, speaking};

    #[test]
    fn shares_are_words_and_per_cents() {
        let said = [(255, "幾乎都是，100%"), (170, "多半，67%"), (80, "常常，31%")];
        let rare = [(40, "有時，16%"), (10, "少見，4%"), (0, "少見，不到 1%")];
        for (share_, words) in said.into_iter().chain(rare) {
            assert_eq!(speaking(Language::Mandarin, || share(share_)), words);
        }
    }
}
