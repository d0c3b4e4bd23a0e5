//! Finding the article in an HTML file.

use js_sys::JsString;
use thakim_document::export::{ARTICLE_ID, MARK};

use super::{Saved, SavedError};

/// How much of a file is looked at for the mark that ours have, in UTF-16 code units: other programs may put a
/// comment before it.
const HEAD: u32 = 4_096;

/// The article of a file of ours; none where the file is another's.
pub fn open(text: &JsString) -> Option<Result<Saved, SavedError>> {
    // Nearly all files end here, and nothing of them has been copied.
    let head = String::from(text.slice(0, HEAD));
    let has_block = text.index_of(ARTICLE_ID, 0) >= 0;
    let is_ours = head.contains(MARK) || has_block && looks_like_html(&head);
    if !is_ours {
        return None;
    }
    let text = String::from(text);
    Some(block(&text).ok_or(SavedError::Damaged).and_then(Saved::from_json))
}

fn looks_like_html(head: &str) -> bool {
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    head.get(..5).is_some_and(|begin| {
        begin.eq_ignore_ascii_case("<!doc") || begin.eq_ignore_ascii_case("<html")
    })
}

/// What stands in the block of JSON, however its tag is written. There is no `<` in the JSON, so its end is the
/// next one.
fn block(html: &str) -> Option<&str> {
    let mut from = 0;
    while let Some(found) = html[from..].find(ARTICLE_ID) {
        let at = from + found;
        from = at + ARTICLE_ID.len();
        let tag = html[..at].rfind('<')?;
        let name = html.get(tag..tag + "<script".len());
        let is_script = name.is_some_and(|name| name.eq_ignore_ascii_case("<script"));
        let attribute = html[tag..at].trim_end_matches(['"', '\'']).trim_end();
        let is_id = attribute.strip_suffix('=').is_some_and(|before| {
            let before = before.trim_end();
            before.get(before.len().saturating_sub(3)..).is_some_and(|name| {
                name.starts_with(char::is_whitespace) && name[1..].eq_ignore_ascii_case("id")
            })
        });
        if !is_script || !is_id || html[tag..at].contains('>') {
            continue;
        }
        let begin = from + html[from..].find('>')? + 1;
        let end = begin + html[begin..].find('<')?;
        let closes = html.get(end..end + "</script".len());
        return closes
            .is_some_and(|close| close.eq_ignore_ascii_case("</script"))
            .then(|| html[begin..end].trim());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_is_found_however_it_is_written() {
        for (html, expected) in [
            (r#"<script type="application/json" id="thakim-article">{1}</script>"#, Some("{1}")),
            (r#"<SCRIPT ID='thakim-article' TYPE=x>\n{1}\n</SCRIPT>"#, Some(r"\n{1}\n")),
            ("<p>thakim-article</p><script a=1 id = thakim-article b> {1} </script >", Some("{1}")),
            (
                r#"<div id="thakim-article">{0}</div><script id="thakim-article">{1}</script>"#,
                Some("{1}"),
            ),
            (r#"<script data-id="thakim-article">{0}</script>"#, None),
            (r#"<script id="thakim-article">{1"#, None),
            (r#"<script id="thakim-article">{1<b>"#, None),
            (r#"<script id="thakim-article"#, None),
            ("thakim-article", None),
            ("", None),
        ] {
            assert_eq!(block(html), expected, "{html}");
        }
    }

    #[test]
    fn html_begins_so() {
        assert!(looks_like_html("\u{FEFF}\n<!DOCTYPE html>") && looks_like_html("<HTML>"));
        assert!(!looks_like_html("<?xml") && !looks_like_html("臺灣") && !looks_like_html("<"));
    }
}
