//! Which tab this is, also after a reload.

use js_sys::{Date, Math};

/// The name of a tab.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TabId(pub String);

const KEY: &str = "thakim.tab";

impl TabId {
    /// This tab's. Where the browser keeps nothing for a tab, a new one for each load.
    pub fn of_this_tab() -> TabId {
        let storage = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
        let kept = storage.as_ref().and_then(|storage| storage.get_item(KEY).ok().flatten());
        if let Some(id) = kept {
            return TabId(id);
        }
        let id =
            format!("{:x}-{:x}", Date::now() as u64, (Math::random() * 4_294_967_296.0) as u64);
        if let Some(storage) = storage {
            let _ = storage.set_item(KEY, &id);
        }
        TabId(id)
    }
}
