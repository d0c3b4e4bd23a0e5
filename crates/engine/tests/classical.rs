//! Which paragraphs are recognised as classical Chinese.

mod small;

use thakim_engine::{Engine, Options};

/// For each line of a text whether it is recognised.
fn lines(text: &str) -> Vec<(&str, bool)> {
    let engine = Engine::new(small::lexicon()).expect("a dictionary without a model");
    let document = engine.annotate(text, &Options::default());
    let found = document.paragraphs.iter().map(|paragraph| paragraph.classical);
    text.lines().zip(found).collect()
}

fn missed(text: &str) -> Vec<&str> {
    lines(text).into_iter().filter(|(_, found)| !found).map(|(line, _)| line).collect()
}

fn found(text: &str) -> Vec<&str> {
    lines(text).into_iter().filter(|(_, found)| *found).map(|(line, _)| line).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn classical_prose_is() {
    let text = "\
        廉頗者，趙之良將也。趙惠文王十六年，廉頗為趙將，伐齊，大破之。
        世皆稱孟嘗君能得士，士以故歸之。
        郡城之外，有老叟賣卜於市，人皆謂其言奇中。
        臣聞求木之長者，必固其根本；欲流之遠者，必浚其泉源。";
    assert_eq!(missed(text), NONE);
}

#[test]
fn simplified_characters_do_not_matter() {
    let text = "廉颇者，赵之良将也。赵惠文王十六年，廉颇为赵将，伐齐，大破之。";
    assert_eq!(missed(text), NONE);
}

#[test]
fn regulated_verse_is_when_two_lines_stand_together() {
    let text = "\
        岱宗夫如何？齊魯青未了。造化鍾神秀，陰陽割昏曉。
        丞相祠堂何處尋？錦官城外柏森森。映階碧草自春色，隔葉黃鸝空好音。
        故人西辭黃鶴樓，煙花三月下揚州。";
    assert_eq!(missed(text), NONE);
}

#[test]
fn scripture_in_classical_chinese_is() {
    let text = "\
        爾時，佛告長老舍利弗：「從是西方，過十萬億佛土，有世界名曰極樂。」
        耶穌曰：爾當盡心、盡性、盡意，愛主爾之上帝，此誡之首且大者也。";
    assert_eq!(missed(text), NONE);
}

#[test]
fn modern_hokkien_is_not() {
    let text = "\
        伊講伊毋去，我嘛無法度。
        食果子拜樹頭，食米飯敬田頭。
        我 bē-hiáu 講，lí 教我好無？
        恁兜佇佗位？阮兜蹛佇臺南。
        汝若無愛，我也無勉強。
        無魚，蝦也好。
        這本冊的作者是一个老師，伊用台語寫詩。";
    assert_eq!(found(text), NONE);
}

#[test]
fn modern_chinese_is_not() {
    let text = "\
        本所與大學合作，研究氣候變遷對於農業之影響，並以三年為期。
        这本书的作者是一位老师，他用台语写诗。
        他不知道應該如何回答，只能沉默以對。";
    assert_eq!(found(text), NONE);
}

#[test]
fn rhymes_of_the_people_are_not() {
    let text = "\
        天烏烏，欲落雨，阿公仔舉鋤頭欲掘芋。
        一兼二顧，摸蜊仔兼洗褲。
        月光光，秀才郎，騎白馬，過南塘。
        人牽毋行，鬼牽溜溜行。";
    assert_eq!(found(text), NONE);
}

#[test]
fn what_has_no_han_characters_is_not() {
    assert_eq!(found("Thian-ha tāi-sū.\n\n1234\n、。"), NONE);
}

#[test]
fn the_classical_article_is_but_for_titles_and_short_lines() {
    // A title, a date and two lines of short pieces could be of any time.
    let expected = [
        "桃花源記　陶淵明",
        "岳陽樓記　范仲淹",
        "時六年九月十五日。",
        "醉翁亭記　歐陽脩",
        "前赤壁賦　蘇軾",
        "陋室銘　劉禹錫",
        "苔痕上階綠，草色入簾青。",
        "可以調素琴，閱金經。",
    ];
    let text = include_str!("../../../tests/articles/classical.txt");
    let missed: Vec<&str> = missed(text).into_iter().filter(|line| !line.is_empty()).collect();
    assert_eq!(missed, expected);
}

#[test]
fn the_modern_article_is_not() {
    assert_eq!(found(include_str!("../../../tests/articles/modern.txt")), NONE);
}
