//! Where tone groups end, over a small dictionary that is written out here.

mod small;

use thakim_document::export::{Style, readings};
use thakim_document::{Document, Preference};
use thakim_engine::{Engine, Options};
use thakim_lexicon::Lexicon;
use thakim_lexicon::build::{Options as Build, check_files, compile};
use thakim_phonology::WriteOptions;
use thakim_phonology::sandhi::{Accent, Juncture, Mode, Speech};

use small::MANIFEST;

const WORDS: &str = "\
word	reading	label	accent	count
一世人	tsi̍t-sì-lâng			50
三	sann			300
上愛	siōng-ài			10
乖	kuai			50
予	hōo			500
人	lâng			900
今仔日	kin-á-ji̍t			300
仔	á			800
佇	tī			500
你	lí			900
來	lâi			700
個	ê			100
內	lāi			90
公園	kong-hn̂g			60
冊	tsheh			90
去	khì			700
可愛	khó-ài			60
台語	tâi-gí			60
囡仔	gín-á			200
在	tsāi			80
外	guā			80
天氣	thinn-khì			70
好	hó			900
學校	ha̍k-hāu			100
學生	ha̍k-sing			100
就	tō			800
彼	he			90
彼	hit			300
我	guá			900
才	tsiah			300
拄	tú			60
攏	lóng			500
攏總	lóng-tsóng			50
是	sī			900
有	ū			800
欲	beh			500
毋	m̄			500
毋知	m̄-tsai			60
水	tsuí			200
沓沓仔	ta̍uh-ta̍uh-á			30
無	bô			700
狗	káu			100
的	ê			2000
真	tsin			500
睏	khùn			60
矣	ah			300
知影	tsai-iánn			90
紅	âng			100
翁仔某	ang-á-bóo			40
老師	lāu-su			150
花	hue			150
若	nā			200
菜園	tshài-hn̂g			50
蕊	luí			50
袂	bē			300
覕	bih			40
覕佇	bih-tī			20
警察	kíng-tshat			60
警察講	kíng-tshat-kóng			5
讀	tha̍k			100
讀冊	tha̍k-tsheh			70
豬	ti			60
買	bé			100
路	lōo			90
近	kīn			50
這	tse			300
這	tsit			500
遮	tsia			100
錢	tsînn			150
阮	guán			300
阿母	a-bú			150
阿爸	a-pah			150
隻	tsiah			80
頂	tíng			90
食	tsia̍h			500
食飯	tsia̍h-pn̄g			80
飯	pn̄g			90
高雄	ko-hiông			50
高雄的	ko-hiông-ê			10
𤆬	tshuā			60
";

fn annotated(text: &str) -> Document {
    let files = [("small/SOURCE.toml", MANIFEST.as_bytes()), ("small/words.tsv", WORDS.as_bytes())];
    let (sources, faults) = check_files("tests", files);
    assert!(faults.is_empty(), "{faults:#?}");
    let compiled = compile(&sources, &Build::default());
    let lexicon = Lexicon::open(compiled).expect("what was compiled opens");
    let engine = Engine::new(lexicon).expect("a dictionary without a model");
    engine.annotate(text, &Options::reading(Preference::Auto))
}

/// The text with `|` where a tone group ends without a pause, inside words as well.
fn marked(document: &Document) -> String {
    let mut out = String::new();
    for token in document.paragraphs.iter().flat_map(|paragraph| &paragraph.tokens) {
        let Some(reading) = token.reading() else {
            out.push_str(&token.surface);
            continue;
        };
        for (index, unit) in token.units().enumerate() {
            out.push_str(unit);
            let is_last = index + 1 == reading.len();
            let ends = match is_last {
                true => token.grouping.then == Juncture::End,
                false => token.grouping.ends_behind(index),
            };
            out.push_str(if ends { "|" } else { "" });
        }
    }
    out
}

/// Where groups end, all sentences in one run.
fn check(sentences: &[&str]) {
    let text: Vec<String> = sentences.iter().map(|marked| marked.replace('|', "")).collect();
    let found: Vec<String> = text.iter().map(|text| marked(&annotated(text))).collect();
    assert_eq!(found, sentences);
}

#[test]
fn behind_subjects_and_topics_but_not_behind_pronouns() {
    check(&[
        "老師|讀冊。",
        "我讀冊。",
        "阿爸|𤆬阿母|去學校。",
        "阿爸|𤆬我去學校。",
        "囡仔|讀冊|真乖。",
        "囡仔|攏真乖。",
        "這|是冊，彼|毋是。",
        "這隻狗|袂來。",
        "遮|有水。",
        "天氣|真好。",
    ]);
}

#[test]
fn before_of_but_not_behind_pronouns() {
    check(&[
        "你的冊。",
        "老師|的冊。",
        "高雄|的天氣|真好。",
        "我上愛可愛|的囡仔。",
        "我買|的冊|佇遮。",
    ]);
}

#[test]
fn behind_places_and_times() {
    check(&["今仔日|我無去學校|讀冊。", "佇公園內|睏。", "狗|覕佇菜園內|睏。", "豬仔頂|有水。"]);
}

#[test]
fn not_behind_verbs_adverbs_numbers_and_other_small_words() {
    check(&[
        "我欲去買冊。",
        "囡仔|沓沓仔去。",
        "三蕊紅花|真好。",
        "三隻|攏來。",
        "阮阿母|一世人|攏佇高雄。",
        "若無錢|就無飯。",
        "食飯|才去。",
    ]);
}

#[test]
fn phrases_of_the_dictionary_are_looked_into() {
    check(&["警察|講你毋知。", "高雄|的路。", "我上愛你的冊。"]);
}

#[test]
fn a_denial_at_the_end_asks() {
    check(&["你有錢|無？", "你欲食飯|無？", "我無。", "錢|攏無。", "路|近|袂？"]);
}

#[test]
fn three_alike_are_one_word() {
    let document = annotated("花紅紅紅，路來來來。");
    assert_eq!(marked(&document), "花|紅紅紅，路|來來來。");
    let style = Style {
        options: WriteOptions::NUMBERS,
        speech: Speech::of(Mode::Auto, Accent::South),
        ..Style::default()
    };
    let spoken = readings(&document.paragraphs[0], &style);
    assert_eq!(spoken, "hue1 ang9 ang7 ang5，loo7 lai7 lai7 lai5。");
}

#[test]
fn a_suffix_by_itself_belongs_to_the_word_before_it() {
    let document = annotated("狗仔真乖，豬仔頂。");
    let style = Style {
        options: WriteOptions::NUMBERS,
        speech: Speech::of(Mode::Auto, Accent::South),
        ..Style::default()
    };
    let spoken = readings(&document.paragraphs[0], &style);
    assert_eq!(spoken, "kau1 a2 tsin7 kuai1，ti7 a1 ting2。");
}

#[test]
fn signs_that_a_person_sets() {
    check(&["你知影我|#上愛冊。"]);
    assert_eq!(marked(&annotated("老師‿讀冊。")), "老師‿讀冊。");
}

#[test]
fn romanised_words_among_the_characters_count() {
    check(&["老師|ê 冊。", "老師|tī 學校。", "我ê 冊。", "我買 iPhone。"]);
}

#[test]
fn what_is_decided_here_changes_no_reading() {
    let text = "阿爸𤆬阿母去高雄的學校，翁仔某攏總去矣。";
    let document = annotated(text);
    assert_eq!(document.text(), text);
    let citation = readings(&document.paragraphs[0], &Style::default());
    let none = Style { speech: Speech::of(Mode::None, Accent::North), ..Style::default() };
    assert_eq!(readings(&document.paragraphs[0], &none), citation);
}

#[test]
fn a_correction_needs_no_engine() {
    let mut document = annotated("我去學校。");
    let paragraph = &mut document.paragraphs[0];
    let style = Style {
        options: WriteOptions::NUMBERS,
        speech: Speech::of(Mode::Auto, Accent::North),
        ..Style::default()
    };
    assert_eq!(readings(paragraph, &style), "gua1 khi2 hak4-hau7。");
    // The reader ends the group behind 我.
    paragraph.tokens[0].grouping.then = Juncture::End;
    assert_eq!(readings(paragraph, &style), "gua2 khi2 hak4-hau7。");
    // And says 去 in another way.
    let khu = thakim_phonology::Notation::Tl.parse("khù").expect("臺羅");
    paragraph.tokens[1].candidates[0].reading = khu;
    assert_eq!(readings(paragraph, &style), "gua2 khu2 hak4-hau7。");
}
