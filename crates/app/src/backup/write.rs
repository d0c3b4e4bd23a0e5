//! Writing the file.

use js_sys::{Array, Date, JSON, JsString};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::{FORMAT, VERSION, article, settings};
use crate::store::{Connection, Desk, Raw, StoreError, Whole, schema};
use crate::time;

/// Everything as one file. Where the database cannot be asked, what is in this page's memory. `progress`
/// hears how many articles of how many there are in it.
///
/// # Errors
/// What the browser says when it has no room for the file.
pub async fn write(
    connection: &Connection,
    desk: &Desk,
    progress: impl Fn(usize, usize),
) -> Result<Blob, JsValue> {
    // One string after the other: the whole of it would be too long for one.
    let parts = Array::new();
    let say = |words: &str| parts.push(&words.into());
    say(&format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"exported\":\""));
    parts.push(&Date::new_0().to_iso_string().into());
    say("\",\n\"settings\":");
    parts.push(&JSON::stringify(&settings::to_value())?.into());
    let (words, wholes) = match kept(connection, desk, &progress).await {
        Ok(kept) => kept,
        Err(_) => (Vec::new(), in_memory(desk).into_iter().collect()),
    };
    for (name, values) in [("words", words), ("articles", wholes)] {
        say(&format!(",\n\"{name}\":["));
        for (index, value) in values.iter().enumerate() {
            say(if index == 0 { "\n" } else { ",\n" });
            parts.push(value);
        }
        say("]");
    }
    say("}\n");
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    Blob::new_with_str_sequence_and_options(&parts, &kind)
}

type Written = Vec<JsString>;

/// Words and articles as they are kept, each written as JSON.
async fn kept(
    connection: &Connection,
    desk: &Desk,
    progress: &impl Fn(usize, usize),
) -> Result<(Written, Written), StoreError> {
    let database = connection.database().await?;
    let words = database.all(schema::WORDS).await?;
    let words = words.iter().filter_map(|word| JSON::stringify(word).ok()).collect();
    let summaries = database.summaries().await?;
    let (here, mut is_here) = (desk.summary().id, false);
    let mut articles = Written::new();
    for (index, summary) in summaries.iter().enumerate() {
        // What a page shows is at least as new as what is kept, where keeping was refused.
        let remembered = (summary.id == here).then(|| memory(desk)).flatten();
        is_here |= summary.id == here;
        let mut whole = database.whole(&summary.id).await?;
        if let (Some(whole), Some(remembered)) = (&mut whole, remembered) {
            whole.article = remembered.article.or(whole.article.take());
            whole.draft = remembered.draft.or(whole.draft.take());
        }
        let value = whole.as_ref().map(article::to_value);
        articles.extend(value.and_then(|value| JSON::stringify(&value).ok()));
        progress(index + 1, summaries.len());
        time::idle().await;
    }
    if !is_here {
        articles.extend(in_memory(desk));
    }
    Ok((words, articles))
}

fn in_memory(desk: &Desk) -> Option<JsString> {
    JSON::stringify(&article::to_value(&memory(desk)?)).ok()
}

/// The article of this tab, if there is any text of it in memory.
fn memory(desk: &Desk) -> Option<Whole> {
    let (summary, article, draft) = desk.in_memory();
    let raw = |kept: Option<&crate::store::Kept>| {
        kept.filter(|kept| kept.text.trim().length() > 0).map(Raw::from)
    };
    let (article, draft) = (raw(article.as_ref()), raw(draft.as_ref()));
    let is_there = article.is_some() || draft.is_some();
    is_there.then_some(Whole { summary, article, draft })
}

/// Has the browser put a file among the downloads.
///
/// # Errors
/// What the browser says when it will not.
pub fn download(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| JsValue::from_str("no document"))?;
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has begun by then; the address is of no use any more.
    wasm_bindgen_futures::spawn_local(async move {
        time::after(60_000).await;
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}
