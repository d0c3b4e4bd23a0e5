//! The headwords of 臺灣閩南語常用詞辭典, the Ministry of Education's dictionary.
//!
//! Its licence allows no derived works: this is a change of format and nothing else. Nothing here
//! is corrected, and nothing of the main layer may depend on it.

use std::path::Path;

use serde::Deserialize;
use thakim_phonology::Label;

use super::Source;
use crate::dict::archive::Package;
use crate::dict::error::ImportError;
use crate::dict::report::Reason;
use crate::dict::tables::{Accent, Remark, Tables};

pub(super) const SOURCE: Source = Source {
    name: "moe",
    title: "臺灣閩南語常用詞辭典: 詞目總檔",
    layer: "moe",
    licence: "CC-BY-ND-3.0-TW; the package that carries the file, MIT",
    attribution: "中華民國教育部 (Ministry of Education, R.O.C.), 臺灣閩南語常用詞辭典; as packed in \
                  ArticutAPI_Taigi by Droidtown Linguistic Technology; format conversion only",
    left_out: "Proverbs (屬性 25) and the other headwords with punctuation; headwords without a \
               reading; loans in Latin letters (屬性 12). Section, number and radical of a \
               headword.",
    derived: false,
    rows: "readings of headwords",
    read,
};

const MEMBER: &str = "moe_dict/詞目總檔.csv";

/// The number of the section (屬性) of proverbs.
const PROVERBS: &str = "25";

#[derive(Deserialize)]
struct Headword {
    #[serde(rename = "屬性")]
    section: String,
    #[serde(rename = "詞目")]
    word: String,
    #[serde(rename = "音讀")]
    readings: String,
    #[serde(rename = "文白屬性")]
    label: u8,
}

fn read(package: &Package, _dict: &Path) -> Result<Tables, ImportError> {
    let text = package.read_text(MEMBER)?;
    let mut tables = Tables::default();
    let Tables { words, report, .. } = &mut tables;
    for headword in csv::Reader::from_reader(text.as_bytes()).deserialize() {
        let Headword { section, word, readings, label } =
            headword.map_err(ImportError::malformed(MEMBER, "a CSV file of headwords"))?;
        if section == PROVERBS {
            report.reject(Reason::Sentence, &word, 1);
            continue;
        }
        let label = Label::from_number(label);
        for (accent, reading) in Accent::split(&readings) {
            words.take(report, &word, reading, Remark { label, accent, count: None });
        }
    }
    Ok(tables)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dict::archive::made;

    #[test]
    fn converts_headwords_labels_and_pairs() {
        let file = "\u{FEFF}主編碼,屬性,詞目,音讀,文白屬性,部首\n\
                    1,1,一,tsi̍t,4,一\n2,1,一,it,0,一\n3,1,八,peh/pueh,2,八\n\
                    4,3,怯屎,,0,\n5,12,a55 geh3,,0,\n6,13,大安,Tāi-an,0,\n\
                    7,25,一分錢，一分貨。,\"Tsi̍t hun tsînn, tsi̍t hun huè. \",0,\n";
        let folder = tempfile::tempdir().unwrap();
        let path = made::wheel(folder.path(), &[("a/moe_dict/詞目總檔.csv", file.as_bytes())]);
        let tables = read(&Package::open(&path).unwrap(), folder.path()).unwrap();
        assert_eq!(
            tables.files()[0].1.as_deref().unwrap(),
            "word\treading\tlabel\taccent\tcount\n\
             一\ttsi̍t\t替\t\t\n一\tit\t\t\t\n八\tpeh\t白\t1\t\n八\tpueh\t白\t2\t\n\
             大安\tTāi-an\t\t\t\n"
        );
        let rejected = [Reason::NoReading, Reason::NotHan, Reason::Sentence];
        assert_eq!(rejected.map(|reason| tables.report.rejected(reason)), [1, 1, 1]);
    }
}
