//! Dictionaries of others, as they are published: from a file to the folder of a source.
//!
//! What a package of this project's own sources is stands in `packages.toml`; whoever has the right to
//! use another dictionary imports its file here. Rows that cannot be used are counted by reason, as
//! everywhere; a file that is not of its format is an error.

mod chhoetaigi;
mod error;
mod foreign;
mod moe;
mod rime;
mod sheet;
mod taibun;
#[cfg(test)]
mod tests;
mod tsv;

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use thakim_phonology::Notation;

use super::description::{Description, sha256};
use super::report::Finished;
pub(crate) use error::FormatError;
use foreign::{Foreign, Imported};

/// The formats that dictionaries are published in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Format {
    /// A CSV file of ChhoeTaigi's database (台語字詞資料庫)
    Chhoetaigi,
    /// The Ministry of Education's dictionary: ods, CSV, or JSON as 萌典 has it
    Moe,
    /// A dictionary of the input method Rime: *.dict.yaml
    Rime,
    /// A map of the package taibun: JSON or MessagePack
    Taibun,
    /// Tab-separated, with a header that names word and reading
    Tsv,
}

impl Format {
    /// What a source of this format is called where its package is named.
    fn title(self) -> &'static str {
        match self {
            Format::Chhoetaigi => "ChhoeTaigi CSV",
            Format::Moe => "臺灣台語常用詞辭典",
            Format::Rime => "Rime dictionary",
            Format::Taibun => "taibun map",
            Format::Tsv => "table of words",
        }
    }

    /// What the import leaves out of such a file.
    fn left_out(self) -> &'static str {
        match self {
            Format::Chhoetaigi => {
                "Words that are not written in Han characters alone; translations, explanations, \
                 examples and pages."
            }
            Format::Moe => {
                "Proverbs, other headwords with punctuation or Latin letters, contractions, \
                 explanations, examples and differences of place."
            }
            Format::Rime => {
                "Words that are not written in Han characters alone; tables that the file imports. \
                 Weights only order the readings of a word."
            }
            Format::Taibun | Format::Tsv => "Words that are not written in Han characters alone.",
        }
    }

    fn read(self, foreign: &Foreign<'_>) -> Result<Imported, FormatError> {
        match self {
            Format::Chhoetaigi => chhoetaigi::read(foreign),
            Format::Moe => moe::read(foreign),
            Format::Rime => rime::read(foreign),
            Format::Taibun => taibun::read(foreign),
            Format::Tsv => tsv::read(foreign),
        }
    }
}

/// The names of the arguments below, which a package cannot have.
pub(crate) const ARGUMENTS: [&str; 8] =
    ["format", "name", "out", "title", "licence", "attribution", "layer", "notation"];

/// What to import, and what to say of it.
#[derive(Args)]
pub(crate) struct ForeignArgs {
    /// Read FILE, somebody's dictionary in this format, instead of a package
    #[arg(long, value_name = "FORMAT", requires = "name")]
    pub(crate) format: Option<Format>,
    /// With --format: the name of the new source, and of its folder
    #[arg(long, value_name = "NAME", requires = "format")]
    name: Option<String>,
    /// With --format: the folder to put the source's folder in
    #[arg(long, value_name = "DIR", default_value = ".", requires = "format")]
    out: PathBuf,
    /// With --format: what the dictionary calls itself [default: the file's name]
    #[arg(long, value_name = "TEXT", requires = "format")]
    title: Option<String>,
    /// With --format: under which licence it stands [default: not stated]
    #[arg(long, value_name = "TEXT", requires = "format")]
    licence: Option<String>,
    /// With --format: whom to name, and how [default: not stated]
    #[arg(long, value_name = "TEXT", requires = "format")]
    attribution: Option<String>,
    /// With --format: the layer, by whose name a build can leave it out
    #[arg(long, value_name = "NAME", default_value = "main", requires = "format")]
    layer: String,
    /// With --format rime or tsv: the notation of the readings
    #[arg(long, value_name = "NOTATION", default_value = "TL", requires = "format")]
    notation: Notation,
}

/// What an import did.
pub(crate) struct Done {
    /// The folder of the new source.
    pub(crate) folder: PathBuf,
    /// What was kept and refused.
    pub(crate) report: Finished,
    /// What the person should know.
    pub(crate) notes: Vec<String>,
}

/// What stands in a description where nobody said anything.
const NOT_STATED: &str = "not stated";

/// Where a source comes from that is no package of a registry.
const REGISTRY: &str = "a file of one's own";

/// Makes the folder of a source from a file.
///
/// # Errors
/// See [`FormatError`]. Then nothing has been written, unless the file system failed half-way.
pub(crate) fn import(args: &ForeignArgs, format: Format, path: &Path) -> Result<Done, FormatError> {
    let name = args.name.as_deref().unwrap_or_default();
    let folder = free_folder(name, &args.out)?;
    let layer = name_of(&args.layer)?;
    let bytes = fs::read(path).map_err(FormatError::io(path))?;
    let foreign = Foreign { path, bytes: &bytes, notation: args.notation };
    let Imported { tables, version, mut notes } = format.read(&foreign)?;
    let report = tables.report.finish("readings of words", tables.sizes());
    if tables.sizes().readings == 0 {
        return Err(FormatError::NothingUsable {
            file: path.to_owned(),
            notation: args.notation.name(),
            rows: report.read(),
            reasons: report.reasons(),
        });
    }

    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let stated = |text: &Option<String>, or: &str| match text.as_deref().map(str::trim) {
        Some(text) if !text.is_empty() => text.to_owned(),
        _ => or.to_owned(),
    };
    let description = Description {
        name: name.to_owned(),
        title: stated(&args.title, &file),
        layer: layer.to_owned(),
        registry: REGISTRY.to_owned(),
        package: format.title().to_owned(),
        version: stated(&version, NOT_STATED),
        sha256: sha256(&bytes),
        licence: stated(&args.licence, NOT_STATED),
        attribution: stated(&args.attribution, NOT_STATED),
        left_out: format.left_out().to_owned(),
        derived: false,
        file,
    };
    if description.licence == NOT_STATED || description.attribution == NOT_STATED {
        notes.push(
            "without --licence and --attribution nobody knows what may be done with this source: \
             state them before you publish anything that is built with it"
                .to_owned(),
        );
    }

    fs::create_dir_all(&folder).map_err(FormatError::io(&folder))?;
    for (file, contents) in tables.files() {
        let path = folder.join(file);
        match contents {
            Some(contents) => fs::write(&path, contents).map_err(FormatError::io(&path))?,
            None if path.exists() => fs::remove_file(&path).map_err(FormatError::io(&path))?,
            None => {}
        }
    }
    write_toml(&folder.join("SOURCE.toml"), &description)?;
    write_toml(&folder.join("REPORT.toml"), &report)?;
    Ok(Done { folder, report, notes })
}

/// A name for a folder and in `--without`.
fn name_of(name: &str) -> Result<&str, FormatError> {
    let is_plain = |letter: char| matches!(letter, 'a'..='z' | '0'..='9' | '-');
    match name.starts_with(|letter: char| letter.is_ascii_lowercase()) && name.chars().all(is_plain)
    {
        true => Ok(name),
        false => Err(FormatError::BadName { found: name.to_owned() }),
    }
}

/// The folder of a new source. One that was imported in the same way before may be there: it is
/// written anew. A source from elsewhere is left alone.
fn free_folder(name: &str, out: &Path) -> Result<PathBuf, FormatError> {
    let folder = out.join(name_of(name)?);
    let is_ours =
        || Description::read(&folder).is_ok_and(|description| description.registry == REGISTRY);
    match folder.exists() && !is_ours() {
        true => Err(FormatError::TakenName { folder }),
        false => Ok(folder),
    }
}

fn write_toml<T: serde::Serialize>(path: &Path, value: &T) -> Result<(), FormatError> {
    let text = toml::to_string(value)
        .map_err(|error| FormatError::Description { path: path.to_owned(), error })?;
    fs::write(path, text).map_err(FormatError::io(path))
}
