//! Reaching an element that a view has made.

use std::marker::PhantomData;

use leptos::html::ElementType;
use wasm_bindgen::JsCast;

use crate::signal::RwSignal;

/// The place of an element; whoever reads it hears when it is there. As Leptos's, with one signal for all
/// kinds of elements.
pub struct NodeRef<E> {
    element: RwSignal<Option<web_sys::Element>>,
    kind: PhantomData<fn() -> E>,
}

impl<E: ElementType<Output: JsCast>> NodeRef<E> {
    /// An empty one.
    pub fn new() -> NodeRef<E> {
        NodeRef { element: RwSignal::new(None), kind: PhantomData }
    }

    /// The element; its reader hears when there is one.
    ///
    /// # Panics
    /// If the view to which it belongs is gone.
    pub fn get(self) -> Option<E::Output> {
        self.element.get().map(JsCast::unchecked_into)
    }

    /// The element.
    ///
    /// # Panics
    /// If the view to which it belongs is gone.
    pub fn get_untracked(self) -> Option<E::Output> {
        self.element.get_untracked().map(JsCast::unchecked_into)
    }

    /// The element, if the view to which it belongs is still there.
    pub fn try_get_untracked(self) -> Option<Option<E::Output>> {
        Some(self.element.try_get_untracked()?.map(JsCast::unchecked_into))
    }

    pub(super) fn signal(self) -> RwSignal<Option<web_sys::Element>> {
        self.element
    }
}

impl<E: ElementType<Output: JsCast>> Default for NodeRef<E> {
    fn default() -> Self {
        NodeRef::new()
    }
}

impl<E> Clone for NodeRef<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for NodeRef<E> {}
