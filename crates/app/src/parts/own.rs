//! One's own dictionary, where other pages speak of it.

use super::button;
use crate::element::{self, IntoView};
use crate::shell::{Route, Shell};
use crate::store::StoreError;
use crate::text::t;

/// Why the browser does not keep own words, what is safe, and what to do. Where no word could be lost,
/// the page of the dictionary alone says so.
pub fn own_trouble() -> impl IntoView {
    let shell = Shell::get();
    let own = shell.own();
    element::div().class("status trouble").attr("role", "status").child(move || {
        own.version.track();
        if own.all().is_empty() && shell.route.get() != Route::Dictionary {
            return None;
        }
        let why = match own.trouble.get()? {
            StoreError::Unavailable(_) => t!("dictionary.unavailable"),
            StoreError::Blocked => t!("dictionary.blocked"),
            StoreError::Full => t!("dictionary.full"),
            StoreError::Newer | StoreError::Failed(_) => t!("dictionary.failed"),
        };
        let again = button(t!("shell.retry"), move || own.keep_again());
        Some(element::p().class("notice error").child((why, again)))
    })
}

/// The way to an own word on the page of the dictionary; none where there is no such word.
pub fn own_link(surface: String) -> Option<impl IntoView> {
    let own = Shell::get().own();
    own.version.track();
    (!own.find(&surface).is_empty()).then(|| {
        element::p().class("own-word").child(
            element::a()
                .attr("href", Route::Dictionary.path())
                .on(leptos::ev::click, move |_| own.sought.set(surface.clone()))
                .child(t!("dictionary.see")),
        )
    })
}
