//! How wide the window is.

/// Whether panels are sheets from below: the same width as in the style sheet.
pub fn is_narrow() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(max-width: 44.99rem)").ok().flatten())
        .is_some_and(|query| query.matches())
}
