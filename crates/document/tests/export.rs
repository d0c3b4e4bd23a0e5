//! What leaves the program, for a small paragraph with everything in it.

use expect_test::{Expect, expect};
use thakim_document::export::{Style, inline, readings, ruby_html, tsv_rows};
use thakim_document::{Candidate, Origin, Paragraph, Sources, Tally, Token};
use thakim_phonology::sandhi::{Grouping, Speech};
use thakim_phonology::{Label, Notation, WriteOptions};

/// A token of the dictionary: its readings in 臺羅, the chosen one first.
fn token(surface: &str, all: &[&str]) -> Token {
    let candidates = all.iter().map(|written| Candidate {
        reading: Notation::Tl.parse(written).expect("a reading in 臺羅"),
        label: (*written == "jîn").then_some(Label::Literary),
        sources: Sources(1),
        share: if all.len() == 1 { 255 } else { 153 },
        derived: false,
    });
    let origin = match surface.chars().count() {
        1 => Origin::Character,
        _ => Origin::Word,
    };
    Token {
        surface: surface.into(),
        origin,
        confidence: if all.len() == 1 { 255 } else { 153 },
        candidates: candidates.collect(),
        grouping: Grouping::default(),
    }
}

fn paragraph() -> Paragraph {
    let unknown = Token {
        surface: "\u{2A6D6}".into(),
        origin: Origin::Unknown,
        confidence: 0,
        candidates: Vec::new(),
        grouping: Grouping::default(),
    };
    Paragraph {
        tokens: vec![
            token("臺灣", &["Tâi-uân"]),
            token("人", &["lâng", "jîn"]),
            Token::other("，<b>\t\"PC\""),
            token("好", &["hó"]),
            token("啊", &["--ah"]),
            unknown,
            Token::other("OK。"),
        ],
        ending: "\n".into(),
        classical: false,
    }
}

fn check(write: impl Fn(&Paragraph, &Style) -> String, style: Style, expected: Expect) {
    expected.assert_eq(&write(&paragraph(), &style));
}

const POJ: Style =
    Style { notation: Notation::Poj, options: WriteOptions::NUMBERS, speech: Speech::CITATION };

#[test]
fn as_readings() {
    check(readings, Style::default(), expect![[r#"Tâi-uân lâng，<b>	"PC"hó--ah 𪛖 OK。"#]]);
    check(readings, POJ, expect![[r#"Tai5-oan5 lang5，<b>	"PC"ho2--ah4 𪛖 OK。"#]]);
}

#[test]
fn as_characters_with_readings() {
    check(
        inline,
        Style::default(),
        expect![[r#"臺(Tâi)灣(uân)人(lâng)，<b>	"PC"好(hó)啊(--ah)𪛖OK。"#]],
    );
}

#[test]
fn as_ruby() {
    check(
        ruby_html,
        Style::default(),
        expect![[
            r#"<span class="w"><ruby>臺<rp>(</rp><rt lang="nan-Latn-tailo">Tâi</rt><rp>)</rp></ruby><ruby>灣<rp>(</rp><rt lang="nan-Latn-tailo">uân</rt><rp>)</rp></ruby></span><span class="w"><ruby>人<rp>(</rp><rt lang="nan-Latn-tailo">lâng</rt><rp>)</rp></ruby></span>，&lt;b&gt;	&quot;PC&quot;<span class="w"><ruby>好<rp>(</rp><rt lang="nan-Latn-tailo">hó</rt><rp>)</rp></ruby></span><span class="w"><ruby>啊<rp>(</rp><rt lang="nan-Latn-tailo">--ah</rt><rp>)</rp></ruby></span><span class="unknown">𪛖</span>OK。"#
        ]],
    );
}

#[test]
fn as_rows() {
    check(
        |paragraph, style| tsv_rows(paragraph, 7, style),
        Style::default(),
        expect![[r#"
            7	臺灣	Tâi-uân	word		100	
            7	人	lâng	character		60	jîn
            7	，<b>\t"PC"		other			
            7	好	hó	character		100	
            7	啊	--ah	character		100	
            7	𪛖		unknown			
            7	OK。		other			
        "#]],
    );
}

#[test]
fn what_is_in_it_is_counted() {
    let mut tally = Tally::default();
    tally.add(&paragraph());
    let expected =
        Tally { chars: 18, lines: 1, han: 6, unknown: 1, uncertain: 1, ..Tally::default() };
    assert_eq!(tally, expected);
}

#[test]
fn the_text_comes_back() {
    assert_eq!(paragraph().text(), "臺灣人，<b>\t\"PC\"好啊\u{2A6D6}OK。\n");
}
