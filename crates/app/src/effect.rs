//! Effects and memos, compiled once.

use leptos::prelude::{Effect, Memo};

/// Does something now, and again whenever what it read has changed; it is given what it said the time
/// before. This is Leptos's `Effect::new`, which is compiled anew for each function that it is given.
pub fn effect<T: 'static>(act: impl FnMut(Option<T>) -> T + 'static) {
    let (mut act, mut before) = (act, None);
    run(Box::new(move || before = Some(act(before.take()))));
}

fn run(act: Box<dyn FnMut()>) {
    Effect::new(act);
}

/// A value that is worked out of others, and told of when it is another. This is Leptos's `Memo::new`, which is
/// compiled anew for each function that it is given.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    work_out: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    remember(Box::new(move |_| work_out()))
}

type WorkOut<T> = Box<dyn Fn(Option<&T>) -> T + Send + Sync>;

fn remember<T: PartialEq + Send + Sync + 'static>(work_out: WorkOut<T>) -> Memo<T> {
    Memo::new(work_out)
}
