//! What stands in the document.

use std::panic::Location;

use leptos::tachys::renderer::Rndr;
use leptos::tachys::view::{Mountable, Render};
use web_sys::Node;

use super::attribute::{Attribute, AttributeState, Live};
use super::{Element, Parts, View};
use crate::text::Words;

/// A view in the document.
pub enum ViewState {
    /// Nothing: its place is kept.
    Nothing(<() as Render>::State),
    /// A text.
    Text(<Words as Render>::State),
    /// An element.
    Element(ElementState),
    /// Several, one after the other.
    Several(<Vec<View> as Render>::State),
    /// What a function gave.
    Live(<Live<View> as Render>::State),
}

impl ViewState {
    /// Puts another in its place.
    pub(super) fn replace(&mut self, mut new: ViewState) {
        self.insert_before_this(&mut new);
        self.unmount();
        *self = new;
    }

    fn mountable(&self) -> &dyn Mountable {
        match self {
            ViewState::Nothing(state) => state,
            ViewState::Text(state) => state,
            ViewState::Element(state) => state,
            ViewState::Several(state) => state,
            ViewState::Live(state) => state,
        }
    }

    fn mountable_mut(&mut self) -> &mut dyn Mountable {
        match self {
            ViewState::Nothing(state) => state,
            ViewState::Text(state) => state,
            ViewState::Element(state) => state,
            ViewState::Several(state) => state,
            ViewState::Live(state) => state,
        }
    }
}

impl Mountable for ViewState {
    fn unmount(&mut self) {
        self.mountable_mut().unmount();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&Node>) {
        self.mountable_mut().mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.mountable().insert_before_this(child)
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.mountable().elements()
    }
}

/// An element in the document.
pub struct ElementState {
    element: web_sys::Element,
    tag: &'static str,
    place: &'static Location<'static>,
    attributes: Vec<AttributeState>,
    children: Vec<ViewState>,
}

impl ElementState {
    /// Whether the other is this element changed.
    fn is_of(&self, parts: &Parts) -> bool {
        self.place == parts.place
            && self.tag == parts.tag
            && self.children.len() == parts.children.len()
            && self.attributes.len() == parts.attributes.len()
            && parts.attributes.iter().zip(&self.attributes).all(|(new, old)| new.is_like(old))
    }
}

impl Render for Element {
    type State = ElementState;

    fn build(self) -> ElementState {
        let Parts { tag, namespace, place, attributes, children } = *self.0;
        let element = Rndr::create_element(tag, namespace);
        let build = |attribute: Attribute| attribute.build(&element);
        let attributes = attributes.into_iter().map(build).collect();
        let mut children: Vec<_> = children.into_iter().map(View::build).collect();
        for child in &mut children {
            child.mount(&element, None);
        }
        ElementState { element, tag, place, attributes, children }
    }

    fn rebuild(self, state: &mut ElementState) {
        if !state.is_of(&self.0) {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        let Parts { attributes, children, .. } = *self.0;
        for (attribute, old) in attributes.into_iter().zip(&mut state.attributes) {
            attribute.rebuild(&state.element, old);
        }
        for (child, old) in children.into_iter().zip(&mut state.children) {
            child.rebuild(old);
        }
    }
}

impl Mountable for ElementState {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.element.clone()]
    }
}
