//! In which encoding a file is written.

/// How a file was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark.
    Utf16,
    /// 大五碼, with the Hong Kong characters.
    Big5,
    /// 國標碼: GB 2312, GBK or GB 18030.
    Gbk,
}

/// What the bytes of a file may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Guess {
    /// No plain text.
    Binary,
    /// Surely this; the label is what the browser's `TextDecoder` calls it.
    Certain(Encoding, &'static str),
    /// Not UTF-8: one of the older encodings, which only their decoders can tell apart.
    Legacy,
}

/// How much of a file is looked at for bytes that no text has.
const SAMPLE: usize = 64 << 10;

/// Guesses from the bytes of a whole file.
pub fn guess(bytes: &[u8]) -> Guess {
    match bytes {
        [0xFF, 0xFE, ..] => return Guess::Certain(Encoding::Utf16, "utf-16le"),
        [0xFE, 0xFF, ..] => return Guess::Certain(Encoding::Utf16, "utf-16be"),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    // Tab, line feed, vertical tab, form feed, carriage return, the old end-of-file mark and escape
    // occur in texts; other control characters do not.
    let is_foreign = |byte: &&u8| !matches!(byte, 0x09..=0x0D | 0x1A | 0x1B | 0x20..);
    if sample.iter().any(|byte| is_foreign(&byte)) {
        return Guess::Binary;
    }
    if std::str::from_utf8(bytes).is_ok() {
        Guess::Certain(Encoding::Utf8, "utf-8")
    } else {
        Guess::Legacy
    }
}

/// How much a decoded text looks like Chinese: the share, in thousandths, of very common characters
/// of either script and of Chinese punctuation among all characters beyond ASCII. Text read in the
/// wrong encoding consists of rare characters.
pub(super) fn plausibility(text: &str) -> u32 {
    const COMMON: &str = "，。、；：「」『』？！的一是不了人我在有他這为為大来來以个個中上们們\
        到说說国國和地也子时時道出而要于於就下得可你年生自会會那后後能对對着著事其里裡所去行过過家\
        十用发發天如然作方成者多日都三小军軍二无無同么麼经經法当當起与與好看学學进進种種将將还還\
        分此心前面又定见見只主没沒公从從";
    let (mut common, mut all) = (0u32, 0u32);
    for letter in text.chars().filter(|letter| !letter.is_ascii()).take(4_000) {
        all += 1;
        common += u32::from(COMMON.contains(letter));
    }
    (common * 1_000).checked_div(all).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_from_bytes_alone() {
        assert_eq!(guess("臺灣\r\n\t。".as_bytes()), Guess::Certain(Encoding::Utf8, "utf-8"));
        assert_eq!(guess(b"\xEF\xBB\xBFabc"), Guess::Certain(Encoding::Utf8, "utf-8"));
        assert_eq!(guess(b""), Guess::Certain(Encoding::Utf8, "utf-8"));
        assert_eq!(guess(b"\xFF\xFE\x2C\x67"), Guess::Certain(Encoding::Utf16, "utf-16le"));
        assert_eq!(guess(b"\xFE\xFF\x67\x2C"), Guess::Certain(Encoding::Utf16, "utf-16be"));
        assert_eq!(guess(b"\xBB\x4F\xC6\x57"), Guess::Legacy);
        assert_eq!(guess(b"PK\x03\x04\x14\x00"), Guess::Binary);
        assert_eq!(guess(b"text with a \0"), Guess::Binary);
    }

    #[test]
    fn the_right_encoding_looks_more_like_chinese() {
        // 「我是台灣人，你也是。」 in Big5, read as Big5 and as GBK.
        assert!(plausibility("我是台灣人，你也是。") > plausibility("и琌芖チ癛玂"));
        assert_eq!(plausibility("plain"), 0);
    }
}
