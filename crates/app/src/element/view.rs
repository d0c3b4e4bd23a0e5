//! What an element contains.

use leptos::prelude::{StoredValue, document};
use leptos::tachys::view::{Mountable, Render};

use super::attribute::Live;
use super::{Element, state::ViewState};
use crate::text::Words;

/// Something that can stand in the document.
pub enum View {
    /// Nothing.
    Nothing,
    /// A text.
    Text(Words),
    /// An element.
    Element(Element),
    /// Several, one after the other.
    Several(Vec<View>),
    /// What a function gives. It is asked again when what it read has changed; what is of the same
    /// kind then is changed where it stands.
    Live(Live<View>),
}

/// What a view is made from.
pub trait IntoView: Sized {
    /// The view.
    fn into_view(self) -> View;

    /// Puts it behind an element's children.
    fn add_to(self, children: &mut Vec<View>) {
        children.push(self.into_view());
    }
}

/// Several views as one.
pub trait Views {
    /// The view of all of them.
    fn views(self) -> View;
}

impl<I> Views for I
where
    I: IntoIterator,
    I::Item: IntoView,
{
    fn views(self) -> View {
        View::Several(self.into_iter().map(IntoView::into_view).collect())
    }
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for Element {
    fn into_view(self) -> View {
        View::Element(self)
    }
}

impl IntoView for &'static str {
    fn into_view(self) -> View {
        View::Text(self.into())
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        View::Text(self.into())
    }
}

impl IntoView for Words {
    fn into_view(self) -> View {
        View::Text(self)
    }
}

impl<T: IntoView> IntoView for Option<T> {
    fn into_view(self) -> View {
        self.map_or(View::Nothing, IntoView::into_view)
    }
}

impl<T: IntoView> IntoView for Vec<T> {
    fn into_view(self) -> View {
        self.views()
    }
}

impl<F, T> IntoView for F
where
    F: FnMut() -> T + Send + 'static,
    T: IntoView,
{
    fn into_view(mut self) -> View {
        View::Live(Box::new(move || self().into_view()))
    }
}

impl IntoView for () {
    fn into_view(self) -> View {
        View::Nothing
    }
}

macro_rules! tuples {
    ($first:ident $($more:ident)*) => {
        impl<$first: IntoView, $($more: IntoView),*> IntoView for ($first, $($more),*) {
            fn into_view(self) -> View {
                let mut views = Vec::new();
                self.add_to(&mut views);
                View::Several(views)
            }

            #[allow(non_snake_case)]
            fn add_to(self, children: &mut Vec<View>) {
                let ($first, $($more),*) = self;
                children.push($first.into_view());
                $(children.push($more.into_view());)*
            }
        }

        tuples! { $($more)* }
    };
    () => {};
}

tuples! { A B C D E F G H I J K L M N O P }

impl Render for View {
    type State = ViewState;

    fn build(self) -> ViewState {
        match self {
            View::Nothing => ViewState::Nothing(().build()),
            View::Text(text) => ViewState::Text(text.build()),
            View::Element(element) => ViewState::Element(element.build()),
            View::Several(views) => ViewState::Several(views.build()),
            View::Live(view) => ViewState::Live(view.build()),
        }
    }

    fn rebuild(self, state: &mut ViewState) {
        match (self, state) {
            (View::Nothing, ViewState::Nothing(_)) => {}
            (View::Text(text), ViewState::Text(state)) => text.rebuild(state),
            (View::Element(element), ViewState::Element(state)) => element.rebuild(state),
            (View::Several(views), ViewState::Several(state)) => views.rebuild(state),
            (View::Live(view), ViewState::Live(state)) => view.rebuild(state),
            (view, state) => state.replace(view.build()),
        }
    }
}

/// Puts a view into the document's body, for as long as the owner lives.
pub fn put_into_body(view: impl IntoView) {
    let mut state = view.into_view().build();
    if let Some(body) = document().body() {
        state.mount(&body, None);
    }
    StoredValue::new_local(state);
}
