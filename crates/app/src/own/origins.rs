//! Where the words come from, in numbers.

use super::{Entry, From};

/// How many entries come from each place: what was typed, what was corrected, then the files by name.
pub fn origins(entries: &[Entry]) -> Vec<(From, usize)> {
    let (mut typed, mut corrected) = (0, 0);
    let mut files: Vec<(&str, usize)> = Vec::new();
    for entry in entries {
        match &entry.from {
            From::Typed => typed += 1,
            From::Correction => corrected += 1,
            From::Import(file) => match files.iter_mut().find(|(name, _)| name == file) {
                Some((_, count)) => *count += 1,
                None => files.push((file, 1)),
            },
        }
    }
    files.sort_unstable();
    let files = files.into_iter().map(|(file, count)| (From::Import(file.to_owned()), count));
    let all = [(From::Typed, typed), (From::Correction, corrected)].into_iter().chain(files);
    all.filter(|(_, count)| *count > 0).collect()
}

#[cfg(test)]
mod tests {
    use thakim_document::own::OwnWord;
    use thakim_phonology::Notation;

    use super::*;

    #[test]
    fn they_are_counted_by_place() {
        let reading = Notation::Tl.parse("kiânn").unwrap();
        let word = OwnWord::new("行", reading).unwrap();
        let import = |name: &str| From::Import(name.into());
        let entries: Vec<Entry> = [import("b"), From::Correction, import("a"), import("b")]
            .into_iter()
            .map(|from| Entry { id: String::new(), word: word.clone(), from, when: 0.0 })
            .collect();
        assert_eq!(origins(&entries), [(From::Correction, 1), (import("a"), 1), (import("b"), 2)]);
        assert_eq!(origins(&[]), []);
    }
}
