//! The classic disputes about romanisations, each with its answer and where it comes from.
//!
//! MOE is 臺灣閩南語羅馬字拼音方案 (2006) with its 使用手冊 and 語音方言差; BP82 閩南方言拼音方案 of 1982.

use thakim_phonology::running::{Piece, pieces};
use thakim_phonology::{Notation, Reading, WriteOptions};
use unicode_normalization::UnicodeNormalization;

/// Options from a list of `name=value`, apart by spaces.
fn options(notation: Notation, list: &str) -> WriteOptions {
    let mut options = WriteOptions::default();
    for choice in list.split_whitespace() {
        let (name, value) = choice.split_once('=').expect("name=value");
        options.set(notation, name, value).expect("an option of the notation");
    }
    options
}

fn tl(text: &str) -> Reading {
    Notation::Tl.parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Written as `written`, and read back as the same.
fn check(notation: Notation, list: &str, rows: &[(&str, &str)]) {
    let options = options(notation, list);
    for (reading, written) in rows {
        let reading = tl(reading);
        let expected: String = written.nfc().collect();
        assert_eq!(notation.try_write(&reading, &options).as_ref(), Ok(&expected), "{notation:?}");
        assert_eq!(notation.parse_with(written, &options), Ok(reading), "{notation:?} {written}");
    }
}

/// Read as a reading, whatever would be written.
fn check_read(notation: Notation, list: &str, rows: &[(&str, &str)]) {
    let options = options(notation, list);
    for (typed, reading) in rows {
        assert_eq!(notation.parse_with(typed, &options), Ok(tl(reading)), "{notation:?} {typed}");
    }
}

fn check_refused(notation: Notation, rows: &[&str]) {
    for typed in rows {
        assert!(notation.parse(typed).is_err(), "{notation:?} {typed}");
    }
}

#[test]
#[rustfmt::skip]
fn tl_as_the_ministry_marks_it() {
    check(Notation::Tl, "", &[
        // MOE: iu and ui on the second letter; ere, so iri, on the last (鞋 erê, 三峽; 蓮 nirî).
        ("tsiu2", "tsiú"), ("tsui2", "tsuí"), ("ere5", "erê"), ("tsere3", "tserè"),
        ("niri5", "nirî"), ("tshirinn1", "tshirinn"), ("tshirinn5", "tshirînn"), ("eru3", "erù"),
        // MOE 語音方言差: the vowel before r.
        ("gerh8", "ge̍rh"), ("bior2", "biór"), ("hir5", "hîr"), ("kirn1", "kirn"),
        // a, then oo, then e and o.
        ("koo3", "kòo"), ("uai3", "uài"), ("iau5", "iâu"), ("kue3", "kuè"), ("io2", "ió"),
        ("kee1", "kee"), ("kee5", "kêe"), ("uee7", "uēe"),
        // The n of ng; m.
        ("mng5", "mn̂g"), ("nng7", "nn̄g"), ("hmh8", "hm̍h"), ("m7", "m̄"), ("tsng3", "tsǹg"),
        // Quanzhou's live tone 6, and tone 9.
        ("pinn6", "pǐnn"), ("ang9", "a̋ng"), ("oo9", "őo"), ("u9", "ű"),
        ("Tai5-uan5", "Tâi-uân"), ("e7--sai2", "ē--sái"), ("auh8", "a̍uh"),
    ]);
    check(Notation::Tl, "ninth=breve", &[("ang9", "ăng"), ("m9", "m̆")]);
    check(Notation::Tl, "format=number", &[
        ("tsit8", "tsit8"), ("sann1", "sann1"), ("kap4", "kap4"), ("Tai5-uan5", "Tai5-uan5"),
    ]);
    check(Notation::Tl, "format=number digits=short", &[
        ("sann1", "sann"), ("kap4", "kap"), ("kap8", "kap8"), ("san9", "san9"),
    ]);
}

#[test]
#[rustfmt::skip]
fn poj_as_the_church_prints_it() {
    check(Notation::Poj, "", &[
        // The mark before the dot of o͘; capitals and all.
        ("koo3", "kò͘"), ("hoo7", "hō͘"), ("Oo1", "O͘"), ("ioo5", "iô͘"),
        // oa and oe: the o when open or only nasalised, the second vowel before anything else.
        ("gua2", "góa"), ("khuann3", "khòaⁿ"), ("ue7", "ōe"), ("guan5", "goân"),
        ("gueh8", "goe̍h"), ("huah8", "hoa̍h"), ("huannh8", "hoa̍ⁿh"), ("kuainn5", "koâiⁿ"),
        // auh is one vowel letter group like au (KeSi marks the u).
        ("lauh8", "la̍uh"), ("iauh8", "ia̍uh"),
        // ui on the u, iu on the u.
        ("tsui2", "chúi"), ("tshiu2", "chhiú"), ("puinn7", "pūiⁿ"), ("iunn5", "iûⁿ"),
        ("tsere3", "cherè"), ("kherh8", "khe̍rh"), ("ang9", "ăng"), ("m9", "m̆"),
        // eng and ek are 臺羅 ing and ik.
        ("ing1-kik4", "eng-kek"), ("pik8", "pe̍k"),
        ("mng5", "mn̂g"), ("nng7", "nn̄g"), ("tsng3", "chǹg"),
    ]);
    // 臺羅 eng and ek are written like them, and so lost: see the table of losses.
    let eng = tl("eng7");
    assert_eq!(Notation::Poj.write(&eng, &WriteOptions::default()), "ēng");
    assert_eq!(Notation::Poj.parse("ēng"), Ok(tl("ing7")));
}

#[test]
#[rustfmt::skip]
fn poj_in_other_habits() {
    check(Notation::Poj, "nasal-h=hn", &[("hiannh4", "hiahⁿ"), ("huannh8", "hoa̍hⁿ")]);
    // Douglas and Barclay: ts before a, o, u, and ch before i, e.
    check(Notation::Poj, "initials=old", &[
        ("tsau2", "tsáu"), ("tsi2", "chí"), ("tse7", "chē"), ("tsua5", "tsôa"), ("tsng3", "tsǹg"),
        ("tshau2", "chháu"),
    ]);
    check(Notation::Poj, "oo=ou", &[("koo3", "kòu"), ("ooh4", "ouh")]);
    check(Notation::Poj, "oo=oo nasal=nn", &[("koo3", "kòo"), ("sann1", "sann")]);
    check(Notation::Poj, "nasal=capital", &[("sann1", "saN"), ("hiannh4", "hiaNh")]);
    check(Notation::Poj, "ninth=double-acute", &[("ang9", "a̋ng")]);
    // The dictionaries after Douglas; o̤ never composes, ṳ does.
    check(Notation::Poj, "central=dots", &[
        ("hir5", "hṳ̂"), ("her2", "hó̤"), ("Ir1", "Ṳ"), ("herh8", "ho̤̍h"), ("er5", "ô̤"),
        ("ere5", "o̤ê"), ("tshirinn5", "chhṳîⁿ"),
    ]);
}

#[test]
#[rustfmt::skip]
fn poj_as_people_type_it() {
    check_read(Notation::Poj, "", &[
        // o͘ in every habit, the dot before and behind the mark.
        ("ko\u{358}\u{301}", "koo2"), ("ko\u{301}\u{358}", "koo2"), ("kó·", "koo2"),
        ("kó•", "koo2"), ("kó˙", "koo2"), ("ko·2", "koo2"), ("kou2", "koo2"), ("koo2", "koo2"),
        ("kóu", "koo2"), ("kóo", "koo2"), ("KO\u{358}\u{301}", "Koo2"), ("kȯ2", "koo2"),
        // Nasality.
        ("sann", "sann1"), ("saN", "sann1"), ("saN5", "sann5"), ("saⁿ", "sann1"), ("SAᴺ", "Sann1"),
        ("SAN", "San1"), ("hiahN", "hiannh4"), ("hiahⁿ", "hiannh4"), ("hò͘ⁿ", "honn3"),
        // Old initials, whatever the options.
        ("tsáu", "tsau2"), ("tsháu", "tshau2"),
        // Douglas's vowels, composed or not; a doubled mark.
        ("hṳ̂", "hir5"), ("hṳ̂", "hir5"), ("hü5", "hir5"), ("ho̤2", "her2"),
        ("cho̤\u{30D}\u{30D}h", "tserh8"), ("chō̤", "tser7"), ("chǘ", "tsir2"),
        // Tone 9 in 臺羅's mark; dotless ı; numbers above the line; 1 and 4 left out.
        ("a̋ng", "ang9"), ("chı̍t", "tsit8"), ("chit⁸", "tsit8"), ("ＴＡＩ５", "Tai5"),
        ("chit-ki", "tsit4-ki1"), ("tai5oan5", "tai5-uan5"),
    ]);
    check_refused(Notation::Poj, &[
        // No 臺羅 in 白話字, nor two tones, nor tones that cannot be.
        "tsi", "guá", "ing", "a4", "at2", "ah5", "ái2", "táí", "tâ̱i", "chit10", "a̤",
    ]);
}

#[test]
#[rustfmt::skip]
fn tlpa_and_tlpa_plus() {
    // TLPA c and ch are TLPA+ z and c; tones are numbers, whatever the format.
    check(Notation::Tlpa, "", &[
        ("tsit8", "cit8"), ("tshiu2", "chiu2"), ("Tai5-uan5", "Tai5-uan5"), ("oo1", "oo1"),
        ("hir5", "hir5"), ("sann1", "sann1"), ("pinn6", "pinn6"), ("ing1", "ing1"),
    ]);
    check(Notation::TlpaPlus, "", &[("tsit8", "zit8"), ("tshiu2", "ciu2"), ("kee1", "kee1")]);
    check(Notation::TlpaPlus, "digits=short", &[("sann1", "sann"), ("kap4", "kap")]);
    check(Notation::TlpaPlus, "onn=oonn", &[("honn3", "hoonn3"), ("hionn3", "hionn3")]);
    check(Notation::TlpaPlus, "nasal-h=hn", &[("hiannh4", "hiahnn4")]);
    check_read(Notation::TlpaPlus, "", &[
        ("hoonn3", "honn3"), ("honn3", "honn3"), ("ahnn4", "annh4"), ("zit", "tsit4"),
        ("tâi", "tai5"),
    ]);
    // The same letters, two syllables: nothing in the text says which.
    assert_eq!(Notation::Tlpa.parse("ca1"), Ok(tl("tsa1")));
    assert_eq!(Notation::TlpaPlus.parse("ca1"), Ok(tl("tsha1")));
    check_refused(Notation::TlpaPlus, &["cha1", "tsa1"]);
    check_refused(Notation::Tlpa, &["za1", "tsa1"]);
}

#[test]
#[rustfmt::skip]
fn bp_of_amoy() {
    check(Notation::Bp, "", &[
        // bbn, ln, ggn hold the n of the nasal vowel; nothing is added to the rime.
        ("mia5", "bbniá"), ("niau1", "lniāo"), ("ngia5", "ggniá"), ("moo1", "bbnoō"),
        // Before the syllabic ng there is no vowel to be nasal.
        ("e7-mng5", "ê-bbńg"), ("nng7", "ln̂g"), ("hng1", "hn̄g"), ("hngh8", "hńgh"),
        // The infix, and i and u without an initial.
        ("thinn1", "tnī"), ("kuann1", "gnuā"), ("inn5", "yní"), ("iann2", "ynǎ"), ("uann2", "wnǎ"),
        ("iunn5", "ynú"), ("uainn1", "wnāi"), ("i1", "yī"), ("ia7", "yâ"), ("iau1", "yāo"),
        ("ing1", "yīng"), ("u7", "wû"), ("un7", "wûn"), ("ue7", "wê"), ("ui7", "wî"), ("iu5", "yú"),
        // BP82 tells oo [ɔ] from o: onn and ionn are noo and nioo.
        ("onn1", "noō"), ("tionn1", "dnioō"), ("koo1", "goō"), ("ko1", "gō"), ("goo7", "ggoô"),
        // iu and ui on the second; every tone has its mark.
        ("tsui2", "zuǐ"), ("tshiu2", "ciǔ"), ("tai5", "dái"), ("kap4", "gāp"), ("tsit8", "zít"),
        ("gi2", "ggǐ"), ("ji7", "zzî"), ("bun5", "bbún"),
        // Amoy has neither tone 6 nor 9; their numbers say what no mark says.
        ("pinn6", "bni6"), ("ang9", "ang9"),
    ]);
    check(Notation::Bp, "nasal=raised", &[
        ("thinn1", "tīⁿ"), ("iann2", "yǎⁿ"), ("hiannh4", "hiāⁿh"), ("mia5", "bbniá"),
    ]);
    check(Notation::Bp, "zero-nasal=n", &[("inn5", "ní"), ("iann2", "niǎ"), ("uann2", "nuǎ")]);
    check(Notation::Bp, "oo-mark=first", &[("koo1", "gōo"), ("onn1", "nōo"), ("ko1", "gō")]);
    check(Notation::Bp, "letters=taiwan", &[
        ("mia5", "miá"), ("na1", "nā"), ("nga2", "ngǎ"), ("gi2", "ghǐ"), ("ji7", "jjî"),
        ("bun5", "bhún"),
    ]);
    check(Notation::Bp, "format=number", &[("tai5", "dai5"), ("gi2", "ggi2")]);
    check(Notation::Bp, "format=number order=mainland", &[
        ("si1", "si1"), ("si2", "si3"), ("si3", "si5"), ("sih4", "sih7"), ("si5", "si2"),
        ("si6", "si4"), ("si7", "si6"), ("sih8", "sih8"),
    ]);
    // Words together, an apostrophe where they would be read otherwise: Hōng'àn, gīn'ǎ.
    check(Notation::Bp, "words=joined", &[
        ("hong1-an3", "hōng'àn"), ("gin1-a2", "ggīn'ǎ"), ("Tai5-uan5", "Dáiwán"),
        ("ban5-lam5-ue7", "bbánlámwê"), ("ia7-m7", "yâ'm̂"), ("si3-oo1", "sì'oō"), ("tsin1-ga1", "zīn'ggā"), ("an1-ne1", "ānlnē"),
    ]);
    check_read(Notation::Bp, "", &[
        ("dáiwán", "tai5-uan5"), ("hōng'àn", "hong1-an3"), ("hōng’àn", "hong1-an3"),
        ("tīⁿ", "thinn1"), ("tinn1", "thinn1"), ("niá", "iann5"), ("yná", "iann5"),
        ("dniō", "tionn1"), ("ddâng", "lang7"), ("bhún", "bun5"), ("dai", "tai1"),
    ]);
    // No letters for ir, er and the southern or.
    for rime in ["hir5", "her2", "bor5", "kirn1"] {
        let error = Notation::Bp.try_write(&tl(rime), &WriteOptions::default()).unwrap_err();
        assert_eq!(error.syllable, tl(rime).syllables()[0].syllable);
    }
}

#[test]
#[rustfmt::skip]
fn tongiong_and_daighi() {
    check(Notation::Tongiong, "", &[
        // oo is o, and o is or, before -h as well.
        ("koo1", "go"), ("ko1", "gor"), ("koh4", "gōrh"), ("io1", "ior"), ("ioh8", "iorh"),
        ("kok4", "gōk"), ("ong5", "ŏng"), ("onn3", "o̱nn"),
        // Marks: 2 grave, 3 a line below, 4 and 7 a macron, 8 none, 9 acute.
        ("tai5", "dăi"), ("gi2", "ghì"), ("khi3", "ki̱"), ("tshng3", "cṉg"), ("tsit8", "zit"),
        ("kap4", "gāp"), ("ue7", "uē"), ("ang9", "áng"), ("pinn6", "bïnn"), ("ji7", "rī"),
        ("tsian1", "zian"), ("tsiat4", "ziāt"), ("ing1", "ing"), ("uang1", "uang"),
    ]);
    check(Notation::Dt, "", &[("tsian1", "zen"), ("tsiat4", "zēt"), ("iat4", "ēt")]);
    // t5's numbers: 1 to 9 are 臺羅 1 7 3 2 5 8 4, low checked, 9.
    check(Notation::Dt, "format=number", &[
        ("si1", "si1"), ("si7", "si2"), ("si3", "si3"), ("si2", "si4"), ("si5", "si5"),
        ("sih8", "sih6"), ("sih4", "sih7"), ("si9", "si9"),
    ]);
    check(Notation::Tongiong, "format=number", &[("si2", "si2"), ("sih4", "sih4")]);
    check(Notation::Tongiong, "third=circumflex ing=eng", &[("khi3", "kî"), ("king3", "gêng")]);
    check_read(Notation::Tongiong, "", &[
        // v and q, er, the habits of the other form, a caron for the breve.
        ("vun5", "bun5"), ("qi2", "gi2"), ("ger1", "ko1"), ("ornn1", "onn1"),
        ("kî", "khi3"), ("dǎi", "tai5"), ("saⁿ", "sann1"), ("ki\u{320}", "khi3"),
    ]);
    let ring = options(Notation::Tongiong, "neutral=ring");
    let reading = tl("tsáu--khì");
    assert_eq!(Notation::Tongiong.write(&reading, &ring), "zàu--ki̊");
    // A low checked tone is heard, not listed.
    let numbers = options(Notation::Dt, "format=number");
    let spoken = |text| Notation::Dt.parse_spoken(text, &numbers).unwrap();
    assert_eq!(format!("{:?}", spoken("sih8").syllables()[0].syllable), "Syllable(sih3)");
    assert_eq!(format!("{:?}", spoken("zit8").syllables()[0].syllable), "Syllable(tsit4)");
}

#[test]
#[rustfmt::skip]
fn mps2_beside_characters() {
    check(Notation::Mps2, "", &[
        ("tsit8", "jit8"), ("tshiu2", "chiu2"), ("si3", "shi3"), ("jit8", "jjit8"), ("tsa1", "za1"),
        ("ju5", "zzu5"), ("ko1", "gor1"), ("koo1", "goo1"), ("om1", "oom1"), ("onn3", "oonn3"),
        ("kik4", "giek4"), ("kiok4", "giook4"), ("ma1", "ma1"), ("bun5", "bbun5"),
        ("tsinn5", "jinn5"),
    ]);
}

#[test]
fn tones_and_endings_of_dictionary_and_speech() {
    let options = WriteOptions::default();
    // tsiàh is what is heard of 食 in a sentence, and no form of a dictionary.
    for (typed, listed, heard) in [
        ("tsiàh", false, true),
        ("ah3", false, true),
        ("ah1", false, true),
        ("ah5", false, false),
        ("at2", false, false),
        ("a4", false, false),
        ("a8", false, false),
        ("ang8", false, false),
        ("a0", false, true),
        ("ah9", true, true),
    ] {
        assert_eq!(Notation::Tl.parse(typed).is_ok(), listed, "{typed}");
        assert_eq!(Notation::Tl.parse_spoken(typed, &options).is_ok(), heard, "{typed}");
    }
}

#[test]
#[rustfmt::skip]
fn joined_words_are_never_guessed_at() {
    // tsin-an or tsi-nan: the letters do not say.
    check_refused(Notation::Tl, &["tsinan", "tâigí", "kengi"]);
    check_refused(Notation::Poj, &["tâigí"]);
    check_refused(Notation::Bp, &["", "dái-", "dái--", "-'", "yniá", "hōngàna"]);
    // Written together on demand, a hyphen stays where it must, and they are read together on demand.
    check(Notation::Tl, "words=joined", &[
        ("tai5-gi2", "tâigí"), ("tsin1-an1", "tsinan"), ("tsi1-nan1", "tsi-nan"),
        ("an1-ne1", "an-ne"), ("a1-ni1", "a-ni"),
    ]);
    check_read(Notation::Tl, "", &[("tai5gi2", "tai5-gi2"), ("tsit8e5", "tsit8-e5")]);
}

#[test]
fn words_in_capitals_stay_so() {
    let poj = |text: &str| -> String {
        let pieces = pieces(Notation::Tl, text, &WriteOptions::default()).unwrap();
        let write = |piece: &Piece<'_>| match piece {
            Piece::Word(word) => word.write(Notation::Poj, &WriteOptions::default()).unwrap(),
            Piece::Other(other) => (*other).to_owned(),
        };
        pieces.iter().map(write).collect()
    };
    for (tl, written) in [
        ("KÁNN", "KÁᴺ"),
        ("Kánn", "Káⁿ"),
        ("HÔO-TSÍ", "HÔ͘-CHÍ"),
        ("Hôo", "Hô͘"),
        ("OO-IÔNN", "O͘-IÔᴺ"),
        ("BI̍K", "BE̍K"),
        ("TÂI-UÂN Ê", "TÂI-OÂN Ê"),
    ] {
        assert_eq!(poj(tl).nfc().collect::<String>(), written.nfc().collect::<String>(), "{tl}");
    }
}
