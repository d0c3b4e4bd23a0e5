//! Pieces that several pages are made of.

mod choices;
mod clipboard;
mod disclosure;
mod footer;
mod icon;
mod keeping;
mod languages;
mod layouts;
mod own;
mod status;
mod update;
mod width;

pub use choices::{Choice, choices, group, preferences};
pub use clipboard::{Copied, Parcel, blob, copy};
pub use disclosure::disclosure;
pub use footer::footer;
pub use icon::{Icon, icon, labelled};
pub use keeping::{save_everything, storage_status};
pub use languages::languages;
pub use layouts::layouts;
pub use own::{own_link, own_trouble};
pub use status::{Progress, bar, button, cure, engine_status, hairline};
pub use update::update_line;
pub use width::is_narrow;
