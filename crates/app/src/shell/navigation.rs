//! Going from page to page without loading anything.
//!
//! Ours, over the browser's history, because there are four fixed addresses without parameters:
//! leptos_router would bring a pattern matcher, nested views and a URL parser for them.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent, Window};

use super::{Route, Shell};

/// The page at the window's present address.
pub(super) fn current() -> Route {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok());
    Route::of_path(&path.unwrap_or_default())
}

/// Goes to a page.
pub fn go(shell: Shell, route: Route) {
    go_to(shell, route, "");
}

/// Goes to a part of a page, which shows it when it is there: `#` and the name of the part.
fn go_to(shell: Shell, route: Route, hash: &str) {
    visit(shell, route, |history, path| {
        history.push_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{hash}")))
    });
}

/// Goes to a page in place of the present one: the back button does not come here again.
pub fn replace(shell: Shell, route: Route) {
    visit(shell, route, |history, path| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(path))
    });
}

fn visit(
    shell: Shell,
    route: Route,
    change: impl FnOnce(&web_sys::History, &str) -> Result<(), JsValue>,
) {
    let Some(window) = web_sys::window() else { return };
    if let Ok(history) = window.history() {
        // A browser that refuses (too many in a row) still shows the page, at the old address.
        let _ = change(&history, route.path());
    }
    shell.route.set(route);
    window.scroll_to_with_x_and_y(0.0, 0.0);
}

/// Follows the browser's back and forward buttons, and links between our pages.
pub(super) fn follow(shell: Shell) {
    let Some(window) = web_sys::window() else { return };
    let on_pop = Closure::<dyn FnMut()>::new(move || {
        // Going to another part of the same page is told like going to another page.
        let route = current();
        if shell.route.get_untracked() != route {
            shell.route.set(route);
        }
    });
    listen(&window, "popstate", on_pop.into_js_value());
    let on_click = Closure::<dyn FnMut(MouseEvent)>::new(move |event: MouseEvent| {
        if let Some((route, hash)) = followed(&event) {
            event.prevent_default();
            go_to(shell, route, &hash);
        }
    });
    listen(&window, "click", on_click.into_js_value());
}

fn listen(window: &Window, event: &str, listener: JsValue) {
    // Lives as long as the page.
    let _ = window.add_event_listener_with_callback(event, listener.unchecked_ref());
}

/// The page of ours that a click leads to, and the part of it, unless it asks for a new tab or a download.
fn followed(event: &MouseEvent) -> Option<(Route, String)> {
    let plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    if !plain || event.default_prevented() {
        return None;
    }
    let link: HtmlAnchorElement =
        event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??.dyn_into().ok()?;
    let here = web_sys::window()?.location().origin().ok()?;
    if link.origin() != here || !link.target().is_empty() || link.has_attribute("download") {
        return None;
    }
    // A link within the page keeps its meaning.
    let (route, hash) = (Route::of_path(&link.pathname()), link.hash());
    if !hash.is_empty() && route == current() {
        return None;
    }
    (route != Route::NotFound).then_some((route, hash))
}
