//! The browser's voices.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// `speechSynthesis`, where the browser has one.
pub(super) struct Synthesis {
    synthesis: JsValue,
    on_voices: Option<Closure<dyn FnMut()>>,
    /// What is being said; a browser may drop what nobody holds.
    saying: Vec<JsValue>,
    /// How often something was said: what ends later than the next begins says nothing any more.
    times: Rc<Cell<u32>>,
}

impl Synthesis {
    pub(super) fn of_this_browser() -> Option<Synthesis> {
        let synthesis = Reflect::get(&js_sys::global(), &"speechSynthesis".into()).ok()?;
        let times = Rc::default();
        synthesis.is_object().then_some(Synthesis {
            synthesis,
            on_voices: None,
            saying: Vec::new(),
            times,
        })
    }

    /// A voice for Hokkien that speaks on this machine.
    pub(super) fn voice(&self) -> Option<JsValue> {
        let voices: Array = call(&self.synthesis, "getVoices", &[])?.dyn_into().ok()?;
        voices.iter().find(|voice| {
            let lang = Reflect::get(voice, &"lang".into()).ok().and_then(|lang| lang.as_string());
            // One that is not of this machine would send the text away.
            let is_elsewhere = Reflect::get(voice, &"localService".into())
                .is_ok_and(|local| local.as_bool() == Some(false));
            lang.is_some_and(|lang| is_hokkien(&lang)) && !is_elsewhere
        })
    }

    /// Calls whenever there are other voices.
    pub(super) fn on_voices(&mut self, look: impl FnMut() + 'static) {
        let closure = Closure::<dyn FnMut()>::new(look);
        let listener = closure.as_ref().clone();
        if call(&self.synthesis, "addEventListener", &["voiceschanged".into(), listener.clone()])
            .is_none()
        {
            let _ = Reflect::set(&self.synthesis, &"onvoiceschanged".into(), &listener);
        }
        self.on_voices = Some(closure);
    }

    /// Says these one after the other; calls when the last has ended. Whether anything is said.
    pub(super) fn say(&mut self, pieces: Vec<String>, ended: impl Fn() + 'static) -> bool {
        self.stop();
        let (Some(voice), Some(utterance)) = (self.voice(), constructor()) else { return false };
        let lang = Reflect::get(&voice, &"lang".into()).unwrap_or_default();
        let time = self.times.get();
        let times = self.times.clone();
        let left = Cell::new(pieces.len());
        let end = Closure::<dyn FnMut()>::new(move || {
            left.set(left.get().saturating_sub(1));
            if left.get() == 0 && times.get() == time {
                ended();
            }
        });
        let end = end.into_js_value();
        for piece in &pieces {
            let Ok(one) = Reflect::construct(&utterance, &Array::of1(&piece.as_str().into()))
            else {
                return false;
            };
            for (name, value) in
                [("voice", &voice), ("lang", &lang), ("onend", &end), ("onerror", &end)]
            {
                let _ = Reflect::set(&one, &name.into(), value);
            }
            call(&self.synthesis, "speak", std::slice::from_ref(&one));
            self.saying.push(one);
        }
        !pieces.is_empty()
    }

    /// Says nothing any more.
    pub(super) fn stop(&mut self) {
        self.times.set(self.times.get() + 1);
        if !self.saying.is_empty() {
            self.saying.clear();
            call(&self.synthesis, "cancel", &[]);
        }
    }

    /// The page is left.
    pub(super) fn leave(&mut self) {
        self.stop();
        if let Some(closure) = self.on_voices.take() {
            let listener = closure.as_ref().clone();
            call(&self.synthesis, "removeEventListener", &["voiceschanged".into(), listener]);
            let _ = Reflect::set(&self.synthesis, &"onvoiceschanged".into(), &JsValue::NULL);
        }
    }
}

/// Whether a voice of this language tag speaks Hokkien: `nan`, `nan-TW`, `nan_Hant_TW` …
fn is_hokkien(lang: &str) -> bool {
    let primary = lang.split(['-', '_']).next().unwrap_or_default();
    primary.eq_ignore_ascii_case("nan")
}

fn constructor() -> Option<Function> {
    Reflect::get(&js_sys::global(), &"SpeechSynthesisUtterance".into()).ok()?.dyn_into().ok()
}

/// What a method gives; nothing where there is none or it fails.
fn call(on: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = Reflect::get(on, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(on, &arguments.iter().collect::<Array>()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hokkien_is_hokkien() {
        for lang in ["nan", "nan-TW", "nan-Hant-TW", "nan_TW", "NAN"] {
            assert!(is_hokkien(lang), "{lang}");
        }
        for lang in ["zh-TW", "zh", "zh-nan", "nana", "cmn-Hant-TW", "yue", "", "en-nan"] {
            assert!(!is_hokkien(lang), "{lang}");
        }
    }
}
