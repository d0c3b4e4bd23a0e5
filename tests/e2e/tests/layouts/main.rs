//! Layouts: where readings stand, two at once, lines that run downwards, what is shown, how the page looks.

mod page;
mod readings;
mod support;
