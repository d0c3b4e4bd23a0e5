//! Sentences about the copy for offline use, and about newer releases.

use super::say::{bytes_of, grouped};
use crate::boot::{Check, Room, Verified};

pub const UPDATE_WAITS: &str = "有新版本。";
pub const UPDATE_ELSEWHERE: &str = "別的分頁已經換成新版本，這一頁還是原來的。";
pub const UPDATE: &str = "更新";
pub const LATER: &str = "晚點";
pub const UPDATING: &str = "正在存好草稿、換成新版本…";

pub const ROOM: &str = "占用空間";
pub const STAYS: &str = "保留";
pub const STAYS_YES: &str = "瀏覽器答應留著，空間不夠時也不會清掉。";
pub const STAYS_NO: &str = "空間不夠時，瀏覽器可能會清掉。";
pub const STAYS_UNKNOWN: &str = "瀏覽器沒有說。很久沒打開的話，可能會被清掉。";
pub const ASK_TO_STAY: &str = "請瀏覽器留著";
pub const VERIFY: &str = "核對每個檔案";
pub const CHECK_UPDATE: &str = "檢查更新";
pub const CHECKING_UPDATE: &str = "正在問伺服器…";
pub const NO_COPY: &str = "這裡沒有離線用的版本可以核對。";
pub const REMOVE: &str = "移除…";
pub const REMOVE_QUESTION: &str = "要移除什麼？";
pub const REMOVE_COPY: &str = "只移除程式和字典";
pub const REMOVE_COPY_MEANS: &str =
    "移除這台電腦裡離線用的程式、字典和字型。文章、草稿、改過的讀音和標音方式都留著。";
pub const REMOVE_ALL: &str = "全部移除";
pub const REMOVE_ALL_MEANS: &str = "程式、字典、字型，連同這個瀏覽器裡所有的文章、草稿、改過的讀音和標音方式，一起移除，不能復原。要留的文章請先複製出來。";
pub const REMOVE_NOTHING: &str = "不要移除";
pub const REMOVING: &str = "正在移除…";
pub const REMOVED_COPY: &str = "離線用的程式和字典已經移除。文章和草稿都還在。";
pub const NOT_REMOVED: &str = "沒有移除完。請關掉其他分頁，再按一次。";

/// What the browser says of the room that this site takes.
pub fn room(room: Room) -> String {
    match (room.usage, room.quota) {
        (Some(usage), Some(quota)) => format!("{}，最多 {}", size(usage), size(quota)),
        (Some(usage), None) => size(usage),
        (None, _) => super::UNKNOWN.to_owned(),
    }
}

/// How far the verification is.
pub fn verifying(done: u64, total: u64) -> String {
    format!("正在核對 {}", bytes_of(done, total))
}

/// What came of the verification.
pub fn verified(Verified { files, bytes, faults, mended }: Verified) -> String {
    let all = format!("{} 個檔案（{}）", grouped(u64::from(files)), size(bytes as f64));
    match (faults, faults.saturating_sub(mended)) {
        (0, _) => format!("{all}剛才逐一核對過，和這一版的 SHA-256 完全相同。"),
        (faults, 0) => {
            format!(
                "{all}核對過了：{faults} 個缺少或受損，已經重新下載，現在都對了。文章不受影響。"
            )
        }
        (faults, left) => format!(
            "{all}核對過了：{faults} 個缺少或受損，還有 {left} 個沒補齊。文章還在。連上網路後再核對一次。"
        ),
    }
}

/// What came of asking for a new release.
pub fn checked(check: Check) -> &'static str {
    match check {
        Check::None => "這就是最新的版本。",
        Check::Found => "有新版本，正在準備；好了會問要不要更新。",
        Check::Unreachable => "連不到伺服器。這一份照常能用；連上網路後再試。",
    }
}

/// 「3.4 MB」, 「21.5 GB」.
fn size(bytes: f64) -> String {
    let (unit, name) = [(1e9, "GB"), (1e6, "MB")]
        .into_iter()
        .find(|(unit, _)| bytes >= *unit)
        .unwrap_or((1e3, "KB"));
    format!("{:.1} {name}", bytes / unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_in_a_fitting_unit() {
        assert_eq!(size(512.0), "0.5 KB");
        assert_eq!(size(4_085_211.0), "4.1 MB");
        assert_eq!(size(21_474_836_480.0), "21.5 GB");
    }

    #[test]
    fn what_is_left_after_mending_is_said() {
        let said =
            |faults, mended| verified(Verified { files: 30, bytes: 4_100_000, faults, mended });
        assert!(said(0, 0).contains("完全相同"));
        assert!(said(2, 2).contains("現在都對了"));
        assert!(said(3, 1).contains("還有 2 個沒補齊"));
    }
}
