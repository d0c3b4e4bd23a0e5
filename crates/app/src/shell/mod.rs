//! What all pages stand in: the address, the context, the frame.

mod context;
mod frame;
mod navigation;
mod past;
mod route;
mod shelf;

pub use context::{DATABASE, Shell, Storage};
pub use frame::root;
pub use navigation::{go, replace};
pub use past::Past;
pub use route::Route;
pub use shelf::Shelf;
