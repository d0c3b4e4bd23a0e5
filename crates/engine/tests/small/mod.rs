//! A dictionary small enough to see all of it.
#![allow(dead_code, reason = "not every test file needs all of it")]

use thakim_lexicon::Lexicon;
use thakim_lexicon::build::{Options, check_files, compile};

/// Good contents of `SOURCE.toml`.
pub(crate) const MANIFEST: &str = r#"
name = "small"
title = "A small dictionary for tests"
layer = "main"
registry = "none"
package = "small"
version = "1"
file = "small"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
licence = "CC0-1.0"
attribution = "nobody"
left_out = "nearly everything"
"#;

/// Word, reading, label, accent, count.
const WORDS: &str = "\
word	reading	label	accent	count
人	lâng	白		900
人	jîn	文		
今	kim			20
今仔日	kin-á-ji̍t			300
仔	á			800
去	khì			700
台	tâi			40
后	hiō			5
在	tsāi			200
好	hó			900
子	tsú			30
學	ha̍k			50
學	o̍h			40
學生	ha̍k-sing			120
後	āu			60
後面	āu-bīn			30
日	ji̍t			90
灣	uân			10
生	sing			80
皇	hông			10
皇后	hông-hiō			6
臺	tâi			40
臺灣	Tâi-uân			400
面	bīn			100
食	tsia̍h			500
食飯	tsia̍h-pn̄g			80
飯	pn̄g			90
龍	liông			30
";

const VARIANTS: &str = "\
character	stands_for	kind
台	臺	variant
后	後	simplified
学	學	simplified
湾	灣	simplified
";

/// The compiled dictionary of the tables above.
pub(crate) fn lexicon() -> Lexicon {
    let files = [
        ("small/SOURCE.toml", MANIFEST.as_bytes()),
        ("small/words.tsv", WORDS.as_bytes()),
        ("small/variants.tsv", VARIANTS.as_bytes()),
    ];
    let (sources, faults) = check_files("tests", files);
    assert!(faults.is_empty(), "{faults:#?}");
    Lexicon::open(compile(&sources, &Options::default())).expect("what was compiled opens")
}
