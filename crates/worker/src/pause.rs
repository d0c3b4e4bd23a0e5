//! Giving way to the event loop.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessagePort};

/// Lets waiting messages in before the work goes on. A message to oneself is a task of its own
/// like the page's messages, and is not held back for 4 ms as a nested timer is.
#[derive(Clone)]
pub(crate) struct Pause {
    port: MessagePort,
    waiting: Rc<RefCell<VecDeque<Function>>>,
}

impl Pause {
    /// Opens the channel.
    ///
    /// # Errors
    /// What the browser throws when it has no message channels.
    pub(crate) fn new() -> Result<Pause, JsValue> {
        let channel = MessageChannel::new()?;
        let waiting = Rc::new(RefCell::new(VecDeque::<Function>::new()));
        let woken = Rc::clone(&waiting);
        let on_message = Closure::<dyn FnMut()>::new(move || {
            let next = woken.borrow_mut().pop_front();
            if let Some(resume) = next {
                let _ = resume.call0(&JsValue::NULL);
            }
        });
        channel.port1().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // Lives as long as the worker.
        on_message.forget();
        Ok(Pause { port: channel.port2(), waiting })
    }

    /// Comes back after the messages that wait now.
    pub(crate) async fn give_way(&self) {
        let promise = Promise::new(&mut |resume, _| self.waiting.borrow_mut().push_back(resume));
        if self.port.post_message(&JsValue::NULL).is_ok() {
            let _ = JsFuture::from(promise).await;
        }
    }
}
