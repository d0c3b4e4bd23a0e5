//! What the tests share.

use thakim_app::language::Language;
use thakim_document::{Candidate, Origin, Paragraph, Sources, Token};
use thakim_phonology::Notation;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

pub(super) fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).unwrap()
}

/// A name for a database that no earlier run has used.
pub(super) fn fresh(name: &str) -> String {
    format!("{name}-{}", js_sys::Math::random())
}

/// The page's own looks, which say how much place a chunk takes before it is filled.
const STYLES: [&str; 2] = [
    include_str!("../../../../www/styles/main.css"),
    include_str!("../../../../www/styles/article.css"),
];

/// An empty element on the page.
pub(super) fn place() -> HtmlElement {
    // Whatever language the machine's browser prefers.
    Language::Mandarin.speak();
    for style in STYLES {
        let element = document().create_element("style").unwrap();
        element.set_text_content(Some(style));
        document().head().unwrap().append_child(&element).unwrap();
    }
    let place = document().create_element("article").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    place.unchecked_into()
}

/// A word read as `reading` in 臺羅; `share` is what speaks for it, in 255ths.
pub(super) fn word(surface: &str, reading: &str, share: u8) -> Token {
    let reading = Notation::Tl.parse(reading).unwrap();
    let candidate = Candidate { reading, label: None, sources: Sources(1), share, derived: false };
    Token {
        surface: surface.into(),
        origin: Origin::Word,
        confidence: share,
        candidates: vec![candidate],
        grouping: Default::default(),
    }
}

pub(super) fn unknown(surface: &str) -> Token {
    Token { origin: Origin::Unknown, ..Token::other(surface) }
}

pub(super) fn line(tokens: Vec<Token>, ending: &str) -> Paragraph {
    Paragraph { tokens, ending: ending.into(), classical: false }
}

/// Waits until a condition holds. The runner's own limit ends a wait that never does.
pub(super) async fn until(mut condition: impl FnMut() -> bool) {
    while !condition() {
        thakim_app::time::idle().await;
    }
}
