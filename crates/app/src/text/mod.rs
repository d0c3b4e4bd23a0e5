//! Every sentence of the page, in one place: 臺灣華語 (zh-Hant-TW).
//!
//! A failure says what happened, what is safe, and what to do.

#![allow(missing_docs, reason = "a sentence says itself what it is")]

mod look;
mod offline;
mod options;
mod pages;
mod say;

pub use look::*;
pub use offline::*;
pub use options::{option, option_value};
pub use pages::{ABOUT_PAGE, HELP_PAGE, Line, SAMPLE_ARTICLE};
pub use say::*;

use thakim_phonology::ToneStyle;
use thakim_phonology::sandhi::Mode;

pub const NAME: &str = "讀音";
pub const NAME_ROMANISED: &str = "Tha̍k-im";
pub const SKIP: &str = "跳到內文";

pub const INPUT_TITLE: &str = "貼上文章";
pub const TEXT_LABEL: &str = "要標音的文章";
pub const TEXT_PLACEHOLDER: &str = "把漢字文章貼在這裡，也可以把文字檔拖進來。";
pub const ANNOTATE: &str = "標音";
pub const ANNOTATE_KEYS: &str = "Ctrl + Enter";
pub const OPEN_FILE: &str = "開啟文字檔";
pub const SAMPLE: &str = "放入範例文章";
pub const EMPTY: &str = "還沒有文章。先貼上一段，再按「標音」。";
pub const UNDO_REPLACED: &str = "原來的文字被換掉了。";
pub const UNDO: &str = "放回原來的";

pub const CHOICES: &str = "標音方式";
pub const NOTATION: &str = "拼音";
pub const TONES: &str = "聲調";
pub const SANDHI: &str = "變調";
pub const DIALECT: &str = "腔口";
pub const FINER: &str = "寫法";
pub const READINGS: &str = "讀音";

pub const ARTICLE_TITLE: &str = "標音";
pub const BACK: &str = "回去改文章";
pub const COPY: &str = "複製";
pub const COPY_INLINE: &str = "漢字(讀音)";
pub const COPY_READINGS: &str = "只要讀音";
pub const COPY_TEXT: &str = "只要漢字";
pub const COPYING: &str = "正在準備要複製的文字…";
pub const COPIED: &str = "已經複製。";
pub const COPY_REFUSED: &str =
    "瀏覽器不讓這一頁寫到剪貼簿，什麼都沒有複製。請用滑鼠選取文章，再按 Ctrl + C。";
pub const STOP: &str = "停止";
pub const STOPPED: &str = "已經停下來，後面的還沒有標音。";
pub const CONTINUE: &str = "重新標音";
pub const RETRY: &str = "再試";
pub const RELOAD: &str = "重新載入";
pub const LOOKING: &str = "正在打開文章…";
pub const COUNTS: &str = "統計";
pub const NO_READING: &str = "沒有讀音";

pub const HELP: &str = "說明";
pub const ABOUT: &str = "關於";
pub const THIS_COPY: &str = "這一份";
pub const VERSION: &str = "版本";
pub const BUILD: &str = "組建";
pub const DICTIONARY: &str = "字典";
pub const OFFLINE: &str = "離線";
pub const UNKNOWN: &str = "不明";
pub const HOME: &str = "貼上文章";
pub const NOT_FOUND: &str = "這裡沒有東西";
pub const NOT_FOUND_BODY: &str = "這個網址沒有對應的頁面。文章都還在。";

/// The names of the ways of showing tones, in the order in which they are offered.
pub const TONE_STYLES: [(ToneStyle, &str); 3] =
    [(ToneStyle::Mark, "調符"), (ToneStyle::Number, "調號"), (ToneStyle::None, "不標調")];

/// The names of the ways of showing how tones change in speech, in the order in which they are offered.
pub const SANDHI_MODES: [(Mode, &str); 4] = [
    (Mode::None, "標本調"),
    (Mode::Auto, "標變調"),
    (Mode::AllButLast, "停頓前不變"),
    (Mode::All, "全部變"),
];
