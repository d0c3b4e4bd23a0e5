//! An article in the hand of one tab: only that one writes to it.
//!
//! A tab that was duplicated has the same article as the first, and one may be opened from the list in two
//! tabs. A Web Lock tells which of them came first. Where the browser has none (a page that came over plain
//! http from another machine), every tab takes itself for the first.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_channel::oneshot;
use futures_util::future::{Either, select};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::ArticleId;
use crate::time;

/// How long a page that is loaded anew waits for the one before it to let go, in milliseconds.
const PATIENCE: i32 = 250;

/// A claim on an article, for as long as it lives.
pub(super) struct Hold(Rc<Inner>);

#[derive(Default)]
struct Inner {
    held: Cell<bool>,
    gone: Cell<bool>,
    /// Lets go of the lock.
    release: RefCell<Option<Function>>,
    /// Those who wait for it.
    waiting: RefCell<Vec<oneshot::Sender<()>>>,
}

impl Hold {
    /// Asks for an article; it is had as soon as no other tab has it.
    pub(super) fn ask(id: &ArticleId) -> Hold {
        let inner = Rc::new(Inner::default());
        if request(&format!("thakim-article {}", id.0), &inner).is_none() {
            inner.had();
        }
        Hold(inner)
    }

    /// Whether this tab has it.
    pub(super) fn is_held(&self) -> bool {
        self.0.held.get()
    }

    /// Waits a moment for it. Whether this tab has it then.
    pub(super) async fn soon(&self) -> bool {
        let had = Box::pin(self.had());
        let patience = Box::pin(time::after(PATIENCE));
        matches!(select(had, patience).await, Either::Left((true, _)))
    }

    /// Returns when this tab has it; false when the claim was given up before.
    pub(super) fn had(&self) -> impl Future<Output = bool> + use<> {
        let (told, had) = oneshot::channel();
        if self.is_held() {
            let _ = told.send(());
        } else {
            self.0.waiting.borrow_mut().push(told);
        }
        async move { had.await.is_ok() }
    }
}

impl Inner {
    fn had(&self) {
        self.held.set(true);
        for one in self.waiting.take() {
            let _ = one.send(());
        }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.0.gone.set(true);
        self.0.waiting.take();
        if let Some(release) = self.0.release.take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// `navigator.locks.request(name, callback)`; the lock is held until the promise that the callback gives
/// is kept. None where there are no locks.
fn request(name: &str, inner: &Rc<Inner>) -> Option<()> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let inner = Rc::clone(inner);
    let granted = Closure::once_into_js(move |_lock: JsValue| -> Promise {
        Promise::new(&mut |release, _| {
            if inner.gone.get() {
                let _ = release.call0(&JsValue::NULL);
            } else {
                *inner.release.borrow_mut() = Some(release);
                inner.had();
            }
        })
    });
    let asked: Promise = request.call2(&locks, &name.into(), &granted).ok()?.dyn_into().ok()?;
    // A page that is on its way out is refused; it needs no answer.
    let ignored = Closure::once_into_js(|_: JsValue| {});
    let catch: Function = Reflect::get(&asked, &"catch".into()).ok()?.dyn_into().ok()?;
    catch.call1(&asked, &ignored).ok().map(drop)
}
