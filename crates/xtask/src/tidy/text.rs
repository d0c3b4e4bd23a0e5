//! What no file of ours may be or hold.

/// Lines of a source file; a longer one holds more than one idea.
const MAX_LINES: usize = 500;

/// Words that no line but a comment may hold, and why. Written apart, so that this file holds none.
const CODE: [(&[&str], &str); 3] = [
    (&["inner", "HTML"], NODES),
    (&["outer", "HTML"], NODES),
    (&["insertAdjacent", "HTML"], NODES),
];
const NODES: &str = "text reaches the page as text nodes only";

/// Words that no file may hold, and why.
const FORBIDDEN: [(&[&str], &str); 6] = [
    (&["/ho", "me/"], "no path of one machine"),
    (&["/ro", "ot/"], "no path of one machine"),
    (&["/Us", "ers/"], "no path of one machine"),
    (&["index.", "crates.io"], "registries are reached through their clients alone"),
    (&["pypi.", "org"], "registries are reached through their clients alone"),
    (&["registry.", "npmjs.org"], "registries are reached through their clients alone"),
];

/// The faults of one file, each with its place.
pub(crate) fn faults(name: &str, content: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let length = content.lines().count();
    if name.ends_with(".rs") && length > MAX_LINES {
        faults.push(format!("{name}: {length} lines, more than {MAX_LINES}: split it by concept"));
    }
    for (number, line) in content.lines().enumerate() {
        let is_comment = line.trim_start().starts_with("//") || name.ends_with(".md");
        for (word, why) in FORBIDDEN.iter().chain(CODE.iter().filter(|_| !is_comment)) {
            let word = word.concat();
            if line.contains(&word) {
                faults.push(format!("{name}:{}: holds {word:?}: {why}", number + 1));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_file_has_no_fault() {
        assert_eq!(faults("a.rs", &"let x = 1;\n".repeat(MAX_LINES)), [""; 0]);
        assert_eq!(faults("a.tsv", &"字\tjī\n".repeat(MAX_LINES + 1)), [""; 0]);
    }

    #[test]
    fn a_long_source_file_is_a_fault() {
        let found = faults("a.rs", &"\n".repeat(MAX_LINES + 1));
        assert_eq!(found, ["a.rs: 501 lines, more than 500: split it by concept"]);
    }

    #[test]
    fn every_forbidden_word_is_found_where_it_stands() {
        for (word, why) in FORBIDDEN.iter().chain(&CODE) {
            let word = word.concat();
            let found = faults("a.js", &format!("fine\nx = \"{word}\";\n"));
            assert_eq!(found, [format!("a.js:2: holds {word:?}: {why}")]);
        }
    }

    #[test]
    fn a_comment_may_speak_of_what_code_must_not_do() {
        let word = CODE[0].0.concat();
        assert_eq!(faults("a.rs", &format!("    //! No {word}.\n")), [""; 0]);
        assert_eq!(faults("a.rs", &format!("x.{word}; // fine\n")).len(), 1);
        let path = FORBIDDEN[0].0.concat();
        assert_eq!(faults("a.rs", &format!("// {path}me\n")).len(), 1);
    }
}
