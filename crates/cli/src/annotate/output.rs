//! Annotated paragraphs in the format that was asked for.

use std::borrow::Cow;
use std::io::{self, Write};

use serde_json::{Value, json};
use thakim_document::export::{Form, Style, TSV_HEADER, Writer, ruby_html, tsv_rows};
use thakim_document::{Candidate, Paragraph, Token};
use thakim_phonology::Reading;
use thakim_phonology::sandhi::{Juncture, Mode};

use super::Format;
use super::characters::characters_as;

/// Writes paragraphs as they come.
pub(super) struct Output<W> {
    out: W,
    format: Format,
    style: Style,
    /// Lines begun so far, from 1.
    line: u64,
    /// The present line as it has come so far: nothing at the start of a line.
    open: Option<Line>,
    /// Writes the present file, in the forms that the page copies too.
    writer: Option<Writer>,
}

/// A line of the input of which pieces have come.
#[derive(Default)]
struct Line {
    text: String,
    characters: Vec<Value>,
}

impl<W: Write> Output<W> {
    pub(super) fn new(out: W, format: Format, style: Style) -> Output<W> {
        Output { out, format, style, line: 0, open: None, writer: None }
    }

    /// What stands before the first paragraph.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        match self.format {
            Format::Tsv => writeln!(self.out, "{TSV_HEADER}"),
            Format::Html => writeln!(self.out, "<article lang=\"nan-Hant-TW\">"),
            _ => Ok(()),
        }
    }

    /// The form of the page that a format is.
    fn form(&self) -> Option<Form> {
        match self.format {
            Format::Text => Some(Form::Readings),
            Format::Characters => Some(Form::Characters),
            Format::Inline => Some(Form::Inline),
            Format::TwoLines => Some(Form::Lines),
            Format::Markdown => Some(Form::Markdown),
            // One of its lines is an element of an article, not of a clipboard.
            Format::Html | Format::Tsv | Format::Json | Format::Readings => None,
        }
    }

    /// One paragraph, or a piece of a very long one.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph) -> io::Result<()> {
        let is_first = self.open.is_none();
        let line = self.open.get_or_insert_default();
        self.line += u64::from(is_first);
        match self.format {
            Format::Text
            | Format::Characters
            | Format::Inline
            | Format::TwoLines
            | Format::Markdown => {}
            Format::Html => {
                let open = if is_first { "<p>" } else { "" };
                write!(self.out, "{open}{}", ruby_html(paragraph, &self.style))?;
            }
            Format::Tsv => {
                self.out.write_all(tsv_rows(paragraph, self.line, &self.style).as_bytes())?;
            }
            Format::Json => writeln!(self.out, "{}", json_paragraph(paragraph, &self.style))?,
            Format::Readings => {
                line.text.push_str(&paragraph.text());
                for (token, reading) in self.style.shown(paragraph) {
                    let pairs = characters_as(token, reading.as_deref());
                    line.characters.extend(pairs.into_iter().map(|pair| json!(pair)));
                }
            }
        }
        if let Some(form) = self.form() {
            let writer = self.writer.get_or_insert_with(|| Writer::new(form, self.style));
            let mut written = String::new();
            writer.push(&mut written, paragraph);
            self.out.write_all(written.as_bytes())?;
        }
        // Only a line feed ends a line of a file; other breaks end paragraphs inside it.
        let ends = match self.format {
            Format::Readings => paragraph.ending.ends_with('\n'),
            _ => !paragraph.ending.is_empty(),
        };
        if ends { self.end_of_line() } else { Ok(()) }
    }

    /// The end of one of the inputs.
    pub(super) fn end_of_file(&mut self) -> io::Result<()> {
        let has_open_line = self.open.is_some();
        self.end_of_line()?;
        if let Some(writer) = self.writer.take() {
            let mut written = String::new();
            writer.finish(&mut written);
            self.out.write_all(written.as_bytes())?;
            // The next file does not go on in the last line of this one.
            if has_open_line {
                writeln!(self.out)?;
            }
        }
        Ok(())
    }

    fn end_of_line(&mut self) -> io::Result<()> {
        let Some(line) = self.open.take() else { return Ok(()) };
        match self.format {
            Format::Html => writeln!(self.out, "</p>"),
            Format::Readings => {
                let text = line.text.strip_suffix('\n').unwrap_or(&line.text);
                let text = text.strip_suffix('\r').unwrap_or(text);
                writeln!(self.out, "{}", json!({ "text": text, "pred": line.characters }))
            }
            _ => Ok(()),
        }
    }

    /// Hands on what has been written so far.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// What stands behind the last paragraph.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        if self.format == Format::Html {
            writeln!(self.out, "</article>")?;
        }
        self.out.flush()
    }
}

fn json_paragraph(paragraph: &Paragraph, style: &Style) -> Value {
    let text: String = paragraph.tokens.iter().map(|token| token.surface.as_str()).collect();
    let tokens: Vec<Value> =
        style.shown(paragraph).map(|(token, shown)| json_token(token, shown, style)).collect();
    json!({
        "text": text,
        "ending": paragraph.ending,
        "classical": paragraph.classical,
        "tokens": tokens,
    })
}

/// A token. `shown` is its reading with the tones that were asked for; the others are citation forms.
fn json_token(token: &Token, shown: Option<Cow<'_, Reading>>, style: &Style) -> Value {
    let candidate = |candidate: &Candidate| {
        json!({
            "reading": style.reading(&candidate.reading),
            "label": candidate.label.map(|label| label.han().to_string()),
            "share": f64::from(candidate.share) / 255.0,
            "derived": candidate.derived,
        })
    };
    let syllables = |reading: &Reading| {
        let pair = |(index, unit): (usize, &str)| json!([unit, style.syllable(reading, index)]);
        token.units().enumerate().take(reading.len()).map(pair).collect::<Vec<Value>>()
    };
    let mut value = json!({
        "text": token.surface,
        "origin": token.origin.name(),
        "reading": token.reading().map(|reading| style.reading(reading)),
        "syllables": token.reading().map(syllables),
        "confidence": f64::from(token.confidence) / 255.0,
        "uncertain": token.is_uncertain(),
        "candidates": token.candidates.iter().map(candidate).collect::<Vec<Value>>(),
    });
    if style.speech.mode != Mode::None
        && let Some(shown) = shown
    {
        value["spoken"] = json!({
            "reading": style.reading(&shown),
            "syllables": syllables(&shown),
            "ends_group": token.grouping.then >= Juncture::End,
        });
    }
    value
}

#[cfg(test)]
mod tests {
    use thakim_document::{Origin, SURE, Sources};
    use thakim_phonology::Notation;
    use thakim_phonology::sandhi::{Accent, Speech};

    use super::*;

    /// 行 read in each of these ways, the first by rule and hardly likely.
    fn doubtful(readings: &[&str]) -> Token {
        let candidates = readings.iter().map(|written| Candidate {
            reading: Notation::Tl.parse(written).unwrap(),
            label: None,
            sources: Sources(1),
            share: 100,
            derived: true,
        });
        Token {
            surface: "行".into(),
            origin: Origin::Character,
            confidence: SURE - 1,
            candidates: candidates.collect(),
            grouping: Default::default(),
        }
    }

    #[test]
    fn text_shows_no_doubt_and_no_alternative() {
        let paragraph = Paragraph {
            tokens: vec![doubtful(&["hîng", "kiânn"]), doubtful(&["hâng"]), Token::other("。")],
            ending: "\n".into(),
            classical: true,
        };
        let mut written = Vec::new();
        let mut output = Output::new(&mut written, Format::Text, Style::default());
        output.begin().unwrap();
        output.paragraph(&paragraph).unwrap();
        output.end_of_file().unwrap();
        output.finish().unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), "hîng hâng。\n");
    }

    #[test]
    fn json_has_the_tones_of_the_dictionary_and_those_as_spoken() {
        let tokens = vec![doubtful(&["hîng", "kiânn"]), doubtful(&["hâng"]), Token::other("。")];
        let paragraph = Paragraph { tokens, ..Paragraph::default() };
        let speech = Speech::of(Mode::Auto, Accent::North);
        let style = Style { speech, ..Style::default() };
        let spoken = json_paragraph(&paragraph, &style);
        let first = &spoken["tokens"][0];
        assert_eq!(first["reading"], "hîng");
        assert_eq!(first["candidates"][1]["reading"], "kiânn");
        assert_eq!(first["spoken"]["reading"], "hìng");
        assert_eq!(first["spoken"]["syllables"], json!([["行", "hìng"]]));
        assert_eq!(first["spoken"]["ends_group"], false);
        assert_eq!(spoken["tokens"][2]["spoken"], Value::Null);
        // Who did not ask gets what was always there.
        let plain = json_paragraph(&paragraph, &Style::default());
        assert_eq!(plain["tokens"][0]["spoken"], Value::Null);
    }
}
