//! All keys.

use crate::element::{self, IntoView, View, Views};
use crate::text;
use crate::text::t;

pub(super) fn keys() -> View {
    let row = |key: text::Words, does: text::Words| {
        (element::dt().child(element::kbd().child(key)), element::dd().child(does))
    };
    let of_article = text::KEY_LIST.iter().map(|(key, does)| row(t!(*key), t!(*does)));
    (
        element::p().child(t!("help.keys-where")),
        element::dl().class("key-list").child((
            row(t!("help.annotate-key"), t!("help.annotate-key-does")),
            of_article.views(),
        )),
    )
        .into_view()
}
