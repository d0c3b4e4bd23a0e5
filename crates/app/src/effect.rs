//! Effects, compiled once.

use leptos::prelude::Effect;

/// Does something now, and again whenever what it read has changed; it is given what it said the time
/// before. This is Leptos's `Effect::new`, which is compiled anew for each function that it is given.
pub fn effect<T: 'static>(act: impl FnMut(Option<T>) -> T + 'static) {
    let (mut act, mut before) = (act, None);
    run(Box::new(move || before = Some(act(before.take()))));
}

fn run(act: Box<dyn FnMut()>) {
    Effect::new(act);
}
