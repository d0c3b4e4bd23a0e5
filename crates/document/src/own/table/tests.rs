use super::*;

fn read_tl(text: &str) -> Table {
    read(text, &[Notation::Tl])
}

/// The words and readings of a table, and the lines of its faults.
fn told(table: &Table) -> (Vec<String>, Vec<u32>) {
    let words = table.rows.iter().map(|Row { word, .. }| {
        let reading = Notation::Tl.write(&word.reading, &WriteOptions::default());
        format!("{} {reading}", word.surface)
    });
    (words.collect(), table.faults.iter().map(|fault| fault.line).collect())
}

fn words(table: &Table) -> Vec<&OwnWord> {
    table.rows.iter().map(|row| &row.word).collect()
}

#[test]
fn a_table_of_the_dictionary_comes_back_byte_for_byte() {
    let text = "word\treading\tlabel\taccent\tcount\n\
                一個\ttsi̍t-ê\t\t\t300\n\
                中和\tTiong-hô\t\t\t2\n\
                字\tjī\t文\t1\t\n\
                字\tlī\t文\t2\t\n\
                食飽\ttsia̍h--pá\t白\t\t\n\
                \u{200CC}\tlán\t\t\t\n";
    let table = read_tl(text);
    assert_eq!(table.faults, []);
    assert_eq!(write(words(&table)), text);
    let noted = "word\treading\tlabel\taccent\tcount\tnote\n圖圖哥\tTôo-tôo-ko\t\t\t\t隔壁 的貓\n";
    assert_eq!(write(words(&read_tl(noted))), noted);
}

#[test]
fn columns_come_in_any_order_or_unnamed() {
    let table = read_tl("\u{FEFF}Reading\tx\tWord\r\ntha̍k-im\t?\t讀音\r\n\r\n");
    assert_eq!(told(&table), (vec!["讀音 tha̍k-im".into()], vec![]));
    let table = read_tl("圖圖哥\tToo5-too5-ko\n讀音\ttha̍k-im");
    assert_eq!(told(&table).0, ["圖圖哥 Tôo-tôo-ko", "讀音 tha̍k-im"]);
    assert_eq!(table.rows[1].line, 2);
}

#[test]
fn every_fault_is_named_with_its_line_and_the_rest_comes_in() {
    let text = "word\treading\tlabel\taccent\tcount\n\
                好\thó\n\
                T恤\tti-sut\n\
                讀音\ttha̍k\n\
                讀音\n\
                \n\
                \ttha̍k\n\
                音\timm\n\
                音\tim\t音\n\
                音\tim\t\t3\n\
                音\tim\t\t\t+1\n\
                人\tlâng/jîn\t\t\t7\n";
    let table = read_tl(text);
    assert_eq!(told(&table).0, ["好 hó", "人 lâng", "人 jîn"]);
    let kinds: Vec<String> = table
        .faults
        .iter()
        .map(|fault| format!("{} {:.20}", fault.line, fault.kind.to_string()))
        .collect();
    assert_eq!(
        kinds,
        [
            "3 expected Han charact",
            "4 expected 2 syllables",
            "5 expected a reading i",
            "7 expected a word, fou",
            "8 the reading \"imm\": c",
            "9 expected the label 文",
            "10 expected the accent ",
            "11 expected a count of ",
        ]
    );
    assert_eq!(table.rows[2].word.count, Some(7));
}

#[test]
fn what_is_no_table_says_so() {
    for text in ["<html>", "名稱\n讀音", "one two\nthree"] {
        let table = read_tl(text);
        assert!(
            matches!(&table.faults[0], Fault { line: 1, kind: FaultKind::Header { .. } }),
            "{text}"
        );
        assert!(table.rows.is_empty(), "{text}");
    }
    assert_eq!(told(&read_tl("")), (vec![], vec![]));
}

#[test]
fn the_notation_is_told_from_all_lines() {
    let notations = [Notation::Tl, Notation::Poj];
    let table = read("word\treading\n車\tchhia\n好\thó\n母語\tbó-gí\n", &notations);
    assert_eq!(table.notation, Notation::Poj);
    assert_eq!(
        told(&table),
        (vec!["車 tshia".into(), "好 hó".into(), "母語 bó-gí".into()], vec![])
    );
    let table = read("word\treading\n車\ttshia\n好\thó\n水\t???\n", &notations);
    assert_eq!((table.notation, told(&table).1), (Notation::Tl, vec![4]));
}

#[test]
fn selectors_and_characters_taken_apart_are_one_character() {
    let table = read_tl("word\treading\n辻\u{E0100}\tsip\n勿會曉\tbē-hiáu\n\u{E0100}\tsip\n");
    assert_eq!(told(&table), (vec!["辻\u{E0100} sip".into(), "勿會曉 bē-hiáu".into()], vec![4]));
    let long = "山".repeat(65);
    let reading = vec!["san"; 65].join("-");
    let table = read_tl(&format!("{long}\t{reading}\n"));
    assert!(table.rows.is_empty(), "too long");
}
