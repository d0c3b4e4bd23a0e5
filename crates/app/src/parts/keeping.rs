//! What the browser's storage refused, and what helps.

use crate::element::{self, IntoView};
use crate::signal::RwSignal;
use crate::text::t;
use js_sys::Date;
use leptos::task::spawn_local;

use super::button;
use crate::backup;
use crate::shell::{Shell, Storage};
use crate::store::StoreError;
use crate::text::{self, Words};

/// Says when the browser keeps nothing, with what can be done about it.
pub fn storage_status() -> impl IntoView {
    let shell = Shell::get();
    let saved = RwSignal::new(None);
    element::div().class("status").attr("role", "status").child(move || {
        let Storage::Refuses(error) = shell.storage.get() else { return None };
        let again = button(t!("keeping.again"), move || {
            spawn_local(async move { shell.written(shell.desk().keep_again().await) });
        });
        let save = button(t!("backup.write"), move || {
            spawn_local(async move {
                let said = save_everything(shell, |_, _| {}).await;
                saved.try_set(Some(said));
            });
        });
        let said = saved.get().map(|said| match said {
            Ok(()) => t!("backup.written"),
            Err(why) => t!("backup.not-written", why = why),
        });
        let words = (text::store_error(&error), cure(&error));
        Some(element::p().class("notice error").child((words, again, save, said)))
    })
}

fn cure(error: &StoreError) -> Words {
    match error {
        StoreError::Unavailable(_) => t!("keeping.unavailable"),
        StoreError::Blocked => t!("keeping.blocked"),
        StoreError::Newer => t!("keeping.newer"),
        StoreError::Full => t!("keeping.full"),
        StoreError::Failed(_) => t!("keeping.failed"),
    }
}

/// Puts everything among the downloads, as one file named by the day. `progress` hears how many articles of
/// how many are in it.
///
/// # Errors
/// What the browser says when there will be no file.
pub async fn save_everything(shell: Shell, progress: impl Fn(usize, usize)) -> Result<(), String> {
    let now = Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    let name = format!("thakim-{year}-{month:02}-{day:02}.json");
    let written = backup::write(&shell.connection(), &shell.desk(), progress).await;
    written
        .and_then(|blob| backup::download(&blob, &name))
        .map_err(|error| js_sys::Error::from(error).message().into())
}
