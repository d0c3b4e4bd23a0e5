//! taibun: 台文華文線頂辭典 and iTaigi as words with one reading, characters with all of theirs.

use std::collections::BTreeMap;
use std::path::Path;

use thakim_phonology::{Notation, Reading};

use super::Source;
use crate::dict::archive::Package;
use crate::dict::error::ImportError;
use crate::dict::reading::{syllables, uncapitalised};
use crate::dict::tables::{Accent, Kind, Remark, Tables, Variants};

pub(super) const SOURCE: Source = Source {
    name: "taibun",
    title: "taibun: 台文華文線頂辭典, iTaigi",
    layer: "main",
    licence: "CC-BY-SA-4.0 (台文華文線頂辭典) and CC0-1.0 (iTaigi); the package's code, which is not used, MIT",
    attribution: "台文華文線頂辭典 (Tâi-bûn Hôa-bûn Sòaⁿ-téng Sû-tián) and iTaigi 愛台語, collected in taibun \
                  by Andrei Harbachov; changed: words and characters merged, spelling normalised, \
                  rows refused as REPORT.toml counts",
    left_out: "Words in private-use characters and words whose syllables are not as many as their \
               characters. Mappings between simplified and traditional words: only those between \
               single characters, of which the second is in some word, are variants. Readings of a single character that differ only in \
               a capital.",
    derived: false,
    rows: "readings and character mappings",
    read,
};

/// Variants that may not be read the other way round: 儂 is 人, but 人 is not 儂.
const ONE_WAY: &[char] = &['儂', '菸', '纔', '蔘', '覈', '鍾', '廕'];

fn read(package: &Package, _dict: &Path) -> Result<Tables, ImportError> {
    let words: BTreeMap<String, String> = map(package, "taibun/data/words.msgpack")?;
    let prons: BTreeMap<String, Vec<String>> = map(package, "taibun/data/prons.msgpack")?;
    let traditional: BTreeMap<String, String> = map(package, "taibun/data/traditional.msgpack")?;
    let simplified: BTreeMap<String, String> = map(package, "taibun/data/simplified.msgpack")?;
    let variants: BTreeMap<String, String> = map(package, "taibun/data/vars.msgpack")?;

    let mut tables = Tables::default();
    let Tables { words: out, report, .. } = &mut tables;
    for (word, written) in &words {
        let groups = prons.get(word).map_or(&[][..], Vec::as_slice);
        // The list of words says which reading a character has by itself, the list of characters
        // what it is paired with: the pair goes first.
        let is_own = |group: &String| group.split('/').any(|one| alike(one, written, syllables));
        let (own, others): (Vec<_>, Vec<_>) = groups.iter().partition(|group| is_own(group));
        let is_listed =
            own.iter().any(|group| group.split('/').any(|one| alike(one, written, uncapitalised)));
        if !is_listed {
            out.take(report, word, written, Remark::default());
        }
        for (accent, reading) in
            own.into_iter().chain(others).flat_map(|group| Accent::split(group))
        {
            out.take(report, word, reading, Remark { accent, ..Remark::default() });
        }
        if is_listed {
            out.take(report, word, written, Remark::default());
        }
    }
    for (character, groups) in prons.iter().filter(|(character, _)| !words.contains_key(*character))
    {
        for (accent, reading) in groups.iter().flat_map(|group| Accent::split(group)) {
            out.take(report, character, reading, Remark { accent, ..Remark::default() });
        }
    }

    tables.variants = Variants::of(tables.words.characters());
    let Tables { variants: out, report, .. } = &mut tables;
    for (simplified, traditional) in &traditional {
        out.take(report, simplified, traditional, Kind::Simplified);
    }
    for (traditional, simplified) in &simplified {
        out.take(report, simplified, traditional, Kind::Simplified);
    }
    for (variant, usual) in &variants {
        out.take(report, variant, usual, Kind::Variant);
        if !variant.chars().any(|letter| ONE_WAY.contains(&letter)) {
            out.take(report, usual, variant, Kind::Variant);
        }
    }
    Ok(tables)
}

fn map<T: serde::de::DeserializeOwned>(
    package: &Package,
    member: &'static str,
) -> Result<BTreeMap<String, T>, ImportError> {
    rmp_serde::from_slice(&package.read(member)?)
        .map_err(ImportError::malformed(member, "a MessagePack map from words"))
}

/// Whether two readings are the same in one respect. What cannot be read is like nothing.
fn alike<T: PartialEq>(one: &str, other: &str, respect: impl Fn(&Reading) -> T) -> bool {
    match (Notation::Tl.parse(one), Notation::Tl.parse(other)) {
        (Ok(one), Ok(other)) => respect(&one) == respect(&other),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dict::archive::made;
    use crate::dict::report::Reason;

    fn packed<T: serde::Serialize>(map: &[(&str, T)]) -> Vec<u8> {
        rmp_serde::to_vec(&map.iter().map(|(key, value)| (*key, value)).collect::<BTreeMap<_, _>>())
            .unwrap()
    }

    #[test]
    fn merges_words_characters_and_variants() {
        let words = packed(&[
            ("二", "jī"),
            ("人", "lâng"),
            ("啊", "--ah"),
            ("邱", "Khu"),
            ("台灣", "Tâi-uân"),
            ("臺", "tâi"),
            ("頭髮", "thâu-mn̂g"),
            ("發", "huat"),
            ("綴入", "tuè"),
            ("\u{E701}", "in"),
        ]);
        let prons = packed(&[
            ("二", vec!["jī/lī"]),
            ("人", vec!["jîn/lîn", "lâng"]),
            ("啊", vec!["ah"]),
            ("邱", vec!["khu"]),
            ("猫", vec!["niau"]),
        ]);
        let folder = tempfile::tempdir().unwrap();
        let path = made::wheel(
            folder.path(),
            &[
                ("taibun/data/words.msgpack", &words),
                ("taibun/data/prons.msgpack", &prons),
                ("taibun/data/traditional.msgpack", &packed(&[("发", "發"), ("头发", "頭髮")])),
                ("taibun/data/simplified.msgpack", &packed(&[("髮", "发")])),
                ("taibun/data/vars.msgpack", &packed(&[("儂", "人"), ("臺", "台")])),
            ],
        );
        let tables = read(&Package::open(&path).unwrap(), folder.path()).unwrap();
        let files = tables.files();
        assert_eq!(
            files[0].1.as_deref().unwrap(),
            "word\treading\tlabel\taccent\tcount\n\
             二\tjī\t\t1\t\n二\tlī\t\t2\t\n\
             人\tlâng\t\t\t\n人\tjîn\t\t1\t\n人\tlîn\t\t2\t\n\
             台灣\tTâi-uân\t\t\t\n\
             啊\t--ah\t\t\t\n啊\tah\t\t\t\n\
             猫\tniau\t\t\t\n\
             發\thuat\t\t\t\n\
             臺\ttâi\t\t\t\n\
             邱\tkhu\t\t\t\n\
             頭髮\tthâu-mn̂g\t\t\t\n"
        );
        assert_eq!(
            files[2].1.as_deref().unwrap(),
            "character\tstands_for\tkind\n\
             儂\t人\tvariant\n发\t發\tsimplified\n发\t髮\tsimplified\n\
             台\t臺\tvariant\n臺\t台\tvariant\n"
        );
        assert_eq!(tables.report.rejected(Reason::Misaligned), 1);
        assert_eq!(tables.report.rejected(Reason::NotHan), 1);
        // 二, 人 and 邱 stand in both lists.
        assert_eq!(tables.report.rejected(Reason::Duplicate), 3);
    }

    #[test]
    fn another_layout_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path =
            made::wheel(folder.path(), &[("taibun/data/words.msgpack", b"\x93\x01\x02\x03")]);
        let error = read(&Package::open(&path).unwrap(), folder.path()).err().unwrap();
        assert!(matches!(error, ImportError::Malformed { .. }), "{error}");
    }
}
