//! The sentences of the page: each is there in every language, and none stands in the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use thakim_app::language::Language;

/// Strings in Han characters that are no sentences of the page: file and string.
const NO_SENTENCES: &[(&str, &str)] = &[
    // Languages go by their own names.
    ("language.rs", "華語"),
    ("language.rs", "台語"),
    // What tells modern writing, and encodings, apart.
    ("article/sheet/classical.rs", "的這这是"),
    ("files/encoding.rs", "，。、；"),
    // A character, and its reading, to show a mark on.
    ("pages/pronunciation/list.rs", "字"),
    ("pages/pronunciation/list.rs", "jī"),
    // What the forms of a copy look like.
    ("pages/pronunciation/out/menu.rs", "台語"),
    ("pages/pronunciation/out/menu.rs", "台(tâi)語(gí)"),
    ("pages/pronunciation/out/menu.rs", "tâi-gí"),
    ("pages/pronunciation/out/menu.rs", "tâi-gí / 台語"),
    ("pages/pronunciation/out/menu.rs", "<ruby>台<rt>tâi"),
];

/// A sentence: its words by the language's tag.
type Sentence = BTreeMap<String, String>;

#[test]
fn every_sentence_is_there_in_every_language() {
    let tags: BTreeSet<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
    let mut faults = Vec::new();
    for (key, sentence) in sentences() {
        let found: BTreeSet<&str> = sentence.keys().map(String::as_str).collect();
        if found != tags {
            faults.push(format!("{key}: in {found:?}, expected {tags:?}"));
        }
        if sentence.values().any(|words| words.trim().is_empty()) {
            faults.push(format!("{key}: says nothing in one language"));
        }
        let names: BTreeSet<Vec<String>> = sentence.values().map(|words| names(words)).collect();
        if names.len() > 1 {
            faults.push(format!("{key}: what is put in differs by language: {names:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_sentence_is_used_and_every_used_one_is_there() {
    let sentences = sentences();
    let parts: BTreeSet<&str> = sentences.keys().filter_map(|key| key.split('.').next()).collect();
    let is_stem = |text: &str| {
        let stem = format!("{text}_");
        text.contains('.') && sentences.keys().any(|key| key.starts_with(&stem))
    };
    let mut used = BTreeSet::new();
    let mut faults = Vec::new();
    for (file, code) in sources() {
        for found in Found::all(code) {
            match found {
                Found::Said { key, given } => match sentences.get(&key) {
                    None => faults.push(format!("{file}: {key} is in no file of sentences")),
                    Some(sentence) => {
                        let wanted = sentence.values().next().map(|words| names(words));
                        if wanted.as_ref() != Some(&given) {
                            faults.push(format!("{file}: {key} is given {given:?}: {wanted:?}"));
                        }
                        used.insert(key);
                    }
                },
                Found::Text(text) if sentences.contains_key(&text) || is_stem(&text) => {
                    // A key, or the beginning of some: `layouts.show` of `layouts.show_all`.
                    let stem = format!("{text}_");
                    let these =
                        sentences.keys().filter(|key| **key == text || key.starts_with(&stem));
                    used.extend(these.cloned());
                }
                Found::Text(text) if is_key(&text, &parts) => {
                    faults.push(format!("{file}: {text} is in no file of sentences"));
                }
                Found::Text(_) | Found::Child(_) => {}
            }
        }
    }
    let unused = sentences.keys().filter(|key| !used.contains(*key));
    faults.extend(unused.map(|key| format!("{key} is used nowhere")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_sentence_stands_in_the_code() {
    let mut faults = Vec::new();
    for (file, code) in sources() {
        for found in Found::all(code) {
            let (text, is_sentence) = match found {
                Found::Text(text) => {
                    let is_han = text.chars().any(is_han);
                    (text, is_han)
                }
                Found::Child(text) => {
                    let has_letters = text.chars().any(char::is_alphabetic);
                    (text, has_letters)
                }
                Found::Said { .. } => continue,
            };
            let is_known =
                NO_SENTENCES.iter().any(|(known, start)| file == *known && text.starts_with(start));
            if is_sentence && !is_known {
                faults.push(format!("{file}: “{text}” belongs into a file of sentences"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Han characters. Signs alone are no sentence.
fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..)
}

/// Whether a text looks like a key: `part.name`, where there is such a part.
fn is_key(text: &str, parts: &BTreeSet<&str>) -> bool {
    let is_name = |name: &str| {
        !name.is_empty()
            && name.chars().all(|c| c.is_ascii_lowercase() || "-_0123456789".contains(c))
    };
    let mut names = text.split('.');
    names.next().is_some_and(|part| parts.contains(part))
        && text.contains('.')
        && names.all(is_name)
}

/// What is put into a sentence: the names in its `%{…}`, sorted, each once.
fn names(words: &str) -> Vec<String> {
    let names = words.split("%{").skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    names.map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect()
}

fn crate_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every sentence of every file, by its key.
fn sentences() -> BTreeMap<String, Sentence> {
    let mut all = BTreeMap::new();
    for path in files(&crate_folder().join("locales"), "toml") {
        let table: toml::Table = read(&path).parse().expect("a file of sentences is TOML");
        assert_eq!(table["_version"].as_integer(), Some(2), "{}", path.display());
        for (part, value) in table.into_iter().filter(|(part, _)| part != "_version") {
            collect(&part, value, &mut all);
        }
    }
    all
}

fn collect(key: &str, value: toml::Value, all: &mut BTreeMap<String, Sentence>) {
    let toml::Value::Table(table) = value else { panic!("{key} is no table") };
    for (name, value) in table {
        match value {
            toml::Value::String(words) => {
                let sentence = all.entry(key.to_owned()).or_default();
                assert!(sentence.insert(name, words).is_none(), "{key} stands twice");
            }
            deeper => collect(&format!("{key}.{name}"), deeper, all),
        }
    }
}

/// The page's code, by its path below `src`, without the files that are only for tests.
fn sources() -> Vec<(String, TokenStream)> {
    let src = crate_folder().join("src");
    let named = |path: PathBuf| {
        let code = read(&path).parse().expect("the page's code is Rust");
        let name = path.strip_prefix(&src).expect("a file below src");
        (name.to_string_lossy().into_owned(), code)
    };
    let is_page = |path: &PathBuf| path.file_name().is_some_and(|name| name != "tests.rs");
    files(&src, "rs").into_iter().filter(is_page).map(named).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the crate") {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// A string in the code.
enum Found {
    /// `t!("key", name = …)`
    Said { key: String, given: Vec<String> },
    /// The only thing in `.child("…")`.
    Child(String),
    /// Any other.
    Text(String),
}

impl Found {
    /// All of them but those of tests.
    fn all(code: TokenStream) -> Vec<Found> {
        let mut found = Vec::new();
        walk(code, &mut found);
        found
    }
}

fn walk(code: TokenStream, found: &mut Vec<Found>) {
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at..] {
            // An attribute. Documentation is one, and what is only for tests is skipped with its item.
            [TokenTree::Punct(hash), TokenTree::Group(attribute), ..]
                if hash.as_char() == '#' && attribute.delimiter() == Delimiter::Bracket =>
            {
                at += 2;
                if attribute.stream().to_string().replace(' ', "") == "cfg(test)" {
                    at += item_length(&tokens[at..]);
                }
            }
            // One of a whole file.
            [TokenTree::Punct(hash), TokenTree::Punct(bang), TokenTree::Group(_), ..]
                if hash.as_char() == '#' && bang.as_char() == '!' =>
            {
                at += 3;
            }
            [TokenTree::Ident(t), TokenTree::Punct(bang), TokenTree::Group(said), ..]
                if t == "t" && bang.as_char() == '!' =>
            {
                said_in(said, found);
                at += 3;
            }
            [TokenTree::Ident(child), TokenTree::Group(inside), ..] if child == "child" => {
                match &*inside.stream().into_iter().collect::<Vec<_>>() {
                    [TokenTree::Literal(literal)] => {
                        found.extend(string(literal).map(Found::Child));
                    }
                    _ => walk(inside.stream(), found),
                }
                at += 2;
            }
            [TokenTree::Group(group), ..] => {
                walk(group.stream(), found);
                at += 1;
            }
            [TokenTree::Literal(literal), ..] => {
                found.extend(string(literal).map(Found::Text));
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// How many tokens an item takes: to the end of its body or its semicolon.
fn item_length(tokens: &[TokenTree]) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        _ => false,
    };
    tokens.iter().position(ends).map_or(tokens.len(), |end| end + 1)
}

fn said_in(said: &Group, found: &mut Vec<Found>) {
    let tokens: Vec<TokenTree> = said.stream().into_iter().collect();
    let Some(TokenTree::Literal(key)) = tokens.first() else {
        return walk(said.stream(), found);
    };
    // A name is an identifier behind a comma and before `=`.
    let given = tokens.windows(3).filter_map(|window| match window {
        [TokenTree::Punct(comma), TokenTree::Ident(name), TokenTree::Punct(is)]
            if comma.as_char() == ',' && is.as_char() == '=' =>
        {
            Some(name.to_string())
        }
        _ => None,
    });
    let given = given.filter(|name| name != "locale").collect::<BTreeSet<_>>();
    if let Some(key) = string(key) {
        found.push(Found::Said { key, given: given.into_iter().collect() });
    }
    walk(tokens[1..].iter().cloned().collect(), found);
}

/// The text of a string or character literal.
fn string(literal: &proc_macro2::Literal) -> Option<String> {
    match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(text) => Some(text.value()),
        syn::Lit::Char(letter) => Some(letter.value().to_string()),
        _ => None,
    }
}
