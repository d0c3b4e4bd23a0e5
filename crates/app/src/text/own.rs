//! Sentences about words of one's own dictionary.

use js_sys::{Date, Object, Reflect};
use thakim_document::own::{FaultKind, LONGEST, Unfit};
use wasm_bindgen::JsValue;

use super::Words;
use super::t;
use crate::text;

/// Why something is no word of one's own.
pub fn unfit(unfit: &Unfit) -> Words {
    match unfit {
        Unfit::Empty => t!("dictionary.unfit-empty"),
        Unfit::NotHan(found) => t!("dictionary.unfit-not-han", found = found),
        Unfit::TooLong { characters } => {
            t!("dictionary.unfit-long", count = characters, limit = LONGEST)
        }
        Unfit::Syllables { characters, syllables } => {
            t!("dictionary.unfit-syllables", characters = characters, syllables = syllables)
        }
    }
}

/// Why a line of a table did not come in.
pub fn words_fault(fault: &FaultKind) -> Words {
    match fault {
        FaultKind::Header { found } => {
            let found: String = found.chars().take(40).collect();
            t!("dictionary.fault-header", found = found)
        }
        FaultKind::NoReading => t!("dictionary.fault-no-reading"),
        FaultKind::Word(why) => unfit(why),
        FaultKind::Reading { found, why } => {
            let why = text::unreadable(why, found);
            t!("dictionary.fault-reading", found = found, why = why)
        }
        FaultKind::Label { found } => t!("dictionary.fault-label", found = found),
        FaultKind::Accent { found } => t!("dictionary.fault-accent", found = found),
        FaultKind::Count { found } => t!("dictionary.fault-count", found = found),
    }
}

/// A day in the page's language, from milliseconds since 1970.
pub fn date(when: f64) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"dateStyle".into(), &"medium".into());
    let date = Date::new(&JsValue::from_f64(when));
    // Taiwan's Mandarin for Hokkien, whose dates few browsers know.
    let language = match rust_i18n::locale().to_string().as_str() {
        "en" => "en",
        _ => "zh-Hant-TW",
    };
    date.to_locale_date_string(language, &options).into()
}

/// A day as file names have it: 2026-11-21, where the person is.
pub fn day(when: f64) -> String {
    let date = Date::new(&JsValue::from_f64(when));
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}
