//! What became of a file, in words.

use crate::element::{self, IntoView, View, Views};
use crate::signal::RwSignal;
use crate::text::t;

use super::transfer::{State, speak, wear};
use crate::backup::{self, Bad, Lost, Problem, Report};
use crate::parts;
use crate::shell::Shell;
use crate::text::{self, Words};

/// How many faults are named one by one.
const NAMED: usize = 20;

/// How far it is, or what became of it.
pub(super) fn view(shell: Shell, state: RwSignal<State>) -> Option<View> {
    let line =
        |class: &'static str, words: Words| element::p().class(class).child(words).into_view();
    match state.get() {
        State::Resting => None,
        State::Writing(done, all) => {
            Some(line("notice", t!("backup.writing", done = done, all = all)))
        }
        State::Reading(done, all) => {
            Some(line("notice", t!("backup.reading", done = done, all = all)))
        }
        State::Written => Some(line("notice", t!("backup.written"))),
        State::NotWritten(why) => Some(line("notice error", t!("backup.not-written", why = why))),
        State::NotRead(file, bad) => Some(line("notice error", bad_file(&file, &bad))),
        State::Read(file, report) => Some(told(shell, state, &file, report)),
    }
}

/// Why nothing of a file was read.
fn bad_file(file: &str, bad: &Bad) -> Words {
    match bad {
        Bad::NoJson => t!("backup.no-json", file = file),
        Bad::Foreign => t!("backup.foreign", file = file),
        Bad::Newer(version) => t!("backup.newer", file = file, version = version),
        Bad::TooLarge(bytes) => t!("backup.too-large", file = file, megabytes = bytes / 1_000_000),
        Bad::Unreadable(why) => t!("backup.unreadable", file = file, why = why),
        Bad::Store(error) => text::store_error(error),
    }
}

fn told(shell: Shell, state: RwSignal<State>, file: &str, report: Report) -> View {
    let (new_words, same_words) = report.words;
    let counts = [
        (report.new, t!("backup.new", count = report.new)),
        (report.same, t!("backup.same", count = report.same)),
        (report.copies, t!("backup.copies", count = report.copies)),
        (new_words, t!("backup.new-words", count = new_words)),
        (same_words, t!("backup.same-words", count = same_words)),
        (report.settings, t!("backup.settings", count = report.settings)),
        (report.lost.len(), t!("backup.lost", count = report.lost.len())),
    ];
    let counts: Vec<Words> =
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    let empty = counts.is_empty().then(|| t!("backup.empty"));
    let counts = counts.into_iter().map(|words| element::li().child(words)).views();
    let more = report.lost.len().saturating_sub(NAMED);
    let lost = report.lost.iter().take(NAMED).map(|lost| element::li().child(fault(lost)));
    let lost = (!report.lost.is_empty()).then(|| {
        let more = (more > 0).then(|| element::li().child(t!("backup.more", count = more)));
        element::ul().class("lost").child((lost.views(), more))
    });
    let differing = (!report.differing.is_empty()).then(|| {
        let report = report.clone();
        let file = file.to_owned();
        let take = move || {
            backup::use_settings(&report.differing);
            wear(shell);
            let report = Report {
                settings: report.settings + report.differing.len(),
                differing: Vec::new(),
                ..report.clone()
            };
            state.set(State::Read(file.clone(), report));
            speak(shell);
        };
        element::p()
            .class("notice")
            .child((t!("backup.differing"), parts::button(t!("backup.use-settings"), take)))
    });
    element::div()
        .class("report")
        .child((
            element::p().child(t!("backup.told", file = file)),
            empty.map(|words| element::p().child(words)),
            element::ul().child(counts),
            lost,
            differing,
        ))
        .into_view()
}

/// Why something did not come in.
fn fault(lost: &Lost) -> Words {
    let why = match &lost.why {
        Problem::NoArticle => t!("backup.no-article"),
        Problem::Field(field) => t!("backup.bad-field", field = field),
        Problem::NoWord(why) => t!("backup.no-word", why = why),
        Problem::Refused(error) => text::store_error(error),
    };
    match lost.name.as_str() {
        "" => t!("backup.fault", place = lost.place, why = why),
        name => t!("backup.fault-of", place = lost.place, name = name, why = why),
    }
}
