//! Writing to the clipboard.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, ClipboardItem, HtmlDocument};

/// What is put into the clipboard.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Parcel {
    /// For programs that take plain text.
    pub text: String,
    /// For those that take rich text: HTML.
    pub html: Option<String>,
}

/// What became of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Copied {
    /// It is in the clipboard.
    Yes,
    /// The browser refused; what was to be copied.
    Refused(Parcel),
}

/// Puts what is being made into the clipboard; `rich` says whether there will be rich text. Call it while the
/// browser handles a click: Safari lets nobody write later, but waits for what was promised then.
pub async fn copy(parcel: impl Future<Output = Parcel> + 'static, rich: bool) -> Copied {
    let kept = Rc::new(RefCell::new(Parcel::default()));
    let (made, making) = oneshot::channel();
    let writing = write_later(&kept, making, rich);
    *kept.borrow_mut() = parcel.await;
    // Nobody listens where the browser has no such clipboard.
    let _ = made.send(());
    if let Some(writing) = writing
        && JsFuture::from(writing).await.is_ok()
    {
        return Copied::Yes;
    }
    let parcel = kept.take();
    // Without the right to more, a plain text may still pass.
    if !rich && write_text(&parcel.text).await || copy_by_command(&parcel) {
        return Copied::Yes;
    }
    Copied::Refused(parcel)
}

/// Asks the browser to write what will have been made when `making` comes.
fn write_later(
    kept: &Rc<RefCell<Parcel>>,
    making: oneshot::Receiver<()>,
    rich: bool,
) -> Option<Promise> {
    let clipboard = clipboard("write")?;
    Reflect::get(&js_sys::global(), &"ClipboardItem".into()).ok()?.dyn_ref::<js_sys::Function>()?;
    let made = future_to_promise(async move {
        making.await.map(|()| JsValue::UNDEFINED).map_err(|_| JsValue::UNDEFINED)
    });
    let item = Object::new();
    let promise = |kind: &'static str, take: fn(&Parcel) -> &str| {
        let (kept, made) = (Rc::clone(kept), made.clone());
        let blob = future_to_promise(async move {
            JsFuture::from(made).await?;
            Ok(blob(take(&kept.borrow()), kind)?.into())
        });
        Reflect::set(&item, &kind.into(), &blob).ok()
    };
    promise("text/plain", |parcel| &parcel.text)?;
    if rich {
        promise("text/html", |parcel| parcel.html.as_deref().unwrap_or_default())?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&item).ok()?;
    Some(clipboard.write(&Array::of1(&item)))
}

async fn write_text(text: &str) -> bool {
    match clipboard("writeText") {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}

/// The clipboard, where there is one with this function: it is missing on plain http outside the machine itself,
/// whatever the binding's type says.
fn clipboard(function: &str) -> Option<web_sys::Clipboard> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let function = clipboard.is_object().then(|| Reflect::get(&clipboard, &function.into()))?;
    function.is_ok_and(|function| function.is_function()).then(|| clipboard.unchecked_into())
}

/// A text as a file without a name.
///
/// # Errors
/// What the browser throws when there is no room for it.
pub fn blob(text: &str, kind: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
}

/// The old way: a copy command whose text is put in as it passes by.
fn copy_by_command(parcel: &Parcel) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return false;
    };
    let parcel = parcel.clone();
    let on_copy = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        if let Some(data) = event.clipboard_data()
            && data.set_data("text/plain", &parcel.text).is_ok()
        {
            if let Some(html) = &parcel.html {
                let _ = data.set_data("text/html", html);
            }
            event.prevent_default();
            // Else the page's own handler would put the selection in its place.
            event.stop_immediate_propagation();
        }
    });
    let listener = on_copy.as_ref().unchecked_ref();
    let capture = |on: bool| {
        let done = if on {
            document.add_event_listener_with_callback_and_bool("copy", listener, true)
        } else {
            document.remove_event_listener_with_callback_and_bool("copy", listener, true)
        };
        let _ = done;
    };
    capture(true);
    let copied = document
        .dyn_ref::<HtmlDocument>()
        .is_some_and(|document| document.exec_command("copy").unwrap_or(false));
    capture(false);
    copied
}
