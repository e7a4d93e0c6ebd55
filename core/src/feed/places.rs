//! Which articles of a list are there already, and where.

/// Places by name. The names are kept in order, so that each is found by
/// halving: `BTreeMap` does the same for some kilobytes more of the bundle, and
/// at ten thousand articles no quicker.
#[derive(Default)]
pub(super) struct Places(Vec<(String, usize)>);

impl Places {
    /// The place that this name has already; else it gets `place`.
    pub(super) fn place(&mut self, name: String, place: usize) -> Option<usize> {
        match self.0.binary_search_by(|(other, _)| other.cmp(&name)) {
            Ok(at) => Some(self.0[at].1),
            Err(at) => {
                self.0.insert(at, (name, place));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn each_name_keeps_its_first_place() {
        let mut places = Places::default();
        for (place, name) in ["b", "a", "c"].into_iter().enumerate() {
            assert_eq!(places.place(name.to_owned(), place), None);
        }
        assert_eq!(places.place("a".to_owned(), 9), Some(1));
        assert_eq!(places.place("c".to_owned(), 9), Some(2));
    }
}
