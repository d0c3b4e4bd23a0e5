//! The sentences of the frame that index.html holds: what stands there before the page has come is what the
//! page will say, so both have it from `crates/app/locales`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use toml::{Table, Value};

use super::styles::folder;

/// The languages, in the order of the page.
const LANGUAGES: [&str; 3] = ["zh-Hant-TW", "nan-Hant-TW", "en"];

/// Fills in `{say KEY}`, an element for each language, of which the style sheet shows one, and `{say KEY in
/// LANGUAGE}`, the words alone. Several keys with ` · ` between them are one sentence.
pub(super) fn fill(template: &str, file: &str, locales: &Path) -> Result<String> {
    let sentences = read(locales)?;
    let mut parts = template.split("{say ");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, after) =
            part.split_once('}').with_context(|| format!("{file}: a {{say …}} does not end"))?;
        match place.split_once(" in ") {
            Some((key, language)) => filled.push_str(&words(&sentences, key, language)?),
            None => filled.push_str(&elements(&sentences, place)?),
        }
        filled.push_str(after);
    }
    Ok(filled)
}

/// Words that are the same everywhere stand alone.
fn elements(sentences: &Table, key: &str) -> Result<String> {
    let all = LANGUAGES.map(|language| words(sentences, key, language));
    let mut said = Vec::new();
    for (words, language) in all.into_iter().zip(LANGUAGES) {
        said.push((language, words?));
    }
    if said.iter().all(|(_, words)| *words == said[0].1) {
        return Ok(said.swap_remove(0).1);
    }
    let element = |(language, words): (&str, String)| {
        format!("<span class=\"say\" lang=\"{language}\">{words}</span>")
    };
    Ok(said.into_iter().map(element).collect())
}

/// What a key, or several, say in a language.
fn words(sentences: &Table, keys: &str, language: &str) -> Result<String> {
    let one = |key: &str| {
        let mut parts = key.split('.');
        let first = parts.next().and_then(|part| sentences.get(part));
        let sentence = parts.fold(first, |found, part| found?.get(part));
        let words = sentence.and_then(|sentence| sentence.get(language)?.as_str());
        words.map(escaped).with_context(|| {
            format!("www/index.html says {key}, which no file of sentences has in {language}")
        })
    };
    let all: Result<Vec<String>> = keys.split(" · ").map(one).collect();
    Ok(all?.join(" · "))
}

/// All files of sentences as one table.
fn read(locales: &Path) -> Result<Table> {
    let mut all = Table::new();
    for path in folder(locales)? {
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let table: Table = toml::from_str(&text).with_context(|| path.display().to_string())?;
        merge(&mut all, table);
    }
    if all.is_empty() {
        bail!("no sentences in {}", locales.display());
    }
    Ok(all)
}

fn merge(into: &mut Table, from: Table) {
    for (key, value) in from {
        match (into.get_mut(&key), value) {
            (Some(Value::Table(old)), Value::Table(new)) => merge(old, new),
            (_, value) => {
                into.insert(key, value);
            }
        }
    }
}

/// As text and in an attribute.
fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_frame_says_is_what_the_page_says() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        write(
            "a.toml",
            "_version = 2\n[a.go]\nzh-Hant-TW = \"去\"\nnan-Hant-TW = \"去\"\nen = \"Go\"\n",
        );
        write(
            "b.toml",
            "_version = 2\n[a.name]\nzh-Hant-TW = \"名\"\nnan-Hant-TW = \"名\"\nen = \"名\"\n[b.in.it]\nzh-Hant-TW = \"<\"\n",
        );
        let fill = |template: &str| fill(template, "f", folder.path());
        assert_eq!(
            fill("x {say a.go} y").unwrap(),
            "x <span class=\"say\" lang=\"zh-Hant-TW\">去</span><span class=\"say\" lang=\"nan-Hant-TW\">去</span>\
             <span class=\"say\" lang=\"en\">Go</span> y"
        );
        assert_eq!(
            fill("{say a.name · a.name}, {say b.in.it in zh-Hant-TW}").unwrap(),
            "名 · 名, &lt;"
        );
        let error = |template: &str| fill(template).unwrap_err().to_string();
        assert_eq!(
            error("{say a.gone}"),
            "www/index.html says a.gone, which no file of sentences has in zh-Hant-TW"
        );
        assert_eq!(error("{say a.go"), "f: a {say …} does not end");
    }
}
