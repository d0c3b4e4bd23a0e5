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

/// Comes back after so many milliseconds.
pub async fn after(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resume, _| {
        if let Some(window) = web_sys::window() {
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&resume, milliseconds);
        }
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

    /// Whether it has been asked for, and nobody has taken that back.
    pub fn is_asked(&self) -> bool {
        self.timer.get().is_some()
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

/// Something that happens at once when it is asked for, and then not too often: what is asked for in between
/// happens together when the time has come.
pub struct Pace {
    again: std::rc::Rc<std::cell::Cell<bool>>,
    timer: Debounce,
}

impl Pace {
    /// Does `work` at most once in so many milliseconds.
    pub fn new(milliseconds: i32, work: impl Fn() + 'static) -> std::rc::Rc<Pace> {
        std::rc::Rc::new_cyclic(|pace: &std::rc::Weak<Pace>| {
            let again = std::rc::Rc::new(std::cell::Cell::new(false));
            let (asked, pace) = (std::rc::Rc::clone(&again), pace.clone());
            let due = move || {
                let Some(pace) = pace.upgrade() else { return };
                pace.timer.forget();
                if asked.take() {
                    pace.timer.ask();
                    work();
                }
            };
            Pace { again, timer: Debounce::new(milliseconds, due) }
        })
    }

    /// Asks for it. Whether it is to be done at once, by the one who asks.
    #[must_use]
    pub fn ask(&self) -> bool {
        if self.timer.is_asked() {
            self.again.set(true);
            return false;
        }
        self.timer.ask();
        true
    }

    /// Takes back what is still to come. Whether anything is.
    pub fn forget(&self) -> bool {
        self.timer.forget();
        self.again.take()
    }
}
