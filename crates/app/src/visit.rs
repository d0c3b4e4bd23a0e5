//! Somebody's first visit: what they are told once.
//!
//! What the page is stands over the empty form, and how to look at a word over the first article, until
//! they have looked at one, or say that they know.

/// Where it is kept that there is nothing more to tell.
const KEY: &str = "thakim.knows";

/// Whether the person knows how to look at a word. Where this browser keeps nothing, nobody knows
/// anything for longer than a page.
pub fn knows() -> bool {
    storage().and_then(|storage| storage.get_item(KEY).ok().flatten()).is_some()
}

/// From now on they do.
pub fn learns() {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, "1");
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
