//! Elements, with the builders' shape of `leptos::html` and Leptos's own attributes and effects underneath.
//!
//! There, the type of an element says all that is in it, and each such type is compiled anew: most of the
//! page's wasm was that. Here, whatever a view is given becomes one of few types at once: a text, an
//! element, several views, or a function that is asked again when what it read has changed.

mod attribute;
mod reach;
mod state;
mod view;

use std::panic::Location;

use leptos::html::ElementType;
use leptos::tachys::html::event::EventDescriptor;
use leptos::tachys::renderer::types::Event;
use wasm_bindgen::JsCast;

use crate::text::Words;
use attribute::{Attribute, Value};
pub use attribute::{IntoAttribute, IntoProperty, Written};
pub use reach::NodeRef;
pub use view::{IntoView, View, Views, put_into_body};

/// An element that is not in the document yet.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    namespace: Option<&'static str>,
    /// Where it is made. What another place makes is another element, never this one changed.
    place: &'static Location<'static>,
    attributes: Vec<Attribute>,
    children: Vec<View>,
}

impl Element {
    fn new(
        tag: &'static str,
        namespace: Option<&'static str>,
        place: &'static Location<'static>,
    ) -> Element {
        Element(Box::new(Parts {
            tag,
            namespace,
            place,
            attributes: Vec::new(),
            children: Vec::new(),
        }))
    }

    /// An attribute: a text, a function that gives one, or `None` where there shall be none.
    pub fn attr(self, name: &'static str, value: impl IntoAttribute) -> Element {
        self.with(name.into(), value.into_attribute())
    }

    /// Its classes.
    pub fn class(self, classes: impl IntoAttribute) -> Element {
        self.attr("class", classes)
    }

    /// Its id.
    pub fn id(self, id: impl IntoAttribute) -> Element {
        self.attr("id", id)
    }

    /// A property of its object.
    pub fn prop(self, name: &'static str, value: impl IntoProperty) -> Element {
        self.with(name.into(), value.into_property())
    }

    /// A property of its style that changes.
    pub fn style<T: Into<Words>>(
        self,
        name: &'static str,
        value: impl Fn() -> T + 'static,
    ) -> Element {
        self.with(name.into(), Value::Style(Box::new(move || value().into())))
    }

    /// What is done at an event.
    pub fn on<E>(self, event: E, act: impl FnMut(E::EventType) + 'static) -> Element
    where
        E: EventDescriptor,
        E::EventType: From<Event>,
    {
        let mut act = act;
        let act = Box::new(move |event: Event| act(event.into()));
        self.with(event.name(), Value::Act { act, is_early: E::CAPTURE })
    }

    /// Puts the element where others reach it.
    pub fn node_ref<E: ElementType<Output: JsCast>>(self, place: NodeRef<E>) -> Element {
        self.with("".into(), Value::Place(place.signal()))
    }

    /// What it contains, behind what it contains already.
    pub fn child(mut self, child: impl IntoView) -> Element {
        child.add_to(&mut self.0.children);
        self
    }

    #[inline(never)]
    fn with(mut self, name: Words, value: Value) -> Element {
        self.0.attributes.push(Attribute { name, value });
        self
    }
}

macro_rules! elements {
    ($($function:ident $tag:literal)*) => {
        $(
            #[doc = concat!("A new `<", $tag, ">`.")]
            #[track_caller]
            pub fn $function() -> Element {
                Element::new($tag, None, Location::caller())
            }
        )*
    };
}

elements! {
    a "a" abbr "abbr" article "article" aside "aside" b "b" button "button" code "code" dd "dd"
    details "details" dialog "dialog" div "div" dl "dl" dt "dt" fieldset "fieldset"
    figcaption "figcaption" figure "figure" footer "footer" form "form" h1 "h1" h2 "h2" h3 "h3"
    header "header" input "input" kbd "kbd" label "label" legend "legend" li "li" main "main"
    nav "nav" ol "ol" option "option" output "output" p "p" rt "rt" ruby "ruby" search "search"
    section "section" select "select" small "small" span "span" summary "summary"
    textarea "textarea" time "time" ul "ul"
}

const SVG: Option<&str> = Some("http://www.w3.org/2000/svg");

/// A new `<svg>`.
#[track_caller]
pub fn svg() -> Element {
    Element::new("svg", SVG, Location::caller())
}

/// A new `<path>` of a picture.
#[track_caller]
pub fn path() -> Element {
    Element::new("path", SVG, Location::caller())
}
