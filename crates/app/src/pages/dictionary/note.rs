//! The line that says what just happened.

use thakim_document::own::{Fault, FaultKind};
use thakim_phonology::Notation;

use super::keeper::Keeper;
use crate::element::{self, IntoView, View, Views};
use crate::files::OpenError;
use crate::own::Change;
use crate::parts;
use crate::text;
use crate::text::t;

/// What just happened.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Note {
    /// Nothing worth a word.
    Nothing,
    /// A word was added.
    Added { surface: String, change: Change },
    /// The word was there with this reading; it may say more of it now.
    Already { surface: String, change: Change },
    /// A word was changed.
    Saved { surface: String, change: Change },
    /// A word was deleted.
    Removed { surface: String, change: Change },
    /// Several were.
    RemovedMany { change: Change },
    /// The last thing was taken back.
    Undone,
    /// A file came in.
    Imported(Report),
    /// A file did not.
    NotOpened(OpenError),
    /// It would be too many words.
    TooMany { limit: usize },
    /// The words went out into a file.
    Exported { name: String, entries: usize },
    /// They did not.
    NotExported,
}

/// What came of an import.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Report {
    pub(super) file: String,
    pub(super) change: Change,
    /// How many readings are new.
    pub(super) added: usize,
    /// How many were there already.
    pub(super) same: usize,
    /// The lines that did not come in.
    pub(super) faults: Vec<Fault>,
    pub(super) notation: Notation,
}

/// How many lines that did not come in are told one by one.
const TOLD: usize = 100;

/// What just happened, with the button that takes it back.
pub(super) fn note(keeper: Keeper) -> impl IntoView {
    element::div().class("status").attr("role", "status").child(move || {
        let note = keeper.note.get();
        let (class, words, change) = match note {
            Note::Nothing => return None,
            Note::Added { surface, change } => {
                ("notice", t!("dictionary.added", word = surface), Some(change))
            }
            Note::Already { surface, change } => {
                ("notice", t!("dictionary.already", word = surface), Some(change))
            }
            Note::Saved { surface, change } => {
                ("notice", t!("dictionary.saved", word = surface), Some(change))
            }
            Note::Removed { surface, change } => {
                ("notice", t!("dictionary.removed", word = surface), Some(change))
            }
            Note::RemovedMany { change } => {
                let count = text::grouped(change.removed.len() as u64);
                ("notice", t!("dictionary.removed-many", count = count), Some(change))
            }
            Note::Undone => ("notice", t!("dictionary.undone"), None),
            Note::Imported(report) => return Some(imported(keeper, report)),
            Note::NotOpened(error) => ("notice error", text::open_error(&error), None),
            Note::TooMany { limit } => {
                let limit = text::grouped(limit as u64);
                ("notice error", t!("dictionary.too-many", limit = limit), None)
            }
            Note::Exported { name, entries } => {
                let count = text::grouped(entries as u64);
                ("notice", t!("dictionary.exported", name = name, count = count), None)
            }
            Note::NotExported => ("notice error", t!("dictionary.not-exported"), None),
        };
        let undo = change.filter(|change| !change.is_empty()).map(|change| undo(keeper, change));
        Some(element::p().class(class).child((words, undo)).into_view())
    })
}

fn undo(keeper: Keeper, change: Change) -> View {
    parts::button(t!("dictionary.undo"), move || keeper.undo(&change))
}

/// How many came in, and each line that did not.
fn imported(keeper: Keeper, report: Report) -> View {
    let Report { file, change, added, same, faults, notation } = report;
    let count = |count: usize| text::grouped(count as u64);
    let came = t!("dictionary.imported", name = file, count = count(added));
    let same = (same > 0).then(|| t!("dictionary.imported-same", count = count(same)));
    let read_as = (notation != Notation::Tl)
        .then(|| t!("dictionary.imported-notation", notation = text::notation(notation)));
    let undo = (!change.is_empty()).then(|| undo(keeper, change));
    let all = faults.len();
    let left = (!faults.is_empty()).then(|| {
        let lines = faults.into_iter().take(TOLD).map(|fault| {
            element::li().child((
                element::b().child(t!("dictionary.line", line = fault.line)),
                text::words_fault(&fault.kind),
            ))
        });
        let lines = lines.collect::<Vec<_>>();
        let more = (all > TOLD)
            .then(|| element::p().child(t!("dictionary.more-faults", count = count(all - TOLD))));
        element::details().class("own-faults").attr("open", "").child((
            element::summary().child(t!("dictionary.faults", count = count(all))),
            element::ul().child(lines.views()),
            more,
        ))
    });
    let class = if all > 0 { "notice error" } else { "notice" };
    (element::p().class(class).child((came, same, read_as, undo)), left).into_view()
}

/// Whether a fault is about the file as a whole.
pub(super) fn is_no_table(faults: &[Fault]) -> bool {
    matches!(faults, [Fault { kind: FaultKind::Header { .. }, .. }, ..])
}
