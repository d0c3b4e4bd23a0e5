//! Longer texts.

/// A sample in the Ministry of Education's recommended characters; written for this project.
pub const SAMPLE_ARTICLE: &str = include_str!("sample.txt");

/// A line of a page that is only text: keys of sentences.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Line {
    /// A heading.
    Heading(&'static str),
    /// A paragraph.
    Text(&'static str),
    /// A term and what it means, or a source and its licence.
    Item(&'static str, &'static str),
}

/// What the help page says.
pub const HELP_PAGE: &[Line] = &[
    Line::Text("help.what"),
    Line::Heading("help.from"),
    Line::Text("help.from-means"),
    Line::Heading("help.look"),
    Line::Item("help.uncertain", "help.uncertain-means"),
    Line::Item("help.derived", "help.derived-means"),
    Line::Item("help.unknown", "help.unknown-means"),
    Line::Item("help.corrected", "help.corrected-means"),
    Line::Text("help.walk"),
    Line::Heading("help.readings"),
    Line::Text("help.readings-one"),
    Line::Text("help.readings-all"),
    Line::Heading("help.take"),
    Line::Text("help.take-means"),
    Line::Heading("help.offline"),
    Line::Text("help.offline-means"),
    Line::Heading("keys.title"),
    Line::Item("help.annotate-key", "help.annotate-key-does"),
    Line::Item("help.walk-keys", "help.walk-keys-do"),
    Line::Item("help.arrow-keys", "help.arrow-keys-do"),
    Line::Item("help.digit-keys", "help.digit-keys-do"),
    Line::Item("help.question-key", "help.question-key-does"),
    Line::Item("help.escape-key", "help.escape-key-does"),
];

/// What the page about the program says of its sources. The key of a source is its folder's name.
pub const ABOUT_PAGE: &[Line] = &[
    Line::Text("about.what"),
    Line::Heading("about.sources"),
    Line::Item("about.moe", "about.moe-licence"),
    Line::Item("about.taibun", "about.taibun-licence"),
    Line::Item("about.han2kip", "about.han2kip-licence"),
    Line::Item("about.corpus", "about.corpus-licence"),
    Line::Item("about.ipa2", "about.ipa2-licence"),
    Line::Item("about.guangyun", "about.guangyun-licence"),
    Line::Item("about.habits", "about.habits-licence"),
    Line::Item("about.opencc", "about.opencc-licence"),
    Line::Item("about.hkscs", "about.hkscs-licence"),
    Line::Heading("about.program"),
    Line::Text("about.program-licence"),
    Line::Heading("about.fonts"),
    Line::Text("about.fonts-licence"),
];
