//! Whether some bytes are an fst that can be walked.
//!
//! The fst crate trusts its bytes: its checksum finds accidents, but on bytes that somebody made up
//! a walk can panic or go in circles. So before they become an [`fst::raw::Fst`], every node is
//! measured here once.
//!
//! Source: the layout of nodes in fst 0.4 (`src/raw/node.rs`), format version 3. A node is written
//! from its end to its start, its address is that of its last byte, and each node begins where the
//! one before it ended; so all of them can be found from the root, the last one, downwards:
//!
//! ```text
//! header   version u64 = 3, type u64
//! nodes    0b11cccccc  one transition, to the node before   [input unless c]
//!          0b10cccccc  one transition     [output, delta, sizes, input unless c]
//!          0bxfnnnnnn  n transitions; f final
//!                      [final output if f, outputs, deltas, inputs, index if n > 32, sizes, n unless in the state]
//! footer   number of keys u64, address of the root u64, checksum u32
//! ```
//!
//! `sizes` holds the bytes of a delta (high half) and of an output (low half). A delta is how far
//! below the end of the node its target lies; 0 is the empty final node, which is not written.

use std::collections::HashSet;

const HEADER: usize = 16;
const FOOTER: usize = 20;

/// Nodes with more transitions than this have an index by input.
const INDEX_ABOVE: usize = 32;
const INDEX: usize = 256;

/// Deltas and outputs fit 32 bits: fsts here are smaller, and have fewer keys.
const MOST_BYTES: usize = 4;

/// The bytes of the longest key: a word of 127 characters and more is none.
pub(crate) const LONGEST_KEY: usize = 255;

/// Whether walking this fst cannot panic and must end: every node lies in its place, leads only to
/// nodes below it, and is final or leads on.
pub(crate) fn is_walkable(fst: &[u8]) -> bool {
    measure(fst).is_some()
}

fn measure(fst: &[u8]) -> Option<()> {
    let u64_at = |at: usize| {
        let bytes = fst.get(at..at.checked_add(8)?)?;
        Some(u64::from_le_bytes(bytes.try_into().ok()?))
    };
    let nodes_end = fst.len().checked_sub(FOOTER)?;
    let root = usize::try_from(u64_at(nodes_end + 8)?).ok()?;
    let is_new = u64_at(0)? == 3 && root.checked_add(1)? == nodes_end;
    is_new.then_some(())?;
    // More would not fit a `usize` of wasm, which the fst crate takes for granted.
    let is_empty = u32::try_from(u64_at(nodes_end)?).ok()? == 0;

    // Where nodes above lead to: each must turn out to be a node.
    let mut targets = HashSet::new();
    let mut address = root;
    while address >= HEADER {
        targets.remove(&address);
        let node = Node::measure(fst, address)?;
        (node.is_final || node.transitions > 0 || (is_empty && address == root)).then_some(())?;
        for target in node.targets(fst) {
            if target? != 0 {
                targets.insert(target?);
            }
        }
        // Targets lie below their node, so this loop meets all of them.
        address = node.end.checked_sub(1)?;
    }
    (address + 1 == HEADER && targets.is_empty()).then_some(())
}

/// What a node takes up.
struct Node {
    /// Its first byte.
    end: usize,
    is_final: bool,
    transitions: usize,
    /// Where the deltas begin, and the bytes of each; or that the target is the node before.
    deltas: Option<(usize, usize)>,
}

impl Node {
    fn measure(fst: &[u8], address: usize) -> Option<Node> {
        let mut at = address;
        let state = *fst.get(at)?;
        let mut below = |bytes: usize| {
            at = at.checked_sub(bytes)?;
            Some((at, *fst.get(at)?))
        };
        let low = usize::from(state & 0x3F);
        if state >= 0b1000_0000 {
            if low == 0 {
                below(1)?;
            }
            if state >= 0b1100_0000 {
                let end = below(0)?.0;
                return Some(Node { end, is_final: false, transitions: 1, deltas: None });
            }
            let (delta, output) = sizes(below(1)?.1)?;
            (delta > 0).then_some(())?;
            let deltas = Some((below(delta)?.0, delta));
            let end = below(output)?.0;
            return Some(Node { end, is_final: false, transitions: 1, deltas });
        }
        let transitions = match low {
            0 => match below(1)?.1 {
                1 => 256,
                number => usize::from(number),
            },
            number => number,
        };
        let is_final = state & 0b0100_0000 != 0;
        let (delta, output) = sizes(below(1)?.1)?;
        (delta > 0 || transitions == 0).then_some(())?;
        if transitions > INDEX_ABOVE {
            below(INDEX)?;
        }
        below(transitions)?;
        let deltas = Some((below(transitions * delta)?.0, delta));
        let end = below((transitions + usize::from(is_final)) * output)?.0;
        Some(Node { end, is_final, transitions, deltas })
    }

    /// The address of each target; `None` for one that would lie below address 0.
    fn targets<'a>(&'a self, fst: &'a [u8]) -> impl Iterator<Item = Option<usize>> + 'a {
        (0..self.transitions).map(|index| {
            let Some((start, size)) = self.deltas else { return self.end.checked_sub(1) };
            let start = start + index * size;
            let delta = fst.get(start..start + size)?;
            let delta = delta.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
            if delta == 0 { Some(0) } else { self.end.checked_sub(delta).filter(|&to| to > 0) }
        })
    }
}

fn sizes(byte: u8) -> Option<(usize, usize)> {
    let (delta, output) = (usize::from(byte >> 4), usize::from(byte & 0xF));
    (delta <= MOST_BYTES && output <= MOST_BYTES).then_some((delta, output))
}

#[cfg(test)]
mod tests {
    use super::*;
    use fst::raw::Fst;
    use proptest::prelude::*;

    fn built(keys: &std::collections::BTreeSet<Vec<u8>>) -> Vec<u8> {
        Fst::from_iter_map(keys.iter().zip(0..)).unwrap().into_inner()
    }

    proptest! {
        #[test]
        fn what_the_builder_makes_is_walkable(
            keys in prop::collection::btree_set(prop::collection::vec(any::<u8>(), 1..5), 0..600),
        ) {
            prop_assert!(is_walkable(&built(&keys)));
        }

        /// Walked without a panic, and to an end.
        #[test]
        fn what_is_walkable_can_be_walked(
            keys in prop::collection::btree_set(prop::collection::vec(0u8..40, 1..4), 1..200),
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        ) {
            use fst::Streamer;

            let mut bytes = built(&keys);
            for (index, byte) in changes {
                let at = index.index(bytes.len());
                bytes[at] = byte;
            }
            if is_walkable(&bytes) {
                let fst = Fst::new(bytes).unwrap();
                let mut stream = fst.stream();
                let mut count = 0u64;
                while let Some((key, _)) = stream.next()
                    && key.len() < LONGEST_KEY
                    && count < 1_000
                {
                    count += 1;
                }
                for ordinal in 0..count {
                    fst.get_key(ordinal);
                }
                for key in &keys {
                    fst.get(key);
                }
            }
        }
    }

    #[test]
    fn other_bytes_are_not() {
        assert!(!is_walkable(&[]));
        assert!(!is_walkable(&[0; 36]));
        assert!(!is_walkable(&[0xFF; 64]));
    }
}
