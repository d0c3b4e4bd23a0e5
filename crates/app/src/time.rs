//! Work put off to a quieter moment.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Calls once when the browser has nothing better to do, and within a fifth of a second anyway.
pub fn when_idle(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    let global = js_sys::global();
    // Safari has none.
    let idle = Reflect::get(&global, &"requestIdleCallback".into())
        .ok()
        .and_then(|function| function.dyn_into::<Function>().ok());
    match idle {
        Some(idle) => {
            let options = js_sys::Object::new();
            let _ = Reflect::set(&options, &"timeout".into(), &200.into());
            let _ = idle.call2(&global, &work, &options);
        }
        None => {
            if let Some(window) = web_sys::window() {
                let _ = window
                    .set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), 1);
            }
        }
    }
}

/// Comes back at an idle moment.
pub async fn idle() {
    let promise = js_sys::Promise::new(&mut |resume, _| {
        when_idle(move || {
            let _ = resume.call0(&JsValue::NULL);
        });
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Milliseconds since the page began.
pub fn now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or_else(js_sys::Date::now, |clock| clock.now())
}

/// Something that happens once, some time after it was last asked for.
pub struct Debounce {
    milliseconds: i32,
    timer: std::cell::Cell<Option<i32>>,
    work: Closure<dyn FnMut()>,
}

impl Debounce {
    /// Does `work` when nobody has asked for it for so long.
    pub fn new(milliseconds: i32, work: impl FnMut() + 'static) -> Debounce {
        Debounce { milliseconds, timer: std::cell::Cell::default(), work: Closure::new(work) }
    }

    /// Asks for it.
    pub fn ask(&self) {
        self.forget();
        let timer = web_sys::window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(
                    self.work.as_ref().unchecked_ref(),
                    self.milliseconds,
                )
                .ok()
        });
        self.timer.set(timer);
    }

    /// Takes back what was asked. Whether anything had been, which may have happened already.
    pub fn forget(&self) -> bool {
        let timer = self.timer.take();
        if let (Some(timer), Some(window)) = (timer, web_sys::window()) {
            window.clear_timeout_with_handle(timer);
        }
        timer.is_some()
    }
}

impl Drop for Debounce {
    fn drop(&mut self) {
        self.forget();
    }
}
