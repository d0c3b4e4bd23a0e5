//! Attributes, properties and what is done at events.

use leptos::prelude::{Owner, RenderEffect};
use leptos::tachys::html::attribute::AttributeValue;
use leptos::tachys::html::property::IntoProperty as PropertyValue;
use leptos::tachys::renderer::types::Event;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::signal::RwSignal;
use crate::text::Words;

/// One of them.
pub(super) struct Attribute {
    pub(super) name: Words,
    pub(super) value: Value,
}

/// What is given to an element under a name.
pub enum Value {
    /// An attribute.
    Fixed(Option<Words>),
    /// An attribute that changes.
    Live(Live<Option<Words>>),
    /// A property of its object.
    Property(JsValue),
    /// A property that changes.
    LiveProperty(Live<JsValue>),
    /// A property of its style that changes.
    Style(Box<dyn Fn() -> Words>),
    /// What is done at an event; early is before what lies deeper in the document.
    Act {
        /// What.
        act: Box<dyn FnMut(Event)>,
        /// Whether it is early.
        is_early: bool,
    },
    /// Where the element is put for others.
    Place(RwSignal<Option<Element>>),
}

/// A function that is asked again when what it read has changed.
pub(super) type Live<T> = Box<dyn FnMut() -> T + Send>;

/// What a text is written from.
pub trait Written {
    /// The text; none where there is nothing.
    fn written(self) -> Option<Words>;
}

/// What an attribute's value is made from.
pub trait IntoAttribute {
    /// The value.
    fn into_attribute(self) -> Value;
}

/// What a property's value is made from.
pub trait IntoProperty {
    /// The value.
    fn into_property(self) -> Value;
}

macro_rules! written {
    ($($kind:ty: $value:ident => $written:expr;)*) => {
        $(
            impl Written for $kind {
                fn written(self) -> Option<Words> {
                    let $value = self;
                    $written
                }
            }

            impl IntoAttribute for $kind {
                fn into_attribute(self) -> Value {
                    Value::Fixed(self.written())
                }
            }

            impl IntoAttribute for Option<$kind> {
                fn into_attribute(self) -> Value {
                    Value::Fixed(self.written())
                }
            }
        )*
    };
}

written! {
    &'static str: value => Some(Words::Borrowed(value));
    String: value => Some(Words::Owned(value));
    Words: value => Some(value);
}

impl<T: Written> Written for Option<T> {
    fn written(self) -> Option<Words> {
        self.and_then(Written::written)
    }
}

impl<F, T> IntoAttribute for F
where
    F: FnMut() -> T + Send + 'static,
    T: Written,
{
    fn into_attribute(mut self) -> Value {
        Value::Live(Box::new(move || self().written()))
    }
}

macro_rules! properties {
    ($($kind:ty)*) => {
        $(
            impl IntoProperty for $kind {
                fn into_property(self) -> Value {
                    Value::Property(self.into())
                }
            }
        )*
    };
}

properties! { bool String }

impl<F, T> IntoProperty for F
where
    F: FnMut() -> T + Send + 'static,
    T: Into<JsValue>,
{
    fn into_property(mut self) -> Value {
        Value::LiveProperty(Box::new(move || self().into()))
    }
}

/// An attribute of an element of the document.
pub(super) struct AttributeState {
    name: Words,
    value: ValueState,
}

type Fixed = <Option<Words> as AttributeValue>::State;
type Property = (Element, JsValue);

enum ValueState {
    Fixed(Fixed),
    Live(RenderEffect<Fixed>),
    Property(Property),
    LiveProperty(RenderEffect<Property>),
    Style(#[expect(dead_code, reason = "it ends when it is dropped")] RenderEffect<()>),
    Act(#[expect(dead_code, reason = "it ends when it is dropped")] RemoveEventHandler<Element>),
    Place,
}

impl Attribute {
    pub(super) fn build(self, element: &Element) -> AttributeState {
        let Attribute { name, value } = self;
        let value = match value {
            Value::Fixed(value) => ValueState::Fixed(AttributeValue::build(value, element, &name)),
            Value::Live(value) => ValueState::Live(AttributeValue::build(value, element, &name)),
            Value::Property(value) => {
                ValueState::Property(PropertyValue::build(value, element, &name))
            }
            Value::LiveProperty(value) => {
                ValueState::LiveProperty(PropertyValue::build(value, element, &name))
            }
            Value::Style(value) => ValueState::Style(follow(element, name.clone(), value)),
            Value::Act { act, is_early } => ValueState::Act(listen(element, &name, act, is_early)),
            Value::Place(place) => {
                place.set(Some(element.clone()));
                ValueState::Place
            }
        };
        AttributeState { name, value }
    }

    /// Whether it can take the other's place on the same element.
    pub(super) fn is_like(&self, state: &AttributeState) -> bool {
        let is_of_a_kind = matches!(
            (&self.value, &state.value),
            (Value::Fixed(_), ValueState::Fixed(_))
                | (Value::Live(_), ValueState::Live(_))
                | (Value::Property(_), ValueState::Property(_))
                | (Value::LiveProperty(_), ValueState::LiveProperty(_))
                | (Value::Style(_), ValueState::Style(_))
                | (Value::Act { .. }, ValueState::Act(_))
                | (Value::Place(_), ValueState::Place)
        );
        is_of_a_kind && self.name == state.name
    }

    /// Takes the place of one that is like it.
    pub(super) fn rebuild(self, element: &Element, state: &mut AttributeState) {
        let name = &self.name;
        match (self.value, &mut state.value) {
            (Value::Fixed(value), ValueState::Fixed(state)) => {
                AttributeValue::rebuild(value, name, state)
            }
            (Value::Live(value), ValueState::Live(state)) => {
                AttributeValue::rebuild(value, name, state)
            }
            (Value::Property(value), ValueState::Property(state)) => {
                PropertyValue::rebuild(value, state, name)
            }
            (Value::LiveProperty(value), ValueState::LiveProperty(state)) => {
                PropertyValue::rebuild(value, state, name);
            }
            (value, state) => {
                *state = Attribute { name: self.name, value }.build(element).value;
            }
        }
    }
}

fn follow(element: &Element, name: Words, value: Box<dyn Fn() -> Words>) -> RenderEffect<()> {
    let style = Rndr::style(element);
    RenderEffect::new(move |_| Rndr::set_css_property(&style, &name, &value()))
}

fn listen(
    element: &Element,
    name: &str,
    mut act: Box<dyn FnMut(Event)>,
    is_early: bool,
) -> RemoveEventHandler<Element> {
    let owner = Owner::current().unwrap_or_default();
    let act = Box::new(move |event| owner.with(|| act(event)));
    match is_early {
        true => Rndr::add_event_listener_use_capture(element, name, act),
        false => Rndr::add_event_listener(element, name, act),
    }
}
