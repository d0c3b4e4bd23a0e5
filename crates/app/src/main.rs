//! The page's entry.

fn main() {
    thakim_app::start();
}
