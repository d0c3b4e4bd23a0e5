//! Where a neutral tone is spoken, over a small dictionary that is written out here.

mod small;

use expect_test::{Expect, expect};
use thakim_document::export::{Style, readings};
use thakim_document::{Preference, Token};
use thakim_engine::{Engine, Options};
use thakim_lexicon::Lexicon;
use thakim_lexicon::build::{Options as Build, check_files, compile};

use small::MANIFEST;

const WORDS: &str = "\
word	reading	label	accent	count
一	tsi̍t			900
下	ē			300
予	hōo			500
人	lâng			900
人的	lâng--ê			10
今仔日	kin-á-ji̍t			300
伊	i			900
來	lâi			700
倒去	tó--khì			20
先生	sian-sinn			80
共	kā			300
去	khì			700
咧	leh			100
咧	teh			90
問	mn̄g			50
好	hó			900
彼	he			90
怪人	kuài--lâng			5
怪人	kuài-lâng			3
我	guá			900
按呢	án-ne			90
是	sī			900
時	sî			90
有	ū			500
林	lîm			50
欲	beh			500
毋	m̄			500
無	bô			500
的	ê			900
看	khuànn			200
真	tsin			200
矣	ah			200
落	lo̍h			90
著	tio̍h			300
行	kiânn			90
袂	bē			200
警察	kíng-tshat			40
起來	khí-lâi			100
過	kuè			100
錢	tsînn			90
頭	thâu			90
食	tsia̍h			500
飯	pn̄g			80
";

fn engine() -> Engine {
    let files = [("small/SOURCE.toml", MANIFEST.as_bytes()), ("small/words.tsv", WORDS.as_bytes())];
    let (sources, faults) = check_files("tests", files);
    assert!(faults.is_empty(), "{faults:#?}");
    let compiled = compile(&sources, &Build::default());
    let lexicon = Lexicon::open(compiled).expect("what was compiled opens");
    Engine::new(lexicon).expect("a dictionary without a model")
}

fn tokens(text: &str, preference: Preference) -> Vec<Token> {
    let document = engine().annotate(text, &Options::reading(preference));
    assert_eq!(document.text(), text);
    document.paragraphs.into_iter().flat_map(|paragraph| paragraph.tokens).collect()
}

/// The readings of some lines.
fn check_as(preference: Preference, text: &str, expected: Expect) {
    let document = engine().annotate(text, &Options::reading(preference));
    let lines = document.paragraphs.iter().map(|line| readings(line, &Style::default()));
    expected.assert_eq(&lines.collect::<Vec<_>>().join("\n"));
}

fn check(text: &str, expected: Expect) {
    check_as(Preference::Auto, text, expected);
}

#[test]
fn particles() {
    check("食飯矣。真好咧。", expect!["tsia̍h pn̄g--ah。tsin hó--leh。"]);
    check("伊咧食飯。矣！", expect!["i leh tsia̍h pn̄g。ah！"]);
    check("是按呢。", expect!["sī án-ne。"]);
}

#[test]
fn an_object_at_the_end_of_a_clause() {
    check("予我，予我錢。", expect!["hōo--guá，hōo guá tsînn。"]);
    check("彼是我。看著伊。", expect!["he sī guá。khuànn tio̍h i。"]);
    // A line of verse has no full stop.
    check("我問伊", expect!["guá mn̄g i"]);
}

#[test]
fn complements() {
    check(
        "伊行起來。伊看起來真好。欲起來。",
        expect!["i kiânn--khí-lâi。i khuànn--khí-lâi tsin hó。beh khí--lâi。"],
    );
    check(
        "警察來，錢落去矣。食去。欲去。",
        expect!["kíng-tshat lâi，tsînn lo̍h--khì--ah。tsia̍h--khì。beh khì。"],
    );
    check("看著矣。毋著矣。", expect!["khuànn--tio̍h--ah。m̄ tio̍h--ah。"]);
}

#[test]
fn what_ends_a_question() {
    check("有錢無？無錢。好無？", expect!["ū tsînn--bô？bô tsînn。hó--bô？"]);
    check("問伊一下好無？一下。", expect!["mn̄g i--tsi̍t--ē hó--bô？tsi̍t ē。"]);
}

#[test]
fn what_stands_for_a_noun() {
    check("真好的。是我的。好的頭。", expect!["tsin hó--ê。sī guá ê。hó ê thâu。"]);
    check("林先生來，先生來。", expect!["lîm--sian-sinn lâi，sian-sinn lâi。"]);
}

#[test]
fn a_dictionary_is_corrected_where_the_clause_goes_on() {
    check("人的錢", expect!["lâng-ê tsînn"]);
    check("錢是人的。", expect!["tsînn sī lâng--ê。"]);
    check("彼怪人真好。伊倒去矣。", expect!["he kuài-lâng tsin hó。i tó--khì--ah。"]);
}

#[test]
fn a_rival_that_reads_as_the_chosen_one_becomes_one_with_it() {
    let tokens = tokens("怪人真好。", Preference::Auto);
    assert_eq!(tokens[0].surface, "怪人");
    assert_eq!(tokens[0].candidates.len(), 1, "{:?}", tokens[0].candidates);
}

#[test]
fn who_recites_gives_every_syllable_its_tone() {
    check_as(Preference::Literary, "伊倒去矣。人的錢。", expect!["i tó-khì ah。lâng-ê tsînn。"]);
}
