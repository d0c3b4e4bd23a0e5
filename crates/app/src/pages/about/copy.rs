//! The copy of the program on this machine: what it is, and what can be done with it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::boot::{self, Offline, Room};
use crate::effect::effect;
use crate::element::{self, IntoView};
use crate::parts::button;
use crate::shell::{DATABASE, Shell};
use crate::signal::RwSignal;
use crate::text::t;
use crate::text::{self, Words};
use crate::worker_client::EngineState;

/// What is going on here, or what came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Work {
    Nothing,
    Doing(Words),
    Done(Words),
    /// The person is asked what to remove.
    Asking,
}

#[derive(Clone, Copy)]
struct Copy {
    shell: Shell,
    work: RwSignal<Work>,
    room: RwSignal<Room>,
}

pub(super) fn this_copy() -> impl IntoView {
    let copy = Copy {
        shell: Shell::get(),
        work: RwSignal::new(Work::Nothing),
        room: RwSignal::new(Room::default()),
    };
    // Asked again when the copy is whole: then it takes more room, and may have been promised to stay.
    effect(move |_| {
        copy.shell.offline.get();
        copy.look();
    });
    (
        facts(copy),
        element::div().class("acts").child(move || acts(copy)),
        element::div().class("status").attr("role", "status").child(move || {
            match copy.work.get() {
                Work::Nothing | Work::Asking => None,
                Work::Doing(words) | Work::Done(words) => {
                    Some(element::p().class("notice").child(words))
                }
            }
        }),
        move || (copy.work.get() == Work::Asking).then(|| question(copy)),
    )
}

fn facts(copy: Copy) -> impl IntoView {
    let shell = copy.shell;
    let release = shell.release();
    let hash =
        release.dictionary.map_or_else(|| t!("shell.unknown").into_owned(), |file| file.sha256);
    let dictionary = move || match shell.engine.get() {
        EngineState::Ready { words, readings, .. } => text::dictionary(words, readings),
        state => text::engine(&state).unwrap_or_default(),
    };
    let stays = move || match copy.room.get().persisted {
        Some(true) => (t!("offline.stays-yes"), None),
        Some(false) => (
            t!("offline.stays-no"),
            Some(button(t!("offline.ask-to-stay"), move || {
                spawn_local(async move {
                    boot::persist().await;
                    copy.look();
                });
            })),
        ),
        None => (t!("offline.stays-unknown"), None),
    };
    let fact = |name: Words| element::dt().child(name);
    element::dl().child((
        fact(t!("about.version")),
        element::dd().child(text::or_unknown(release.version)),
        fact(t!("about.build")),
        element::dd().child(element::code().child(text::or_unknown(release.build))),
        fact(t!("about.dictionary")),
        element::dd().child((dictionary, " ", element::code().child(hash))),
        fact(t!("about.offline")),
        element::dd().child((
            move || text::offline_long(&shell.offline.get()),
            move || {
                matches!(shell.offline.get(), Offline::Failed { .. })
                    .then(|| button(t!("shell.retry"), || spawn_local(boot::retry())))
            },
        )),
        fact(t!("offline.room")),
        element::dd().id("room").child(move || text::room(copy.room.get())),
        fact(t!("offline.stays")),
        element::dd().child(stays),
    ))
}

fn acts(copy: Copy) -> impl IntoView + use<> {
    (
        button(t!("offline.verify"), move || copy.verify()),
        button(t!("offline.check-update"), move || copy.check()),
        button(t!("offline.remove"), move || copy.work.set(Work::Asking)),
    )
}

/// What goes and what stays is said before anything is removed.
fn question(copy: Copy) -> impl IntoView {
    let choice = |means: Words, name: Words, texts: bool| {
        element::p().child((means, button(name, move || copy.remove(texts))))
    };
    element::section().class("question").attr("aria-labelledby", "remove-question").child((
        element::h3().id("remove-question").child(t!("offline.remove-question")),
        choice(t!("offline.remove-copy-means"), t!("offline.remove-copy"), false),
        choice(t!("offline.remove-all-means"), t!("offline.remove-all"), true),
        element::p()
            .child(button(t!("offline.remove-nothing"), move || copy.work.set(Work::Nothing))),
    ))
}

impl Copy {
    /// Asks the browser what the copy takes.
    fn look(self) {
        spawn_local(async move {
            // The page may have been left meanwhile.
            let _ = self.room.try_set(boot::room().await);
        });
    }

    /// Does one thing, unless another is being done.
    fn work(self, doing: Words, work: impl Future<Output = Words> + 'static) {
        if matches!(self.work.get_untracked(), Work::Doing(_)) {
            return;
        }
        self.work.set(Work::Doing(doing));
        spawn_local(async move {
            let came_of_it = work.await;
            let _ = self.work.try_set(Work::Done(came_of_it));
            self.look();
        });
    }

    fn verify(self) {
        let progress = move |done, total| {
            let _ = self.work.try_set(Work::Doing(text::verifying(done, total)));
        };
        self.work(text::verifying(0, 0), async move {
            boot::verify(progress)
                .await
                .map_or_else(|| t!("offline.nothing-to-verify"), text::verified)
        });
    }

    fn check(self) {
        self.work(t!("offline.checking-update"), async { text::checked(boot::check().await) });
    }

    fn remove(self, texts: bool) {
        self.work(t!("offline.removing"), async move {
            if !boot::remove(texts.then_some(DATABASE)).await {
                return t!("offline.not-removed");
            }
            if texts {
                // What this page still holds in memory goes with it.
                let _ = window().location().reload();
            }
            t!("offline.removed-copy")
        });
    }
}
