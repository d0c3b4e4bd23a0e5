//! The fonts of the readings, to be put into a file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use js_sys::Uint8Array;
use thakim_document::export::Font;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CssFontFaceRule, CssStyleSheet, Response, Url};

/// The families that set readings; those of the characters are far too large.
const FAMILIES: [&str; 4] = ["Thakim Reading", "Thakim Kana", "Thakim Signs", "Thakim Braille"];

/// The fonts as the style sheets name them. One that cannot be had is left out: the file names others after it.
pub(super) async fn fonts() -> Vec<Font> {
    let mut fonts = Vec::new();
    for (family, range, url) in faces().unwrap_or_default() {
        if let Some(data) = fetch(&url).await {
            fonts.push(Font { family, range, data });
        }
    }
    fonts
}

/// Family, range and address of each.
fn faces() -> Option<Vec<(String, String, String)>> {
    let sheets = web_sys::window()?.document()?.style_sheets();
    let mut faces = Vec::new();
    for index in 0..sheets.length() {
        let Some(sheet) = sheets.item(index) else { continue };
        let Ok(sheet) = sheet.dyn_into::<CssStyleSheet>() else { continue };
        let Ok(rules) = sheet.css_rules() else { continue };
        let base = sheet.href().ok().flatten().unwrap_or_default();
        for index in 0..rules.length() {
            let Some(rule) = rules.item(index) else { continue };
            let Ok(rule) = rule.dyn_into::<CssFontFaceRule>() else { continue };
            let style = rule.style();
            let property = |name: &str| style.get_property_value(name).unwrap_or_default();
            let family = property("font-family").trim_matches(['"', '\'']).to_owned();
            if !FAMILIES.contains(&family.as_str()) {
                continue;
            }
            let source = property("src");
            let address = source.split("url(").nth(1).and_then(|rest| rest.split(')').next());
            let address = address.unwrap_or_default().trim_matches(['"', '\'']);
            let Ok(url) = Url::new_with_base(address, &base) else { continue };
            let range = property("unicode-range");
            let range = if range.is_empty() { "U+0-10FFFF".to_owned() } else { range };
            faces.push((family, range, url.href()));
        }
    }
    Some(faces)
}

async fn fetch(url: &str) -> Option<String> {
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str(url)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    let bytes = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    Some(STANDARD.encode(Uint8Array::new(&bytes).to_vec()))
}
