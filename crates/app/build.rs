//! Has the page compiled anew when a sentence changes: the macro that reads them does not say so itself.

fn main() {
    println!("cargo::rerun-if-changed=locales");
}
