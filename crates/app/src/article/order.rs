//! Bringing short lists into order.

/// Brings what is nearly in order into order; of equal ones the first stays the first. The library's
/// sorting is made for a million of them, and is three kilobytes for each type that it sorts.
pub(super) fn settle<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && key(&list[at - 1]) > key(&list[at]) {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::settle;

    #[test]
    fn equal_ones_stay_as_they_stood() {
        let mut list = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        settle(&mut list, |one| one.0);
        assert_eq!(list, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
        settle::<u8, u8>(&mut [], |one| *one);
    }
}
