//! Marking what was found: by the CSS Custom Highlight API, and the one that is shown by its elements
//! besides, so that it is seen in every browser.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Range};

/// The name in the style sheet of all that was found.
const ALL: &str = "found";
/// The name of the one that is shown.
const NOW: &str = "found-now";

/// What is marked now.
#[derive(Default)]
pub(super) struct Painter {
    now: Vec<Element>,
}

impl Painter {
    /// Marks these and nothing else. `now`: the one that is shown, as ranges and as its characters.
    pub(super) fn paint(&mut self, all: &[Range], now: (Vec<Range>, Vec<Element>)) {
        let (ranges, elements) = now;
        highlight(ALL, all, 0);
        highlight(NOW, &ranges, 1);
        self.leave();
        let last = elements.len().saturating_sub(1);
        for (index, element) in elements.iter().enumerate() {
            let list = element.class_list();
            let _ = list.add_1("found-now");
            // Its frame is open where it goes on.
            let _ = list.toggle_with_force("found-first", index == 0);
            let _ = list.toggle_with_force("found-last", index == last);
        }
        self.now = elements;
    }

    /// Marks nothing.
    pub(super) fn clear(&mut self) {
        self.leave();
        for name in [ALL, NOW] {
            if let Some(registry) = registry() {
                call(&registry, "delete", &[name.into()]);
            }
        }
    }

    fn leave(&mut self) {
        for element in self.now.drain(..) {
            let _ = element.class_list().remove_3("found-now", "found-first", "found-last");
        }
    }
}

/// Registers a highlight; does nothing where the browser has none. Later ones of a higher priority lie
/// over the others.
fn highlight(name: &str, ranges: &[Range], priority: i32) {
    let Some(registry) = registry() else { return };
    let constructor =
        Reflect::get(&js_sys::global(), &"Highlight".into()).and_then(JsCast::dyn_into::<Function>);
    let Ok(constructor) = constructor else { return };
    let Ok(highlight) = Reflect::construct(&constructor, &Array::new()) else { return };
    for range in ranges {
        call(&highlight, "add", &[range.into()]);
    }
    let _ = Reflect::set(&highlight, &"priority".into(), &priority.into());
    call(&registry, "set", &[name.into(), highlight]);
}

/// `CSS.highlights`, where there is one.
fn registry() -> Option<JsValue> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    registry.is_object().then_some(registry)
}

fn call(on: &JsValue, name: &str, arguments: &[JsValue]) {
    if let Ok(function) = Reflect::get(on, &name.into()).and_then(JsCast::dyn_into::<Function>) {
        let _ = function.apply(on, &arguments.iter().collect::<Array>());
    }
}
