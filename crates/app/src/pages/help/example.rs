//! Annotated lines to show things on, written as the article is.

use leptos::prelude::*;
use thakim_document::{Candidate, Origin, Paragraph, Sources, Token};
use thakim_phonology::Notation;
use web_sys::HtmlElement;

use crate::article::chunk::Begins;
use crate::article::marks::{Marks, Position};
use crate::article::ruby::{RubyWriter, Stretch};
use crate::effect::effect;
use crate::element::{self, IntoView, NodeRef, View};
use crate::layout::{self, Layout};
use crate::settings::Settings;
use crate::shell::Shell;

/// The lines: words parted by spaces, each `characters/reading in 臺羅/flag`.
const WORDS: &str = include_str!("words.txt");

/// A word whose reading is uncertain. This and the next are numbers of lines.
pub(super) const UNCERTAIN: usize = 0;
/// A word whose reading is derived.
pub(super) const DERIVED: usize = 1;
/// A word without one.
pub(super) const UNKNOWN: usize = 2;
/// A word whose reading was chosen.
pub(super) const CORRECTED: usize = 3;
/// A line with the same word twice.
pub(super) const TWICE: usize = 4;
/// A few words.
pub(super) const SHORT: usize = 5;
/// A sentence.
pub(super) const SENTENCE: usize = 6;

/// One of the lines.
pub(super) fn line(number: usize) -> Paragraph {
    let tokens = WORDS.lines().nth(number).unwrap_or_default().split(' ').map(token).collect();
    Paragraph { tokens, ending: String::new(), classical: false }
}

fn token(source: &str) -> Token {
    let mut parts = source.split('/');
    let surface = parts.next().unwrap_or_default();
    let Some(reading) = parts.next() else { return Token::other(surface) };
    let flag = parts.next();
    let origin = match flag {
        Some("corrected") => Origin::Corrected,
        Some("unknown") => Origin::Unknown,
        _ if surface.chars().count() > 1 => Origin::Word,
        _ => Origin::Character,
    };
    let confidence = if flag == Some("uncertain") { 100 } else { u8::MAX };
    let candidates = candidate(reading, flag == Some("derived")).into_iter().collect();
    Token { origin, confidence, candidates, ..Token::other(surface) }
}

/// A reading in 臺羅.
pub(super) fn candidate(reading: &str, derived: bool) -> Option<Candidate> {
    let reading = Notation::Tl.parse(reading).ok()?;
    Some(Candidate { reading, label: None, sources: Sources(1), share: u8::MAX, derived })
}

/// The settings as they are, laid out as usual.
pub(super) fn plain(settings: Settings) -> Settings {
    let Layout { theme, face, .. } = settings.layout;
    Settings { layout: Layout { theme, face, ..Layout::default() }, ..settings }
}

/// A line as it stands in the article, in the present notation; `with` says what else is chosen.
pub(super) fn example(
    paragraph: impl Fn() -> Paragraph + 'static,
    with: impl Fn(Settings) -> Settings + 'static,
) -> View {
    example_in(NodeRef::new(), paragraph, with)
}

/// The same, its element known to others.
pub(super) fn example_in(
    article: NodeRef<leptos::html::Article>,
    paragraph: impl Fn() -> Paragraph + 'static,
    with: impl Fn(Settings) -> Settings + 'static,
) -> View {
    let shell = Shell::get();
    let frame = NodeRef::<leptos::html::Div>::new();
    effect(move |_| {
        let settings = with(shell.settings.get());
        let (Some(frame), Some(article)) = (frame.get(), article.get()) else { return };
        let frame: &HtmlElement = &frame;
        layout::root::dress_page(frame, &settings.layout);
        if let Some(writer) = RubyWriter::new(document(), settings.look()) {
            let stretch = Stretch {
                paragraphs: &[paragraph()],
                begins: Begins::Line,
                start: Position::default(),
                new: &[],
            };
            writer.write(&article, stretch, &Marks::default());
        }
    });
    element::div()
        .class("reading example")
        .node_ref(frame)
        .child(
            element::article().attr("role", "none").attr("lang", "nan-Hant-TW").node_ref(article),
        )
        .into_view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        assert_eq!(WORDS.lines().count(), SENTENCE + 1);
        for number in 0..=SENTENCE {
            for token in line(number).tokens {
                let has_reading = matches!(token.origin, Origin::Other | Origin::Unknown)
                    || token
                        .reading()
                        .is_some_and(|reading| reading.len() == token.units().count());
                assert!(has_reading, "{token:?}");
            }
        }
        assert!(line(UNCERTAIN).tokens[0].is_uncertain());
        assert!(line(DERIVED).tokens[0].is_derived());
    }
}
