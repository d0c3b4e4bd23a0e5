//! The forms in which a text is taken elsewhere: lines, signs of the form in the text, parts of a text.

use expect_test::{Expect, expect};
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use thakim_document::export::{
    Font, Form, Head, MARK, Page, SCRIPT_HASH, STYLE_HASH, Style, Writer, push_json,
};
use thakim_document::{Candidate, Origin, Paragraph, Sources, Token, units};
use thakim_phonology::Notation;
use thakim_phonology::sandhi::{Accent, Grouping, Juncture, Mode, Speech};

/// A token with this reading in 臺羅, or none.
fn token(surface: &str, reading: &str) -> Token {
    let candidates = Notation::Tl.parse(reading).ok().map(|reading| Candidate {
        reading,
        label: None,
        sources: Sources(1),
        share: 255,
        derived: false,
    });
    let origin = match (&candidates, surface.chars().count()) {
        (None, _) => Origin::Other,
        (Some(_), 1) => Origin::Character,
        (Some(_), _) => Origin::Word,
    };
    Token {
        surface: surface.into(),
        origin,
        confidence: 255,
        candidates: candidates.into_iter().collect(),
        grouping: Grouping::default(),
    }
}

fn paragraph(tokens: &[(&str, &str)], ending: &str) -> Paragraph {
    let tokens = tokens.iter().map(|(surface, reading)| token(surface, reading)).collect();
    Paragraph { tokens, ending: ending.into(), classical: false }
}

/// Two lines, an empty one, a cut one without an end.
fn text() -> Vec<Paragraph> {
    vec![
        paragraph(
            &[
                ("臺灣", "Tâi-uân"),
                ("人", "lâng"),
                ("，", ""),
                ("我", "guá"),
                ("愛", "ài"),
                ("你。", ""),
            ],
            "\r\n",
        ),
        paragraph(&[("  - ", ""), ("入來", "ji̍p--lâi"), ("！", "")], "\n"),
        paragraph(&[], "\n"),
        paragraph(&[("<b>&amp; *x* ", ""), ("好", "hó")], ""),
        paragraph(&[("無", "bô"), ("？", "")], ""),
    ]
}

fn written(form: Form, paragraphs: &[Paragraph]) -> String {
    let mut writer = Writer::new(form, Style::default());
    let mut out = String::new();
    for paragraph in paragraphs {
        writer.push(&mut out, paragraph);
    }
    writer.finish(&mut out);
    out
}

fn check(form: Form, expected: Expect) {
    // Source files are not the place for carriage returns.
    expected.assert_eq(&written(form, &text()).replace('\r', "\\r"));
}

#[test]
fn as_it_is() {
    let joined: String = text().iter().map(Paragraph::text).collect();
    assert_eq!(written(Form::Characters, &text()), joined);
}

#[test]
fn with_readings_behind() {
    check(
        Form::Inline,
        expect![[r#"
            臺(Tâi)灣(uân)人(lâng)，我(guá)愛(ài)你。\r
              - 入(ji̍p)來(--lâi)！

            <b>&amp; *x* 好(hó)無(bô)？"#]],
    );
}

#[test]
fn readings_alone() {
    check(
        Form::Readings,
        expect![[r#"
            Tâi-uân lâng，guá ài 你。\r
              - ji̍p--lâi！

            <b>&amp; *x* hóbô？"#]],
    );
}

#[test]
fn readings_over_characters() {
    check(
        Form::Lines,
        expect![[r#"
            Tâi-uân lâng，guá ài 你。
            臺灣    人  ，我  愛 你。\r

              - ji̍p--lâi！
              - 入來    ！


            <b>&amp; *x* hó bô？
            <b>&amp; *x* 好 無？"#]],
    );
}

#[test]
fn long_lines_are_wrapped_between_words() {
    let sentence =
        [("臺灣", "Tâi-uân"), ("人", "lâng"), ("「", ""), ("有影", "ū-iánn"), ("」，", "")];
    let line: Vec<_> = std::iter::repeat_n(sentence, 5).flatten().collect();
    let lines = written(Form::Lines, &[paragraph(&line, "\n")]);
    expect![[r#"
        Tâi-uân lâng「ū-iánn」，Tâi-uân lâng「ū-iánn」，Tâi-uân lâng「ū-iánn」，
        臺灣    人  「有影  」，臺灣    人  「有影  」，臺灣    人  「有影  」，
        Tâi-uân lâng「ū-iánn」，Tâi-uân lâng「ū-iánn」，
        臺灣    人  「有影  」，臺灣    人  「有影  」，
    "#]]
    .assert_eq(&lines);
    let below: String = lines.lines().skip(1).step_by(2).collect();
    assert_eq!(below.replace(' ', ""), "臺灣人「有影」，".repeat(5));
}

#[test]
fn as_html() {
    check(
        Form::Html,
        expect![[r#"
        <p lang="nan-Hant-TW"><span class="w"><ruby>臺<rp>(</rp><rt lang="nan-Latn-tailo">Tâi</rt><rp>)</rp></ruby><ruby>灣<rp>(</rp><rt lang="nan-Latn-tailo">uân</rt><rp>)</rp></ruby></span><span class="w"><ruby>人<rp>(</rp><rt lang="nan-Latn-tailo">lâng</rt><rp>)</rp></ruby></span>，<span class="w"><ruby>我<rp>(</rp><rt lang="nan-Latn-tailo">guá</rt><rp>)</rp></ruby></span><span class="w"><ruby>愛<rp>(</rp><rt lang="nan-Latn-tailo">ài</rt><rp>)</rp></ruby></span>你。</p>
        <p lang="nan-Hant-TW">&nbsp;&nbsp;- <span class="w"><ruby>入<rp>(</rp><rt lang="nan-Latn-tailo">ji̍p</rt><rp>)</rp></ruby><ruby>來<rp>(</rp><rt lang="nan-Latn-tailo">--lâi</rt><rp>)</rp></ruby></span>！</p>
        <p lang="nan-Hant-TW"><br></p>
        <p lang="nan-Hant-TW">&lt;b&gt;&amp;amp; *x* <span class="w"><ruby>好<rp>(</rp><rt lang="nan-Latn-tailo">hó</rt><rp>)</rp></ruby></span><span class="w"><ruby>無<rp>(</rp><rt lang="nan-Latn-tailo">bô</rt><rp>)</rp></ruby></span>？</p>
    "#]],
    );
    // What is less than a line is no paragraph.
    let word = [paragraph(&[("好", "hó")], "")];
    assert_eq!(
        written(Form::Html, &word),
        "<span class=\"w\"><ruby>好<rp>(</rp><rt lang=\"nan-Latn-tailo\">hó</rt><rp>)</rp></ruby></span>"
    );
}

#[test]
fn as_markdown() {
    check(
        Form::Markdown,
        expect![[r#"
        <ruby>臺<rp>(</rp><rt>Tâi</rt><rp>)</rp></ruby><ruby>灣<rp>(</rp><rt>uân</rt><rp>)</rp></ruby><ruby>人<rp>(</rp><rt>lâng</rt><rp>)</rp></ruby>，<ruby>我<rp>(</rp><rt>guá</rt><rp>)</rp></ruby><ruby>愛<rp>(</rp><rt>ài</rt><rp>)</rp></ruby>你。\
        &#32;&#32;\- <ruby>入<rp>(</rp><rt>ji̍p</rt><rp>)</rp></ruby><ruby>來<rp>(</rp><rt>--lâi</rt><rp>)</rp></ruby>！

        &lt;b&gt;&amp;amp; \*x\* <ruby>好<rp>(</rp><rt>hó</rt><rp>)</rp></ruby><ruby>無<rp>(</rp><rt>bô</rt><rp>)</rp></ruby>？"#]],
    );
}

#[test]
fn signs_of_markdown_are_escaped() {
    let plain = |line: &str| written(Form::Markdown, &[paragraph(&[(line, "")], "\n")]);
    for (line, expected) in [
        ("# 題", "\\# 題"),
        ("a # b - c", "a # b - c"),
        ("12. 好", "12\\. 好"),
        ("3) 好", "3\\) 好"),
        ("3.5 好", "3\\.5 好"),
        ("v3.5", "v3.5"),
        ("- 好", "\\- 好"),
        ("===", "\\=\\=\\="),
        ("![圖](x) <img src=x onerror=y>", "!\\[圖\\](x) &lt;img src=x onerror\\=y&gt;"),
        (
            "`c` \\ ~~d~~ |e| $f$ ==g== h^2",
            "\\`c\\` \\\\ \\~\\~d\\~\\~ \\|e\\| \\$f\\$ \\=\\=g\\=\\= h\\^2",
        ),
        ("AT&T &nbsp;", "AT&amp;T &amp;nbsp;"),
        ("    code", "&#32;&#32;&#32;&#32;code"),
        ("\tcode", "&#9;code"),
        ("\u{3000}\u{3000}好", "\u{3000}\u{3000}好"),
    ] {
        assert_eq!(plain(line), format!("{}\n", expected.replace("src=", "src\\=")), "{line}");
    }
}

#[test]
fn line_breaks_of_markdown() {
    let line = |text: &str, ending: &str| paragraph(&[(text, "")], ending);
    let lines =
        [line("甲", "\n"), line("乙", "\n"), line(" ", "\n"), line("", "\n"), line("丙", "\n")];
    assert_eq!(written(Form::Markdown, &lines), "甲\\\n乙\n\n丙\n");
    let lines = [line("", "\n"), line("甲", "")];
    assert_eq!(written(Form::Markdown, &lines), "甲");
}

#[test]
fn forms_have_names() {
    for form in Form::ALL {
        assert_eq!(form.id().parse(), Ok(form));
    }
    assert!("latin".parse::<Form>().is_err_and(|error| error.to_string().contains("two-lines")));
}

#[test]
fn a_part_of_a_line() {
    let line = &text()[0];
    let cut =
        |from: usize, to: usize, form| written(form, &[line.cut(from..to, &Speech::CITATION)]);
    assert_eq!(cut(3, 9, Form::Inline), "灣(uân)人(lâng)");
    assert_eq!(cut(3, 12, Form::Characters), "灣人，");
    assert_eq!(cut(0, 3, Form::Readings), "Tâi");
    // The line break belongs to it when anything behind the text is taken.
    assert_eq!(cut(18, 24, Form::Characters), "你。");
    assert_eq!(cut(18, 25, Form::Characters), "你。\r\n");
    assert_eq!(cut(0, 0, Form::Characters), "");
    // A neutral syllable stays one without those before it.
    let line = &text()[1];
    assert_eq!(written(Form::Inline, &[line.cut(7..13, &Speech::CITATION)]), "來(--lâi)！");
}

#[test]
fn a_part_keeps_the_tones_of_the_whole() {
    let mut line = paragraph(&[("臺灣", "tâi-uân"), ("人", "lâng")], "");
    line.tokens[1].grouping.then = Juncture::End;
    let speech = Speech::of(Mode::Auto, Accent::South);
    let style = Style { speech, ..Style::default() };
    let mut whole = String::new();
    Writer::new(Form::Inline, style).push(&mut whole, &line);
    assert_eq!(whole, "臺(tāi)灣(uān)人(lâng)");
    assert_eq!(written(Form::Inline, &[line.cut(0..6, &speech)]), "臺(tāi)灣(uān)");
}

#[test]
fn a_character_is_never_cut() {
    let line = paragraph(&[("伊勿會", "i-bē"), ("臺\u{E0100}灣", "tâi-uân"), ("é", "")], "");
    let text = line.text();
    for from in 0..text.len() {
        for to in from..=text.len() {
            let part = line.cut(from..to, &Speech::CITATION);
            assert!(text.contains(&part.text()));
            for token in part.tokens {
                let syllables = token.reading().map_or(0, |reading| reading.len());
                assert!(
                    token.origin == Origin::Other || units(&token.surface).count() == syllables
                );
            }
        }
    }
}

fn page(paragraphs: &[Paragraph], head: &Head) -> String {
    let styles =
        [Notation::Tl, Notation::Poj].map(|notation| Style { notation, ..Style::default() });
    let mut page = Page::new(styles.to_vec(), 1);
    let mut out = String::new();
    page.begin(&mut out, head);
    for paragraph in paragraphs {
        page.push(&mut out, paragraph);
    }
    let font = Font { family: "F".into(), range: "U+0-10".into(), data: "AAAA".into() };
    page.finish(&mut out, head, &[font]);
    out
}

/// What stands in a block of JSON.
fn block(page: &str, id: &str) -> serde_json::Value {
    let open = format!("<script type=\"application/json\" id=\"{id}\">");
    let rest = page.split(&open).nth(1).expect("the block is there");
    serde_json::from_str(rest.split("</script>").next().unwrap_or_default()).expect("it is JSON")
}

#[test]
fn a_file_can_show_its_readings_in_other_notations() {
    let page = page(&text(), &Head::default());
    assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"\" {MARK}\"1\"")));
    let readings = block(&page, "thakim-readings");
    let shown: Vec<&str> =
        page.split("<rt>").skip(1).map(|rest| rest.split("</rt>").next().unwrap()).collect();
    let index = readings["index"].as_array().unwrap();
    assert_eq!(shown.len(), index.len());
    for (shown, row) in shown.iter().zip(index) {
        assert_eq!(readings["rows"][row.as_u64().unwrap() as usize][1], **shown);
    }
    let in_tl: Vec<&str> = index
        .iter()
        .map(|row| readings["rows"][row.as_u64().unwrap() as usize][0].as_str().unwrap())
        .collect();
    assert_eq!(in_tl, ["Tâi", "uân", "lâng", "guá", "ài", "ji̍p", "--lâi", "hó", "bô"]);
    assert_eq!(block(&page, "thakim-fonts")[0]["range"], "U+0-10");
}

#[test]
fn a_file_escapes_whatever_came_from_a_person() {
    let evil = "</script><script>alert(1)</script>\"'&amp;<!--";
    let mut article = String::new();
    push_json(&mut article, evil);
    let head = Head {
        title: evil.into(),
        headline: evil.into(),
        about: evil.into(),
        foot: evil.into(),
        colours: evil.into(),
        article,
        ..Head::default()
    };
    let page = page(&[paragraph(&[(evil, "")], "\n")], &head);
    assert_eq!(page.matches("<script").count(), 4, "ours alone");
    assert_eq!(page.matches("<!--").count(), 0);
    assert_eq!(block(&page, "thakim-article"), evil);
}

/// What a policy calls a hash: `sha256-` and base64.
fn hash(text: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digest = Sha256::digest(text.as_bytes());
    let mut out = String::from("sha256-");
    for three in digest.chunks(3) {
        let bits = three.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - three.len()));
        for sixth in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * sixth) & 63) as usize];
            out.push(if sixth <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[test]
fn the_files_policy_names_its_script_and_its_style() {
    let page = page(&[], &Head::default());
    let between = |open: &str, close: &str| {
        page.split(open).nth(1).and_then(|rest| rest.split(close).next()).expect("it is there")
    };
    assert_eq!(STYLE_HASH, hash(between("<style>", "</style>")));
    assert_eq!(SCRIPT_HASH, hash(between("<script>", "</script>")));
    let policy = between("Content-Security-Policy\" content=\"", "\">");
    assert!(policy.contains(STYLE_HASH) && policy.contains(SCRIPT_HASH));
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"));
}

proptest! {
    #[test]
    fn json_of_any_text_is_json_and_safe_in_html(text in any::<String>()) {
        let mut json = String::new();
        push_json(&mut json, &text);
        prop_assert!(!json.contains(['<', '>', '&', '\n', '\r']));
        prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }

    #[test]
    fn parts_join_to_the_whole(cuts in proptest::collection::vec(0usize..40, 0..5)) {
        let line = &text()[0];
        let length = line.text().len();
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut * 3 % (length + 1)).collect();
        cuts.extend([0, 24, 26]);
        cuts.retain(|cut| *cut <= 24 || *cut == 26);
        cuts.sort_unstable();
        let parts = cuts.windows(2).map(|pair| line.cut(pair[0]..pair[1], &Speech::CITATION).text());
        prop_assert_eq!(parts.collect::<String>(), line.text());
    }
}
