//! The line that says that there is a newer release. Nothing happens before the person says so.

use leptos::task::spawn_local;

use super::button;
use crate::boot::{self, Update};
use crate::element::{self, IntoView};
use crate::shell::Shell;
use crate::signal::RwSignal;
use crate::text::t;

/// What the person has said to the line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Said {
    Nothing,
    Later,
    Update,
    /// To update, and it could not be.
    InVain,
}

/// The line, while there is something to say.
pub fn update_line(shell: Shell) -> impl IntoView {
    let said = RwSignal::new(Said::Nothing);
    element::div().class("update").attr("role", "status").child(move || {
        let (words, act) = match (shell.update.get(), said.get()) {
            (Update::None, _) | (_, Said::Later) => return None,
            (_, Said::Update) => (t!("shell.updating"), None),
            (Update::Waiting { .. }, Said::InVain) => {
                (t!("shell.update-in-vain"), Some(t!("shell.update")))
            }
            // It has taken over at last, and what was asked for can be.
            (Update::Waiting { .. }, Said::Nothing) | (Update::Stale { .. }, Said::InVain) => {
                (t!("shell.update-waits"), Some(t!("shell.update")))
            }
            (Update::Stale { .. }, Said::Nothing) => {
                (t!("shell.update-elsewhere"), Some(t!("shell.reload")))
            }
        };
        let buttons = act.map(|name| {
            let update = move || {
                said.set(Said::Update);
                spawn_local(async move {
                    if !boot::take_update().await {
                        said.set(Said::InVain);
                    }
                });
            };
            (button(name, update), button(t!("shell.later"), move || said.set(Said::Later)))
        });
        Some(element::p().class("notice").child((words, buttons)))
    })
}
