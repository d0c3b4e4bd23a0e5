//! The style sheets of `www/styles/`: one file of the site, and the fonts that it uses.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::Inputs;
use super::assets::Assets;

/// How Trunk writes a link to a style sheet, up to its name.
const LINK: &str = "<link rel=\"stylesheet\" href=\"/";

/// Puts the style sheets that the page links into one file, in the page's order, and names it by content:
/// a line on which every question takes its time brings one file sooner than thirteen. So it does with the
/// fonts that they use (`www/fonts/`, written `url("../fonts/NAME")` as seen from `www/styles/`, and
/// `"fonts/NAME"` in the page).
pub(super) fn styles(assets: &mut Assets, inputs: &Inputs, mut page: String) -> Result<String> {
    let mut fonts = Vec::new();
    for path in folder(&inputs.www.join("fonts"))? {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("font");
        let extension = path.extension().and_then(|extension| extension.to_str());
        let Some(extension @ ("woff2" | "woff")) = extension else { continue };
        let asset = assets.add(stem, extension, &fs::read(&path)?)?;
        page =
            page.replace(&format!("\"fonts/{stem}.{extension}\""), &format!("\"{}\"", asset.url));
        fonts.push((format!("../fonts/{stem}.{extension}"), asset.url));
    }
    let (page, names) = without_links(&page)?;
    let mut all = String::new();
    for name in &names {
        all.push_str(&String::from_utf8(assets.take(name)?).context(name.clone())?);
        all.push('\n');
    }
    if let Some(left) =
        folder(inputs.staging)?.iter().find(|path| path.extension().is_some_and(|e| e == "css"))
    {
        bail!("Trunk built {}, but the page does not link it", left.display());
    }
    for (written, url) in &fonts {
        all = all.replace(written, url);
    }
    if all.contains("../fonts/") {
        bail!("a file of www/styles uses a font that is not in www/fonts/");
    }
    let asset = assets.add("styles", "css", all.as_bytes())?;
    Ok(page.replacen(PLACE, &format!("<link rel=\"stylesheet\" href=\"{}\">", asset.url), 1))
}

/// Where the one link will stand.
const PLACE: &str = "<!-- styles -->";

/// The page with [`PLACE`] for its links to style sheets, and what they link, in their order.
fn without_links(page: &str) -> Result<(String, Vec<String>)> {
    let mut parts = page.split(LINK);
    let mut rest = parts.next().unwrap_or_default().to_owned();
    let mut names = Vec::new();
    for part in parts {
        let Some(((name, _), after)) =
            part.split_once('>').and_then(|(tag, after)| Some((tag.split_once('"')?, after)))
        else {
            bail!("www/index.html: a link to a style sheet does not end");
        };
        match names.is_empty() {
            true => rest.push_str(&format!("{PLACE}{after}")),
            false => rest = format!("{}{after}", rest.trim_end()),
        }
        names.push(name.to_owned());
    }
    if names.is_empty() {
        bail!("www/index.html links no style sheet");
    }
    Ok((rest, names))
}

/// The files of a folder, by name; none when it is not there.
pub(super) fn folder(path: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            files.push(entry?.path());
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_links_become_one_place_and_keep_their_order() {
        let page = "<head>\n  <link rel=\"stylesheet\" href=\"/b.css\"/>\n  <link rel=\"stylesheet\" href=\"/a.css\">\n  <link rel=\"icon\">";
        let (page, names) = without_links(page).unwrap();
        assert_eq!(page, "<head>\n  <!-- styles -->\n  <link rel=\"icon\">");
        assert_eq!(names, ["b.css", "a.css"]);
        assert!(without_links("<head>").is_err());
    }
}
