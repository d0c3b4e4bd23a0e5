//! The whole article in the page at once, to be printed.

use super::slot::Distance;
use super::{SLICE, Sheet};
use crate::time;

impl Sheet {
    /// Fills every section at once: the browser is about to print. They stay until [`Sheet::put_away`].
    pub fn fill_all(&self) {
        let mut state = self.0.state.borrow_mut();
        state.on_paper = true;
        for index in 0..state.slots.len() {
            state.fill(index);
        }
    }

    /// The same in slices. `go_on` hears the share that is filled, from 0 to 1, and says whether to go on.
    /// Whether all are filled.
    pub async fn fill_all_in_slices(&self, mut go_on: impl FnMut(f64) -> bool) -> bool {
        self.0.state.borrow_mut().on_paper = true;
        let mut began = time::now();
        let mut index = 0;
        loop {
            let all = {
                let mut state = self.0.state.borrow_mut();
                if index < state.slots.len() {
                    state.fill(index);
                }
                state.slots.len()
            };
            if index >= all {
                return true;
            }
            index += 1;
            if time::now() - began >= SLICE {
                if !go_on(index as f64 / all as f64) {
                    return false;
                }
                time::idle().await;
                began = time::now();
            }
        }
    }

    /// The paper has its text: sections that are far from the window are emptied again where the article is a
    /// long one.
    pub fn put_away(&self) {
        let mut state = self.0.state.borrow_mut();
        state.on_paper = false;
        if !state.is_windowed() {
            return;
        }
        let focused = state.focused_chunk();
        let vertical = state.vertical;
        for (index, slot) in state.slots.iter_mut().enumerate() {
            if slot.distance == Distance::Far && focused != Some(index) {
                let place = slot.section.get_bounding_client_rect();
                slot.empty(if vertical { place.width() } else { place.height() });
            }
        }
        state.keep_a_tab_stop();
    }
}
