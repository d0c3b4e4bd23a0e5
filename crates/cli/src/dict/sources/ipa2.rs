//! ipa2: words of Wiktionary in the IPA of Xiamen (廈門).
//!
//! Only words that no source before it has: what Xiamen says otherwise for the rest is a matter of
//! accents. Where taibun has a regional pair for a character (人 jîn/lîn, 火 hué/hé) and Xiamen its
//! second side, the first side is taken, as everywhere in the main layer. A character that taibun
//! knows as a simplified form is not taken by itself: a text with 适 means 適 and not kuat.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use thakim_phonology::{Final, Initial, Reading, Spoken, Syllable};

use super::{Source, ipa};
use crate::dict::archive::Package;
use crate::dict::error::ImportError;
use crate::dict::known::Known;
use crate::dict::reading::{han_word, spelt, syllables};
use crate::dict::report::{Compared, Reason};
use crate::dict::tables::{Remark, Tables};

pub(super) const SOURCE: Source = Source {
    name: "ipa2",
    title: "ipa2: words of Wiktionary in the IPA of Xiamen",
    layer: "main",
    licence: "CC-BY-SA-4.0; the package that carries the file, MIT",
    attribution: "The contributors of Wiktionary, as packed in ipa2; changed: IPA turned into \
                  citation syllables, and these into the first side of taibun's regional pairs",
    left_out: "Words and characters that a source of the main layer before it has; characters that \
               taibun has as simplified forms of others. IPA that is no syllable of the table, and \
               words whose syllables are not as many as their characters.",
    derived: false,
    rows: "words with a pronunciation",
    read,
};

const MEMBER: &str = "ipa2/data/nan.tsv";

fn read(package: &Package, dict: &Path) -> Result<Tables, ImportError> {
    let needed = dict.join("taibun/words.tsv");
    if !needed.is_file() {
        return Err(ImportError::ImportFirst { needed, before: "taibun", name: SOURCE.name });
    }
    let simplified = simplified(&dict.join("taibun/variants.tsv"))?;
    tables(&package.read_text(MEMBER)?, &Known::main_layer(dict, SOURCE.name)?, &simplified)
}

/// The characters that a table of variants has as simplified forms.
fn simplified(path: &Path) -> Result<BTreeSet<String>, ImportError> {
    let text = fs::read_to_string(path).map_err(ImportError::io(path))?;
    let lines = text.lines().filter(|line| line.ends_with("\tsimplified"));
    Ok(lines.filter_map(|line| line.split('\t').next()).map(str::to_owned).collect())
}

fn tables(text: &str, known: &Known, simplified: &BTreeSet<String>) -> Result<Tables, ImportError> {
    let mut tables = Tables::default();
    let Tables { words, report, .. } = &mut tables;
    let mut compared = Compared::default();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let (word, ipa) = line
            .split_once('\t')
            .ok_or_else(|| ImportError::malformed(MEMBER, "a word, a tab, IPA")(line))?;
        let reading = match general(word, ipa, known) {
            Ok(reading) => reading,
            Err(reason) => {
                report.reject(reason, word, 1);
                continue;
            }
        };
        let others = known.readings(word);
        if others.is_empty() && simplified.contains(word) {
            report.reject(Reason::Simplified, word, 1);
        } else if others.is_empty() {
            words.take(report, word, &spelt(&reading), Remark::default());
        } else {
            compare(&mut compared, &reading, others);
            report.reject(Reason::Known, word, 1);
        }
    }
    report.compare(compared);
    Ok(tables)
}

/// The reading of a word in the accent of the main layer.
fn general(word: &str, ipa: &str, known: &Known) -> Result<Reading, Reason> {
    let word = han_word(word)?;
    let syllables = ipa::syllables(ipa).ok_or(Reason::UnknownSound)?;
    if syllables.len() != word.chars().count() {
        return Err(Reason::Misaligned);
    }
    let spoken = word
        .chars()
        .zip(syllables)
        .map(|(character, own)| Spoken::plain(known.first_side(character, own).unwrap_or(own)));
    Reading::new(spoken.collect()).ok_or(Reason::NoReading)
}

fn compare(compared: &mut Compared, reading: &Reading, others: &[Reading]) {
    let own = syllables(reading);
    let others: Vec<Vec<Syllable>> = others.iter().map(syllables).collect();
    compared.readings += 1;
    if others.contains(&own) {
        compared.same += 1;
    } else if others.iter().any(|other| toneless(other) == toneless(&own)) {
        compared.same_but_tones += 1;
    }
}

fn toneless(syllables: &[Syllable]) -> Vec<(Initial, Final)> {
    syllables.iter().map(|syllable| (syllable.initial(), syllable.rime())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_is_new_and_compares_the_rest() {
        let folder = tempfile::tempdir().unwrap();
        let taibun = folder.path().join("taibun");
        std::fs::create_dir(&taibun).unwrap();
        let table = "word\treading\tlabel\taccent\tcount\n\
                     人\tjîn\t\t1\t\n人\tlîn\t\t2\t\n火\thué\t\t1\t\n火\thé\t\t2\t\n\
                     草\ttsháu\t\t\t\n草\ttshó\t\t\t\n";
        std::fs::write(taibun.join("words.tsv"), table).unwrap();
        let variants = "character\tstands_for\tkind\n适\t適\tsimplified\n台\t臺\tvariant\n";
        std::fs::write(taibun.join("variants.tsv"), variants).unwrap();
        let known = Known::source(folder.path(), "taibun").unwrap();
        let simplified = simplified(&taibun.join("variants.tsv")).unwrap();
        let file = "适\tkuat̚³²\n㔂\tlan²⁴\n常人\tɕiɔŋ²⁴⁻²²lin²⁴\n火\the⁵³\n草\tt͡sʰaʊ²¹\n草\tt͡sʰɔ⁵³\n\
                    糍\tt͡sɯ²⁴\n啥人\tɕiaŋ²⁴\nA\ta⁴⁴\n";
        let tables = tables(file, &known, &simplified).unwrap();
        assert_eq!(
            tables.files()[0].1.as_deref().unwrap(),
            "word\treading\tlabel\taccent\tcount\n㔂\tlân\t\t\t\n常人\tsiông-jîn\t\t\t\n"
        );
        let reasons = [
            Reason::Known,
            Reason::Simplified,
            Reason::UnknownSound,
            Reason::Misaligned,
            Reason::NotHan,
        ];
        assert_eq!(reasons.map(|reason| tables.report.rejected(reason)), [3, 1, 1, 1, 1]);
        let report = toml::to_string(&tables.report.finish("", tables.sizes())).unwrap();
        assert!(report.contains("readings = 3\nsame = 1\nsame_but_tones = 1"), "{report}");
    }

    #[test]
    fn a_line_without_a_tab_is_an_error() {
        let error =
            tables("㔂 lan²⁴", &Known::default(), &BTreeSet::new()).err().unwrap().to_string();
        assert!(error.contains("㔂 lan²⁴"), "{error}");
    }
}
