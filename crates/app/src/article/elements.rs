//! Making elements by cloning.

use web_sys::{Document, Element, Node};

/// Makes elements of the page.
///
/// Cloning a model is one call into the browser where building it anew would be ten, and an article
/// has a hundred thousand of them.
pub(super) struct Elements {
    document: Document,
}

impl Elements {
    /// Of this document.
    pub(super) fn new(document: Document) -> Elements {
        Elements { document }
    }

    /// An element with a class; none only for a name that is none, which no caller has.
    pub(super) fn element(&self, name: &str, class: &str) -> Option<Element> {
        let element = self.document.create_element(name).ok()?;
        if !class.is_empty() {
            element.set_class_name(class);
        }
        Some(element)
    }

    /// A text node.
    pub(super) fn text(&self, text: &str) -> Node {
        self.document.create_text_node(text).into()
    }

    /// `<ruby>?<rp>(</rp><rt lang=…>?</rt><rp>)</rp></ruby>`, to be cloned: the children are the
    /// base's text, rp, rt, rp.
    pub(super) fn ruby_model(&self, language: &str) -> Option<Element> {
        let ruby = self.element("ruby", "")?;
        let rt = self.said_model("rt", "", language)?;
        ruby.append_child(&self.text(" ")).ok()?;
        ruby.append_child(&self.parenthesis("(")?.into()).ok()?;
        ruby.append_child(&rt).ok()?;
        ruby.append_child(&self.parenthesis(")")?.into()).ok()?;
        Some(ruby)
    }

    /// An element with one text in a language, to be cloned.
    pub(super) fn said_model(&self, name: &str, class: &str, language: &str) -> Option<Element> {
        let said = self.element(name, class)?;
        said.set_attribute("lang", language).ok()?;
        said.append_child(&self.text(" ")).ok()?;
        Some(said)
    }

    fn parenthesis(&self, text: &str) -> Option<Element> {
        let rp = self.element("rp", "")?;
        rp.append_child(&self.text(text)).ok()?;
        Some(rp)
    }
}
