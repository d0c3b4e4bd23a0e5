//! Literary readings from positions of 廣韻.

use thakim_phonology::Syllable;
use thakim_phonology::middle_chinese::{
    Division, Kind, MiddleTone, Onset, Position, PositionError, Rhyme, Rounding, literary,
};

fn numbered(syllable: Syllable) -> String {
    format!("{:?}", syllable).trim_start_matches("Syllable(").trim_end_matches(')').to_owned()
}

/// Characters with their positions, and the literary readings that textbooks give them.
fn check(cases: &[(&str, &str, &str)]) {
    for (character, position, expected) in cases {
        let position: Position = position.parse().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(&numbered(literary(position)), expected, "{character} {position}");
    }
}

#[test]
fn onsets() {
    check(&[
        ("邊", "幫先平", "pian1"),
        ("普", "滂模上", "phoo2"),
        ("平", "並三庚平", "ping5"),
        ("明", "明三庚平", "bing5"),
        ("丁", "端開青平", "ting1"),
        ("年", "泥開先平", "lian5"),
        ("知", "知開支平", "ti1"),
        ("超", "徹宵平", "thiau1"),
        ("陳", "澄開眞平", "tin5"),
        ("青", "清開青平", "tshing1"),
        ("情", "從開清平", "tsing5"),
        ("斜", "邪開三麻平", "sia5"),
        ("莊", "莊開陽平", "tsong1"),
        ("助", "崇魚去", "tsoo7"),
        ("士", "崇之上", "su7"),
        ("昌", "昌開陽平", "tshiong1"),
        ("成", "常開清平", "sing5"),
        ("神", "船開眞平", "sin5"),
        ("人", "日開眞平", "jin5"),
        ("求", "羣尤平", "kiu5"),
        ("義", "疑開B支去", "gi7"),
        ("雄", "云三東平", "hiong5"),
        ("于", "云虞平", "u5"),
    ]);
}

#[test]
fn light_labials_are_h_and_the_nasal_one_is_not() {
    check(&[
        ("風", "幫三東平", "hong1"),
        ("非", "幫微平", "hui1"),
        ("夫", "幫虞平", "hu1"),
        ("分", "幫文平", "hun1"),
        ("飯", "並元去", "huan7"),
        ("方", "幫陽平", "hong1"),
        ("富", "幫尤去", "hu3"),
        ("法", "幫凡入", "huat4"),
        ("文", "明文平", "bun5"),
        ("武", "明虞上", "bu2"),
        ("未", "明微去", "bi7"),
        ("目", "明三東入", "bok8"),
        ("皮", "並B支平", "pi5"),
    ]);
}

#[test]
fn nasals() {
    check(&[
        ("麻", "明二麻平", "ma5"),
        ("毛", "明豪平", "moo5"),
        ("貌", "明肴去", "mau7"),
        ("模", "明模平", "boo5"),
        ("惱", "泥豪上", "noo2"),
        ("奈", "泥開泰去", "nai7"),
        ("我", "疑開一歌上", "ngoo2"),
        ("雅", "疑開二麻上", "nga2"),
        ("五", "疑模上", "ngoo2"),
        ("枚", "明灰平", "mui5"),
        ("艾", "疑開泰去", "ngai7"),
        ("外", "疑合泰去", "gue7"),
    ]);
}

#[test]
fn rhymes() {
    check(&[
        ("東", "端一東平", "tong1"),
        ("中", "知三東平", "tiong1"),
        ("雙", "生江平", "song1"),
        ("江", "見江平", "kang1"),
        ("此", "清開支上", "tshu2"),
        ("水", "書合脂上", "sui2"),
        ("書", "書魚平", "su1"),
        ("所", "生魚上", "soo2"),
        ("禮", "來開齊上", "le2"),
        ("歲", "心合祭去", "sue3"),
        ("怪", "見合皆去", "kuai3"),
        ("雷", "來灰平", "lui5"),
        ("回", "匣灰平", "hue5"),
        ("春", "昌合眞平", "tshun1"),
        ("寒", "匣開寒平", "han5"),
        ("半", "幫寒去", "puan3"),
        ("玄", "匣合先平", "hian5"),
        ("決", "見合先入", "kuat4"),
        ("緣", "以合仙平", "ian5"),
        ("交", "見肴平", "kau1"),
        ("高", "見豪平", "ko1"),
        ("家", "見開二麻平", "ka1"),
        ("車", "昌開三麻平", "tshia1"),
        ("香", "曉開陽平", "hiong1"),
        ("王", "云合陽平", "ong5"),
        ("國", "見合登入", "kok4"),
        ("或", "匣合登入", "hik8"),
        ("德", "端開登入", "tik4"),
        ("口", "溪侯上", "khoo2"),
        ("品", "滂侵上", "phin2"),
        ("心", "心侵平", "sim1"),
        ("業", "疑嚴入", "giap8"),
    ]);
}

#[test]
fn tones() {
    check(&[
        ("君", "見文平", "kun1"),
        ("羣", "羣文平", "kun5"),
        ("古", "見模上", "koo2"),
        ("老", "來豪上", "lo2"),
        ("道", "定豪上", "to7"),
        ("布", "幫模去", "poo3"),
        ("度", "定模去", "too7"),
        ("路", "來模去", "loo7"),
        ("一", "影開A眞入", "it4"),
        ("十", "常侵入", "sip8"),
        ("六", "來三東入", "liok8"),
    ]);
}

/// Every position that can be made: none is without a syllable, and a stop has its two tones.
#[test]
fn every_position_has_a_syllable() {
    let roundings = [None, Some(Rounding::Open), Some(Rounding::Closed)];
    let kinds = [None, Some(Kind::A), Some(Kind::B), Some(Kind::C)];
    let divisions = Division::ALL.iter().copied().map(Some).chain([None]);
    let mut count = 0;
    for (onset, rhyme) in Onset::all().flat_map(|onset| Rhyme::all().map(move |of| (onset, of))) {
        for division in divisions.clone() {
            for (rounding, kind) in roundings.iter().flat_map(|one| kinds.map(|two| (*one, two))) {
                for &tone in MiddleTone::ALL {
                    let made = Position::new(onset, rounding, division, kind, rhyme, tone);
                    let Ok(position) = made else { continue };
                    let is_stop = literary(position).tone().is_checked();
                    assert_eq!(is_stop, tone == MiddleTone::Entering, "{position}");
                    count += 1;
                }
            }
        }
    }
    assert!(count > 150_000, "{count}");
}

#[test]
fn what_is_written_is_read_and_written_again() {
    for written in ["見開三庚平", "幫A眞平", "端一東平", "以合A清入", "定四脂去", "端開二麻上"]
    {
        assert_eq!(written.parse::<Position>().unwrap().to_string(), written);
    }
    // What follows from the rhyme may be written, and two rhymes have two names.
    for (written, short) in [("幫三微平", "幫微平"), ("見開三C殷平", "見開C欣平")] {
        assert_eq!(written.parse::<Position>().unwrap().to_string(), short);
    }
}

#[test]
fn what_is_no_position_says_why() {
    let error = |written: &str| written.parse::<Position>().unwrap_err();
    let expected = |part, found| PositionError::Expected { part, found };
    assert_eq!(error(""), expected("an onset (幫 to 以)", None));
    assert_eq!(error("x東平"), expected("an onset (幫 to 以)", Some('x')));
    assert_eq!(error("端一x平"), expected("a rhyme (東 to 凡)", Some('x')));
    assert_eq!(error("端一東"), expected("a tone (平上去入)", None));
    assert_eq!(error("端一東平平"), expected("the end", Some('平')));
    assert_eq!(error("端東平"), PositionError::Division { rhyme: '東', found: None });
    assert_eq!(error("見四東平"), PositionError::Division { rhyme: '東', found: Some('四') });
    assert_eq!(error("端支入"), PositionError::NoEntering { rhyme: '支' });
    assert!(error("端東平").to_string().contains("two divisions"));
    assert!(error("端支入").to_string().contains("no entering tone"));
}
