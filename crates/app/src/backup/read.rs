//! Reading the file. What is here already stays as it is.

use std::collections::{HashMap, HashSet};

use js_sys::{Array, Function, Reflect};
use thakim_phonology::{Notation, WriteOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::{Differing, FORMAT, VERSION, article, field, settings};
use crate::own::{Entry, Own};
use crate::store::{ArticleId, Connection, Database, StoreError, Summary, Whole};
use crate::time;

/// The largest file that is read, in bytes.
const LIMIT: f64 = 400e6;

/// What became of a file.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Report {
    /// Articles that have come in.
    pub new: usize,
    /// Articles that were here already, the same in everything.
    pub same: usize,
    /// Articles that were here with another text or other corrections: both are here now.
    pub copies: usize,
    /// Words of one's own that have come in, and those that were here already.
    pub words: (usize, usize),
    /// Settings that have been taken over: those for which nothing had been chosen here.
    pub settings: usize,
    /// Settings that are other here, which stayed.
    pub differing: Differing,
    /// What could not be read, in the order of the file.
    pub lost: Vec<Lost>,
}

/// An article or a word that did not come in.
#[derive(Clone, PartialEq, Debug)]
pub struct Lost {
    /// Its place among the articles or among the words of the file, from 1.
    pub place: usize,
    /// What it is called, as far as that can be read.
    pub name: String,
    /// Why.
    pub why: Problem,
}

/// Why something did not come in.
#[derive(Clone, PartialEq, Debug)]
pub enum Problem {
    /// It is no article.
    NoArticle,
    /// A field of it is missing, or is something else than it should be.
    Field(String),
    /// It is no word with a reading; what is wrong with it.
    NoWord(String),
    /// The browser would not keep it.
    Refused(StoreError),
}

/// Why nothing of a file was read.
#[derive(Clone, PartialEq, Debug)]
pub enum Bad {
    /// It is no JSON, or only the beginning of one.
    NoJson,
    /// It is the file of something else.
    Foreign,
    /// A newer page has written it, in this version of the form.
    Newer(u32),
    /// It is larger than can be read; bytes.
    TooLarge(u64),
    /// The browser could not read it; what it says.
    Unreadable(String),
    /// The browser keeps nothing, or cannot say what it keeps.
    Store(StoreError),
}

/// A file that has been opened, and of which nothing has been taken in yet.
pub struct Incoming(JsValue);

/// Opens a file.
///
/// # Errors
/// [`Bad`] says what it is instead of one of ours.
pub async fn open(file: &File) -> Result<Incoming, Bad> {
    if file.size() > LIMIT {
        return Err(Bad::TooLarge(file.size() as u64));
    }
    let said = |error: JsValue| Bad::Unreadable(js_sys::Error::from(error).message().into());
    let text = JsFuture::from(file.text()).await.map_err(said)?;
    time::idle().await;
    parsed(&text).map(Incoming)
}

impl Incoming {
    /// Takes in the articles. `progress` hears how many of how many have been looked at. Nothing that is
    /// here is changed: another article under the same id is kept beside the one that is here, and called
    /// as `copy_name` says of its title.
    ///
    /// # Errors
    /// [`Bad::Store`] when the browser cannot say what is here; then nothing has been taken in.
    pub async fn articles(
        &self,
        connection: &Connection,
        copy_name: impl Fn(&str) -> String,
        progress: impl Fn(usize, usize),
    ) -> Result<Report, Bad> {
        let database = connection.database().await.map_err(Bad::Store)?;
        let mut here = Here::look(&database).await.map_err(Bad::Store)?;
        let mut report = Report::default();
        let articles = field(&self.0, "articles").dyn_into::<Array>().unwrap_or_default();
        for index in 0..articles.length() {
            let one = articles.get(index);
            let name = field(&one, "name").as_string().unwrap_or_default();
            let came = match article::of_value(&one) {
                Ok(whole) => here.take_in(&database, whole, &copy_name).await,
                Err(problem) => Err(problem),
            };
            match came {
                Ok(Came::New) => report.new += 1,
                Ok(Came::Same) => report.same += 1,
                Ok(Came::Copy) => report.copies += 1,
                Err(why) => report.lost.push(Lost { place: index as usize + 1, name, why }),
            }
            progress(index as usize + 1, articles.length() as usize);
            time::idle().await;
        }
        connection.ring(&ArticleId(String::new()));
        Ok(report)
    }

    /// Takes in the words of one's own. Those that are here with the same reading stay as they are.
    pub async fn words(&self, own: Own, report: &mut Report) {
        own.ready().await;
        take_in_words(&field(&self.0, "words"), own, report);
    }

    /// Takes over settings for which nothing was chosen here.
    pub fn settings(&self, report: &mut Report) {
        (report.settings, report.differing) = settings::take_over(&field(&self.0, "settings"));
    }
}

fn parsed(text: &JsValue) -> Result<JsValue, Bad> {
    let parse = Reflect::get(&js_sys::global(), &"JSON".into())
        .and_then(|json| Reflect::get(&json, &"parse".into()))
        .ok()
        .and_then(|parse| parse.dyn_into::<Function>().ok());
    // Called by hand: the typed binding would copy the text into the page's memory.
    let value =
        parse.and_then(|parse| parse.call1(&JsValue::UNDEFINED, text).ok()).ok_or(Bad::NoJson)?;
    if field(&value, "format").as_string().as_deref() != Some(FORMAT) {
        return Err(Bad::Foreign);
    }
    match field(&value, "version").as_f64() {
        Some(version) if version <= f64::from(VERSION) => Ok(value),
        Some(version) => Err(Bad::Newer(version as u32)),
        None => Err(Bad::Foreign),
    }
}

/// How an article came in.
enum Came {
    New,
    Same,
    Copy,
}

/// The articles that are here, and those that came as copies of them, by id.
struct Here(HashMap<String, Vec<Summary>>);

impl Here {
    async fn look(database: &Database) -> Result<Here, StoreError> {
        let mut here = Here(HashMap::new());
        for summary in database.summaries().await? {
            here.add(summary);
        }
        Ok(here)
    }

    fn add(&mut self, summary: Summary) {
        let names = [summary.id.0.clone(), summary.copy_of.clone()];
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            self.0.entry(name).or_default().push(summary.clone());
        }
    }

    async fn take_in(
        &mut self,
        database: &Database,
        mut whole: Whole,
        copy_name: &impl Fn(&str) -> String,
    ) -> Result<Came, Problem> {
        let id = whole.summary.id.0.clone();
        let known = self.0.get(&id).map(Vec::as_slice).unwrap_or_default();
        for one in known.iter().filter(|one| one.letters == whole.summary.letters) {
            let kept = database.whole(&one.id).await.map_err(Problem::Refused)?;
            let same = kept.is_some_and(|kept| {
                // The name of a copy is ours.
                let named = one.id.0 != id || kept.summary.name == whole.summary.name;
                named && kept.article == whole.article && kept.draft == whole.draft
            });
            if same {
                return Ok(Came::Same);
            }
        }
        let came = match known.iter().any(|one| one.id.0 == id) {
            false => Came::New,
            true => {
                whole.summary.name = copy_name(whole.summary.title());
                whole.summary.copy_of = id;
                whole.summary.id = ArticleId::fresh();
                Came::Copy
            }
        };
        let writing = database.put_whole(&whole).map_err(Problem::Refused)?;
        writing.await.map_err(Problem::Refused)?;
        self.add(whole.summary);
        Ok(came)
    }
}

fn take_in_words(words: &JsValue, own: Own, report: &mut Report) {
    let words = words.clone().dyn_into::<Array>().unwrap_or_default();
    let mut added: Vec<Entry> = Vec::new();
    let mut seen = HashSet::new();
    for (index, word) in words.iter().enumerate() {
        match serde_wasm_bindgen::from_value::<Entry>(word.clone()) {
            Ok(mut entry) => {
                // Another word is here under this id: both stay.
                if own.get(&entry.id).is_some() {
                    entry.id = ArticleId::fresh().0;
                }
                let own = own.find(&entry.word.surface);
                let is_here = own.iter().any(|one| one.word.is_same(&entry.word));
                let reading = Notation::Tl.write(&entry.word.reading, &WriteOptions::default());
                if !seen.insert((entry.word.surface.clone(), reading)) || is_here {
                    report.words.1 += 1;
                } else {
                    added.push(entry);
                }
            }
            Err(error) => report.lost.push(Lost {
                place: index + 1,
                name: field(&word, "word").as_string().unwrap_or_default(),
                why: Problem::NoWord(error.to_string()),
            }),
        }
    }
    report.words.0 = added.len();
    if !added.is_empty() {
        own.restore(added);
    }
}
