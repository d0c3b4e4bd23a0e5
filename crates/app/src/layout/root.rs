//! The choices on the page: attributes and custom properties that the style sheets read.
//!
//! On the root: `data-theme` (`light`, `dark`; none for the system's), `data-face`. On the page of the article,
//! beside the custom properties: see [`attributes`].

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{AS_FITS, Direction, Face, Layout, Named, Position, Show, Theme};

/// Puts what concerns every page onto the root.
pub fn dress_root(layout: &Layout) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(root) = document.as_ref().and_then(|document| document.document_element()) else {
        return;
    };
    let set = |name: &str, value: Option<&str>| {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    };
    set("data-theme", Some(layout.theme.id()).filter(|_| layout.theme != Theme::System));
    set("data-face", Some(layout.face.id()).filter(|_| layout.face != Face::Ming));
    color_browser(document.as_ref(), layout.theme);
}

/// The browser's own bars take the colour of the paper: of the two `<meta name="theme-color">` the one that
/// holds is told by its `media`.
fn color_browser(document: Option<&web_sys::Document>, theme: Theme) {
    let Some(metas) =
        document.and_then(|document| document.query_selector_all("meta[name=theme-color]").ok())
    else {
        return;
    };
    for index in 0..metas.length() {
        let Some(meta) = metas.get(index).and_then(|meta| meta.dyn_into::<HtmlElement>().ok())
        else {
            continue;
        };
        let own = if index == 0 { Theme::Light } else { Theme::Dark };
        let media = match theme {
            Theme::System if own == Theme::Light => "(prefers-color-scheme: light)",
            Theme::System => "(prefers-color-scheme: dark)",
            theme if theme == own => "all",
            _ => "not all",
        };
        let _ = meta.set_attribute("media", media);
    }
}

/// Puts onto the page of the article what the style sheets read there: see [`attributes`] and [`properties`]. What is
/// already so is not touched, since a touched attribute has the browser look at every element again.
pub fn dress_page(page: &HtmlElement, layout: &Layout) {
    for (name, value) in attributes(layout) {
        if page.get_attribute(name).as_deref() != value {
            let _ = match value {
                Some(value) => page.set_attribute(name, value),
                None => page.remove_attribute(name),
            };
        }
    }
    let style = page.style();
    for (name, value) in properties(layout) {
        let value = value.unwrap_or_default();
        if style.get_property_value(name).ok().as_deref() != Some(&value) {
            // An empty value takes it away.
            let _ = style.set_property(name, &value);
        }
    }
}

/// The attributes of the page of the article, each without a value where all is as usual:
///
/// - `data-direction`: `vertical`;
/// - `data-show`: the name of a [`Show`];
/// - `data-first`, `data-second`: the name of the [`Position`] of a notation; the second's where there is one;
/// - `data-tones`: `both`.
pub fn attributes(layout: &Layout) -> [(&'static str, Option<&'static str>); 5] {
    let usual = |value: &'static str, is_usual: bool| Some(value).filter(|_| !is_usual);
    [
        ("data-direction", usual(layout.direction.id(), layout.direction == Direction::Horizontal)),
        ("data-show", usual(layout.show.id(), layout.show == Show::All)),
        ("data-first", usual(layout.position.id(), layout.position == Position::Over)),
        ("data-second", layout.second.map(|second| second.position.id())),
        ("data-tones", usual("both", !layout.both_tones)),
    ]
}

/// The custom properties of the page of the article; none where the style sheet's own value holds.
pub fn properties(layout: &Layout) -> [(&'static str, Option<String>); 9] {
    let (over, under) = layout.levels();
    let hundredths = |value: u8| format!("{:.2}", f32::from(value) / 100.0);
    let usual = Layout::default();
    let changed = |value: u8, usual: u8| Some(hundredths(value)).filter(|_| value != usual);
    [
        ("--scale", changed(layout.size, usual.size)),
        ("--ratio", changed(layout.reading, usual.reading)),
        ("--spacing", changed(layout.spacing, usual.spacing)),
        ("--leading", changed(layout.leading, usual.leading)),
        ("--per-line", Some(layout.per_line.to_string()).filter(|_| layout.per_line != AS_FITS)),
        ("--over", Some(over.to_string())),
        ("--under", Some(under.to_string())),
        ("--beside", Some(beside(layout).to_string())),
        ("--second-level", Some(layout.second_level().to_string())),
    ]
}

/// How many readings stand at the right of their characters within the line.
fn beside(layout: &Layout) -> u8 {
    let right = |position| u8::from(position == Position::Right && !layout.is_vertical());
    right(layout.position) * (1 + u8::from(layout.both_tones))
        + layout.second.map_or(0, |second| right(second.position))
}
