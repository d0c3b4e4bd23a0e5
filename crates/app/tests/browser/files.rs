//! Opening text files in old and new encodings.

use js_sys::{Array, Uint8Array};
use thakim_app::files::{Encoding, OpenError, open};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

fn file(bytes: &[u8]) -> File {
    let parts = Array::of1(&Uint8Array::from(bytes));
    File::new_with_u8_array_sequence(&parts, "文章.txt").unwrap()
}

async fn check(bytes: &[u8], encoding: Encoding, text: &str) {
    let opened = open(&file(bytes)).await.unwrap();
    assert_eq!(opened.encoding, encoding);
    assert_eq!(String::from(opened.text), text);
}

/// 「我是台灣人，」 in Big5.
const BIG5: &[u8] = &[0xA7, 0xDA, 0xAC, 0x4F, 0xA5, 0x78, 0xC6, 0x57, 0xA4, 0x48, 0xA1, 0x41];

/// 「我是中国人，你也是。」 in GBK.
const GBK: &[u8] = &[
    0xCE, 0xD2, 0xCA, 0xC7, 0xD6, 0xD0, 0xB9, 0xFA, 0xC8, 0xCB, 0xA3, 0xAC, 0xC4, 0xE3, 0xD2, 0xB2,
    0xCA, 0xC7, 0xA1, 0xA3,
];

#[wasm_bindgen_test]
async fn each_encoding_is_recognised() {
    check("臺灣\r\n𰀀".as_bytes(), Encoding::Utf8, "臺灣\r\n𰀀").await;
    check("\u{FEFF}臺灣".as_bytes(), Encoding::Utf8, "臺灣").await;
    check(b"\xFF\xFE\x2C\x67", Encoding::Utf16, "本").await;
    check(b"\xFE\xFF\x67\x2C", Encoding::Utf16, "本").await;
    check(BIG5, Encoding::Big5, "我是台灣人，").await;
    check(GBK, Encoding::Gbk, "我是中国人，你也是。").await;
}

#[wasm_bindgen_test]
async fn what_is_no_text_is_refused() {
    let zip = open(&file(b"PK\x03\x04\0\0")).await;
    assert_eq!(zip.map(|opened| opened.encoding), Err(OpenError::Binary));
    let neither = open(&file(b"\xFF\xFF\x80")).await;
    assert_eq!(neither.map(|opened| opened.encoding), Err(OpenError::Binary));
}
