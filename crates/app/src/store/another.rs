//! Whether a text is an article edited, or another one put in its place.

use std::collections::HashSet;

use js_sys::JsString;

use super::edit::common;

/// How much of each text is looked at, in UTF-16 code units.
const LOOKED_AT: u32 = 20_000;

/// How many of a hundred pairs of neighbouring characters two versions of an article share at least.
const SHARED: usize = 20;

/// Whether the new text is another article than the old one, and not that one edited. One that was only
/// begun, or is empty, is none.
pub fn is_another(old: &JsString, new: &JsString) -> bool {
    if old.trim().length() == 0 || new.trim().length() == 0 {
        return false;
    }
    // Most edits leave the beginning or the end as it was.
    if common(old, new) * 4 >= old.length().min(new.length()) {
        return false;
    }
    let head = |text: &JsString| String::from(text.slice(0, LOOKED_AT.min(text.length())));
    !is_akin(&head(old), &head(new))
}

/// Whether the smaller text has enough pairs of neighbouring characters in common with the other.
fn is_akin(one: &str, other: &str) -> bool {
    let (one, other) = (pairs(one), pairs(other));
    let (small, large) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let shared = small.iter().filter(|pair| large.contains(*pair)).count();
    shared * 100 >= small.len() * SHARED && !small.is_empty()
}

fn pairs(text: &str) -> HashSet<(char, char)> {
    let letters = || text.chars().filter(|letter| !letter.is_whitespace());
    letters().zip(letters().skip(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_an_article_share_much() {
        let article =
            "透早的市場，天猶未光，市場就鬧熱起來矣。賣菜的阿婆共一把一把的青菜排甲整整齊齊。";
        let edited = "天猶未光，菜市仔就鬧熱起來矣。賣菜的阿公共一把一把的菜排好勢。透早的市場。";
        assert!(is_akin(article, edited));
        assert!(!is_akin(article, "我細漢的時，上愛綴阿媽去海邊。伊牽我的手，行過石頭路。"));
        assert!(!is_akin(article, "行"));
    }
}
