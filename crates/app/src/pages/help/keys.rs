//! All keys.

use leptos::prelude::*;

use crate::text;
use crate::text::t;

pub(super) fn keys() -> AnyView {
    let row = |key: text::Words, does: text::Words| {
        (leptos::html::dt().child(leptos::html::kbd().child(key)), leptos::html::dd().child(does))
    };
    let of_article = text::KEY_LIST.iter().map(|(key, does)| row(t!(*key), t!(*does)));
    (
        leptos::html::p().child(t!("help.keys-where")),
        leptos::html::dl().class("key-list").child((
            row(t!("help.annotate-key"), t!("help.annotate-key-does")),
            of_article.collect_view(),
        )),
    )
        .into_any()
}
