//! When an article was changed, as people say it.

use js_sys::{Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::language::Language;

/// A time in milliseconds since 1970: the hour of today, the day of this year, else the whole date.
pub(super) fn when(time: f64, language: Language) -> String {
    let (then, now) = (Date::new(&JsValue::from_f64(time)), Date::new_0());
    let same_year = then.get_full_year() == now.get_full_year();
    let today =
        same_year && then.get_month() == now.get_month() && then.get_date() == now.get_date();
    let fields: &[(&str, &str)] = match (today, same_year) {
        (true, _) => &[("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")],
        (false, true) => &[("month", "short"), ("day", "numeric")],
        (false, false) => &[("year", "numeric"), ("month", "short"), ("day", "numeric")],
    };
    let options = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    let format = Intl::DateTimeFormat::new(&js_sys::Array::of1(&tag(language).into()), &options);
    let said = format.format().call1(&JsValue::UNDEFINED, &then);
    said.ok().and_then(|said| said.as_string()).unwrap_or_default()
}

/// The same for machines, as `datetime` wants it.
pub(super) fn datetime(time: f64) -> String {
    // A time out of all bounds has no such form.
    if time.abs() > 8.64e15 {
        return String::new();
    }
    Date::new(&JsValue::from_f64(time)).to_iso_string().into()
}

/// The language in which browsers know how dates are said.
fn tag(language: Language) -> &'static str {
    match language {
        Language::Mandarin | Language::Hokkien => Language::Mandarin.tag(),
        Language::English => "en-GB",
    }
}
