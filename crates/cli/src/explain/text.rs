//! An explanation for a terminal.
//!
//! Han characters are two cells wide and combining marks none: widths are counted in cells.

use thakim_document::export::Style;
use thakim_document::{Candidate, Origin, Reason, ReasonKind, Sources};
use thakim_lexicon::SourceInfo;
use unicode_width::UnicodeWidthStr;

use super::Explained;

/// The word and how sure its reading is, its candidates with what speaks for each, and where the
/// text could have been cut otherwise.
pub(super) fn written(explained: &Explained, style: &Style, sources: &[SourceInfo]) -> String {
    let Explained { token, explanation, line, at } = explained;
    let mut out = format!("{}  line {line}, character {at}: {}\n", token.surface, state(explained));
    let Some(explanation) = explanation else { return out };
    let readings: Vec<String> = explanation
        .candidates
        .iter()
        .map(|candidate| style.reading(&candidate.candidate.reading))
        .collect();
    let width = readings.iter().map(|reading| reading.width()).max().unwrap_or(0);
    for (index, (found, reading)) in explanation.candidates.iter().zip(&readings).enumerate() {
        let mark = if index == 0 { '→' } else { ' ' };
        let Candidate { label, share, .. } = found.candidate;
        let label = label.map_or("  ".to_owned(), |label| label.han().to_string());
        let share = u32::from(share) * 100 / 255;
        let weight = found.weight;
        let from = origin(&found.candidate, sources);
        out.push_str(&format!(
            "  {mark} {}  {label}  {share:>3} %  {weight:>+7.2}  {from}\n",
            padded(reading, width)
        ));
        if let ([_], [Reason { kind: ReasonKind::Word, text, .. }]) =
            (explanation.candidates.as_slice(), found.reasons.as_slice())
        {
            out.push_str(&format!("      {}\n", alone(text)));
            continue;
        }
        for reason in &found.reasons {
            out.push_str(&format!("      {:>+7.2}  {}\n", reason.weight, because(reason)));
        }
    }
    if !explanation.rivals.is_empty() {
        out.push_str("  the text could have been cut otherwise:\n");
        let width = explanation.rivals.iter().map(|rival| rival.text.width()).max().unwrap_or(0);
        for rival in &explanation.rivals {
            let text = padded(&rival.text, width);
            let times = rival.weight.exp();
            out.push_str(&format!("      {text}  {times:.3} times as likely\n"));
        }
    }
    out
}

fn state(explained: &Explained) -> String {
    let token = &explained.token;
    if token.origin == Origin::Unknown {
        return "unknown, no source reads it".to_owned();
    }
    let doubt = if token.is_uncertain() { "uncertain" } else { "sure" };
    let rule = if token.is_derived() { ", derived by rule" } else { "" };
    format!("{doubt} ({} %){rule}", u32::from(token.confidence) * 100 / 255)
}

/// Where a candidate comes from: its sources by name.
fn origin(candidate: &Candidate, sources: &[SourceInfo]) -> String {
    let names = names(candidate.sources, sources);
    match (candidate.derived, names.is_empty()) {
        (true, _) => "derived by rule".to_owned(),
        (false, true) => "read by rule".to_owned(),
        (false, false) => names.join(", "),
    }
}

/// The name of the words of `--words` among the sources.
const OWN: &str = "own words";

/// The names of a set of sources.
pub(super) fn names(set: Sources, sources: &[SourceInfo]) -> Vec<&str> {
    let has = |index: usize| set.0.checked_shr(index as u32).unwrap_or(0) & 1 == 1;
    let named = sources.iter().enumerate().filter(|(index, _)| has(*index));
    let own = set.has_own().then_some(OWN);
    own.into_iter().chain(named.map(|(_, source)| source.name.as_str())).collect()
}

/// Why there is no other candidate.
fn alone(word: &str) -> String {
    match word.is_empty() {
        true => "read by rule, in no other way".to_owned(),
        false => format!("the dictionary's word 「{word}」, which it reads in no other way"),
    }
}

/// A reason in words.
pub(super) fn because(Reason { kind, text, weight }: &Reason) -> String {
    let speaks = match weight {
        weight if weight.abs() < 0.005 => "decides nothing",
        weight if *weight < 0.0 => "speaks against it",
        _ => "speaks for it",
    };
    let is_line_edge = text.chars().eq([Reason::LINE_EDGE]);
    match kind {
        ReasonKind::Word if text.is_empty() => "read by rule, and how likely that is".to_owned(),
        ReasonKind::Word => {
            format!("the dictionary's word 「{text}」, and how common it is, read so")
        }
        ReasonKind::Usual if text.is_empty() => "how the character is usually read".to_owned(),
        ReasonKind::Usual => format!("how 「{text}」 is usually read"),
        ReasonKind::Before if is_line_edge => format!("the start of the line {speaks}"),
        ReasonKind::After if is_line_edge => format!("the end of the line {speaks}"),
        ReasonKind::Before => format!("「{text}」 before it {speaks}"),
        ReasonKind::After => format!("「{text}」 behind it {speaks}"),
        ReasonKind::Around => format!("「{text}」 around it {speaks}"),
        ReasonKind::Own if *weight < 0.0 => {
            format!("your own words read 「{text}」 otherwise")
        }
        ReasonKind::Own => format!("your own words have 「{text}」, read so"),
        ReasonKind::Preference => "the readings that were asked for".to_owned(),
    }
}

/// The text with blanks behind it, up to this many cells.
fn padded(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use thakim_document::{Explained as Weighed, Explanation, Token};
    use thakim_phonology::{Label, Notation};

    use super::*;

    fn sources() -> Vec<SourceInfo> {
        let source = |name: &str| SourceInfo {
            name: name.into(),
            title: name.to_uppercase(),
            layer: "main".into(),
            licence: "CC0".into(),
            attribution: "made".into(),
            derived: false,
        };
        vec![source("first"), source("second")]
    }

    fn candidate(written: &str, label: Option<Label>, sources: u32, share: u8) -> Candidate {
        let reading = Notation::Tl.parse(written).unwrap();
        Candidate { reading, label, sources: Sources(sources), share, derived: sources == 0 }
    }

    fn reason(kind: ReasonKind, text: &str, weight: f32) -> Reason {
        Reason { kind, text: text.into(), weight }
    }

    #[test]
    fn candidates_stand_under_each_other_with_their_reasons() {
        let candidates = [
            candidate("o̍h-sing", Some(Label::Colloquial), 0b11, 153),
            candidate("ha̍k-sing", Some(Label::Literary), 0b10, 77),
            candidate("ha̍k-senn", None, 0, 25),
        ];
        let token = Token {
            surface: "學生".into(),
            origin: Origin::Word,
            confidence: 153,
            candidates: candidates.to_vec(),
            grouping: Default::default(),
        };
        let reasons = [
            vec![
                reason(ReasonKind::Word, "學生", 3.25),
                reason(ReasonKind::Before, "去", 0.5),
                reason(ReasonKind::After, "¶", -0.25),
            ],
            vec![reason(ReasonKind::Preference, "", -1.0)],
            vec![reason(ReasonKind::Usual, "", 0.0), reason(ReasonKind::Around, "去…¶", 1.0)],
        ];
        let weighed = candidates.into_iter().zip(reasons).map(|(candidate, reasons)| {
            let weight = reasons.iter().map(|reason| reason.weight).sum();
            Weighed { candidate, weight, reasons }
        });
        let explanation = Explanation {
            surface: "學生".into(),
            candidates: weighed.collect(),
            rivals: vec![
                reason(ReasonKind::Word, "去學", -0.5),
                reason(ReasonKind::Word, "生", -2.0),
            ],
        };
        let explained = Explained { token, explanation: Some(explanation), line: 2, at: 7 };
        expect![[r#"
            學生  line 2, character 7: uncertain (60 %)
              → o̍h-sing   白   60 %    +3.50  first, second
                    +3.25  the dictionary's word 「學生」, and how common it is, read so
                    +0.50  「去」 before it speaks for it
                    -0.25  the end of the line speaks against it
                ha̍k-sing  文   30 %    -1.00  second
                    -1.00  the readings that were asked for
                ha̍k-senn        9 %    +1.00  derived by rule
                    +0.00  how the character is usually read
                    +1.00  「去…¶」 around it speaks for it
              the text could have been cut otherwise:
                  去學  0.607 times as likely
                  生    0.135 times as likely
        "#]]
        .assert_eq(&written(&explained, &Style::default(), &sources()));
    }

    #[test]
    fn a_reading_without_a_rival_needs_no_weights() {
        for (word, expected) in [
            ("大學", "the dictionary's word 「大學」, which it reads in no other way"),
            ("", "read by rule, in no other way"),
        ] {
            let only = candidate("tāi-ha̍k", None, 0b1, 255);
            let token = Token {
                surface: "大学".into(),
                origin: Origin::Word,
                confidence: 254,
                candidates: vec![only.clone()],
                grouping: Default::default(),
            };
            let reasons = vec![reason(ReasonKind::Word, word, 0.0)];
            let explanation = Explanation {
                surface: "大学".into(),
                candidates: vec![Weighed { candidate: only, weight: 0.0, reasons }],
                rivals: vec![],
            };
            let explained = Explained { token, explanation: Some(explanation), line: 1, at: 1 };
            let text = written(&explained, &Style::default(), &sources());
            assert!(text.ends_with(&format!("  first\n      {expected}\n")), "{text}");
        }
    }

    #[test]
    fn what_nothing_reads_is_said_to_be_unknown() {
        let token = Token {
            surface: "\u{2A6D6}".into(),
            origin: Origin::Unknown,
            confidence: 0,
            candidates: vec![],
            grouping: Default::default(),
        };
        let explained = Explained { token, explanation: None, line: 1, at: 1 };
        let text = written(&explained, &Style::default(), &sources());
        assert_eq!(text, "\u{2A6D6}  line 1, character 1: unknown, no source reads it\n");
    }
}
