//! Compiles `dict/` into the dictionary that `thakim` carries inside itself.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use thakim_lexicon::build::{Options, check, compile};

fn main() {
    if env::var_os("CARGO_FEATURE_EMBEDDED").is_none() {
        return;
    }
    let dict = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dict");
    println!("cargo::rerun-if-changed={}", dict.display());
    let (sources, faults) = check(&dict);
    if !faults.is_empty() {
        for fault in faults.iter().take(20) {
            println!("cargo::error={fault}");
        }
        println!(
            "cargo::error={} faults in the dictionary's sources; build with --no-default-features to \
             import them anew",
            faults.len()
        );
        process::exit(1);
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("thakim.dict");
    if let Err(error) = fs::write(&out, compile(&sources, &Options::default())) {
        println!("cargo::error=cannot write {}: {error}", out.display());
        process::exit(1);
    }
}
