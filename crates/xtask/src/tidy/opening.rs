//! How a crate begins: what it is, what it must not know, the lints of all.

/// A crate whose first paragraph does not say what it is, or whose second does not say what it must
/// not know.
pub(crate) fn doc_fault(package: &str, source: &str) -> Option<String> {
    let lines: Vec<&str> = source
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .map(|line| line.trim_start_matches("//!").trim())
        .collect();
    let mut paragraphs = lines.split(|line| line.is_empty()).map(|lines| lines.join(" "));
    if paragraphs.next().is_none_or(|first| first.is_empty()) {
        return Some(format!(
            "{package}: the first doc line says what the crate is; there is none"
        ));
    }
    let second = paragraphs.next().unwrap_or_default();
    let says = ["This crate knows no", "This crate knows the", "It knows no"];
    if !says.iter().any(|start| second.starts_with(start)) {
        return Some(format!(
            "{package}: the second paragraph of the crate's docs says what it must not know, \
             beginning with \"This crate knows no\""
        ));
    }
    None
}

/// A crate that does not take the workspace's lints.
pub(crate) fn manifest_fault(package: &str, manifest: &str) -> Option<String> {
    let inherits = manifest.parse::<toml::Table>().is_ok_and(|manifest| {
        let lints = manifest.get("lints").and_then(|lints| lints.get("workspace"));
        lints.and_then(toml::Value::as_bool) == Some(true)
    });
    (!inherits).then(|| format!("{package}: Cargo.toml lacks `[lints] workspace = true`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_says_what_it_is_and_what_it_must_not_know() {
        let fine = "//! Does this\n//! and that.\n//!\n//! This crate knows no page.\n\nmod a;\n";
        assert_eq!(doc_fault("x", fine), None);
        assert!(doc_fault("x", "mod a;\n").unwrap().contains("there is none"));
        assert!(doc_fault("x", "//!\n//! Does.\n").unwrap().contains("there is none"));
        assert!(doc_fault("x", "//! Does this.\n").unwrap().contains("must not know"));
        assert!(doc_fault("x", "//! Does.\n//!\n//! More.\n").unwrap().contains("must not know"));
    }

    #[test]
    fn a_crate_takes_the_lints_of_all() {
        assert_eq!(manifest_fault("x", "[lints]\nworkspace = true\n"), None);
        assert!(manifest_fault("x", "[package]\nname = \"x\"\n").is_some());
        assert!(manifest_fault("x", "[lints]\nworkspace = false\n").is_some());
        assert!(manifest_fault("x", "# [lints]\n# workspace = true\n").is_some());
    }
}
