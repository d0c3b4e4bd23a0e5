//! Reading (and, for the builder, writing) numbers and texts.

/// Bytes still to be read. Every method takes from the front, or gives `None` and is then spent.
#[derive(Clone, Copy)]
pub(crate) struct Bytes<'a> {
    rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    pub(crate) fn new(rest: &'a [u8]) -> Bytes<'a> {
        Bytes { rest }
    }

    pub(crate) fn len(&self) -> usize {
        self.rest.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    pub(crate) fn u8(&mut self) -> Option<u8> {
        let (&first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first)
    }

    pub(crate) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    /// An unsigned LEB128 of at most 32 bits.
    pub(crate) fn number(&mut self) -> Option<u32> {
        let mut number = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.u8()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return u32::try_from(number).ok();
            }
        }
        None
    }

    /// A number of things of which each takes at least `each` bytes of what is left: never more than
    /// there can be, so it is safe to make room for them.
    pub(crate) fn count(&mut self, each: usize) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count.checked_mul(each)? <= self.len()).then_some(count)
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        let length = self.count(1)?;
        std::str::from_utf8(self.take(length)?).ok()
    }
}

/// Appends an unsigned LEB128.
#[cfg(feature = "build")]
pub(crate) fn push_number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a text with its length.
#[cfg(feature = "build")]
pub(crate) fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len() as u32);
    out.extend_from_slice(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_round_trip(number: u32) {
            let mut out = Vec::new();
            push_number(&mut out, number);
            let mut bytes = Bytes::new(&out);
            prop_assert_eq!(bytes.number(), Some(number));
            prop_assert!(bytes.is_empty());
        }
    }

    #[test]
    fn numbers_beyond_32_bits_are_none() {
        assert_eq!(Bytes::new(&[0xFF, 0xFF, 0xFF, 0xFF, 0x10]).number(), None);
        assert_eq!(Bytes::new(&[0xFF, 0xFF, 0xFF, 0xFF, 0x8F, 0]).number(), None);
        assert_eq!(Bytes::new(&[0x80]).number(), None);
    }

    #[test]
    fn a_text_ends_within_the_bytes() {
        assert_eq!(Bytes::new(b"\x03abc").text(), Some("abc"));
        assert_eq!(Bytes::new(b"\x04abc").text(), None);
        assert_eq!(Bytes::new(b"\x02\xFF\xFF").text(), None);
    }
}
