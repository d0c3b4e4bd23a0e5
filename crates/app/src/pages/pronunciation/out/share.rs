//! The link, and handing the article to other programs.

use js_sys::{Array, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, ShareData};

use super::file::file_name;
use super::{Out, Told, take};
use crate::pages::pronunciation::reader::Reader;
use crate::parts::Parcel;
use crate::saved::link;
use crate::text::t;

impl Reader {
    /// Copies a link that holds the article.
    pub(super) fn copy_link(self) {
        let Some(saved) = self.saved() else { return };
        let origin = window().location().origin().unwrap_or_default();
        self.out.busy(t!("export.writing-link"));
        spawn_local(async move {
            match link::write(&origin, &saved).await {
                Ok(link) => {
                    let parcel = async move { Parcel { text: link, html: None } };
                    let done = t!("export.link-copied").into_owned();
                    self.hand_over(parcel, false, done).await;
                }
                Err(too_long) => {
                    let most = link::LONGEST.to_string();
                    let words = t!("export.link-too-long", chars = too_long.chars, most = most);
                    self.out.failed(words);
                }
            }
        });
    }

    /// Hands the article to another program as text, in the form that was last chosen.
    pub(super) fn share_text(self) {
        if !self.has_come() {
            return;
        }
        let Some(sheet) = self.sheet() else { return };
        let style = self.shell.settings.get_untracked().style();
        let form = self.out.form.get_untracked();
        let data = ShareData::new();
        data.set_title(&self.title());
        take(self.out, async move {
            data.set_text(&sheet.text(form, style).await);
            share(&data).await
        });
    }

    /// Hands it over as a file.
    pub(super) fn share_file(self) {
        if !self.has_come() {
            return;
        }
        let out: Out = self.out;
        out.tell(Told::Busy(t!("export.writing-file").into_owned()));
        take(out, async move {
            let html = self.file().await?;
            let data = file_data(&html, &file_name(&self.title()))
                .ok_or_else(|| t!("export.share-failed").into_owned())?;
            data.set_title(&self.title());
            share(&data).await
        });
    }
}

/// Whether the browser can hand a text to other programs.
pub(super) fn can_share() -> bool {
    has("share")
}

/// Whether it can hand over a file of ours.
pub(super) fn can_share_files() -> bool {
    can_share()
        && has("canShare")
        && file_data("", "thakim.html")
            .is_some_and(|data| window().navigator().can_share_with_data(&data))
}

fn has(function: &str) -> bool {
    let function = Reflect::get(&window().navigator(), &JsValue::from_str(function));
    function.is_ok_and(|function| function.is_function())
}

fn file_data(html: &str, name: &str) -> Option<ShareData> {
    let options = FilePropertyBag::new();
    options.set_type("text/html");
    let file = File::new_with_str_sequence_and_options(&Array::of1(&html.into()), name, &options);
    let file: JsValue = file.ok()?.into();
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    Some(data)
}

/// The person chooses the program, or none; both are well.
async fn share(data: &ShareData) -> Result<String, String> {
    match JsFuture::from(window().navigator().share_with_data(data)).await {
        Ok(_) => Ok(String::new()),
        Err(error) => {
            let name = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.name()));
            let left = name.as_deref() == Some("AbortError");
            if left { Ok(String::new()) } else { Err(t!("export.share-failed").into_owned()) }
        }
    }
}
