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
