//! Sentences with something in them that changes.

use thakim_document::Preference;
use thakim_phonology::ToneStyle;
use thakim_phonology::dialect::Dialect;
use thakim_phonology::sandhi::Mode;
use thakim_protocol::{Failure, LoadFailure};

use super::{SANDHI_MODES, TONE_STYLES};
use crate::boot::{Offline, Want};
use crate::files::{Encoding, OpenError};
use crate::store::StoreError;
use crate::worker_client::{EngineFailure, EngineState};

/// The present choices in a few words: 「臺羅 · 調符 · 自動」, and of what few people change only what is
/// changed: 「臺羅 · 調符 · 標變調 · 偏泉腔 · 自動」.
pub fn choices(settings: crate::settings::Settings, readings: Preference) -> String {
    let mut said = vec![settings.notation.name(), tone_style(settings.tones)];
    let sandhi = SANDHI_MODES.iter().find(|(mode, _)| *mode == settings.sandhi);
    said.extend(sandhi.filter(|(mode, _)| *mode != Mode::None).map(|(_, name)| *name));
    if settings.dialect != Dialect::General {
        said.push(settings.dialect.name());
    }
    said.push(super::preference(readings));
    said.join(" · ")
}

/// The name of a way of showing tones.
pub fn tone_style(tones: ToneStyle) -> &'static str {
    TONE_STYLES.iter().find(|(style, _)| *style == tones).map_or("", |(_, name)| name)
}

/// The engine's state in a few words; nothing to say when it is ready.
pub fn engine(state: &EngineState) -> Option<String> {
    match state {
        EngineState::Starting { total: 0, .. } => Some("準備引擎".to_owned()),
        EngineState::Starting { done, total } => Some(format!("引擎 {}", bytes_of(*done, *total))),
        EngineState::Downloading { done, total } => {
            Some(format!("字典 {}", bytes_of(*done, *total)))
        }
        EngineState::Ready { .. } => None,
        EngineState::Failed(failure) => Some(engine_failure(failure)),
    }
}

/// Why there is no engine, and what to do.
pub fn engine_failure(failure: &EngineFailure) -> String {
    match failure {
        EngineFailure::Broken(reason) => format!(
            "標音引擎沒辦法啟動（{reason}）。文章還在。按「再試」；還是不行的話，請換新一點的瀏覽器。"
        ),
        EngineFailure::Died => "標音引擎中途停掉了。文章還在。按「再試」重新啟動。".to_owned(),
        EngineFailure::OtherBuild { .. } => {
            "網站剛剛更新，這一頁和標音引擎的版本不合。文章還在。按「重新載入」就好。".to_owned()
        }
        EngineFailure::Load(failure) => load_failure(failure),
    }
}

fn load_failure(failure: &LoadFailure) -> String {
    match failure {
        LoadFailure::Unreachable => "連不到字典。文章還在。連上網路後按「再試」。".to_owned(),
        LoadFailure::Status(404) => {
            "伺服器上找不到這一版的字典，網站可能剛更新。文章還在。請重新載入這一頁。".to_owned()
        }
        LoadFailure::Status(status) => {
            format!("伺服器沒有給字典（HTTP {status}）。文章還在。等一下再按「再試」。")
        }
        LoadFailure::Length { expected, found } if found < expected => {
            format!(
                "字典下載到一半斷線（{}）。文章還在。連上網路後按「再試」。",
                bytes_of(*found, *expected)
            )
        }
        LoadFailure::Length { .. } | LoadFailure::Corrupt => {
            "下載的字典和這一版不符，沒有採用。文章還在。按「再試」重新下載。".to_owned()
        }
        LoadFailure::Unreadable(reason) => format!(
            "這一版的引擎讀不懂字典（{reason}）。文章還在。請重新載入這一頁；還是不行的話，請告訴網站的管理人。"
        ),
    }
}

/// Why an annotation ended early; nothing to say where the person stopped it.
pub fn failure(failure: &Failure) -> Option<String> {
    match failure {
        Failure::Cancelled => None,
        Failure::Load(why) => Some(load_failure(why)),
        Failure::WorkerDied => Some(engine_failure(&EngineFailure::Died)),
        Failure::NotLoaded => Some("字典還沒有準備好。文章還在。按「再試」。".to_owned()),
        Failure::BadRequest(reason) => {
            Some(format!("標音引擎看不懂這個請求（{reason}）。文章還在。請重新載入這一頁。"))
        }
    }
}

/// What a file could not be opened for.
pub fn open_error(error: &OpenError) -> String {
    match error {
        OpenError::TooLarge { bytes, limit } => format!(
            "這個檔案有 {} MB，超過 {} MB，沒有打開。請分成幾個小檔。",
            bytes / 1_000_000,
            limit / 1_000_000
        ),
        OpenError::Binary => {
            "這不是純文字檔，沒有打開。請在原來的程式裡另存成文字檔（.txt），或複製內容貼上。"
                .to_owned()
        }
        OpenError::Unreadable(reason) => {
            format!("檔案讀不出來（{reason}）。原來的文字還在。請再選一次。")
        }
    }
}

/// How a file was read.
pub fn opened(name: &str, encoding: Encoding) -> String {
    match encoding {
        Encoding::Utf8 => format!("打開了「{name}」。"),
        Encoding::Utf16 => format!("打開了「{name}」，當作 UTF-16 讀的。"),
        Encoding::Big5 => {
            format!(
                "打開了「{name}」。它不是 UTF-8，當作大五碼（Big5）讀的；字若不對，請先另存成 UTF-8。"
            )
        }
        Encoding::Gbk => {
            format!(
                "打開了「{name}」。它不是 UTF-8，當作國標碼（GBK）讀的；字若不對，請先另存成 UTF-8。"
            )
        }
    }
}

/// What the browser's storage refused.
pub fn store_error(error: &StoreError) -> String {
    let why = match error {
        StoreError::Unavailable(_) => "瀏覽器不讓這一頁存東西（可能是無痕視窗）",
        StoreError::Blocked => "另一個分頁開著舊版，資料庫打不開",
        StoreError::Full => "瀏覽器的空間滿了",
        StoreError::Failed(_) => "瀏覽器存不進文章",
    };
    format!("{why}。文章在這一頁裡還能用，只是重新載入後不會留著。")
}

/// What is in the dictionary.
pub fn dictionary(words: u32, readings: u32) -> String {
    format!("{} 個詞，{} 個讀音", grouped(u64::from(words)), grouped(u64::from(readings)))
}

/// What a release says of itself; 「不明」 where it says nothing.
pub fn or_unknown(said: String) -> String {
    if said.is_empty() { super::UNKNOWN.to_owned() } else { said }
}

/// The foot of the article.
pub fn count_han(han: u32) -> String {
    format!("{} 字", grouped(u64::from(han)))
}

/// How much of the text has been annotated.
pub fn annotating(percent: u64) -> String {
    format!("標音中 {percent}%")
}

/// Whether the page works offline, in a few words; nothing while there is nothing to say.
pub fn offline_short(offline: &Offline) -> Option<String> {
    match offline {
        Offline::Unsupported { .. } | Offline::Removed => None,
        Offline::Installing { total, .. } if *total <= 0.0 => Some("正在準備離線使用".to_owned()),
        Offline::Installing { done, total } => {
            Some(format!("正在準備離線使用 {}", bytes_of(*done as u64, *total as u64)))
        }
        Offline::Ready => Some("可以離線使用".to_owned()),
        Offline::Failed { .. } => Some("還不能離線使用".to_owned()),
    }
}

/// Whether the page works offline, and why not.
pub fn offline_long(offline: &Offline) -> String {
    match offline {
        Offline::Unsupported { reason } => {
            format!("這個瀏覽器在這個網址不能存離線用的版本（{reason}）。連著網路時一切照常。")
        }
        Offline::Installing { .. } => offline_short(offline).unwrap_or_default(),
        Offline::Ready => "可以離線使用：程式和字典都已經存在這台電腦，也核對過了。".to_owned(),
        Offline::Failed { kind: Want::Full, .. } => {
            "瀏覽器的空間不夠，沒有存離線用的版本，空間留給文章。連著網路時一切照常。".to_owned()
        }
        Offline::Failed { kind: Want::Network, reason } => {
            format!(
                "離線用的版本沒有存好（{reason}）。連著網路時一切照常；下次會從斷掉的地方接著存。"
            )
        }
        Offline::Removed => {
            "離線用的版本已經移除。這個分頁開著的時候不會再存；下次打開這個網址會再存一份。"
                .to_owned()
        }
    }
}

/// 「0.4 / 1.1 MB」, or in KB where there is less than a tenth of a MB.
pub(super) fn bytes_of(done: u64, total: u64) -> String {
    let (unit, name) = if total < 100_000 { (1_000, "KB") } else { (1_000_000, "MB") };
    let tenths = |bytes: u64| {
        let tenths = (bytes * 10 + unit / 2) / unit;
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    format!("{} / {} {name}", tenths(done), tenths(total))
}

/// 2,014
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_said_with_one_decimal() {
        assert_eq!(bytes_of(400_000, 1_100_000), "0.4 / 1.1 MB");
        assert_eq!(bytes_of(0, 61_250), "0.0 / 61.3 KB");
        assert_eq!(bytes_of(1_149_999, 1_150_000), "1.1 / 1.2 MB");
    }

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(2_014), "2,014");
        assert_eq!(grouped(3_000_000), "3,000,000");
    }
}
