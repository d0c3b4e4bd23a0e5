//! Each format, with small files of our own making.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

use super::*;

/// What comes of a file: the lines of its table without the header, and the rest.
fn read(format: Format, bytes: &[u8]) -> (Vec<String>, Imported) {
    match attempt(format, bytes, Notation::Tl) {
        Ok(imported) => (rows(&imported), imported),
        Err(error) => panic!("{error}"),
    }
}

fn attempt(format: Format, bytes: &[u8], notation: Notation) -> Result<Imported, FormatError> {
    format.read(&Foreign { path: Path::new("made"), bytes, notation })
}

fn rows(imported: &Imported) -> Vec<String> {
    let files = imported.tables.files();
    let table = files[0].1.as_deref().unwrap_or_default();
    table.lines().skip(1).map(|line| line.trim_end().to_owned()).collect()
}

/// How many rows were refused, by reason.
fn refused(imported: &Imported) -> String {
    imported.tables.report.finish("rows", imported.tables.sizes()).reasons()
}

/// What a broken file is told.
fn complaint(format: Format, bytes: &[u8]) -> String {
    attempt(format, bytes, Notation::Tl).err().expect("the file is broken").to_string()
}

/// A workbook in the OpenDocument format.
fn ods(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut content = String::from(concat!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content "#,
        r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" "#,
        r#"xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" "#,
        r#"xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">"#,
        "<office:body><office:spreadsheet>",
    ));
    for (name, rows) in sheets {
        content.push_str(&format!(r#"<table:table table:name="{name}">"#));
        for row in *rows {
            content.push_str("<table:table-row>");
            for cell in *row {
                let cell = match cell.parse::<u32>() {
                    Ok(number) => format!(
                        r#"<table:table-cell office:value-type="float" office:value="{number}"/>"#
                    ),
                    Err(_) => format!(
                        r#"<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>"#
                    ),
                };
                content.push_str(&cell);
            }
            content.push_str("</table:table-row>");
        }
        content.push_str("</table:table>");
    }
    content.push_str("</office:spreadsheet></office:body></office:document-content>");
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let files = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", content.as_str()),
    ];
    for (name, content) in files {
        // As the format has it: what it is can be read without unpacking.
        let stored =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        archive.start_file(name, stored).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn chhoetaigi_gives_both_sides_of_a_slash_and_refuses_latin_letters() {
    let file = "\u{FEFF}\"DictWordID\",\"PojUnicode\",\"PojInput\",\"KipUnicode\",\"KipInput\",\
                \"KipUnicodeOthers\",\"HanLoTaibunPoj\",\"HanLoTaibunKip\",\"HoaBun\"\n\
                \"1\",\"chia̍h-pn̄g\",\"chiah8-png7\",\"tsia̍h-pn̄g\",\"tsiah8-png7\",\"\",\"食飯\",\"食飯\",\"吃飯\"\n\
                \"2\",\"jī/lī\",\"\",\"jī/lī\",\"\",\"nn̄g(個)\",\"二\",\"二\",\"二\"\n\
                \"3\",\"súi ê\",\"\",\"suí ê\",\"\",\"\",\"súi ê\",\"suí个\",\"美的\"\n\
                \"4\",\"sai\",\"\",\"sai\",\"\",\"\",\"司公\",\"司公\",\"道士\"\n\
                \"5\",\"bô\"\n\
                \"6\",\"\",\"\",\"\",\"\",\"\",\"無\",\"無\",\"沒有\"\n";
    let (rows, imported) = read(Format::Chhoetaigi, file.as_bytes());
    assert_eq!(rows, ["二\tjī", "二\tlī", "二\tnn̄g", "食飯\ttsia̍h-pn̄g"]);
    assert_eq!(
        refused(&imported),
        "1 not only Han characters, 1 broken row, 1 no reading, 1 syllables ≠ characters"
    );
}

#[test]
fn chhoetaigi_of_every_time_and_notation() {
    let old = "id,poj_unicode,hanlo_poj,hoagi\n1,chhiú-ki-á,手機仔,手機\n";
    assert_eq!(read(Format::Chhoetaigi, old.as_bytes()).0, ["手機仔\ttshiú-ki-á"]);
    let other =
        "DictWordID,KipInput,HanLoTaibunKip,KipDictHanjiTaibunOthers\n1,tai5-uan5,臺灣,台灣/台湾\n";
    let rows = read(Format::Chhoetaigi, other.as_bytes()).0;
    assert_eq!(rows, ["台湾\ttâi-uân", "台灣\ttâi-uân", "臺灣\ttâi-uân"]);
    let literary = "DictWordID,KipUnicode,HanbunImKipUnicode,HanLoTaibunPoj\n1,lâng,jîn,人\n";
    let rows = read(Format::Chhoetaigi, literary.as_bytes()).0;
    assert_eq!(rows, ["人\tlâng", "人\tjîn\t文"]);
}

#[test]
fn chhoetaigi_without_taiwanese_words_is_told_why() {
    let file = "DictWordID,PojUnicode,KipUnicode,HoaBun,EngBun\n1,lâng,lâng,人,person\n";
    let complaint = complaint(Format::Chhoetaigi, file.as_bytes());
    assert!(complaint.starts_with("made: expected a column HanLoTaibunKip or "), "{complaint}");
    assert!(complaint.contains("found the columns DictWordID, PojUnicode, "), "{complaint}");
    assert!(complaint.contains("HoaBun is Mandarin"), "{complaint}");
    let complaint =
        super::tests::complaint(Format::Chhoetaigi, "HanLoTaibunKip,HoaBun\n".as_bytes());
    assert!(complaint.contains("expected a column KipUnicode or KipInput"), "{complaint}");
}

#[test]
fn the_ministrys_workbook_gives_headwords_other_readings_and_labels() {
    let headwords: &[&[&str]] = &[
        &["詞目id", "詞目類型", "漢字", "羅馬字", "分類"],
        &["1", "主詞目", "一【替】", "tsi̍t", ""],
        &["2", "主詞目", "一", "it【文】", ""],
        &["3", "主詞目", "八", "peh/pueh【白】", ""],
        &["4", "主詞目", "一分錢，一分貨。", "Tsi̍t hun tsînn, tsi̍t hun huè.", "俗諺"],
        &["5", "主詞目", "卡拉OK", "kha-lá-oo-khe", ""],
        &["6", "主詞目", "臺灣", "Tâi-uân", ""],
    ];
    let file = ods(&[
        ("詞目", headwords),
        ("例句", &[&["詞目id", "漢字", "羅馬字"], &["6", "我愛臺灣", "Guá ài Tâi-uân"]]),
        ("又唸作", &[&["詞目id", "漢字", "羅馬字"], &["6", "臺灣", "Tâi-guân"]]),
        (
            "異用字",
            &[
                &["詞目id", "漢字", "異用字"],
                &["6", "臺灣", "台灣"],
                &["2", "一", "壹、弌"],
                &["99", "無", "冇"],
            ],
        ),
        ("俗唸作", &[&["詞目id", "漢字", "羅馬字"], &["2", "一", "tsit"]]),
    ]);
    let (rows, imported) = read(Format::Moe, &file);
    assert_eq!(
        rows,
        [
            "一\ttsi̍t\t替",
            "一\tit\t文",
            "一\ttsit\t俗",
            "八\tpeh\t白\t1",
            "八\tpueh\t白\t2",
            "台灣\tTâi-uân",
            "壹\tit\t文",
            "弌\tit\t文",
            "臺灣\tTâi-uân",
            "臺灣\tTâi-guân",
        ]
    );
    assert_eq!(refused(&imported), "2 not only Han characters, 1 no reading");
}

#[test]
fn the_ministrys_older_tables_and_json() {
    let csv = "主編號,屬性,詞目,音讀,文白屬性,部首\n1,1,人,lâng,2,人\n2,1,人,jîn/lîn,1,人\n\
               3,25,食果子拜樹頭,tsia̍h kué-tsí pài tshiū-thâu,0,\n";
    let expected = ["人\tlâng\t白", "人\tjîn\t文\t1", "人\tlîn\t文\t2"];
    let (rows, imported) = read(Format::Moe, csv.as_bytes());
    assert_eq!(rows, expected);
    assert_eq!(refused(&imported), "1 sentence or proverb");

    let table: &[&[&str]] = &[
        &["主編號", "詞目", "音讀", "文白俗替"],
        &["1", "人", "lâng", "白"],
        &["2", "人", "jîn/lîn", "文"],
    ];
    assert_eq!(read(Format::Moe, &ods(&[("工作表1", table)])).0, expected);

    let json = r#"[{"title": "人", "radical": "人", "heteronyms": [
        {"trs": "lâng", "reading": "白", "definitions": []}, {"trs": "jîn/lîn", "reading": "文"}]},
        {"titel": "火"}, {"漢字": "一【替】", "羅馬字": "tsi̍t"}]"#;
    let (rows, imported) = read(Format::Moe, json.as_bytes());
    assert_eq!(rows[..1], ["一\ttsi̍t\t替"]);
    assert_eq!(rows[1..], expected);
    assert_eq!(refused(&imported), "1 broken row");
}

#[test]
fn what_is_none_of_the_ministrys_files_is_told_so() {
    let whole = ods(&[("詞目", &[&["詞目id", "漢字"], &["1", "一"]])]);
    for (file, expected) in [
        (
            &whole[..],
            "made, sheet 詞目: expected a column 羅馬字 or 音讀, found the columns 詞目id, 漢字",
        ),
        (&whole[..whole.len() / 2], "expected a workbook (ods, xlsx, xls), found "),
        (&ods(&[("甲", &[&["a"]]), ("乙", &[])]), "expected a sheet 詞目, or one with the columns"),
        (b"[{\"title\": \"\xE4\xBA\xBA\", }]", "found trailing comma at line 1 column 19"),
        (
            "詞,音\n人,lâng\n".as_bytes(),
            "made: expected a column 漢字 or 詞目, found the columns 詞, 音",
        ),
        (b"\xA4H,l\n", "made:1: expected UTF-8"),
    ] {
        let complaint = complaint(Format::Moe, file);
        assert!(complaint.contains(expected), "{expected} is not in: {complaint}");
        assert!(!complaint.contains('\n'), "{complaint}");
    }
}

#[test]
fn rime_by_columns_weights_and_comments() {
    let file = "# Rime dictionary\n# encoding: utf-8\n---\nname: made\nversion: \"0.3\"\nsort: by_weight\n\
                use_preset_vocabulary: false\nimport_tables:\n  - made.names\ncolumns:\n  - code\n  - text\n  - weight\n\
                encoder:\n  rules: []\n...\n\n# a comment\nit\t一\t10%\ntsit8\t一\t90.5\r\n\
                TAI5 UAN5\t臺灣\ntng2 --lai5\t轉來\t1\nabc\t丁\nlang5\n# no comment\n#\t井\nlo3 ma2\tLuo馬\n";
    let (rows, imported) = read(Format::Rime, file.as_bytes());
    assert_eq!(rows, ["一\ttsi̍t", "一\tit", "臺灣\ttâi-uân", "轉來\ttńg--lâi"]);
    assert_eq!(imported.version.as_deref(), Some("0.3"));
    assert!(imported.notes[0].contains("goes on in made.names, which were not read"));
    assert_eq!(refused(&imported), "1 not only Han characters, 1 broken row, 2 bad syllable");
}

#[test]
fn rime_in_its_own_order_and_in_other_notations() {
    let file = "---\nname: made\nversion: 1\n...\n手\tchhiu2\t5\n";
    let imported = attempt(Format::Rime, file.as_bytes(), Notation::Poj).unwrap();
    assert_eq!(rows(&imported), ["手\ttshiú"]);
    assert_eq!(imported.version.as_deref(), Some("1"));
}

#[test]
fn what_is_no_rime_dictionary_is_told_so() {
    for (file, expected) in [
        (
            "---\nname: made\n一\tit\n",
            "expected a header that begins with `---` and ends with a line `...`",
        ),
        ("---\nname: [made\n...\n一\tit\n", "expected a header in YAML with `name`"),
        ("---\ncolumns: text\n...\n一\tit\n", "expected a header in YAML with `name`"),
        (
            "---\ncolumns: [text, stem]\n...\n一\tit\n",
            "expected a column code in the header's `columns`",
        ),
    ] {
        let complaint = complaint(Format::Rime, file.as_bytes());
        assert!(complaint.contains(expected), "{expected} is not in: {complaint}");
        assert!(!complaint.contains('\n'), "{complaint}");
    }
}

#[test]
fn taibun_in_json_and_in_messagepack() {
    let json = r#"{"臺灣": "Tâi-uân", "人": ["jîn/lîn", "lâng"], "A仔菜": "e-á-tshài", "無": []}"#;
    let map: std::collections::BTreeMap<String, serde_json::Value> =
        serde_json::from_str(json).unwrap();
    for bytes in [json.as_bytes().to_vec(), rmp_serde::to_vec(&map).unwrap()] {
        let (rows, imported) = read(Format::Taibun, &bytes);
        assert_eq!(rows, ["人\tjîn\t\t1", "人\tlîn\t\t2", "人\tlâng", "臺灣\tTâi-uân"]);
        assert_eq!(refused(&imported), "1 not only Han characters, 1 no reading");
    }
    for (file, expected) in [
        (&b"{\"\xE4\xBA\xBA\": 5}"[..], "expected a JSON object of words"),
        (b"[1]", "expected a JSON object of words"),
        (b"\x93\x01\x02\x03", "expected JSON, or a MessagePack map of words"),
        (b"", "expected JSON, or a MessagePack map of words"),
    ] {
        let complaint = complaint(Format::Taibun, file);
        assert!(complaint.contains(expected), "{complaint}");
    }
}

#[test]
fn our_own_table_with_any_of_its_columns() {
    let file = "reading\tword\tlabel\tcount\nlang5\t人\t白\t7\njîn\t人\t文\t\nit\t一\t無\t\n\
                it\t一\t\t-1\nit\t一\t\nho2 \t 好\t\t\n";
    let (rows, imported) = read(Format::Tsv, file.as_bytes());
    assert_eq!(rows, ["人\tlâng\t白\t\t7", "人\tjîn\t文", "好\thó"]);
    assert_eq!(refused(&imported), "3 broken row");
    let complaint = complaint(Format::Tsv, "人\tlâng\n".as_bytes());
    assert!(
        complaint.contains("expected a column word, found the columns 人, lâng; begin"),
        "{complaint}"
    );
}

/// The arguments `--name … --out … ` and more, as clap reads them.
fn arguments(more: &[&str]) -> ForeignArgs {
    #[derive(clap::Parser)]
    struct All {
        #[command(flatten)]
        foreign: ForeignArgs,
    }
    let arguments = ["made", "--format", "tsv"].iter().chain(more);
    <All as clap::Parser>::try_parse_from(arguments).unwrap().foreign
}

#[test]
fn an_import_is_a_folder_that_the_check_has_no_fault_in() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("words.txt");
    fs::write(&file, "word\treading\n人\tlâng\n人客\tlâng-kheh\n").unwrap();
    let out = place.path().join("dict");
    let out_text = out.display().to_string();
    let import = |more: &[&str]| {
        let given = [&["--name", "mine", "--out", &out_text], more].concat();
        import(&arguments(&given), Format::Tsv, &file)
    };
    let first = import(&[]).unwrap();
    assert_eq!(first.folder, out.join("mine"));
    assert!(first.notes[0].contains("without --licence and --attribution"));
    let licensed = ["--licence", "CC0-1.0", "--attribution", "me", "--layer", "extra"];
    assert!(import(&licensed).unwrap().notes.is_empty(), "and it is written over itself");
    let description = Description::read(&out.join("mine")).unwrap();
    assert_eq!((description.layer.as_str(), description.title.as_str()), ("extra", "words.txt"));
    let (sources, faults) = thakim_lexicon::build::check(&out);
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(sources.iter().map(|source| source.words.len()).sum::<usize>(), 2);
}

#[test]
fn nothing_is_written_where_it_must_not_be() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("words.txt");
    fs::write(&file, "word\treading\nman\tlâng\n").unwrap();
    let out = place.path().join("dict");
    fs::create_dir(&out).unwrap();
    super::super::archive::made::source(&out, "taken", "main", &["人"]);
    let out_text = out.display().to_string();
    for (name, layer, expected) in [
        ("taken", "main", "is a source of another origin; choose another --name"),
        ("Mine", "main", "\"Mine\" cannot name a source"),
        ("../mine", "main", "\"../mine\" cannot name a source"),
        ("mine", "", "\"\" cannot name a source"),
        ("mine", "main", "found none among 1 rows (1 not only Han characters)"),
    ] {
        let given = ["--name", name, "--out", &out_text, "--layer", layer];
        let error = import(&arguments(&given), Format::Tsv, &file).err().unwrap().to_string();
        assert!(error.contains(expected), "{expected} is not in: {error}");
    }
    let given = ["--name", "mine", "--out", &out_text];
    let absent = place.path().join("absent.tsv");
    let error = import(&arguments(&given), Format::Tsv, &absent).err().unwrap().to_string();
    assert!(error.contains("check the name"), "{error}");
    assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
}
