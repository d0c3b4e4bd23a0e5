//! Looking for a query in a text that comes piece by piece.

use thakim_document::Paragraph;
use thakim_document::export::Style;

use super::Query;
use super::atoms::{self, Atom};
use super::query::Tried;

/// A place where the query stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Match {
    /// Where it begins, in `char`s of the text.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
}

/// Looks for a query in one paragraph after the other. What is found stands apart, the first and
/// longest first; it may begin in one paragraph and end in the next.
#[derive(Debug)]
pub struct Seeker {
    query: Query,
    style: Style,
    /// What has come and is not decided yet.
    pending: Vec<Atom>,
}

impl Seeker {
    /// A seeker at the beginning of a text whose readings are shown in this style.
    pub fn new(query: Query, style: Style) -> Seeker {
        Seeker { query, style, pending: Vec::new() }
    }

    /// Takes the next paragraphs, which begin at this `char` of the text, and appends what they
    /// decide.
    pub fn push(&mut self, paragraphs: &[Paragraph], from: u32, found: &mut Vec<Match>) {
        let mut at = from;
        for paragraph in paragraphs {
            atoms::push(&mut self.pending, paragraph, at, &self.style);
            let surfaces = paragraph.tokens.iter().map(|token| token.surface.chars().count());
            at += (surfaces.sum::<usize>() + paragraph.ending.chars().count()) as u32;
        }
        self.decide(false, found);
    }

    /// The text has ended.
    pub fn finish(mut self, found: &mut Vec<Match>) {
        self.decide(true, found);
    }

    fn decide(&mut self, is_all: bool, found: &mut Vec<Match>) {
        let mut at = 0;
        while at < self.pending.len() {
            let here = &self.pending[at..];
            match self.query.stands_at(here, is_all) {
                Tried::Found(length) => {
                    let (first, last) = (&here[0], &here[length.max(1) - 1]);
                    found.push(Match { from: first.from, to: last.from + last.length });
                    at += length.max(1);
                }
                Tried::Not => at += 1,
                Tried::Open => break,
            }
        }
        self.pending.drain(..at);
    }
}

#[cfg(test)]
mod tests {
    use thakim_document::{Candidate, Origin, Sources, Token};
    use thakim_phonology::sandhi::{Accent, Mode, Speech};
    use thakim_phonology::{Notation, WriteOptions};

    use super::*;

    fn word(surface: &str, reading: &str) -> Token {
        let reading = Notation::Tl.parse(reading).expect("a reading in 臺羅");
        let candidate =
            Candidate { reading, label: None, sources: Sources(1), share: 9, derived: false };
        Token {
            origin: Origin::Word,
            confidence: 255,
            candidates: vec![candidate],
            ..Token::other(surface)
        }
    }

    fn line(tokens: Vec<Token>, ending: &str) -> Paragraph {
        Paragraph { tokens, ending: ending.into(), classical: false }
    }

    /// 我愛臺灣，tâi-oân ê Tâi-gí。 / 我 勿會曉食飯 / 飯。 / (empty) / 伊𠢕̂
    fn text() -> Vec<Paragraph> {
        vec![
            line(
                vec![
                    word("我", "guá"),
                    word("愛", "ài"),
                    word("臺\u{FE00}灣", "Tâi-uân"),
                    Token::other("，ta\u{302}i-oân ê Tâi-gí。"),
                ],
                "\r\n",
            ),
            line(
                vec![
                    word("我", "guá"),
                    Token::other(" "),
                    word("勿會曉", "bē-hiáu"),
                    word("食", "tsia̍h"),
                ],
                "\n",
            ),
            line(vec![word("飯", "pn̄g"), Token::other("。")], "\n"),
            line(vec![], "\n"),
            line(vec![word("伊", "i"), word("會使", "ē--sái"), word("落雨", "lo̍h--hōo")], ""),
        ]
    }

    fn search(
        paragraphs: &[Paragraph],
        query: &str,
        notation: Notation,
        style: Style,
    ) -> Vec<String> {
        let notations =
            [(notation, WriteOptions::default()), (Notation::Tl, WriteOptions::default())];
        let Some(query) = Query::new(query, &notations) else { return Vec::new() };
        let whole: Vec<char> =
            paragraphs.iter().flat_map(|one| one.text().chars().collect::<Vec<_>>()).collect();
        // However the text comes, what is found is the same.
        let found = |size: usize| {
            let mut seeker = Seeker::new(query.clone(), style);
            let mut found = Vec::new();
            let mut at = 0;
            for piece in paragraphs.chunks(size) {
                seeker.push(piece, at, &mut found);
                at += piece.iter().map(|one| one.text().chars().count()).sum::<usize>() as u32;
            }
            seeker.finish(&mut found);
            found
        };
        let all = found(paragraphs.len());
        assert_eq!(found(1), all, "piece by piece");
        all.iter().map(|one| whole[one.from as usize..one.to as usize].iter().collect()).collect()
    }

    fn check(query: &str, expected: &[&str]) {
        let found = search(&text(), query, Notation::Poj, Style::default());
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn characters_are_found_with_what_belongs_to_them() {
        check("我", &["我", "我"]);
        check("臺灣", &["臺\u{FE00}灣"]);
        check("愛臺", &["愛臺\u{FE00}"]);
        check("台灣", &[]);
        check("會", &["會", "會"]);
        check("", &[]);
        check("  ", &[]);
        check("。", &["。", "。"]);
        check(",", &["，"]);
        check("-", &["-", "-"]);
    }

    #[test]
    fn readings_are_found_with_and_without_tones() {
        check("guá", &["我", "我"]);
        check("gua", &["我", "我"]);
        check("gua2", &["我", "我"]);
        check("goá", &["我", "我"]);
        check("GUÁ", &["我", "我"]);
        check("gu\u{E0}", &[]);
        check("gua3", &[]);
        check("hiau2", &["曉"]);
        check("tsiah8", &["食"]);
        check("chia̍h", &["食"]);
        check("tsiah", &["食"]);
    }

    #[test]
    fn several_syllables_are_found_across_words_spaces_and_lines() {
        for query in ["guá-ài", "gua ai", "guaai", "guá2", "gua--ai"] {
            let expected: &[&str] = if query == "guá2" { &[] } else { &["我愛"] };
            check(query, expected);
        }
        check("tai uan", &["臺\u{FE00}灣"]);
        check("TÂI-UÂN", &["臺\u{FE00}灣"]);
        check("tâi5", &[]);
        check("guá bē", &["我 勿會"]);
        check("guá bē hiáu", &["我 勿會曉"]);
        check("tsia̍h-pn̄g", &["食\n飯"]);
        check("食飯", &["食\n飯"]);
        check("食 飯", &["食\n飯"]);
        // Neither over a stop nor over an empty line.
        check("pn̄g i", &[]);
        check("飯伊", &[]);
        check("灣我", &[]);
    }

    #[test]
    fn letters_of_the_text_are_found_in_either_normal_form() {
        // In 白話字 臺灣 is tâi-oân too.
        check("tâi-oân", &["臺\u{FE00}灣", "ta\u{302}i-oân"]);
        check("ta\u{302}i-oa\u{302}n", &["臺\u{FE00}灣", "ta\u{302}i-oân"]);
        check("tâi", &["臺\u{FE00}", "ta\u{302}i", "Tâi"]);
        check("tai", &["臺\u{FE00}", "ta\u{302}i", "Tâi"]);
        check("taigi", &["Tâi-gí"]);
        check("tāi", &[]);
    }

    #[test]
    fn characters_and_readings_may_be_mixed() {
        check("我ài", &["我愛"]);
        check("bē曉", &["勿會曉"]);
        check("tsia̍h飯", &["食\n飯"]);
    }

    #[test]
    fn neutral_syllables_are_found_by_either_tone() {
        check("ē--sái", &["會使"]);
        check("e-sai", &["會使"]);
        check("sai2", &["使"]);
        check("sai0", &["使"]);
        check("loh hoo0", &["落雨"]);
        check("ai0", &[]);
    }

    #[test]
    fn tones_of_speech_are_found_where_they_are_shown() {
        let speech = Speech::of(Mode::All, Accent::default());
        let spoken = Style { speech, ..Style::default() };
        let paragraphs = [line(vec![word("臺灣", "Tâi-uân"), word("人", "lâng")], "")];
        for query in ["tâi-uân", "tāi-uān"] {
            assert_eq!(search(&paragraphs, query, Notation::Tl, spoken), ["臺灣"], "{query}");
        }
        assert_eq!(search(&paragraphs, "tāi", Notation::Tl, Style::default()), [""; 0]);
    }

    #[test]
    fn what_is_found_stands_apart() {
        let words = || vec![word("人", "lâng"), word("人", "lâng"), word("人", "lâng")];
        let found = search(&[line(words(), "")], "人人", Notation::Tl, Style::default());
        assert_eq!(found, ["人人"]);
    }
}
