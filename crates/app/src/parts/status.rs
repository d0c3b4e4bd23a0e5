//! What the page is waiting for, and what went wrong.

use leptos::ev;
use leptos::prelude::*;

use crate::effect::memo;
use crate::element::{self, IntoView, View};
use crate::shell::Shell;
use crate::text::t;
use crate::text::{self, Words};
use crate::worker_client::{EngineFailure, EngineState};

/// How far something is, from 0 to 1.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Progress {
    /// Nothing is going on.
    None,
    /// So far.
    Share(f64),
}

impl Progress {
    /// So many of so many.
    pub fn of(done: u64, total: u64) -> Progress {
        Progress::Share(if total == 0 { 0.0 } else { (done as f64 / total as f64).min(1.0) })
    }
}

/// The hairline at the top edge while the engine is on its way. The engine's wasm is taken for a
/// quarter of it.
pub fn hairline(shell: Shell) -> impl IntoView {
    let progress = memo(move || match shell.engine.get() {
        EngineState::Starting { done, total } => scaled(Progress::of(done, total), 0.0, 0.25),
        EngineState::Downloading { done, total } => scaled(Progress::of(done, total), 0.25, 1.0),
        EngineState::Ready { .. } | EngineState::Failed(_) => Progress::None,
    });
    bar(progress)
}

/// A hairline that shows how far something is.
pub fn bar(progress: Memo<Progress>) -> impl IntoView {
    element::div()
        .class("hairline")
        .attr("aria-hidden", "true")
        .attr("data-busy", move || (progress.get() != Progress::None).then_some(""))
        .child(element::div().style("transform", move || match progress.get() {
            Progress::None => "scaleX(1)".to_owned(),
            Progress::Share(share) => format!("scaleX({share:.3})"),
        }))
}

fn scaled(progress: Progress, from: f64, to: f64) -> Progress {
    match progress {
        Progress::None => Progress::None,
        Progress::Share(share) => Progress::Share(from + share * (to - from)),
    }
}

/// What the engine is doing, in words; with the button that helps when it failed.
pub fn engine_status() -> impl IntoView {
    let shell = Shell::get();
    element::div().class("status").attr("role", "status").child(move || {
        let state = shell.engine.get();
        let cure = match &state {
            EngineState::Failed(failure) => Some(cure(shell, failure)),
            _ => None,
        };
        let class = if cure.is_some() { "notice error" } else { "notice" };
        text::engine(&state).map(|words| element::p().class(class).child((words, cure)).into_view())
    })
}

/// The button that helps against a failure.
pub fn cure(shell: Shell, failure: &EngineFailure) -> View {
    match failure {
        EngineFailure::OtherBuild { .. } => button(t!("shell.reload"), || {
            let _ = window().location().reload();
        }),
        _ => button(t!("shell.retry"), move || shell.worker().retry()),
    }
}

/// A quiet button. Where another one is put in its place it is another element: who has the focus on one must not
/// find it on the other.
#[track_caller]
pub fn button(name: impl Into<Words>, act: impl FnMut() + 'static) -> View {
    let mut act = act;
    element::button()
        .attr("type", "button")
        .class("quiet")
        .on(ev::click, move |_| act())
        .child(name.into())
        .into_view()
}
