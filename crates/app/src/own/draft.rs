//! What stands in the form of the dictionary's page and was not taken yet: a reload keeps it, in this tab.

/// What was typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// The word.
    pub surface: String,
    /// Its reading, as typed.
    pub typed: String,
    /// The character of its label, or nothing.
    pub label: String,
    /// The note.
    pub note: String,
    /// The id of the entry that is being changed; empty for a new word.
    pub editing: String,
}

/// Where it is kept; the number is the version of the form: five fields, parted by tabs.
const KEY: &str = "thakim.own.form.1";

impl Draft {
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        *self == Draft::default()
    }

    /// What was kept in this tab.
    pub fn load() -> Draft {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        kept.map(|line| Draft::from_line(&line)).unwrap_or_default()
    }

    /// Keeps it, where this browser keeps anything for a tab.
    pub fn save(&self) {
        let Some(storage) = storage() else { return };
        let _ = match self.is_empty() {
            true => storage.remove_item(KEY),
            false => storage.set_item(KEY, &self.to_line()),
        };
    }

    fn to_line(&self) -> String {
        let fields = [&self.surface, &self.typed, &self.label, &self.note, &self.editing];
        // The fields of a form have one line, and no tab can be typed there, only pasted.
        fields.map(|field| field.replace('\t', " ")).join("\t")
    }

    fn from_line(line: &str) -> Draft {
        let mut fields = line.split('\t').map(str::to_owned);
        let mut next = || fields.next().unwrap_or_default();
        Draft { surface: next(), typed: next(), label: next(), note: next(), editing: next() }
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back() {
        let draft = Draft {
            surface: "銀行".into(),
            typed: "gin5-ha".into(),
            label: "文".into(),
            note: "a b".into(),
            editing: "12-34".into(),
        };
        assert_eq!(Draft::from_line(&draft.to_line()), draft);
        let tab = Draft { note: "a\tb".into(), ..draft.clone() };
        assert_eq!(Draft::from_line(&tab.to_line()), draft);
        assert!(Draft::from_line("").is_empty() && !draft.is_empty());
    }
}
