//! Which article this tab works on, also after a reload.

use js_sys::{Date, Math};
use serde::{Deserialize, Serialize};

/// The name of an article, the same wherever it goes.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArticleId(pub String);

/// Where a tab keeps the article that it works on. Older pages kept the name of the tab here, after which
/// what was in it is called now.
const KEY: &str = "thakim.tab";

impl ArticleId {
    /// One that no other article has.
    pub fn fresh() -> ArticleId {
        let part = || (Math::random() * 4_294_967_296.0) as u64;
        ArticleId(format!("{:x}-{:08x}{:08x}", Date::now() as u64, part(), part()))
    }

    /// The article that this tab works on; none in a tab that has just been opened, and where the browser
    /// keeps nothing for a tab.
    pub fn of_this_tab() -> Option<ArticleId> {
        let id = storage()?.get_item(KEY).ok().flatten()?;
        Some(ArticleId(id)).filter(|id| !id.0.is_empty())
    }

    /// Has this tab work on it, also after a reload.
    pub fn keep_for_this_tab(&self) {
        if let Some(storage) = storage() {
            // Where it is refused, a reload begins anew, and the article is found in the list.
            let _ = storage.set_item(KEY, &self.0);
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
