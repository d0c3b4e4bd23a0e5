//! What the reader wants, put in its places: words are cut and joined first, then come the readings of
//! words wherever they stand, then those of single places.
//!
//! The tone groups of the engine stay: cutting changes no tone, and only what the reader joins is
//! spoken as one word.

mod seams;
mod words;

use thakim_document::{Candidate, Origin, Paragraph, Sources, Token, units};
use thakim_phonology::Reading;
use thakim_phonology::sandhi::{Grouping, Juncture};

use super::marks::{ArticleWord, Correction, Seam, SeamKind};

pub use seams::joined;
pub use words::{Places, places};

/// What of the reader's wishes concerns some paragraphs.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Wanted<'m> {
    /// Where words are cut and joined, by rising place.
    pub seams: &'m [Seam],
    /// Words that are read otherwise wherever they stand, by their characters.
    pub words: &'m [ArticleWord],
    /// Readings of single places, by rising place. They count for more than those of words.
    pub corrections: &'m [Correction],
}

impl Wanted<'_> {
    /// Whether nothing is wanted.
    pub fn is_empty(&self) -> bool {
        self.seams.is_empty() && self.words.is_empty() && self.corrections.is_empty()
    }
}

/// Puts what is wanted into the paragraphs of a chunk that begins at this `char` of the text. Gives the
/// places (`Correction::at`) of those corrections whose characters do not stand there.
pub fn apply(paragraphs: &mut [Paragraph], start: u32, wanted: Wanted<'_>) -> Vec<u32> {
    let mut lost = Vec::new();
    if wanted.is_empty() {
        return lost;
    }
    let mut corrections = wanted.corrections.iter().peekable();
    let mut seams = wanted.seams;
    let mut begin = start;
    for paragraph in paragraphs {
        let end = begin + length(paragraph);
        let (here, behind) = seams.split_at(seams.partition_point(|seam| seam.at < end));
        seams = behind;
        let mut cut = Vec::new();
        for seam in here {
            let at = seam.at.checked_sub(begin).map(|at| at as usize);
            if let Some(at) = at
                && seams::set(&mut paragraph.tokens, at, seam).is_some()
                && seam.kind == SeamKind::Split
            {
                cut.push(at);
            }
        }
        if !wanted.words.is_empty() {
            words::put(&mut paragraph.tokens, wanted.words, &cut);
        }
        while let Some(correction) = corrections.next_if(|next| next.at < end) {
            let at = correction.at.checked_sub(begin);
            if at.and_then(|at| put(&mut paragraph.tokens, at as usize, correction)).is_none() {
                lost.push(correction.at);
            }
        }
        begin = end;
    }
    lost.extend(corrections.map(|correction| correction.at));
    lost
}

/// The length of a paragraph with its line break, in `char`s.
fn length(paragraph: &Paragraph) -> u32 {
    let surfaces = paragraph.tokens.iter().map(|token| token.surface.chars().count());
    (surfaces.sum::<usize>() + paragraph.ending.chars().count()) as u32
}

/// Puts one correction at a `char` of the line. The tokens there may be cut otherwise than when the
/// reading was chosen: what it covers becomes one token, what is left of others stays.
fn put(tokens: &mut Vec<Token>, at: usize, correction: &Correction) -> Option<()> {
    let syllables = correction.reading.len();
    let length = correction.surface.chars().count();
    if length == 0 || units(&correction.surface).count() != syllables {
        return None;
    }
    let mut begin = 0;
    let mut covered = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let end = begin + token.surface.chars().count();
        if end > at && begin < at + length {
            covered.push((index, begin));
        }
        begin = end;
    }
    let (&(first, first_begin), &(last, _)) = (covered.first()?, covered.last()?);
    let text: String = tokens[first..=last].iter().map(|token| token.surface.as_str()).collect();
    let before = byte_of(&text, at - first_begin)?;
    let rest = text[before..].strip_prefix(correction.surface.as_str())?;
    let after = text.len() - rest.len();
    // A character stays with its variation selector.
    let whole = units(&text[..before]).count() + syllables + units(rest).count();
    if tokens[first..=last].iter().any(|token| token.origin == Origin::Other)
        || units(&text).count() != whole
    {
        return None;
    }
    let mut put = Vec::new();
    put.extend(part(&tokens[first], 0, before));
    put.push(corrected(&tokens[first..=last], &correction.surface, &correction.reading));
    let last_begin = text.len() - tokens[last].surface.len();
    put.extend(part(&tokens[last], after - last_begin, tokens[last].surface.len()));
    regroup(&tokens[first..=last], &mut put);
    tokens.splice(first..=last, put);
    Some(())
}

/// The byte of the `char` at this index; the end counts as one.
fn byte_of(text: &str, index: usize) -> Option<usize> {
    text.char_indices().map(|(byte, _)| byte).chain([text.len()]).nth(index)
}

/// The token of a reading that the reader chose for the characters of some tokens, or of a part of
/// them. Its grouping is still to be said.
fn corrected(tokens: &[Token], surface: &str, reading: &Reading) -> Token {
    let mut candidates = match tokens {
        // The other readings of the same word stay to choose from.
        [token] if token.surface == surface => token.candidates.clone(),
        _ => Vec::new(),
    };
    let known = candidates.iter().position(|known| known.reading == *reading);
    let chosen = match known {
        Some(index) => candidates.remove(index),
        None => written(reading.clone()),
    };
    candidates.insert(0, chosen);
    Token {
        surface: surface.to_owned(),
        origin: Origin::Corrected,
        confidence: u8::MAX,
        candidates,
        grouping: Grouping::default(),
    }
}

/// Tone groups end where they ended before, however the tokens are cut now; but not between words that
/// the reader has made one.
fn regroup(before: &[Token], after: &mut [Token]) {
    let syllables = |token: &Token| token.units().count();
    let ends = |tokens: &[Token]| -> Vec<usize> {
        let add = |sum: &mut usize, token: &Token| {
            *sum += syllables(token);
            Some(*sum)
        };
        tokens.iter().scan(0, add).collect()
    };
    let kept = ends(after);
    let total = before.iter().map(syllables).sum();
    let mut all = Grouping::then(Juncture::Bound);
    let mut count = 0;
    for (token, end) in before.iter().zip(ends(before)) {
        let mut grouping = token.grouping;
        if !kept.contains(&end) && end < total {
            grouping.then = Juncture::Open;
        }
        all = all.join(count, grouping);
        count = end;
    }
    let Some((last, others)) = after.split_last_mut() else { return };
    for token in others {
        (token.grouping, all) = all.split(syllables(token));
    }
    last.grouping = all;
}

/// A reading that no source gives.
fn written(reading: Reading) -> Candidate {
    Candidate { reading, label: None, sources: Sources::default(), share: 0, derived: false }
}

/// What is left of a token between two bytes of its surface; nothing where they are the same.
fn part(token: &Token, from: usize, to: usize) -> Option<Token> {
    let surface = token.surface.get(from..to).filter(|surface| !surface.is_empty())?.to_owned();
    let skipped = units(&token.surface[..from]).count();
    let taken = units(&surface).count();
    let mut candidates: Vec<Candidate> = Vec::new();
    for candidate in &token.candidates {
        let syllables = candidate.reading.syllables().get(skipped..skipped + taken);
        let reading = syllables.and_then(|syllables| Reading::new(syllables.to_vec()));
        let Some(reading) = reading else { continue };
        if !candidates.iter().any(|known| known.reading == reading) {
            candidates.push(Candidate { reading, ..candidate.clone() });
        }
    }
    let origin = match token.origin {
        Origin::Word if taken == 1 => Origin::Character,
        origin => origin,
    };
    let (confidence, grouping) = (token.confidence, token.grouping);
    Some(Token { surface, origin, confidence, candidates, grouping })
}

#[cfg(test)]
mod tests {
    use thakim_phonology::Notation;

    use super::*;

    fn reading(text: &str) -> Reading {
        Notation::Tl.parse(text).expect("a reading in 臺羅")
    }

    fn word(surface: &str, readings: &[&str]) -> Token {
        let candidates = readings.iter().map(|text| written(reading(text))).collect();
        Token { origin: Origin::Word, confidence: 99, candidates, ..Token::other(surface) }
    }

    fn correction(at: u32, surface: &str, text: &str) -> Correction {
        Correction { at, surface: surface.into(), reading: reading(text) }
    }

    fn only(corrections: &[Correction]) -> Wanted<'_> {
        Wanted { corrections, ..Wanted::default() }
    }

    /// The tokens of 「我去臺灣銀行。」 and a second line 「行」 after one correction, as `surface(reading)`,
    /// corrected ones with a star; and what was lost.
    fn check(correction: Correction, expected: &str, lost: &[u32]) {
        let tokens = vec![
            word("我", &["guá"]),
            word("去", &["khì", "khù"]),
            word("臺灣", &["tâi-uân"]),
            word("銀行", &["gîn-hâng"]),
            Token::other("。"),
        ];
        let paragraph =
            |tokens, ending: &str| Paragraph { tokens, ending: ending.into(), classical: false };
        let second = vec![word("行", &["kiânn", "hîng"])];
        let mut paragraphs = [paragraph(tokens, "\r\n"), paragraph(second, "")];
        let text: String = paragraphs.iter().map(Paragraph::text).collect();
        assert_eq!(apply(&mut paragraphs, 100, only(&[correction])), lost);
        let after: String = paragraphs.iter().map(Paragraph::text).collect();
        assert_eq!(text, after, "the text is never touched");
        let write = |token: &Token| {
            let star = if token.origin == Origin::Corrected { "*" } else { "" };
            let written = |reading| Notation::Tl.write(reading, &Default::default());
            format!("{star}{}({})", token.surface, token.reading().map_or(String::new(), written))
        };
        let tokens: Vec<String> =
            paragraphs.iter().flat_map(|paragraph| &paragraph.tokens).map(write).collect();
        assert_eq!(tokens.join(" "), expected);
    }

    const UNTOUCHED: &str = "我(guá) 去(khì) 臺灣(tâi-uân) 銀行(gîn-hâng) 。() 行(kiânn)";

    #[test]
    fn a_word_gets_its_reading_and_keeps_the_others() {
        check(
            correction(101, "去", "khù"),
            "我(guá) *去(khù) 臺灣(tâi-uân) 銀行(gîn-hâng) 。() 行(kiânn)",
            &[],
        );
        // Behind a line break of two characters.
        check(
            correction(109, "行", "hîng"),
            "我(guá) 去(khì) 臺灣(tâi-uân) 銀行(gîn-hâng) 。() *行(hîng)",
            &[],
        );
        let mut paragraphs =
            [Paragraph { tokens: vec![word("去", &["khì", "khù"])], ..Paragraph::default() }];
        apply(&mut paragraphs, 0, only(&[correction(0, "去", "khù")]));
        let readings: Vec<_> =
            paragraphs[0].tokens[0].candidates.iter().map(|one| one.reading.clone()).collect();
        assert_eq!(readings, [reading("khù"), reading("khì")]);
    }

    #[test]
    fn words_that_are_cut_otherwise_now_are_joined_or_parted() {
        check(
            correction(101, "去臺", "khì-tâi"),
            "我(guá) *去臺(khì-tâi) 灣(uân) 銀行(gîn-hâng) 。() 行(kiânn)",
            &[],
        );
        check(
            correction(105, "行", "hâng"),
            "我(guá) 去(khì) 臺灣(tâi-uân) 銀(gîn) *行(hâng) 。() 行(kiânn)",
            &[],
        );
        check(
            correction(102, "臺灣銀行", "tâi-uân-gîn-hâng"),
            "我(guá) 去(khì) *臺灣銀行(tâi-uân-gîn-hâng) 。() 行(kiânn)",
            &[],
        );
    }

    #[test]
    fn what_is_not_there_any_more_is_named() {
        for lost in [
            correction(100, "去", "khì"),
            correction(105, "行。", "hâng-hâng"),
            correction(101, "去臺", "khì"),
            correction(109, "行路", "kiânn-lōo"),
            correction(300, "行", "kiânn"),
            correction(107, "行", "kiânn"),
        ] {
            let at = lost.at;
            check(lost, UNTOUCHED, &[at]);
        }
    }

    #[test]
    fn a_character_keeps_its_selector() {
        let tokens = || vec![word("學\u{E0100}生", &["ha̍k-sing"])];
        let mut paragraphs = [Paragraph { tokens: tokens(), ..Paragraph::default() }];
        assert_eq!(apply(&mut paragraphs, 0, only(&[correction(0, "學", "o̍h")])), [0]);
        assert_eq!(paragraphs[0].tokens, tokens());
        assert!(apply(&mut paragraphs, 0, only(&[correction(0, "學\u{E0100}", "o̍h")])).is_empty());
        assert_eq!(paragraphs[0].tokens.len(), 2);
    }
}
