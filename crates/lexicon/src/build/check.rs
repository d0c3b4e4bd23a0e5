//! Reading the sources, with every fault in them.

use std::collections::{BTreeMap, HashSet};
use std::num::NonZeroUsize;
use std::path::Path;

use thakim_phonology::{Label, Notation, Reading, WriteOptions};

use super::table::{Faults, read_table};
use super::{CountRow, Fault, FaultKind, Manifest, Source, Sources, VariantRow, WordRow};
use crate::format::{MAX_LAYERS, MAX_SOURCES};
use crate::{Accent, VariantKind};

/// The files of one source that are read, by name; others are nobody's business here.
type Folder = BTreeMap<String, Vec<u8>>;

/// Reads all sources under a folder, such as `dict`, and lists every fault in them, by file and
/// line. What is good of a faulty source is among the sources all the same.
pub fn check(dir: &Path) -> (Sources, Vec<Fault>) {
    let mut folders = BTreeMap::new();
    let mut faults = Vec::new();
    if let Err(why) = read_folders(dir, &mut folders, &mut faults) {
        faults.push(unreadable(dir, &why));
    }
    let (mut sources, found) = check_folders(&dir.display().to_string(), &folders);
    faults.extend(found);
    let model = dir.join(MODEL_FILE);
    match std::fs::read(&model) {
        Ok(bytes) => sources.model = bytes,
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => {}
        Err(why) => faults.push(unreadable(&model, &why)),
    }
    (sources, faults)
}

/// The same for files in memory: each a path `source/file` and its bytes. Faults name the path after
/// `dir`.
pub fn check_files<'a>(
    dir: &str,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> (Sources, Vec<Fault>) {
    let mut folders: BTreeMap<String, Folder> = BTreeMap::new();
    for (path, bytes) in files {
        if let Some((folder, file)) = path.split_once('/') {
            folders.entry(folder.to_owned()).or_default().insert(file.to_owned(), bytes.to_vec());
        }
    }
    check_folders(dir, &folders)
}

/// What was learnt from text, beside the folders of the sources.
const MODEL_FILE: &str = "model.bin";

const FILES: [&str; 4] = ["SOURCE.toml", "words.tsv", "counts.tsv", "variants.tsv"];

fn unreadable(path: &Path, why: &std::io::Error) -> Fault {
    let kind = FaultKind::Unreadable { why: why.to_string() };
    Fault { path: path.display().to_string(), line: None, kind }
}

fn read_folders(
    dir: &Path,
    folders: &mut BTreeMap<String, Folder>,
    faults: &mut Vec<Fault>,
) -> std::io::Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') || !path.is_dir() {
            continue;
        }
        let folder = folders.entry(name).or_default();
        for file in FILES {
            match std::fs::read(path.join(file)) {
                Ok(bytes) => drop(folder.insert(file.to_owned(), bytes)),
                Err(why) if why.kind() == std::io::ErrorKind::NotFound => {}
                Err(why) => faults.push(unreadable(&path.join(file), &why)),
            }
        }
    }
    Ok(())
}

/// A source with the line of each row, for the checks that need all sources.
struct Draft {
    path: String,
    source: Source,
    count_lines: Vec<NonZeroUsize>,
    variant_lines: Vec<NonZeroUsize>,
}

fn check_folders(dir: &str, folders: &BTreeMap<String, Folder>) -> (Sources, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut drafts: Vec<Draft> = folders
        .iter()
        .map(|(name, folder)| check_folder(format!("{dir}/{name}"), name, folder, &mut faults))
        .collect();
    if drafts.is_empty() {
        faults.push(Fault { path: dir.to_owned(), line: None, kind: FaultKind::NoSources });
    }
    limit(&mut drafts, &mut faults);
    find_orphans(&drafts, &mut faults);
    faults.sort_by(|one, other| (&one.path, one.line).cmp(&(&other.path, other.line)));
    let list = drafts.into_iter().map(|draft| draft.source).collect();
    let mut sources = Sources { list, model: Vec::new() };
    sources.sort();
    (sources, faults)
}

fn check_folder(path: String, name: &str, folder: &Folder, faults: &mut Vec<Fault>) -> Draft {
    let manifest = check_manifest(&path, name, folder.get("SOURCE.toml"), faults);
    let file = |name: &str| (format!("{path}/{name}"), folder.get(name));
    let (words, counts, variants) = (file("words.tsv"), file("counts.tsv"), file("variants.tsv"));
    let words = words.1.map(|bytes| read_words(bytes, &words.0, faults)).unwrap_or_default();
    let counts = counts.1.map(|bytes| read_counts(bytes, &counts.0, faults)).unwrap_or_default();
    let variants =
        variants.1.map(|bytes| read_variants(bytes, &variants.0, faults)).unwrap_or_default();
    let words = words.into_iter().map(|(_, row)| row).collect();
    let (count_lines, counts) = counts.into_iter().unzip();
    let (variant_lines, variants) = variants.into_iter().unzip();
    let source = Source { manifest, words, counts, variants };
    Draft { path, source, count_lines, variant_lines }
}

fn check_manifest(
    path: &str,
    name: &str,
    bytes: Option<&Vec<u8>>,
    faults: &mut Vec<Fault>,
) -> Manifest {
    let file = format!("{path}/SOURCE.toml");
    let text = match bytes.map(|bytes| std::str::from_utf8(bytes)) {
        Some(Ok(text)) => text,
        Some(Err(_)) => {
            faults.push(Fault { path: file, line: None, kind: FaultKind::NotUtf8 });
            return Manifest::parse(name, "").0;
        }
        None => {
            let path = path.to_owned();
            faults.push(Fault { path, line: None, kind: FaultKind::NoManifest });
            return Manifest::parse(name, "").0;
        }
    };
    let (manifest, found) = Manifest::parse(name, text);
    faults.extend(found.into_iter().map(|(line, kind)| Fault { path: file.clone(), line, kind }));
    manifest
}

fn written(reading: &Reading) -> String {
    Notation::Tl.write(reading, &WriteOptions::default())
}

fn read_words(bytes: &[u8], path: &str, list: &mut Vec<Fault>) -> Vec<(NonZeroUsize, WordRow)> {
    read_table(
        bytes,
        ["word", "reading", "label", "accent", "count"],
        &mut Faults { path, list },
        |[word, reading, label, accent, count], line| {
            let word = line.word(word);
            let reading = line.reading(word.as_deref(), reading);
            let label = match label {
                "" => Some(None),
                han => match han.parse().ok().and_then(Label::from_han) {
                    Some(label) => Some(Some(label)),
                    None => line.fault(FaultKind::Label { found: han.to_owned() }),
                },
            };
            let accent = match accent {
                "" => Some(None),
                "1" => Some(Some(Accent::First)),
                "2" => Some(Some(Accent::Second)),
                other => line.fault(FaultKind::Accent { found: other.to_owned() }),
            };
            let count = match count {
                "" => Some(None),
                digits => line.count(digits, true).map(Some),
            };
            Some(WordRow {
                word: word?,
                reading: reading?,
                label: label?,
                accent: accent?,
                count: count?,
            })
        },
        |row| (row.word.clone(), written(&row.reading)),
    )
}

fn read_counts(bytes: &[u8], path: &str, list: &mut Vec<Fault>) -> Vec<(NonZeroUsize, CountRow)> {
    read_table(
        bytes,
        ["word", "reading", "count"],
        &mut Faults { path, list },
        |[word, reading, count], line| {
            let word = line.word(word);
            let reading = line.reading(word.as_deref(), reading);
            let count = line.count(count, false);
            Some(CountRow { word: word?, reading: reading?, count: count? })
        },
        |row| (row.word.clone(), written(&row.reading)),
    )
}

fn read_variants(
    bytes: &[u8],
    path: &str,
    list: &mut Vec<Fault>,
) -> Vec<(NonZeroUsize, VariantRow)> {
    read_table(
        bytes,
        ["character", "stands_for", "kind"],
        &mut Faults { path, list },
        |[character, stands_for, kind], line| {
            let character = line.form("character", character);
            let stands_for = line.character("stands_for", stands_for);
            let kind = match VariantKind::ALL.into_iter().find(|known| known.name() == kind) {
                Some(kind) => Some(kind),
                None => line.fault(FaultKind::VariantKind { found: kind.to_owned() }),
            };
            if let Some(found) = character.filter(|_| character == stands_for) {
                return line.fault(FaultKind::StandsForItself { found });
            }
            Some(VariantRow { character: character?, stands_for: stands_for?, kind: kind? })
        },
        |row| (row.character.to_string(), row.stands_for.to_string()),
    )
}

/// Leaves out sources that the compiled format has no room for.
fn limit(drafts: &mut Vec<Draft>, faults: &mut Vec<Fault>) {
    let mut layers: Vec<String> = Vec::new();
    let mut count = 0;
    drafts.retain(|draft| {
        let layer = &draft.source.manifest.layer;
        let is_new = !layers.contains(layer);
        let kind = if count == MAX_SOURCES {
            FaultKind::TooManySources { limit: MAX_SOURCES }
        } else if is_new && layers.len() == MAX_LAYERS {
            FaultKind::TooManyLayers { limit: MAX_LAYERS }
        } else {
            count += 1;
            if is_new {
                layers.push(layer.clone());
            }
            return true;
        };
        faults.push(Fault { path: draft.path.clone(), line: None, kind });
        false
    });
}

/// What refers to words that are not there.
fn find_orphans(drafts: &[Draft], faults: &mut Vec<Fault>) {
    let mut characters: HashSet<char> = HashSet::new();
    let mut words: HashSet<(&str, &str)> = HashSet::new();
    for draft in drafts {
        for row in &draft.source.words {
            characters.extend(row.word.chars());
            words.insert((&draft.source.manifest.layer, &row.word));
        }
    }
    for draft in drafts {
        let layer = &draft.source.manifest.layer;
        for (row, line) in draft.source.counts.iter().zip(&draft.count_lines) {
            if !words.contains(&(layer.as_str(), row.word.as_str())) {
                let kind = FaultKind::OrphanCount { word: row.word.clone(), layer: layer.clone() };
                let path = format!("{}/counts.tsv", draft.path);
                faults.push(Fault { path, line: Some(*line), kind });
            }
        }
        for (row, line) in draft.source.variants.iter().zip(&draft.variant_lines) {
            let VariantRow { character, stands_for, .. } = *row;
            // Every character of a word has a reading: at the worst that which it has there.
            if !characters.contains(&stands_for) {
                let kind = FaultKind::OrphanVariant { character, stands_for };
                let path = format!("{}/variants.tsv", draft.path);
                faults.push(Fault { path, line: Some(*line), kind });
            }
        }
    }
}
