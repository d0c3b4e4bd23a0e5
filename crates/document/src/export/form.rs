//! The forms in which an annotated text is taken elsewhere as text.

use std::fmt;
use std::str::FromStr;

use super::lines::Lines;
use super::markdown::Markdown;
use super::{Style, html, inline, readings};
use crate::Paragraph;

/// A form of an annotated text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Form {
    /// 臺灣: the text as it is, without readings.
    #[default]
    Characters,
    /// 臺(tâi)灣(uân): each reading behind its character.
    Inline,
    /// Tâi-uân: the readings alone, in words.
    Readings,
    /// The readings over the characters, on a line each, word under word. See [`Lines`](super::Lines).
    Lines,
    /// HTML with `<ruby>`: a `<p>` for each line of the text.
    Html,
    /// Markdown with `<ruby>` in it. See [`Markdown`](super::Markdown).
    Markdown,
}

impl Form {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Form; 6] =
        [Form::Characters, Form::Inline, Form::Readings, Form::Lines, Form::Html, Form::Markdown];

    /// Its name in commands, settings and markup.
    pub fn id(self) -> &'static str {
        match self {
            Form::Characters => "characters",
            Form::Inline => "inline",
            Form::Readings => "readings",
            Form::Lines => "two-lines",
            Form::Html => "html",
            Form::Markdown => "markdown",
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.id())
    }
}

/// A name that is no form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownForm(pub String);

impl fmt::Display for UnknownForm {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<&str> = Form::ALL.iter().map(|form| form.id()).collect();
        write!(to, "expected one of {}, found {:?}", ids.join(", "), self.0)
    }
}

impl std::error::Error for UnknownForm {}

impl FromStr for Form {
    type Err = UnknownForm;

    fn from_str(name: &str) -> Result<Form, UnknownForm> {
        let found = Form::ALL.into_iter().find(|form| form.id() == name);
        found.ok_or_else(|| UnknownForm(name.to_owned()))
    }
}

/// Writes paragraphs one after the other in a form.
#[derive(Debug)]
pub struct Writer {
    style: Style,
    body: Body,
}

#[derive(Debug)]
enum Body {
    Characters,
    Inline,
    Readings,
    Lines(Lines),
    Html(html::Lines),
    Markdown(Markdown),
}

impl Writer {
    /// A writer of this form, with readings in this style.
    pub fn new(form: Form, style: Style) -> Writer {
        let body = match form {
            Form::Characters => Body::Characters,
            Form::Inline => Body::Inline,
            Form::Readings => Body::Readings,
            Form::Lines => Body::Lines(Lines::default()),
            Form::Html => Body::Html(html::Lines::default()),
            Form::Markdown => Body::Markdown(Markdown::default()),
        };
        Writer { style, body }
    }

    /// Appends the next paragraph, or the next piece of a line that the engine cut. Some of it may be
    /// kept back until the line ends.
    pub fn push(&mut self, out: &mut String, paragraph: &Paragraph) {
        let style = &self.style;
        let written = match &mut self.body {
            Body::Characters => {
                for token in &paragraph.tokens {
                    out.push_str(&token.surface);
                }
                return out.push_str(&paragraph.ending);
            }
            Body::Inline => inline(paragraph, style),
            Body::Readings => readings(paragraph, style),
            Body::Lines(lines) => return lines.push(out, paragraph, style),
            Body::Html(lines) => return lines.push(out, paragraph, style),
            Body::Markdown(markdown) => return markdown.push(out, paragraph, style),
        };
        out.push_str(&written);
        out.push_str(&paragraph.ending);
    }

    /// Appends what is left when all paragraphs have come.
    pub fn finish(self, out: &mut String) {
        match self.body {
            Body::Characters | Body::Inline | Body::Readings => {}
            Body::Lines(lines) => lines.finish(out),
            Body::Html(lines) => lines.finish(out),
            Body::Markdown(markdown) => markdown.finish(out),
        }
    }
}
