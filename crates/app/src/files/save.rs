//! Files that the page gives away.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlAnchorElement, Url};

use crate::parts;

/// After how many milliseconds the browser has surely begun the download.
const FETCHED: i32 = 60_000;

/// Has the browser put a text among the downloads, in UTF-8. `kind` is its media type.
///
/// # Errors
/// What the browser says when it will not.
pub fn save(text: &str, kind: &str, name: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or_else(|| JsValue::from_str("no window"))?;
    let document = window.document().ok_or_else(|| JsValue::from_str("no document"))?;
    let blob = parts::blob(text, &format!("{kind};charset=utf-8"))?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let forget = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), FETCHED)?;
    Ok(())
}
