//! The other tabs of this browser: what changes in one changes in all.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::Change;

/// The name of the channel; the number is the version of what is said in it.
const CHANNEL: &str = "thakim-own-1";

/// The way to the other tabs, for as long as the page lives; none where the browser has no such thing.
pub(super) struct Tabs {
    channel: Option<BroadcastChannel>,
    _hear: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    /// Listens to the other tabs.
    pub(super) fn new(mut heard: impl FnMut(Change) + 'static) -> Tabs {
        let hear = Closure::new(move |event: MessageEvent| {
            // What a tab of another release says may mean nothing here; it is in the database as well.
            if let Ok(change) = serde_wasm_bindgen::from_value(event.data()) {
                heard(change);
            }
        });
        let channel = BroadcastChannel::new(CHANNEL).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        }
        Tabs { channel, _hear: hear }
    }

    /// Tells the other tabs.
    pub(super) fn tell(&self, change: &Change) {
        let said = serde_wasm_bindgen::to_value(change).unwrap_or(JsValue::NULL);
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&said);
        }
    }
}
