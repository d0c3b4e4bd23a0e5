//! Where the article stands annotated.

mod choosing;
mod find;
mod hint;
mod keys;
mod list;
mod looking;
mod marking;
mod offer;
mod out;
mod panel;
mod passage;
mod reader;
mod sideways;
mod speech;
mod statistics;
mod undo;
mod whole;

use leptos::ev;
use leptos::prelude::*;

use crate::article::flag::Flag;
use crate::article::walk::Walk;
use crate::effect::{effect, memo};
use crate::element::{self, IntoView, NodeRef, View};
use crate::layout;
use crate::parts::{self, Icon};
use crate::shell::Route;
use crate::text;
use crate::text::t;
use looking::List;
use reader::{Reader, Run};

/// The page at `/article_pronunciation/pronunciation/`.
pub fn pronunciation() -> View {
    let reader = Reader::new();
    reader.begin();
    let page = NodeRef::<leptos::html::Div>::new();
    sideways::roll(reader);
    effect(move |_| {
        let layout = reader.shell.settings.get().layout;
        if let Some(page) = page.get() {
            layout::root::dress_page(&page, &layout);
        }
    });
    element::div()
        .class("reading")
        .attr("data-columns", move || reader.out.columns())
        .attr("data-margins", move || reader.out.margins())
        .node_ref(page)
        .attr("data-whole", move || reader.whole.is_on().then_some(""))
        .attr("data-list", move || (reader.looking.list.get() != List::Closed).then_some(""))
        .child((
            parts::bar(reader.progress()),
            bar(reader),
            element::main().id("main").child((
                element::h1().class("visually-hidden").child(t!("article.title")),
                out::heading(reader),
                offer::offer(reader),
                hint::hint(reader),
                element::article()
                    .attr("lang", "nan-Hant-TW")
                    .node_ref(reader.article)
                    .on(ev::click, move |event| keys::article_click(reader, &event))
                    .on(ev::keydown, move |event| keys::article_key(reader, &event)),
                panel::panel(reader),
                element::div().class("notes").child((
                    status(reader),
                    choosing::outcome(reader),
                    parts::storage_status(),
                    parts::own_trouble(),
                    super::articles::copied_line(),
                )),
            )),
            list::list(reader),
            passage::passage_bar(reader),
            foot(reader),
            whole::leave_button(reader),
            keys::keys(reader),
            out::by_hand(reader),
            element::div()
                .class("visually-hidden")
                .attr("role", "status")
                .child(move || reader.looking.said.get()),
        ))
        .into_view()
}

/// The thin bar at the top.
fn bar(reader: Reader) -> impl IntoView {
    element::header().class("bar").child((
        element::a()
            .class("back")
            .attr("href", Route::Input.path())
            .attr("title", t!("article.back"))
            .child(parts::labelled(Icon::Back, t!("article.back"))),
        super::articles::title(reader.shell),
        undo::buttons(reader),
        parts::choices(reader.readings(), move |readings| reader.set_readings(readings)),
        parts::layouts(move || whole::enter_button(reader).into_view()),
        find::find(reader),
        speech::speak(reader),
        out::menu(reader),
    ))
}

/// The thin line at the foot: what is in the article, what is going on.
fn foot(reader: Reader) -> impl IntoView {
    let walk = move |flag: Flag| {
        let count = memo(move || reader.counts.get().get(flag));
        element::button()
            .attr("type", "button")
            .class("quiet")
            .attr("data-walk", flag.id())
            .attr("disabled", move || (count.get() == 0).then_some(""))
            .on(ev::click, move |_| reader.walk(Walk::Only(flag)))
            .child(move || text::flag_count(flag, count.get()))
    };
    let is_open = move || reader.looking.list.get() != List::Closed;
    let check = element::button()
        .attr("type", "button")
        .id("check-button")
        .class("quiet")
        .attr("aria-expanded", move || if is_open() { "true" } else { "false" })
        .attr("aria-controls", move || is_open().then_some("check"))
        .on(ev::click, move |_| reader.toggle_list())
        .child(t!("check.title"));
    element::footer().class("counts").attr("aria-label", t!("article.counts")).child((
        element::div().class("outcome").attr("role", "status").child(move || ended_early(reader)),
        statistics::statistics(reader),
        walk(Flag::Uncertain),
        walk(Flag::Unknown),
        check,
        element::span().class("now").child(move || now(reader)),
    ))
}

/// The progress in words, with the stop button.
fn now(reader: Reader) -> Option<View> {
    let words = match reader.run.get() {
        Run::Streaming { percent } => text::annotating(percent),
        Run::Waiting | Run::Looking | Run::Complete | Run::Stopped | Run::Failed(_) => return None,
    };
    let stop = parts::button(t!("shell.stop"), move || reader.stop());
    Some((element::span().child(words), stop).into_view())
}

/// What is waited for, where the article will be.
fn status(reader: Reader) -> impl IntoView {
    element::div()
        .class("status")
        .attr("role", "status")
        .child((move || waiting(reader), out::told(reader)))
}

fn waiting(reader: Reader) -> Option<View> {
    match reader.run.get() {
        Run::Looking => Some(notice("notice", t!("article.looking"), None)),
        Run::Waiting => {
            let words = text::engine(&reader.shell.engine.get())?;
            Some(notice("notice", words, None))
        }
        Run::Streaming { .. } | Run::Complete | Run::Stopped | Run::Failed(_) => None,
    }
}

/// Why there is no more of the article, and the button that helps. At the foot, where it is seen from
/// every place of a long article.
fn ended_early(reader: Reader) -> Option<View> {
    match reader.run.get() {
        Run::Stopped => {
            let again = parts::button(t!("article.again"), move || reader.again());
            Some(notice("notice", t!("article.stopped"), Some(again)))
        }
        Run::Failed(failure) => {
            let (words, cure) = reader.explain(&failure)?;
            Some(notice("notice error", words, Some(cure)))
        }
        Run::Looking | Run::Waiting | Run::Streaming { .. } | Run::Complete => None,
    }
}

fn notice(class: &'static str, words: impl IntoView + 'static, act: Option<View>) -> View {
    element::p().class(class).child((words.into_view(), act)).into_view()
}
