//! The candidates: each reading with its label, what speaks for it, and where it is from.

use leptos::ev;
use thakim_document::Candidate;
use thakim_phonology::Label;

use super::super::looking::Why;
use super::super::reader::Reader;
use crate::article::Word;
use crate::article::candidates::{Row, rows};
use crate::element::{self, IntoView, Views};
use crate::text::t;
use crate::text::{self, Words};
use crate::worker_client::EngineState;

/// How many reasons are shown for the reading that is used, and for each of the others.
const REASONS: (usize, usize) = (3, 2);

/// The candidates of the word, or of the character of it that is looked at.
pub(super) fn choices(reader: Reader, word: &Word) -> impl IntoView + use<> {
    let unit = reader.looking.unit.get();
    let part = unit.map(|unit| word.part(unit));
    let shown = part.as_ref().unwrap_or(word);
    let why = reader.looking.why.get();
    let explanation = match &why {
        Why::Known(explanation) => Some(explanation),
        Why::Asking | Why::Missing => None,
    };
    let rows = rows(&shown.token, explanation);
    let says = match why {
        Why::Asking => Some(t!("word.asking")),
        Why::Missing if !rows.is_empty() => Some(t!("word.no-reason")),
        Why::Known(_) | Why::Missing => None,
    };
    // A reading of the reader's own has no reasons and competes with nothing.
    let is_only = rows.iter().filter(|row| !row.reasons.is_empty()).count() == 1;
    let list = rows.into_iter().enumerate();
    let list = list.map(|(index, row)| choice(reader, shown, index, row, is_only));
    (
        element::ol()
            .class("candidates")
            .attr("aria-label", t!("word.candidates"))
            .child(list.views()),
        element::p().class("asking").attr("role", "status").child(says),
    )
}

fn choice(
    reader: Reader,
    word: &Word,
    index: usize,
    row: Row,
    is_only: bool,
) -> impl IntoView + use<> {
    let style = reader.shell.settings.get().style();
    let Row { candidate, chosen, reasons } = row;
    let reading = candidate.reading.clone();
    let surface = word.token.surface.clone();
    let digit = (index < 9).then(|| {
        let digit = (index + 1).to_string();
        element::span().class("digit").attr("aria-hidden", "true").child(digit)
    });
    // What stands around a character that is looked at by itself is not what it was read for.
    let is_whole = reader.looking.unit.get().is_none();
    let reasons = reasons
        .iter()
        .filter(|_| is_whole)
        .filter_map(|reason| text::reason(reason, &surface, is_only))
        .take(if chosen { REASONS.0 } else { REASONS.1 })
        .map(|reason| element::li().child(reason))
        .views();
    element::li().child((
        element::button()
            .attr("type", "button")
            .attr("aria-pressed", if chosen { "true" } else { "false" })
            .on(ev::click, move |_| reader.choose_shown(reading.clone()))
            .child((
                digit,
                element::span()
                    .class("said")
                    .attr("lang", style.notation.language_tag())
                    .child(style.reading(&candidate.reading)),
                candidate.label.map(label),
                candidate
                    .derived
                    .then(|| element::span().class("label").child(t!("word.derived-label"))),
                element::span().class("share").child(share(&candidate).filter(|_| !is_only)),
            )),
        element::ul().class("reasons").child((
            reasons,
            sources(reader, &candidate)
                .map(|sources| element::li().class("sources").child(sources)),
        )),
    ))
}

fn label(label: Label) -> impl IntoView {
    element::abbr().class("label").attr("title", text::label(label)).child(label.han().to_string())
}

/// How much speaks for it; a reading of the person's own has no share.
fn share(candidate: &Candidate) -> Option<Words> {
    let is_own = candidate.sources.0 == 0 && !candidate.derived && candidate.share == 0;
    (!is_own).then(|| text::share(candidate.share))
}

/// The names of the dictionaries that give a reading.
fn sources(reader: Reader, candidate: &Candidate) -> Option<String> {
    let names = match reader.shell.engine.get() {
        EngineState::Ready { sources, .. } => sources,
        _ => return None,
    };
    let given = names.into_iter().enumerate();
    let given =
        given.filter(|(bit, _)| candidate.sources.0.checked_shr(*bit as u32).unwrap_or(0) & 1 == 1);
    let own = candidate.sources.has_own().then(|| t!("dictionary.source").into_owned());
    let given = given.map(|(_, title)| text::source(&title));
    let given: Vec<String> = own.into_iter().chain(given).collect();
    (!given.is_empty()).then(|| given.join(&t!("shell.and")))
}
