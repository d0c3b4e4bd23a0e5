//! Filling in what only the build knows: `__NAME__` in a template of www/.

use anyhow::{Result, bail};
use serde::Serialize;

/// The places that Trunk itself fills in when it serves: in the script by which a page reloads.
const TRUNKS_OWN: &str = "__TRUNK_";

/// Replaces the places of `values`, each of which must be there exactly once, and sees that no other
/// of ours is left.
pub(crate) fn fill(template: &str, file: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut text = template.to_owned();
    for (name, value) in values {
        let found = text.matches(name).count();
        if found != 1 {
            bail!("{file} must hold {name} once, and holds it {found} times");
        }
        text = text.replace(name, value);
    }
    for word in template.split(|c: char| !c.is_ascii_uppercase() && c != '_') {
        let is_place = word.len() > 4
            && word.starts_with("__")
            && word.ends_with("__")
            && !word.starts_with(TRUNKS_OWN);
        if is_place && !values.iter().any(|(name, _)| *name == word) {
            bail!("{file} holds {word}, which nothing fills in");
        }
    }
    Ok(text)
}

/// A value as JSON that may stand in a script and in an element of a page.
pub(crate) fn json(value: &impl Serialize) -> Result<String> {
    // `</script>` would end the element; JSON lets any character be written by its number.
    Ok(serde_json::to_string(value)?.replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_filled_once() {
        assert_eq!(fill("a __X__ b", "f", &[("__X__", "1")]).unwrap(), "a 1 b");
        let error = |template| fill(template, "f", &[("__X__", "1")]).unwrap_err().to_string();
        assert_eq!(error("a"), "f must hold __X__ once, and holds it 0 times");
        assert_eq!(error("__X__ __X__"), "f must hold __X__ once, and holds it 2 times");
        assert_eq!(error("__X__ __OTHER__"), "f holds __OTHER__, which nothing fills in");
        let served = "__X__ {{__TRUNK_ADDRESS__}}";
        assert_eq!(fill(served, "f", &[("__X__", "1")]).unwrap(), "1 {{__TRUNK_ADDRESS__}}");
    }

    #[test]
    fn json_ends_no_element() {
        assert_eq!(json(&"</script>").unwrap(), r#""\u003c/script>""#);
    }
}
