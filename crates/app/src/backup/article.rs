//! One article in the file.

use js_sys::{JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::Problem;
use super::field;
use crate::store::{ArticleId, Raw, Summary, Whole};

/// As it stands in the file.
pub(super) fn to_value(whole: &Whole) -> JsValue {
    let value = Object::new();
    let set = |name: &str, what: &JsValue| {
        let _ = Reflect::set(&value, &name.into(), what);
    };
    let Whole { summary, article, draft } = whole;
    set("id", &summary.id.0.as_str().into());
    if !summary.name.is_empty() {
        set("name", &summary.name.as_str().into());
    }
    set("created", &summary.created.into());
    set("saved", &summary.saved.into());
    if !summary.copy_of.is_empty() {
        set("copyOf", &summary.copy_of.as_str().into());
    }
    for (raw, text, marks) in [(article, "text", "marks"), (draft, "draft", "draftMarks")] {
        if let Some(raw) = raw {
            set(text, &raw.text);
            set(marks, &raw.marks);
        }
    }
    value.into()
}

/// From the form in which it stands in the file.
pub(super) fn of_value(value: &JsValue) -> Result<Whole, Problem> {
    if !value.is_object() {
        return Err(Problem::NoArticle);
    }
    let text = |name: &str| match field(value, name) {
        found if found.is_undefined() || found.is_null() => Ok(None),
        found => {
            found.dyn_into::<JsString>().map(Some).map_err(|_| Problem::Field(name.to_owned()))
        }
    };
    let word = |name: &str| Ok(text(name)?.map(String::from).unwrap_or_default());
    let time = |name: &str| {
        let time = field(value, name).as_f64().unwrap_or(0.0);
        if time.is_finite() && time > 0.0 { time } else { 0.0 }
    };
    let id = word("id")?;
    // An id is also part of keys, whose parts are set off by a slash.
    if id.is_empty() || id.contains('/') || id.len() > 100 {
        return Err(Problem::Field("id".to_owned()));
    }
    let raw = |name: &str, marks: &str| -> Result<Option<Raw>, Problem> {
        let marks = text(marks)?.unwrap_or_else(|| "".into());
        Ok(text(name)?.map(|text| Raw { text, marks }))
    };
    let (article, draft) = (raw("text", "marks")?, raw("draft", "draftMarks")?);
    if article.is_none() && draft.is_none() {
        return Err(Problem::Field("text".to_owned()));
    }
    let mut summary = Summary::new(ArticleId(id), time("created"));
    summary.saved = time("saved");
    summary.name = word("name")?;
    summary.copy_of = word("copyOf")?;
    summary.describe_whole(article.as_ref(), draft.as_ref());
    Ok(Whole { summary, article, draft })
}
