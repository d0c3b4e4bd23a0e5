//! Values that views read, compiled once.
//!
//! Leptos compiles all that a signal can do anew for each type of value, and there are some sixty. Here only
//! the value itself is of its type; finding it, hearing of it and telling of it are the same for all.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{ArcTrigger, GetValue, LocalStorage, Notify, StoredValue as Stored, Track};

type Slot = Stored<Kept, LocalStorage>;

#[derive(Clone)]
struct Kept {
    trigger: Option<ArcTrigger>,
    value: Rc<dyn Any>,
}

/// A value that changes, and whose readers hear of it. It goes with the owner under which it was made.
pub struct RwSignal<T>(StoredValue<T>);

/// A value that changes and that nobody hears of. It goes with the owner under which it was made.
pub struct StoredValue<T> {
    slot: Slot,
    kind: PhantomData<fn() -> T>,
}

#[inline(never)]
fn keep(value: Rc<dyn Any>, is_heard: bool) -> Slot {
    Stored::new_local(Kept { trigger: is_heard.then(ArcTrigger::new), value })
}

#[inline(never)]
fn find(slot: Slot) -> Option<Rc<dyn Any>> {
    slot.try_get_value().map(|kept| kept.value)
}

#[inline(never)]
fn track(slot: Slot) {
    if let Some(trigger) = slot.try_get_value().and_then(|kept| kept.trigger) {
        trigger.track();
    }
}

#[inline(never)]
fn tell(slot: Slot) {
    if let Some(trigger) = slot.try_get_value().and_then(|kept| kept.trigger) {
        trigger.notify();
    }
}

#[cold]
#[inline(never)]
fn is_gone() -> ! {
    panic!("a value is read after the view that it belonged to")
}

impl<T: 'static> StoredValue<T> {
    /// A new one.
    pub fn new(value: T) -> StoredValue<T> {
        StoredValue { slot: keep(Rc::new(RefCell::new(value)), false), kind: PhantomData }
    }

    /// Looks at the value, if it is still there.
    pub fn try_with_value<O>(self, look: impl FnOnce(&T) -> O) -> Option<O> {
        let value = find(self.slot)?;
        Some(look(&value.downcast_ref::<RefCell<T>>()?.borrow()))
    }

    /// Looks at the value.
    ///
    /// # Panics
    /// If it is gone.
    pub fn with_value<O>(self, look: impl FnOnce(&T) -> O) -> O {
        self.try_with_value(look).unwrap_or_else(|| is_gone())
    }

    /// Changes the value, if it is still there.
    pub fn try_update_value<O>(self, change: impl FnOnce(&mut T) -> O) -> Option<O> {
        let value = find(self.slot)?;
        Some(change(&mut value.downcast_ref::<RefCell<T>>()?.borrow_mut()))
    }

    /// Changes the value; nothing where it is gone.
    pub fn update_value(self, change: impl FnOnce(&mut T)) {
        self.try_update_value(change);
    }

    /// Puts another in its place, if it is still there; else the other comes back.
    pub fn try_set_value(self, value: T) -> Option<T> {
        let mut value = Some(value);
        // The old one is dropped when nothing is borrowed any more.
        let old =
            self.try_update_value(|kept| value.take().map(|value| std::mem::replace(kept, value)));
        drop(old);
        value
    }

    /// Puts another in its place; nothing where it is gone.
    pub fn set_value(self, value: T) {
        self.try_set_value(value);
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// The value, if it is still there.
    pub fn try_get_value(self) -> Option<T> {
        self.try_with_value(T::clone)
    }

    /// The value.
    ///
    /// # Panics
    /// If it is gone.
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }
}

impl<T: 'static> RwSignal<T> {
    /// A new one.
    pub fn new(value: T) -> RwSignal<T> {
        let slot = keep(Rc::new(RefCell::new(value)), true);
        RwSignal(StoredValue { slot, kind: PhantomData })
    }

    /// Hears of the next change.
    pub fn track(self) {
        track(self.0.slot);
    }

    /// Whether it is gone.
    pub fn is_disposed(self) -> bool {
        find(self.0.slot).is_none()
    }

    /// Looks at the value, and hears of its next change.
    ///
    /// # Panics
    /// If it is gone.
    pub fn with<O>(self, look: impl FnOnce(&T) -> O) -> O {
        self.track();
        self.with_untracked(look)
    }

    /// Looks at the value.
    ///
    /// # Panics
    /// If it is gone.
    pub fn with_untracked<O>(self, look: impl FnOnce(&T) -> O) -> O {
        self.0.with_value(look)
    }

    /// Looks at the value, if it is still there.
    pub fn try_with_untracked<O>(self, look: impl FnOnce(&T) -> O) -> Option<O> {
        self.0.try_with_value(look)
    }

    /// Changes the value and tells of it, if it is still there.
    pub fn try_update<O>(self, change: impl FnOnce(&mut T) -> O) -> Option<O> {
        let said = self.0.try_update_value(change)?;
        tell(self.0.slot);
        Some(said)
    }

    /// Changes the value and tells of it; nothing where it is gone.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Puts another in its place and tells of it, if it is still there; else the other comes back.
    pub fn try_set(self, value: T) -> Option<T> {
        let back = self.0.try_set_value(value);
        tell(self.0.slot);
        back
    }

    /// Puts another in its place and tells of it; nothing where it is gone.
    pub fn set(self, value: T) {
        self.try_set(value);
    }
}

impl<T: Clone + 'static> RwSignal<T> {
    /// The value; its reader hears of its next change.
    ///
    /// # Panics
    /// If it is gone.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value.
    ///
    /// # Panics
    /// If it is gone.
    pub fn get_untracked(self) -> T {
        self.0.get_value()
    }

    /// The value, if it is still there; its reader hears of its next change.
    pub fn try_get(self) -> Option<T> {
        self.track();
        self.0.try_get_value()
    }

    /// The value, if it is still there.
    pub fn try_get_untracked(self) -> Option<T> {
        self.0.try_get_value()
    }
}

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Default + 'static> Default for StoredValue<T> {
    fn default() -> Self {
        StoredValue::new(T::default())
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::{GetUntracked, Memo, Owner};

    use super::*;

    #[test]
    fn readers_hear_of_another_value() {
        Owner::new().with(|| {
            let value = RwSignal::new(1);
            let twice = Memo::new(move |_| value.get() * 2);
            assert_eq!(twice.get_untracked(), 2);
            value.update(|value| *value += 2);
            assert_eq!(twice.get_untracked(), 6);
        });
    }

    #[test]
    fn a_value_goes_with_its_owner() {
        let owner = Owner::new();
        let (value, kept) = owner.with(|| (RwSignal::new("here"), StoredValue::new(1)));
        assert_eq!((value.get_untracked(), kept.get_value()), ("here", 1));
        owner.cleanup();
        assert!(value.is_disposed());
        assert_eq!((value.try_get_untracked(), kept.try_get_value()), (None, None));
        assert_eq!(value.try_set("back"), Some("back"));
    }
}
