//! One's own dictionary in the database: one record for each entry, as [`Entry`] is written.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use super::{Database, StoreError, Writing, schema};
use crate::own::{Change, Entry};

impl Database {
    /// All entries of one's own dictionary, in no order. What this page cannot read, because a newer one
    /// wrote it, is passed over and stays where it is.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when it cannot be read.
    pub async fn words(&self) -> Result<Vec<Entry>, StoreError> {
        let records = self.all(schema::WORDS).await?;
        let entries = records.into_iter();
        Ok(entries.filter_map(|record| serde_wasm_bindgen::from_value(record).ok()).collect())
    }

    /// Keeps changes of one's own dictionary, one after the other: all of them or none.
    ///
    /// # Errors
    /// As [`Database::write`].
    pub fn keep_words(&self, changes: &[Change]) -> Result<Writing, StoreError> {
        self.write(&[schema::WORDS], |writing| {
            let words = writing.object_store(schema::WORDS)?;
            for Change { removed, added } in changes {
                for entry in removed {
                    words.delete(JsValue::from_str(&entry.id))?;
                }
                for entry in added {
                    words.put(&record(entry), None)?;
                }
            }
            Ok(())
        })
    }
}

/// An entry as a plain object.
fn record(entry: &Entry) -> JsValue {
    // Only a map with strange keys could fail; the entry has none.
    entry.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
