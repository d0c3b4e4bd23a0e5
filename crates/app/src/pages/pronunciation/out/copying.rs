//! Copying: the whole article from the menu, a selection by the keys.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use thakim_document::export::Form;

use super::Told;
use crate::article::copy;
use crate::layout::Show;
use crate::pages::pronunciation::reader::Reader;
use crate::parts::{self, Copied, Parcel};
use crate::text::t;

/// Where the form is kept in which selections are copied.
const KEY: &str = "thakim.copy";

/// The form that was last chosen in this browser.
pub(super) fn kept_form() -> Form {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    kept.and_then(|form| form.parse().ok()).unwrap_or_default()
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Copies the selected part of the article in its own way.
pub(super) fn listen(reader: Reader) {
    let copying = window_event_listener(ev::copy, move |event| {
        let Some(sheet) = reader.sheet() else { return };
        let settings = reader.shell.settings.get_untracked();
        let rich = settings.layout.show != Show::Characters;
        let form = reader.out.form.get_untracked();
        copy::copy(&event, &sheet, form, &settings.style(), rich);
    });
    on_cleanup(move || copying.remove());
}

impl Reader {
    /// Copies the whole article; selections are copied in this form from then on.
    pub(super) fn copy(self, form: Form) {
        // The source of HTML is hardly what a selection is wanted as.
        if form != Form::Html {
            self.out.form.set(form);
            if let Some(storage) = storage() {
                let _ = storage.set_item(KEY, form.id());
            }
        }
        if !self.has_come() {
            return;
        }
        let Some(sheet) = self.sheet() else { return };
        let style = self.shell.settings.get_untracked().style();
        self.out.busy(t!("export.copying"));
        let rich = form == Form::Html;
        let parcel = async move {
            let text = sheet.text(form, style).await;
            let html = rich.then(|| text.clone());
            Parcel { text, html }
        };
        spawn_local(self.hand_over(parcel, rich, t!("export.copied").into_owned()));
    }

    /// Puts something into the clipboard; where the browser refuses, shows it to be copied by hand.
    pub(super) async fn hand_over(
        self,
        parcel: impl Future<Output = Parcel> + 'static,
        rich: bool,
        done: String,
    ) {
        match parts::copy(parcel, rich).await {
            Copied::Yes => self.out.done(done),
            Copied::Refused(parcel) => {
                self.out.tell(Told::Nothing);
                self.out.refused.try_set(Some(parcel.text));
            }
        }
    }
}
