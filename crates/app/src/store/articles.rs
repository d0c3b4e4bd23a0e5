//! Articles in the database.

use idb::CursorDirection;
use js_sys::{Date, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::schema::{ARTICLES, SAVED, TEXTS};
use super::{ArticleId, Database, StoreError, Summary, Writing};
use crate::article::marks::Marks;

/// What a text is to its article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// What stands in the text area.
    Draft,
    /// What was submitted.
    Article,
}

/// A text and what the reader wants of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Kept {
    /// The text, as the browser's own string.
    pub text: JsString,
    /// What the reader wants of it.
    pub marks: Marks,
}

/// A text as it is kept: its marks as lines, of which a newer page may have written some that this one does
/// not understand.
#[derive(Clone, PartialEq, Debug)]
pub struct Raw {
    /// The text, as the browser's own string.
    pub text: JsString,
    /// [`Marks::to_text`].
    pub marks: JsString,
}

/// An article with all its texts.
#[derive(Clone, PartialEq, Debug)]
pub struct Whole {
    /// What is said of it.
    pub summary: Summary,
    /// What was submitted.
    pub article: Option<Raw>,
    /// What is being written.
    pub draft: Option<Raw>,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Draft => "draft",
            Kind::Article => "article",
        }
    }

    pub(super) fn of_name(name: &str) -> Option<Kind> {
        [Kind::Draft, Kind::Article].into_iter().find(|kind| kind.name() == name)
    }
}

impl Database {
    /// Keeps a text of an article, and notes it in its summary, which says what is kept from then on. A
    /// submitted text takes the place of the draft. Both are on their way when this returns; what is
    /// awaited is that they have arrived.
    ///
    /// # Errors
    /// [`StoreError::Full`] when there is no room.
    pub fn save(
        &self,
        summary: &mut Summary,
        kind: Kind,
        kept: &Kept,
    ) -> Result<Writing, StoreError> {
        summary.describe(kind, &kept.text);
        self.date(summary);
        summary.draft = kind == Kind::Draft;
        self.write(&[ARTICLES, TEXTS], |writing| {
            let texts = writing.object_store(TEXTS)?;
            texts.put(&Raw::from(kept).to_record(&summary.id, kind), None)?;
            if kind == Kind::Article {
                texts.delete(key(&summary.id, Kind::Draft))?;
            }
            writing.object_store(ARTICLES)?.put(&summary.to_record(), None).map(drop)
        })
    }

    /// Names an article that is kept; not as a change of its text.
    ///
    /// # Errors
    /// [`StoreError::Full`] when there is no room.
    pub async fn rename(&self, id: &ArticleId, name: &str) -> Result<(), StoreError> {
        if let Some(summary) = self.summary(id).await? {
            let named = Summary { name: name.to_owned(), ..summary };
            self.put(ARTICLES, &[named.to_record()])?.await?;
        }
        Ok(())
    }

    /// An article with all its texts, as they are kept.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when the database cannot be read.
    pub async fn whole(&self, id: &ArticleId) -> Result<Option<Whole>, StoreError> {
        let reading = self.reading(&[ARTICLES, TEXTS])?;
        let record = reading.object_store(ARTICLES)?.get(JsValue::from_str(&id.0))?.await?;
        let Some(summary) = record.and_then(Summary::from_record) else { return Ok(None) };
        let texts = reading.object_store(TEXTS)?;
        let article = texts.get(key(id, Kind::Article))?.await?;
        let draft = texts.get(key(id, Kind::Draft))?.await?;
        let raw = |record: Option<JsValue>| record.as_ref().and_then(Raw::of_record);
        Ok(Some(Whole { summary, article: raw(article), draft: raw(draft) }))
    }

    /// Keeps an article with all its texts, as it says of itself.
    ///
    /// # Errors
    /// [`StoreError::Full`] when there is no room.
    pub fn put_whole(&self, whole: &Whole) -> Result<Writing, StoreError> {
        let id = &whole.summary.id;
        self.write(&[ARTICLES, TEXTS], |writing| {
            let texts = writing.object_store(TEXTS)?;
            for (kind, raw) in [(Kind::Article, &whole.article), (Kind::Draft, &whole.draft)] {
                if let Some(raw) = raw {
                    texts.put(&raw.to_record(id, kind), None)?;
                }
            }
            writing.object_store(ARTICLES)?.put(&whole.summary.to_record(), None).map(drop)
        })
    }

    /// Gives it the time of now. Not behind what is there already: where the clock was set back, what was
    /// just written would be the oldest.
    pub(super) fn date(&self, summary: &mut Summary) {
        summary.saved = Date::now().max(self.newest.get() + 1.0);
        if summary.created == 0.0 {
            summary.created = summary.saved;
        }
        self.newest.set(summary.saved);
    }

    /// A text that was kept.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when the database cannot be read.
    pub async fn load(&self, id: &ArticleId, kind: Kind) -> Result<Option<Kept>, StoreError> {
        let reading = self.reading(&[TEXTS])?;
        let record = reading.object_store(TEXTS)?.get(key(id, kind))?.await?;
        Ok(record.as_ref().and_then(Raw::of_record).as_ref().map(Kept::from))
    }

    /// What is said of an article.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when the database cannot be read.
    pub async fn summary(&self, id: &ArticleId) -> Result<Option<Summary>, StoreError> {
        let reading = self.reading(&[ARTICLES])?;
        let articles = reading.object_store(ARTICLES)?;
        let backwards = Some(CursorDirection::Prev);
        let last = articles.index(SAVED)?.open_key_cursor(None, backwards)?.await?;
        let last = last.and_then(|cursor| cursor.key().ok()?.as_f64());
        let record = articles.get(JsValue::from_str(&id.0))?.await?;
        self.newest.set(last.unwrap_or(0.0).max(self.newest.get()));
        Ok(record.and_then(Summary::from_record))
    }

    /// All articles, those that were changed last first.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when the database cannot be read.
    pub async fn summaries(&self) -> Result<Vec<Summary>, StoreError> {
        let reading = self.reading(&[ARTICLES])?;
        let records = reading.object_store(ARTICLES)?.index(SAVED)?.get_all(None, None)?.await?;
        let mut found: Vec<Summary> =
            records.into_iter().filter_map(Summary::from_record).collect();
        found.reverse();
        if let Some(newest) = found.first() {
            self.newest.set(newest.saved.max(self.newest.get()));
        }
        Ok(found)
    }

    /// Drops an article with its texts.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when the database cannot be written.
    pub fn remove(&self, id: &ArticleId) -> Result<Writing, StoreError> {
        self.write(&[ARTICLES, TEXTS], |writing| {
            writing.object_store(ARTICLES)?.delete(JsValue::from_str(&id.0))?;
            let texts = writing.object_store(TEXTS)?;
            texts.delete(key(id, Kind::Article))?;
            texts.delete(key(id, Kind::Draft)).map(drop)
        })
    }

    /// Drops the draft of an article that has been submitted.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when the database cannot be written.
    pub fn remove_draft(&self, summary: &mut Summary) -> Result<Writing, StoreError> {
        summary.draft = false;
        self.write(&[ARTICLES, TEXTS], |writing| {
            writing.object_store(ARTICLES)?.put(&summary.to_record(), None)?;
            writing.object_store(TEXTS)?.delete(key(&summary.id, Kind::Draft)).map(drop)
        })
    }
}

impl Raw {
    fn of_record(record: &JsValue) -> Option<Raw> {
        let field =
            |name: &str| Reflect::get(record, &name.into()).ok()?.dyn_into::<JsString>().ok();
        Some(Raw { text: field("text")?, marks: field("marks").unwrap_or_else(|| "".into()) })
    }

    fn to_record(&self, id: &ArticleId, kind: Kind) -> JsValue {
        let record = Object::new();
        let set = |name: &str, value: &JsValue| Reflect::set(&record, &name.into(), value);
        let _ = set("id", &key(id, kind));
        let _ = set("text", &self.text);
        let _ = set("marks", &self.marks);
        record.into()
    }
}

impl From<&Kept> for Raw {
    fn from(kept: &Kept) -> Raw {
        Raw { text: kept.text.clone(), marks: kept.marks.to_text().into() }
    }
}

impl From<&Raw> for Kept {
    fn from(raw: &Raw) -> Kept {
        Kept { text: raw.text.clone(), marks: Marks::from_text(&String::from(&raw.marks)) }
    }
}

fn key(id: &ArticleId, kind: Kind) -> JsValue {
    format!("{}/{}", id.0, kind.name()).into()
}
