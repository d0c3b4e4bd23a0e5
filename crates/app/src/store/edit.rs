//! Where two texts differ.

use js_sys::{JsString, Uint8Array};

use crate::article::marks::{Edit, Position};
use crate::worker_client::utf8;

/// What changed from one text to the other: one stretch, as small as can be. Both stay in the
/// browser's memory; comparing two long texts costs a few milliseconds.
pub fn edit(old: &JsString, new: &JsString) -> Edit {
    let (old_length, new_length) = (old.length(), new.length());
    let (prefix, suffix) = ends(old, new);
    let from = position(&old.slice(0, prefix));
    let end = |text: &JsString, length: u32| {
        let changed = position(&text.slice(prefix, length - suffix));
        Position { byte: from.byte + changed.byte, letter: from.letter + changed.letter }
    };
    Edit { from, old: end(old, old_length), new: end(new, new_length) }
}

/// How much two texts have in common at their beginnings and ends, in UTF-16 code units.
pub(super) fn common(old: &JsString, new: &JsString) -> u32 {
    let (prefix, suffix) = ends(old, new);
    prefix + suffix
}

/// The length of what both begin with and of what both end with, apart from that.
fn ends(old: &JsString, new: &JsString) -> (u32, u32) {
    let (old_length, new_length) = (old.length(), new.length());
    let shortest = old_length.min(new_length);
    let mut prefix = longest(shortest, |length| old.slice(0, length) == new.slice(0, length));
    // Not between the halves of a surrogate pair.
    if prefix > 0 && is_high(old, prefix - 1) {
        prefix -= 1;
    }
    let mut suffix = longest(shortest - prefix, |length| {
        old.slice(old_length - length, old_length) == new.slice(new_length - length, new_length)
    });
    if suffix > 0 && is_low(old, old_length - suffix) {
        suffix -= 1;
    }
    (prefix, suffix)
}

/// The greatest length up to `limit` for which `holds`, which holds for every smaller one too.
fn longest(limit: u32, holds: impl Fn(u32) -> bool) -> u32 {
    let (mut least, mut most) = (0, limit);
    while least < most {
        let middle = least + (most - least).div_ceil(2);
        if holds(middle) {
            least = middle;
        } else {
            most = middle - 1;
        }
    }
    least
}

/// The length of a text. One that has no UTF-8 for want of memory counts as empty, and the marks
/// behind it are then found to be void.
fn position(text: &JsString) -> Position {
    let Ok(buffer) = utf8(text) else { return Position::default() };
    let bytes = Uint8Array::new(&buffer);
    let mut letter = 0;
    let mut piece = [0; 4096];
    for from in (0..bytes.length()).step_by(piece.len()) {
        let to = bytes.length().min(from + piece.len() as u32);
        let piece = &mut piece[..(to - from) as usize];
        bytes.subarray(from, to).copy_to(piece);
        // Every byte but those that continue a character.
        letter += piece.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u32;
    }
    Position { byte: bytes.length(), letter }
}

fn is_high(text: &JsString, index: u32) -> bool {
    (0xD800..0xDC00).contains(&(text.char_code_at(index) as u32))
}

fn is_low(text: &JsString, index: u32) -> bool {
    (0xDC00..0xE000).contains(&(text.char_code_at(index) as u32))
}
