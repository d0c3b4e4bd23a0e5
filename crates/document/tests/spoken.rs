//! The tones of a paragraph as spoken.

use expect_test::{Expect, expect};
use thakim_document::export::{Style, inline, readings, ruby_html, tsv_rows};
use thakim_document::{Candidate, Origin, Paragraph, Sources, Token};
use thakim_phonology::sandhi::{Accent, Grouping, Mode, NeutralForm, Speech};
use thakim_phonology::{Notation, WriteOptions};

fn token(surface: &str, reading: &str, grouping: Grouping) -> Token {
    let candidate = |written: &str| Candidate {
        reading: Notation::Tl.parse(written).expect("a reading in 臺羅"),
        label: None,
        sources: Sources(1),
        share: 100,
        derived: false,
    };
    Token {
        origin: Origin::Word,
        confidence: 255,
        candidates: reading.split('|').map(candidate).collect(),
        grouping,
        ..Token::other(surface)
    }
}

/// 氣 and 去 sound alike; only 去 changes twice.
fn paragraph() -> Paragraph {
    Paragraph {
        tokens: vec![
            token("氣", "khì", Grouping::OPEN),
            token("人", "lâng|jîn", Grouping::END),
            Token::other(" \"PC\" "),
            token("欲", "beh", Grouping::OPEN),
            token("去", "khì", Grouping::OPEN),
            token("新竹的", "Sin-tik-ê", Grouping::PAUSE.with_end_behind(1)),
            token("矣", "--ah", Grouping::PAUSE),
            Token::other("。"),
        ],
        ..Paragraph::default()
    }
}

fn style(mode: Mode, accent: Accent) -> Style {
    let speech = Speech::of(mode, accent);
    Style { options: WriteOptions::NUMBERS, speech, ..Style::default() }
}

fn check(style: &Style, expected: Expect) {
    expected.assert_eq(&readings(&paragraph(), style));
}

#[test]
fn each_mode_and_accent() {
    let auto = Mode::Auto;
    check(
        &style(Mode::None, Accent::South),
        expect![[r#"khi3 lang5 "PC" beh4 khi3 Sin1-tik4-e5--ah4。"#]],
    );
    check(
        &style(auto, Accent::South),
        expect![[r#"khi2 lang5 "PC" be1 khi1 Sin7-tik4-e5--ah4。"#]],
    );
    check(
        &style(auto, Accent::North),
        expect![[r#"khi2 lang5 "PC" be2 khi2 Sin7-tik4-e5--ah4。"#]],
    );
    check(
        &style(Mode::AllButLast, Accent::South),
        expect![[r#"khi2 lang7 "PC" be2 khi2 Sin7-tik8-e5--ah4。"#]],
    );
    check(
        &style(Mode::All, Accent::North),
        expect![[r#"khi2 lang3 "PC" be2 khi2 Sin7-tik8-e3--ah4。"#]],
    );
    let mut zero = style(auto, Accent::South);
    zero.speech.neutral = NeutralForm::Zero;
    check(&zero, expect![[r#"khi2 lang5 "PC" be1 khi1 Sin7-tik4-e5--ah0。"#]]);
}

#[test]
fn every_export_shows_them() {
    let style = style(Mode::Auto, Accent::South);
    expect![[r#"氣(khi2)人(lang5) "PC" 欲(be1)去(khi1)新(Sin7)竹(tik4)的(e5)矣(--ah4)。"#]]
        .assert_eq(&inline(&paragraph(), &style));
    assert!(ruby_html(&paragraph(), &style).contains("\">Sin7</rt>"));
    let rows = tsv_rows(&paragraph(), 1, &style);
    // Alternatives stay citation forms.
    assert!(rows.contains("人\tlang5\tword\t\t100\tjin5\n"), "{rows}");
    assert!(rows.contains("欲\tbe1\t"), "{rows}");
}

#[test]
fn in_no_mode_nothing_is_copied() {
    let paragraph = paragraph();
    let spoken = paragraph.spoken(&Speech::CITATION);
    assert_eq!(spoken.len(), paragraph.tokens.len());
    for (token, spoken) in paragraph.tokens.iter().zip(spoken) {
        assert_eq!(token.reading(), spoken.as_deref());
        assert!(matches!(spoken, None | Some(std::borrow::Cow::Borrowed(_))));
    }
}
