//! One self-contained HTML file: the article with its readings, which it can show in other notations.
//!
//! The file asks nothing of any server. Its own Content-Security-Policy lets one script and one style sheet
//! run, both fixed and named by their hashes, and forbids everything else. Whatever came from a person is
//! escaped text, or a string of JSON in a block that is never run.
//!
//! ```text
//! <html data-thakim-file="1" …>   1: the version of this layout
//!   <script type="application/json" id="thakim-article">   what opens it again: from the caller
//!   <article>…<ruby>…</article>                            as chosen, also without the script
//!   <script type="application/json" id="thakim-readings">  {"rows": [[written, in each notation]…], "index": [row of each rt…]}
//!   <script type="application/json" id="thakim-fonts">     [{"family", "range", "data"}…]
//! ```

use std::collections::BTreeMap;
use std::fmt::Write;

use thakim_phonology::{Reading, Spoken};

use super::Style;
use super::html::push_escaped;
use super::json::push_json;
use crate::Paragraph;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The hash of the file's style sheet as its policy names it. A test says what it must be.
pub const STYLE_HASH: &str = "sha256-TCn/SB4IjlRO6AXm1O89ngIKEVB07qXa5JC3gYaTwjo=";

/// The hash of the file's script.
pub const SCRIPT_HASH: &str = "sha256-wkyiiUNE1wiY+FsA4ptOWB0j/5xx1WdM3zEW13cSzOE=";

/// What begins a file of ours, in its first lines.
pub const MARK: &str = "data-thakim-file=";

/// The `id` of the block that opens the file again.
pub const ARTICLE_ID: &str = "thakim-article";

/// How many characters are laid out together.
const SECTION: usize = 2_000;

/// What stands around the article. All of it is text, not markup.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Head {
    /// The BCP 47 tag of the language of these words.
    pub language: String,
    /// The name of the file's window: the article's title.
    pub title: String,
    /// What stands over the article; empty for an article that begins with its title anyway.
    pub headline: String,
    /// What is said behind the name of the notation that is shown; empty for nothing.
    pub about: String,
    /// The name of the choice of notations, and of the choice of none.
    pub notation: [String; 2],
    /// The name of the choice of colours, and those of the system's, light and dark.
    pub theme: [String; 4],
    /// The name of the button that prints.
    pub print: String,
    /// The last line: what made the file.
    pub foot: String,
    /// `system`, `light` or `dark`.
    pub colours: String,
    /// Where readings stand: `over`, `right`, `under` or `between`.
    pub position: String,
    /// `horizontal` or `vertical`.
    pub direction: String,
    /// JSON that opens the file again, without `<`.
    pub article: String,
}

/// A font for the readings.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Font {
    /// Its CSS family.
    pub family: String,
    /// The characters that it is for, as CSS names them.
    pub range: String,
    /// The WOFF2 file in base64.
    pub data: String,
}

/// Writes the file, paragraph by paragraph.
#[derive(Debug)]
pub struct Page {
    styles: Vec<Style>,
    shown: usize,
    /// The syllables that occur, each with the row of its forms.
    rows: BTreeMap<(Spoken, bool), u32>,
    table: String,
    index: String,
    /// Characters in the present section; none where none is open.
    section: Option<usize>,
    in_line: bool,
}

impl Page {
    /// A page whose readings can be shown in these styles, which differ in notation only; at first in the
    /// one at `shown`.
    pub fn new(styles: Vec<Style>, shown: usize) -> Page {
        Page {
            shown: shown.min(styles.len().saturating_sub(1)),
            styles,
            rows: BTreeMap::new(),
            table: String::new(),
            index: String::new(),
            section: None,
            in_line: false,
        }
    }

    /// Appends everything before the first paragraph.
    pub fn begin(&self, out: &mut String, head: &Head) {
        let attribute = |out: &mut String, name: &str, value: &str| {
            out.push_str(name);
            out.push_str("=\"");
            push_escaped(out, value);
            out.push('"');
        };
        out.push_str("<!DOCTYPE html>\n<html ");
        attribute(out, "lang", &head.language);
        out.push_str(&format!(" {MARK}\"1\" "));
        attribute(out, "data-theme", &head.colours);
        attribute(out, " data-position", &head.position);
        attribute(out, " data-direction", &head.direction);
        out.push_str(">\n<head>\n<meta charset=\"utf-8\">\n");
        out.push_str(&format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{SCRIPT_HASH}'; \
             style-src '{STYLE_HASH}'; font-src data:; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'\">\n"
        ));
        out.push_str(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        );
        push_escaped(out, &head.title);
        out.push_str("</title>\n");
        block(out, ARTICLE_ID, &head.article);
        out.push_str(&format!("<style>{STYLE}</style>\n</head>\n<body>\n"));
        self.navigation(out, head);
        out.push_str("<main>\n<header>");
        if !head.headline.is_empty() {
            out.push_str("<h1 lang=\"nan-Hant-TW\">");
            push_escaped(out, &head.headline);
            out.push_str("</h1>");
        }
        out.push_str("<p><span id=\"shown\">");
        push_escaped(out, self.styles.get(self.shown).map_or("", |style| style.notation.name()));
        out.push_str("</span>");
        push_escaped(out, &head.about);
        out.push_str("</p>");
        out.push_str("</header>\n<article lang=\"nan-Hant-TW\">\n");
    }

    fn navigation(&self, out: &mut String, head: &Head) {
        let option = |out: &mut String, value: &str, chosen: bool, name: &str| {
            let selected = if chosen { " selected" } else { "" };
            out.push_str(&format!("<option value=\"{value}\"{selected}>"));
            push_escaped(out, name);
            out.push_str("</option>");
        };
        // It can do nothing before the script runs.
        out.push_str("<nav hidden><label><span>");
        push_escaped(out, &head.notation[0]);
        out.push_str("</span><select id=\"notation\" autocomplete=\"off\">");
        for (index, style) in self.styles.iter().enumerate() {
            option(out, &index.to_string(), index == self.shown, style.notation.name());
        }
        option(out, "-1", false, &head.notation[1]);
        out.push_str("</select></label><label><span>");
        push_escaped(out, &head.theme[0]);
        out.push_str("</span><select id=\"theme\" autocomplete=\"off\">");
        for (value, name) in ["system", "light", "dark"].into_iter().zip(&head.theme[1..]) {
            option(out, value, value == head.colours, name);
        }
        out.push_str("</select></label><button type=\"button\" id=\"print\">");
        push_escaped(out, &head.print);
        out.push_str("</button></nav>\n");
    }

    /// Appends the next paragraph, or the next piece of a long line.
    pub fn push(&mut self, out: &mut String, paragraph: &Paragraph) {
        let Some(style) = self.styles.get(self.shown).copied() else { return };
        if self.section.is_none() {
            out.push_str("<section>\n");
            self.section = Some(0);
        }
        if !self.in_line {
            // A blank line is known by its first piece.
            let class = if paragraph.tokens.is_empty() { " class=\"blank\"" } else { "" };
            out.push_str(&format!("<p{class}>"));
            self.in_line = true;
        }
        for (token, reading) in style.shown(paragraph) {
            let Some(reading) = reading else {
                push_escaped(out, &token.surface);
                continue;
            };
            for (index, unit) in token.units().enumerate().take(reading.len()) {
                out.push_str("<ruby>");
                push_escaped(out, unit);
                out.push_str("<rp>(</rp><rt>");
                push_escaped(out, &style.syllable(&reading, index));
                out.push_str("</rt><rp>)</rp></ruby>");
                self.note(&reading, index);
            }
        }
        let chars: usize = paragraph.tokens.iter().map(|token| token.surface.chars().count()).sum();
        let section = self.section.get_or_insert(0);
        *section += chars + 1;
        if !paragraph.ending.is_empty() {
            out.push_str("</p>\n");
            self.in_line = false;
            if *section >= SECTION {
                out.push_str("</section>\n");
                self.section = None;
            }
        }
    }

    /// Notes the forms of a syllable.
    fn note(&mut self, reading: &Reading, at: usize) {
        let Some(&spoken) = reading.syllables().get(at) else { return };
        let key = (spoken, reading.is_neutral(at));
        let next = self.rows.len() as u32;
        let row = match self.rows.get(&key) {
            Some(row) => *row,
            None => {
                self.rows.insert(key, next);
                self.table.push_str(if next == 0 { "[" } else { ",\n[" });
                for (index, style) in self.styles.iter().enumerate() {
                    self.table.push_str(if index == 0 { "" } else { "," });
                    push_json(&mut self.table, &style.syllable(reading, at));
                }
                self.table.push(']');
                next
            }
        };
        let comma = if self.index.is_empty() { "" } else { "," };
        // Writing into a String cannot fail.
        let _ = write!(self.index, "{comma}{row}");
    }

    /// Appends everything behind the last paragraph.
    pub fn finish(self, out: &mut String, head: &Head, fonts: &[Font]) {
        if self.in_line {
            out.push_str("</p>\n");
        }
        if self.section.is_some() {
            out.push_str("</section>\n");
        }
        out.push_str("</article>\n</main>\n<footer>");
        push_escaped(out, &head.foot);
        out.push_str("</footer>\n");
        block(
            out,
            "thakim-readings",
            &format!("{{\"rows\":[{}],\n\"index\":[{}]}}", self.table, self.index),
        );
        let mut list = String::from("[");
        for (index, font) in fonts.iter().enumerate() {
            list.push_str(if index == 0 { "{\"family\":" } else { ",\n{\"family\":" });
            push_json(&mut list, &font.family);
            list.push_str(",\"range\":");
            push_json(&mut list, &font.range);
            list.push_str(",\"data\":");
            push_json(&mut list, &font.data);
            list.push('}');
        }
        list.push(']');
        block(out, "thakim-fonts", &list);
        out.push_str(&format!("<script>{SCRIPT}</script>\n</body>\n</html>\n"));
    }
}

/// A block of JSON, which no browser runs.
fn block(out: &mut String, id: &str, json: &str) {
    out.push_str(&format!("<script type=\"application/json\" id=\"{id}\">{json}</script>\n"));
}
